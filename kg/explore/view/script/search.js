/* The search box: suggestions from names, issues, relations, speakers and sentences; arrows and Enter to choose, "/" to get there. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const MOST = 8;
  const SENTENCES = 4; // of which, when there are so many, sentences
  const LEAST = 3; // letters before sentences are searched
  const input = kg.byId("search");
  const list = kg.byId("suggestions");
  let found = [];
  let current = -1;

  /** As words are compared: in any case and without accents. */
  kg.plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const entity = (id) => ({ hint: data.looks.kinds[kg.kind(id)].label, picture: kg.kind(id), go: () => kg.open("entity", id) });
  const speaker = kg.facet("speaker");
  const relation = kg.facet("relation");

  function only(facet, option) {
    kg.state.chosen[facet.id] = new Set([option]);
    kg.open(null);
    kg.fit();
  }

  /** Speakers who are no actor with a card of their own. */
  function unknown() {
    const known = new Set(data.claims.chains.flatMap((chain) => chain.filter(([, id]) => id !== null).map(([who]) => who)));
    return Array.from({ length: speaker.size }, (_, option) => option).filter((option) => !known.has(speaker.label(option)));
  }

  function heard(option) {
    kg.showList("claims");
    only(speaker, option);
  }

  const targets = [
    ...data.entities.label.map((name, id) => ({ name, ...entity(id) })),
    ...Object.entries(data.entities.names).flatMap(([id, names]) => names.map((name) => ({ name, ...entity(Number(id)), hint: kg.name(Number(id)) }))),
    ...unknown().map((option) => ({ name: speaker.label(option), hint: "Speaker: show what is said", go: () => heard(option) })),
    ...data.relations.map(({ label }, option) => ({ name: label, hint: "Relation: show only this", go: () => only(relation, option) })),
  ].map((target) => ({ ...target, key: kg.plain(target.name) }));

  /** What is called just so comes first, then actors and issues with a word that begins so, then others, then the rest. */
  function score({ key, picture }, words) {
    const place = key.indexOf(words);
    if (place < 0) return 9;
    if (key === words) return picture ? 0 : 1;
    if (place === 0 || key.charAt(place - 1) === " ") return picture ? 0.5 : 2;
    return 3;
  }

  /** Claims whose sentence has the words, one for each sentence. */
  function sentences(words) {
    const seen = new Set();
    const blocks = kg.wording(words);
    const matching = [];
    for (let claim = 0; claim < data.size && seen.size < SENTENCES; claim += 1) {
      const quote = data.claims.quote[claim];
      if (seen.has(quote) || blocks(claim) || !kg.words(quote).toLowerCase().includes(words)) continue;
      seen.add(quote);
      matching.push(claim);
    }
    return matching;
  }

  /** A little of a sentence around the words. */
  function excerpt(claim, words) {
    const text = kg.words(data.claims.quote[claim]);
    const place = text.toLowerCase().indexOf(words);
    const start = Math.max(0, place - 24);
    const end = place + words.length + 40;
    return `${start ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
  }

  function inSentences() {
    const words = input.value.trim().toLowerCase();
    if (words.length < LEAST) return [];
    const some = sentences(words);
    const open = (claim) => () => kg.open("pair", data.claims.subject[claim], data.claims.object[claim], null, claim);
    const every = { name: `All claims with “${input.value.trim()}”`, hint: "Filter", go: () => filter(words) };
    return some.length ? [...some.map((claim) => ({ name: excerpt(claim, words), hint: "Sentence", go: open(claim) })), every] : [];
  }

  function filter(words) {
    kg.set({ words });
    kg.open(null);
    kg.fit();
  }

  function search() {
    const words = kg.plain(input.value.trim());
    const scored = words ? targets.map((target, order) => ({ target, order, score: score(target, words) })) : [];
    const matching = scored.filter((match) => match.score < 9).sort((a, b) => a.score - b.score || a.order - b.order);
    const once = new Map(matching.map(({ target }) => [`${target.hint} ${target.name}`, target]));
    const quoted = inSentences();
    found = [...[...once.values()].slice(0, MOST - (quoted.length ? 2 : 0)), ...quoted].slice(0, MOST + SENTENCES);
    current = found.length ? 0 : -1;
    show(words && !found.length);
  }

  function show(nothing) {
    const items = found.map((target, place) => {
      const picture = target.picture ? kg.symbol(target.picture) : el("span", { class: "symbol", "aria-hidden": "true" }, "→");
      const pick = (event) => {
        event.preventDefault();
        choose(place);
      };
      return el("li", { id: `suggestion-${place}`, role: "option", "aria-selected": String(place === current), mousedown: pick },
        picture, el("span", { class: "name" }, target.name), el("small", {}, target.hint));
    });
    if (nothing) items.push(el("li", { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "No name and no sentence contains this"));
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
