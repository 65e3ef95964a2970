/* What the page knows and what of it is shown: data, filters, selection. Everything else reads from here and listens for changes. */
(function (kg) {
  "use strict";

  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = { ...read("data"), nodes: read("nodes"), edges: read("edges"), options: read("options") };
  const { claims, bundles, entities, relations, quotes } = data;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const listeners = [];
  const COMPANY = 12; // how many that it is linked to an entity outside the overview brings along

  kg.data = data;
  kg.dark = dark;

  /** The colour of a look under the present colour scheme. */
  kg.tone = (look) => (dark.matches ? look.dark : look.light);

  claims.forEach((claim, number) => {
    claim.number = number;
    claim.sign = relations[claim.relation].sign;
    claim.topics = issuesOf(claim);
  });

  function issuesOf(claim) {
    const ends = [claim.subject, claim.object].filter((end) => entities[end].kind === "Issue");
    return [...new Set([...claim.issues, ...ends])];
  }

  /**
   * The filters. Each says which of its options a claim falls under; within a filter any chosen option will do, but every filter
   * must be satisfied. Those without a title are set elsewhere: `entity` by "Show only this", `relation` by the search.
   */
  kg.facets = [
    { id: "group", title: "Relation", of: (claim) => [relations[claim.relation].group] },
    { id: "sign", title: "Sign", of: (claim) => [claim.sign] },
    { id: "factuality", title: "Factuality", of: (claim) => [claim.factuality] },
    { id: "polarity", title: "Polarity", of: (claim) => [claim.polarity] },
    { id: "issue", title: "Issue", of: (claim) => claim.topics },
    { id: "document", title: "Document", of: (claim) => [claim.quote, ...claim.copies].map((quote) => quotes[quote].document) },
    { id: "relation", title: "", of: (claim) => [claim.relation] },
    { id: "entity", title: "", of: (claim) => [claim.subject, claim.object, ...claim.topics] },
  ];

  kg.state = { chosen: {}, all: false, selected: null };
  for (const facet of kg.facets) kg.state.chosen[facet.id] = new Set();

  /** What is shown now; made anew by `kg.update`. */
  kg.shown = null;

  /** Call a function after every change. */
  kg.listen = (listener) => listeners.push(listener);

  /** Work out what is shown and tell everybody. */
  kg.update = function () {
    const { kept, counts } = filtered();
    const weights = weigh(kept);
    const present = [...weights.keys()].sort((a, b) => weights.get(b) - weights.get(a) || a - b);
    const drawn = new Set(kg.state.all ? present : chosenFew(present));
    const lines = new Map();
    bundles.forEach((bundle, id) => {
      const left = bundle.claims.filter((number) => kept.has(number));
      const { from, to } = data.edges[id];
      if (left.length && drawn.has(from) && drawn.has(to)) lines.set(id, left);
    });
    const told = new Set([...lines.values()].flat());
    kg.shown = { claims: kept, told, counts, weights, present, entities: drawn, bundles: lines, lit: null };
    kg.shown.lit = lit();
    listeners.forEach((listener) => listener());
  };

  /** Claims that satisfy all filters, and for each filter how many claims each option would give with the others as they are. */
  function filtered() {
    const kept = new Set();
    const counts = Object.fromEntries(kg.facets.map((facet) => [facet.id, new Map()]));
    for (const claim of claims) {
      const failed = kg.facets.filter((facet) => fails(facet, claim));
      if (!failed.length) kept.add(claim.number);
      const counted = failed.length ? failed : kg.facets;
      if (failed.length < 2) counted.forEach((facet) => tally(counts[facet.id], facet.of(claim)));
    }
    return { kept, counts };
  }

  function fails(facet, claim) {
    const chosen = kg.state.chosen[facet.id];
    return chosen.size > 0 && !facet.of(claim).some((option) => chosen.has(option));
  }

  function tally(counts, options) {
    options.forEach((option) => counts.set(option, (counts.get(option) || 0) + 1));
  }

  function weigh(kept) {
    const weights = new Map();
    const add = (entity, weight) => weights.set(entity, (weights.get(entity) || 0) + weight);
    kept.forEach((number) => {
      const claim = claims[number];
      add(claim.subject, 1);
      add(claim.object, 1);
      claim.issues.forEach((issue) => add(issue, 0.5));
    });
    return weights;
  }

  /** The most important entities, and always those that the reader asked for. */
  function chosenFew(present) {
    const few = present.slice(0, data.limit);
    const asked = [...kg.state.chosen.entity, ...ends(kg.state.selected)];
    const company = asked.filter((entity) => !few.includes(entity)).flatMap((entity) => neighbours(entity).slice(0, COMPANY));
    const there = new Set(present);
    return [...few, ...[...asked, ...company].filter((entity) => there.has(entity))];
  }

  /** What an entity is linked to, most important first. */
  function neighbours(entity) {
    const found = data.edges.filter(({ from, to }) => from === entity || to === entity).map(({ from, to }) => (from === entity ? to : from));
    return [...new Set(found)].sort((a, b) => a - b);
  }

  function ends(selected) {
    if (!selected) return [];
    if (selected.kind === "entity") return [selected.id];
    return [data.edges[selected.id].from, data.edges[selected.id].to];
  }

  /** What the selection lights up: null when nothing is selected. */
  function lit() {
    const { selected } = kg.state;
    if (!selected) return null;
    const lines = [...kg.shown.bundles.keys()].filter((id) => touches(selected, id));
    const around = lines.flatMap((id) => [data.edges[id].from, data.edges[id].to]);
    return { bundles: new Set(lines), entities: new Set([...around, ...ends(selected)]) };
  }

  function touches(selected, id) {
    if (selected.kind === "bundle") return selected.id === id;
    return data.edges[id].from === selected.id || data.edges[id].to === selected.id;
  }

  /** Select an entity or a line, or with null nothing. */
  kg.select = function (kind, id) {
    kg.state.selected = kind ? { kind, id } : null;
    kg.update();
  };

  /** Choose an option of a filter, or give it up. */
  kg.toggle = function (facet, option, on) {
    const chosen = kg.state.chosen[facet];
    if (on) chosen.add(option);
    else chosen.delete(option);
    kg.update();
  };

  /** Back to how the page opened. */
  kg.reset = function () {
    Object.values(kg.state.chosen).forEach((chosen) => chosen.clear());
    kg.state.all = false;
    kg.select(null);
  };

  /** Whether any filter is set. */
  kg.narrowed = () => Object.values(kg.state.chosen).some((chosen) => chosen.size > 0);
})((window.kg = window.kg || {}));
