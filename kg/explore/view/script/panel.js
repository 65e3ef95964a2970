/* The panel beside the drawing: an overview to begin with, then cards; and the trail by which the reader came there. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const panel = kg.byId("panel");
  const STEPS = 4; // of the trail that are shown
  let tab = kg.changes.any ? "changes" : "lines";

  const same = (one, other) => one && one.kind === other.kind && one.id === other.id && one.other === other.other;

  const nameOf = ({ kind, id, other }) => (kind === "entity" ? kg.name(id) : `${kg.name(id)} – ${kg.name(other)}`);

  /**
   * Open a card and show it.
   * @param {?string} kind "entity", "pair" or null for the overview
   * @param {number} [id]
   * @param {number} [other] the other end of a pair
   * @param {?string} [line] the line of the pair whose claims are wanted
   * @param {number} [claim] a claim to bring into view
   */
  kg.open = function (kind, id, other, line, claim) {
    const next = kind && { kind, id, other, line: line || null };
    const last = kg.trail[kg.trail.length - 1];
    if (!kind) kg.trail = [];
    else if (!last || !same(last.selected, next)) kg.trail = [...kg.trail, { selected: next, name: nameOf(next) }];
    kg.set({ selected: next });
    if (!kind) return;
    kg.reveal(kind === "entity" ? [id] : [id, other]);
    arrive(claim);
  };

  function arrive(claim) {
    panel.focus({ preventScroll: true });
    panel.scrollTop = 0;
    const card = claim !== undefined && panel.querySelector(`[data-claim="${CSS.escape(data.claims.id[claim])}"]`);
    if (card) card.scrollIntoView({ block: "center" });
    else if (getComputedStyle(panel).overflowY !== "auto") panel.scrollIntoView({ block: "start" });
  }

  /** Back to a step of the trail. */
  function returnTo(place) {
    kg.trail = kg.trail.slice(0, place + 1);
    kg.set({ selected: place < 0 ? null : kg.trail[place].selected });
    panel.focus({ preventScroll: true });
  }

  function crumbs() {
    const steps = kg.trail.map(({ name }, place) => [name, place]);
    const before = kg.state.selected ? [["Overview", -1], ...steps.slice(0, -1)] : [];
    const shown = before.length > STEPS ? [before[0], ...before.slice(1 - STEPS)] : before;
    const items = shown.map(([name, place]) => el("li", {}, kg.button(name, () => returnTo(place), { class: "link" })));
    const here = kg.state.selected ? el("li", { "aria-current": "page" }, nameOf(kg.state.selected)) : null;
    return el("nav", { class: "crumbs", "aria-label": "How you came here" },
      kg.button("←", () => history.back(), { class: "link", "aria-label": "Back" }), kg.button("→", () => history.forward(), { class: "link", "aria-label": "Forward" }),
      el("ol", {}, ...items, here));
  }

  /** Lines that state relations, those with most claims first. */
  function strongest() {
    return [...kg.shown.lines.values()].filter(({ status }) => status !== null).sort((a, b) => b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1));
  }

  const ABOUT = {
    polarity: "Is it so?", factuality: "Stated here, denied there", direction: "Which way does it go?", likelihood: "How likely is it?",
  };

  function disputeRow([one, other, kind]) {
    const row = (number) => el("li", {}, el("div", {}, ...kg.sentence(kg.claim(number))), kg.quote(kg.claim(number)), kg.origin(kg.documentOf(number)));
    const { subject, object } = kg.claim(one);
    return el("article", { class: "dispute" }, el("h3", {}, ABOUT[kind]), el("ul", {}, row(one), row(other)), kg.button("Open the pair", () => kg.open("pair", subject, object), { class: "link" }));
  }

  /** A community as a row that shows its claims alone. */
  function communityRow([number, count]) {
    const facet = kg.facet("community");
    const show = () => {
      kg.state.chosen.community = new Set([number]);
      kg.update();
      kg.fit();
    };
    return el("button", { type: "button", class: "row", click: show }, el("span", { class: "name" }, facet.label(number)), el("span", { class: "number", title: "claims" }, count.toLocaleString("en")));
  }

  function communities() {
    return Array.from(kg.shown.counts.community, (count, number) => [number, count]).filter(([number, count]) => number && count);
  }

  /** "64 of 512", or "64" where that is all. */
  const part = (some, all) => (some === all ? all.toLocaleString("en") : `${some.toLocaleString("en")} of ${all.toLocaleString("en")}`);

  /** What a list leaves out, and how to get at it. */
  const rest = (some, all, what) => (some === all ? [] : [el("p", { class: "hint" }, `${part(some, all)} ${what} shown: the strongest. Choose an actor, search or filter to see others.`)]);

  function lists() {
    const kept = new Set(kg.shown.claims);
    const entities = kg.shown.present.filter((id) => kg.shown.entities.has(id));
    const disputes = kg.disputes.pairs.filter(([one, other]) => kept.has(one) && kept.has(other));
    const lines = strongest();
    const every = lines.length + kg.shown.weaker + kg.undrawnLines(kg.shown.claims, kg.shown.entities);
    const changed = kg.shown.claims.filter(kg.changeOf).sort((a, b) => kg.changeOf(a) - kg.changeOf(b) || a - b);
    return {
      ...(kg.changes.any ? { changes: { title: `Changes ${changed.length}`, body: () => kg.claimList("", changed).filter(Boolean) } } : {}),
      lines: { title: `Relations ${part(lines.length, every)}`, body: () => [...rest(lines.length, every, "lines"), ...kg.paged(lines, kg.lineRow, { class: "rows" })] },
      claims: { title: `Claims ${kg.shown.claims.length.toLocaleString("en")}`, body: () => kg.claimList("", kg.shown.claims).filter(Boolean) },
      entities: {
        title: `Actors and issues ${part(entities.length, kg.shown.present.length)}`,
        body: () => [...rest(entities.length, kg.shown.present.length, "actors and issues"), ...kg.paged(entities, kg.entityRow, { class: "rows" })],
      },
      ...(data.communities.length > 1 ? { communities: { title: "Communities", body: () => kg.paged(communities(), communityRow, { class: "rows" }, 12) } } : {}),
      ...(disputes.length ? { disputes: { title: `Disagreements ${disputes.length}`, body: () => kg.paged(disputes, disputeRow, { class: "disputes" }, 20) } } : {}),
    };
  }

  /** Which list the overview shows. */
  kg.showList = (name) => (tab = name);

  function turn(name) {
    tab = name;
    kg.renderPanel();
    kg.byId(`tab-${name}`).focus();
  }

  /** The hops of a way from one to another, each with its evidence. */
  function way(ids) {
    if (ids.length < 2 || !kg.shown.claims.length) return [el("p", { class: "lead" }, "No way leads from one to the other with these filters.")];
    return ids.slice(1).flatMap((id, place) => {
      const from = ids[place];
      const numbers = kg.shown.claims.filter((number) => kg.joins(number, from, id));
      return kg.claimList(`${kg.name(from)} – ${kg.name(id)} (${numbers.length})`, numbers);
    });
  }

  function overview() {
    const { focus } = kg.state;
    const what = kg.changes.any ? "What was added, changed and removed" : "Who does what to whom, and who says so";
    const title = focus ? kg.capital(kg.focusName(focus)) : what;
    const all = kg.button("Show everything again", () => kg.focusOn(null));
    if (focus && focus.kind === "path") return [el("h2", {}, title), el("p", {}, all), ...way(kg.shown.first)];
    const found = lists();
    const current = tab in found ? tab : "lines";
    const sources = kg.count(data.documents.length, "document");
    return [
      el("h2", {}, title),
      focus ? el("p", {}, all) : el("p", { class: "lead" }, `Every line stands for statements found in ${sources}. Choose a line to read the sentences behind it, or a symbol to see all about it.`),
      kg.tabs(Object.entries(found).map(([name, list]) => [name, list.title]), current, turn, { label: "Lists", controls: "tab-body" }),
      el("div", { id: "tab-body", role: "tabpanel", "aria-labelledby": `tab-${current}` }, ...found[current].body()),
    ];
  }

  /** Write the panel anew. */
  kg.renderPanel = function () {
    const { selected } = kg.state;
    const content = !selected ? overview() : selected.kind === "entity" ? kg.entityCard(selected.id) : kg.pairCard(selected);
    panel.replaceChildren(...[crumbs(), ...content].filter(Boolean));
  };

  kg.listen(kg.renderPanel);
  kg.repaint(() => kg.shown && kg.renderPanel());
})((window.kg = window.kg || {}));
