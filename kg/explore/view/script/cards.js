/* The panel: an overview to begin with, the card of an actor or issue, the evidence of a line. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const panel = kg.byId("panel");
  const PAGE = 60; // lines or claims that are listed before "more"
  const trail = [];
  let tab = "lines";

  const claimsOf = (numbers) => numbers.map((number) => data.claims[number]);
  const statusOf = (bundle) => (bundle.status === null ? "about" : data.looks.statuses[bundle.status].label.toLowerCase());

  /**
   * Open a card and show it.
   * @param {?string} kind "entity", "bundle" or null for the overview
   * @param {number} [id]
   */
  kg.open = function (kind, id) {
    const { selected } = kg.state;
    if (kind && selected && (selected.kind !== kind || selected.id !== id)) trail.push(selected);
    if (!kind) trail.length = 0;
    kg.select(kind, id);
    if (!kind) return;
    kg.reveal(kind === "entity" ? [id] : [data.edges[id].from, data.edges[id].to]);
    panel.focus({ preventScroll: true });
    panel.scrollTop = 0;
    if (getComputedStyle(panel).overflowY !== "auto") panel.scrollIntoView({ block: "start" });
  };

  function back() {
    const last = trail.pop();
    kg.select(last ? last.kind : null, last ? last.id : undefined);
    panel.focus({ preventScroll: true });
  }

  /** A list that shows its first items and a button for further ones. */
  function paged(items, make, attributes) {
    const list = el("ul", attributes);
    const button = el("button", { type: "button", class: "link more", click: grow });
    let next = 0;
    function grow() {
      const from = next;
      next = Math.min(items.length, next + PAGE);
      list.append(...items.slice(from, next).map((item) => el("li", {}, make(item))));
      button.textContent = `${items.length - next} more`;
      button.hidden = next >= items.length;
      if (from) list.children[from].querySelector("button, a").focus();
    }
    grow();
    return [list, button];
  }

  const dash = () => el("span", { class: "dash" }, " – ");

  function line([id, numbers]) {
    const bundle = data.bundles[id];
    const { from, to } = data.edges[id];
    const [a, b] = [data.entities[from].label, data.entities[to].label];
    const caption = bundle.status === null ? "is about" : [...new Set(claimsOf(numbers).map((claim) => data.relations[claim.relation].label))].join(", ");
    const qualities = [statusOf(bundle), bundle.negated && "negated"].filter((word) => word && word !== "about").join(", ");
    return el("button", { type: "button", class: "row", click: () => kg.open("bundle", id) },
      kg.sample(bundle),
      el("span", { class: "name" }, a, dash(), el("em", { class: `relation sign${bundle.sign}` }, caption), dash(), b, el("span", { class: "sr" }, `, ${qualities}`)),
      el("span", { class: "number", title: "claims" }, String(numbers.length)));
  }

  function actor(id) {
    const { label, kind } = data.entities[id];
    return el("button", { type: "button", class: "row", click: () => kg.open("entity", id) },
      kg.symbol(kind), el("span", { class: "name" }, label, el("small", {}, ` ${data.looks.kinds[kind].label}`)), el("span", { class: "number", title: "claims" }, String(mentions(id).length)));
  }

  function mentions(id) {
    return claimsOf([...kg.shown.claims]).filter((claim) => claim.subject === id || claim.object === id || claim.issues.includes(id));
  }

  /** Lines that state relations, those with most claims first. */
  function strongest() {
    return [...kg.shown.bundles].filter(([id]) => data.bundles[id].status !== null).sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  }

  function tabs(lines, entities) {
    const names = [["lines", `Relations ${lines.length}`], ["entities", `Actors and issues ${entities.length}`]];
    const buttons = names.map(([name, label]) => el("button", {
      type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "tab-body", "aria-selected": String(tab === name), tabindex: tab === name ? 0 : -1, click: () => turn(name),
      keydown: (event) => ["ArrowLeft", "ArrowRight"].includes(event.key) && turn(tab === "lines" ? "entities" : "lines"),
    }, label));
    return el("div", { role: "tablist", class: "tabs", "aria-label": "Lists" }, ...buttons);
  }

  function turn(name) {
    tab = name;
    render();
    kg.byId(`tab-${name}`).focus();
  }

  function overview() {
    const lines = strongest();
    const entities = kg.shown.present.filter((id) => kg.shown.entities.has(id));
    const body = tab === "lines" ? paged(lines, line, { class: "rows" }) : paged(entities, actor, { class: "rows" });
    const sources = kg.count(data.documents.length, "document");
    return [
      el("h2", {}, "Who does what to whom, and who says so"),
      el("p", { class: "lead" }, `Every line stands for statements found in ${sources}. Choose a line to read the sentences behind it, or a symbol to see all about it.`),
      tabs(lines, entities),
      el("div", { id: "tab-body", role: "tabpanel", "aria-labelledby": `tab-${tab}` }, ...body),
    ];
  }

  function evidence(id) {
    const numbers = kg.shown.bundles.get(id) || [];
    const bundle = data.bundles[id];
    const { from, to } = data.edges[id];
    const claims = claimsOf(numbers);
    const ends = [kg.link(from, true), el("span", { class: "dash" }, bundle.status === null ? " is about " : bundle.mutual ? " and " : " to "), kg.link(to, true)];
    const left = data.bundles[id].claims.length - numbers.length;
    const qualities = bundle.status === null ? [] : [data.looks.signs[bundle.sign].label, statusOf(bundle), bundle.negated && "negated"].filter(Boolean);
    return [
      el("h2", { class: "ends" }, ...ends),
      el("p", { class: "lead" }, kg.sample(bundle), ` ${[kg.count(numbers.length, "claim"), ...qualities].join(" · ")}`, left ? ` (${left} more hidden by filters)` : ""),
      claims.length ? kg.markKey(claims) : el("p", { class: "lead" }, "The filters hide everything here."),
      ...paged(claims, kg.claimCard, { class: "claims" }),
    ];
  }

  function grouped(lines) {
    const groups = new Map();
    for (const [id, numbers] of lines) {
      for (const claim of claimsOf(numbers)) {
        const key = data.relations[claim.relation].label;
        if (!groups.has(key)) groups.set(key, new Map());
        groups.get(key).set(id, [...(groups.get(key).get(id) || []), claim.number]);
      }
    }
    const size = (group) => [...group.values()].reduce((sum, numbers) => sum + numbers.length, 0);
    return [...groups].sort((a, b) => size(b[1]) - size(a[1]) || a[0].localeCompare(b[0], "en")).map(([label, group]) => ({ label, group, size: size(group) }));
  }

  function relations(id) {
    const lines = [...kg.shown.bundles].filter(([number]) => data.bundles[number].status !== null && [data.edges[number].from, data.edges[number].to].includes(id));
    return grouped(lines).map(({ label, group, size }) => el("section", { class: "group" },
      el("h3", {}, label, el("span", { class: "number" }, String(size))),
      el("ul", { class: "rows" }, ...[...group].map(([number, claims]) => el("li", {}, line([number, claims]))))));
  }

  /** For an actor the issues of its claims, for an issue the actors. */
  function around(id) {
    const tally = new Map();
    const topic = data.entities[id].kind === "Issue";
    for (const claim of mentions(id)) {
      const others = topic ? [claim.subject, claim.object] : claim.topics;
      new Set(others.filter((other) => other !== id)).forEach((other) => tally.set(other, (tally.get(other) || 0) + 1));
    }
    const sorted = [...tally].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (!sorted.length) return null;
    const items = sorted.map(([other, count]) => el("li", {}, kg.link(other, true), el("span", { class: "number" }, String(count))));
    return el("section", { class: "group" }, el("h3", {}, topic ? "Who" : "Issues"), el("ul", { class: "cloud" }, ...items));
  }

  function topicClaims(id) {
    if (data.entities[id].kind !== "Issue") return [];
    const claims = mentions(id).filter((claim) => claim.issues.includes(id));
    if (!claims.length) return [];
    return [el("h3", { class: "heading" }, "Claims about it"), kg.markKey(claims), ...paged(claims, kg.claimCard, { class: "claims" })];
  }

  function card(id) {
    const { label, kind } = data.entities[id];
    const only = kg.state.chosen.entity;
    const narrow = () => {
      only.clear();
      only.add(id);
      kg.update();
      kg.fit();
    };
    return [
      el("h2", { class: "ends" }, kg.symbol(kind), label || "(no name)"),
      el("p", { class: "lead" }, `${data.looks.kinds[kind].label} · ${kg.count(mentions(id).length, "claim")}`),
      only.has(id) ? null : el("p", {}, el("button", { type: "button", click: narrow }, "Show only this and what it is linked to")),
      around(id),
      ...relations(id),
      ...topicClaims(id),
    ];
  }

  function render() {
    const { selected } = kg.state;
    const content = !selected ? overview() : selected.kind === "entity" ? card(selected.id) : evidence(selected.id);
    const previous = trail.length ? "Back" : "Overview";
    const bar = selected ? el("p", { class: "back" }, el("button", { type: "button", class: "link", click: back }, `← ${previous}`)) : null;
    panel.replaceChildren(...[bar, ...content].filter(Boolean));
  }

  kg.clearTrail = () => (trail.length = 0);
  kg.listen(render);
  kg.dark.addEventListener("change", render);
})((window.kg = window.kg || {}));
