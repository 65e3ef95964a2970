/* What of the data is shown: filters, focus, selection. Everything else reads from here and listens for changes. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const { claims } = data;
  const listeners = [];
  const COMPANY = 12; // how many that it is linked to an entity outside the overview brings along
  const STEP = 12; // how many further ones "expand" shows
  const FOCUSED = 40; // how many a focus draws
  const MOST = 600; // how many are drawn at once at most, so that the drawing stays fluid

  kg.MOST = MOST;

  /** How the page opens. */
  const opening = () => ({
    chosen: Object.fromEntries(kg.facets.map((facet) => [facet.id, new Set()])),
    clock: "published", from: null, to: null, confidence: 0, words: "",
    focus: null, selected: null, expanded: new Map(), all: false, view: "graph",
  });

  kg.state = { ...opening(), theme: "" };

  /** What is shown now; made anew by `kg.update`. */
  kg.shown = null;

  /** Call a function after every change. */
  kg.listen = (listener) => listeners.push(listener);

  /** The tests beside the filters: time, confidence, words. */
  function further() {
    const { clock, from, to, confidence, words } = kg.state;
    const tests = [];
    if (from !== null || to !== null) {
      const { start, end } = kg.clocks[clock];
      const [low, high] = [from ?? -Infinity, to ?? Infinity];
      tests.push({ id: "time", blocks: (claim) => start[claim] === kg.NEVER || end[claim] < low || start[claim] > high });
    }
    if (confidence) tests.push({ id: "confidence", blocks: (claim) => claims.confidence[claim] < confidence });
    if (words) tests.push({ id: "words", blocks: kg.wording(words) });
    return tests;
  }

  /** Work out what is shown and tell everybody. */
  kg.update = function () {
    const { chosen, focus } = kg.state;
    const tests = further();
    const before = kg.filtered(chosen, tests);
    const lens = focus && kg.focusing(focus, before.kept);
    const { kept, counts, missing } = lens ? kg.filtered(chosen, [...tests, { id: "focus", blocks: lens.blocks }]) : before;
    const weights = weigh(kept);
    const present = [...weights.keys()].sort((a, b) => weights.get(b) - weights.get(a) || a - b);
    kg.shown = { unfocused: before.kept, claims: kept, counts, missing, weights, present, first: lens ? lens.first : [] };
    kg.shown.entities = new Set(drawn());
    const { lines, left, weaker } = kg.linesOf(kept, kg.shown.entities, { asked: wanted, linked: linkable, chosen: kg.state.selected && kg.state.selected.line });
    const told = new Set();
    lines.forEach((line) => line.claims.forEach((claim) => told.add(claim)));
    Object.assign(kg.shown, { lines, left, weaker, told, lit: null });
    kg.shown.places = kg.placesOf([...kg.shown.entities], lines, focus, kg.shown.first);
    kg.shown.lit = lit();
    const { selected } = kg.state;
    kg.shown.hidden = selected && selected.kind === "entity" ? kg.hidden(selected.id).length : 0;
    listeners.forEach((listener) => listener());
  };

  const documentOf = (claim) => data.quotes.document[claims.quote[claim]];
  const byDocument = Uint32Array.from({ length: data.size }, (_, claim) => claim).sort((a, b) => documentOf(a) - documentOf(b) || a - b);

  /** What actors and issues weigh among some claims, as `weigh` in Python: the claims of each document together, issues half. */
  function weigh(kept) {
    const [chosen, seen] = [new Uint8Array(data.size), new Int32Array(data.entities.iri.length).fill(-1)];
    const [counts, sums] = [new Uint32Array(seen.length), new Float64Array(seen.length)];
    let there = [];
    function add(entity, claim) {
      if (seen[entity] === claim) return;
      seen[entity] = claim;
      if (!counts[entity]) there.push(entity);
      sums[entity] += data.worth[counts[entity] + 1] - data.worth[counts[entity]];
      counts[entity] += 1;
    }
    kept.forEach((claim) => (chosen[claim] = 1));
    let document = -1;
    for (const claim of byDocument) {
      if (!chosen[claim]) continue;
      if (documentOf(claim) !== document) {
        document = documentOf(claim);
        there.forEach((entity) => (counts[entity] = 0));
        there = [];
      }
      add(claims.subject[claim], claim);
      add(claims.object[claim], claim);
      for (let place = claims.issues.at[claim]; place < claims.issues.at[claim + 1]; place += 1) add(claims.issues.values[place], claim);
    }
    const weights = new Map();
    sums.forEach((sum, entity) => sum && weights.set(entity, kg.isIssue(entity) ? Math.floor(sum / 2) : sum));
    return weights;
  }

  /** The most important entities, and always those that the reader asked for. */
  function drawn() {
    const { focus, all } = kg.state;
    const { present, first, weights } = kg.shown;
    if (focus && focus.kind === "path") return first;
    const few = present.slice(0, all ? MOST : focus ? FOCUSED : data.limit);
    return [...new Set([...first, ...few, ...asked(new Set(few))])].filter((entity) => weights.has(entity) || first.includes(entity)).slice(0, MOST);
  }

  /** What is selected, with company when it is not there anyway, and what the reader expanded. */
  function asked(there) {
    const { selected, expanded, all } = kg.state;
    const found = all ? [] : [...ends(selected)];
    for (const id of [...found]) if (!there.has(id)) found.push(...kg.around(id).slice(0, COMPANY));
    for (const [id, count] of expanded) found.push(id, ...kg.around(id).slice(0, count));
    return found;
  }

  /** Those whom the claims that are kept link with an entity, most claims first. */
  kg.around = (id) => kg.neighbours(id, kg.shown.claims).map(([other]) => other);

  /** Those who are linked to an entity but not drawn. */
  kg.hidden = (id) => kg.around(id).filter((other) => !kg.shown.entities.has(other));

  /** Draw more of those whom claims link with an entity. */
  kg.expand = function (id) {
    const around = kg.around(id);
    const hidden = around.filter((other) => !kg.shown.entities.has(other)).slice(0, STEP);
    if (!hidden.length) return;
    kg.state.expanded.set(id, around.indexOf(hidden[hidden.length - 1]) + 1);
    kg.update();
  };

  kg.STEP = STEP;

  function ends(selected) {
    if (!selected) return [];
    return selected.kind === "entity" ? [selected.id] : [selected.id, selected.other];
  }

  /** Whether the lines of a pair are wanted in full. */
  function wanted(one, other) {
    const { selected, focus } = kg.state;
    if (focus && (focus.kind !== "actor" || focus.steps < 2)) return true;
    if (!selected) return false;
    if (selected.kind === "entity") return one === selected.id || other === selected.id;
    return (one === selected.id && other === selected.other) || (one === selected.other && other === selected.id);
  }

  /** Around one actor only its own issues are linked, which leaves the picture a star. */
  function linkable(actor, issue) {
    const { focus } = kg.state;
    return !focus || focus.kind !== "actor" || focus.ids.includes(actor) || focus.ids.includes(issue);
  }

  /** What the selection lights up: null when nothing is selected. */
  function lit() {
    const { selected, focus } = kg.state;
    if (!selected || (focus && ends(selected).every((id) => focus.ids.includes(id)) && !selected.line)) return null;
    const lines = [...kg.shown.lines.values()].filter((line) => (selected.line && kg.shown.lines.has(selected.line) ? line.id === selected.line : touches(selected, line)));
    return { lines: new Set(lines.map(({ id }) => id)), entities: new Set([...lines.flatMap(({ from, to }) => [from, to]), ...ends(selected)]) };
  }

  function touches(selected, { from, to }) {
    const both = [from, to];
    return selected.kind === "entity" ? both.includes(selected.id) : both.includes(selected.id) && both.includes(selected.other);
  }

  /** Choose an option of a filter, or give it up. */
  kg.toggle = function (facet, option, on) {
    const chosen = kg.state.chosen[facet];
    if (on) chosen.add(option);
    else chosen.delete(option);
    kg.update();
  };

  /** Change parts of the state. */
  kg.set = function (parts) {
    Object.assign(kg.state, parts);
    kg.update();
  };

  /** Look closely at an actor or issue, a pair or a way; with null at everything again. */
  kg.focusOn = function (kind, ids, steps) {
    kg.state.focus = kind ? { kind, ids, steps: steps || 1 } : null;
    kg.state.expanded.clear();
    kg.update();
    kg.fit();
  };

  /** Back to how the page opened. */
  kg.reset = function () {
    kg.unmove();
    Object.assign(kg.state, opening(), { view: kg.state.view });
    kg.update();
  };

  kg.opening = opening;

  /** Whether any filter is set. */
  kg.narrowed = function () {
    const { chosen, from, to, confidence, words, focus } = kg.state;
    return Object.values(chosen).some((some) => some.size > 0) || from !== null || to !== null || confidence > 0 || words !== "" || focus !== null;
  };
})((window.kg = window.kg || {}));
