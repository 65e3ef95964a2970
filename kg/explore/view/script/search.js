/* The search box: suggestions by name, arrows and Enter to choose, "/" to get there. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const MOST = 8;
  const input = kg.byId("search");
  const list = kg.byId("suggestions");
  let found = [];
  let current = -1;

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const targets = [
    ...data.entities.map((entity, id) => ({
      name: entity.label,
      hint: data.looks.kinds[entity.kind].label,
      kind: entity.kind,
      go: () => kg.open("entity", id),
    })),
    ...data.relations.map((relation, id) => ({ name: relation.label, hint: "Relation: show only this", kind: null, go: () => only(id) })),
  ].map((target) => ({ ...target, key: plain(target.name) }));

  function only(relation) {
    kg.state.chosen.relation = new Set([relation]);
    kg.open(null);
    kg.fit();
  }

  /** Names that begin with the words come first, then those with a word that does, then the rest. */
  function score(key, words) {
    const place = key.indexOf(words);
    if (place < 0) return 9;
    if (place === 0) return 0;
    return key.charAt(place - 1) === " " ? 1 : 2;
  }

  function search() {
    const words = plain(input.value.trim());
    const scored = words ? targets.map((target, order) => ({ target, order, score: score(target.key, words) })) : [];
    const matching = scored.filter((match) => match.score < 9).sort((a, b) => a.score - b.score || a.order - b.order);
    found = matching.slice(0, MOST).map((match) => match.target);
    current = found.length ? 0 : -1;
    show(words && !found.length);
  }

  function show(nothing) {
    const items = found.map((target, place) => {
      const picture = target.kind ? kg.symbol(target.kind) : el("span", { class: "symbol" }, "→");
      const pick = (event) => {
        event.preventDefault();
        choose(place);
      };
      return el("li", { id: `suggestion-${place}`, role: "option", "aria-selected": String(place === current), mousedown: pick },
        picture, el("span", { class: "name" }, target.name), el("small", {}, target.hint));
    });
    if (nothing) items.push(el("li", { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "No name contains this"));
    list.replaceChildren(...items);
    list.hidden = !items.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (current >= 0) input.setAttribute("aria-activedescendant", `suggestion-${current}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function choose(place) {
    const target = found[place];
    close();
    input.value = "";
    if (target) target.go();
  }

  function close() {
    found = [];
    current = -1;
    show(false);
  }

  function move(step) {
    if (!found.length) return;
    current = (current + step + found.length) % found.length;
    show(false);
    list.children[current].scrollIntoView({ block: "nearest" });
  }

  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => choose(current),
    Escape: () => {
      input.value = "";
      close();
    },
  };

  input.addEventListener("input", search);
  input.addEventListener("focus", search);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (!KEYS[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    KEYS[event.key]();
  });
})((window.kg = window.kg || {}));
