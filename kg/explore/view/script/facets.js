/* The filters: which options each claim falls under, and how many claims every option would leave. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const { claims, quotes, relations, documents, size } = data;
  const { factuality: FACTUALITIES, polarity: POLARITIES } = claims.names;

  /** A table of strings and, for each item, its number in it. */
  function table(length, of) {
    const numbers = new Map();
    const column = new Uint32Array(length);
    for (let item = 0; item < length; item += 1) {
      const value = of(item);
      if (!numbers.has(value)) numbers.set(value, numbers.size);
      column[item] = numbers.get(value);
    }
    return { options: [...numbers.keys()], column };
  }

  /** Claims are counted once for an option, however often they name it. */
  const unique = (values) => [...new Set(values)];
  const documentOf = (claim) => quotes.document[claims.quote[claim]];
  const places = (claim) => [documentOf(claim), ...Array.from(kg.list(claims.copies, claim), (quote) => quotes.document[quote])];

  const groups = table(relations.length, (relation) => relations[relation].group);
  const publishers = table(documents.length, (document) => documents[document].publisher);
  const OWN = "The document itself";
  const speakers = new Map([[OWN, 0]]);
  const spoken = claims.chains.map((chain) => (chain.length ? chain.map(([who]) => speaker(who || "Unnamed")) : [0]));

  function speaker(who) {
    if (!speakers.has(who)) speakers.set(who, speakers.size);
    return speakers.get(who);
  }

  /** The communities of the ends of a claim; 0 is that of those who have none. */
  const communities = (claim) => unique([data.community[claims.subject[claim]], data.community[claims.object[claim]]]).filter((number) => number > 0);

  const single = (column) => ({ at: null, values: column });
  const mapped = (of) => single(Uint32Array.from({ length: size }, (_, claim) => of(claim)));

  /** How a tone looks, by its option: conflict, neutral, cooperation, not counted. */
  kg.toneLook = (option) => data.looks.signs[option - 1] || data.looks.uncounted;

  const named = (values) => (option) => values[option];
  const iris = data.entities.iri;

  /**
   * Each filter: which options its claims fall under (`of`), what an option is called in an address (`code`) and on the page
   * (`label`). Within a filter any chosen option will do, but every filter must be satisfied.
   */
  kg.facets = [
    { id: "change", title: "Change", of: mapped(kg.changeOf), code: named(kg.changes.kinds), label: named(kg.changes.titles) },
    { id: "kind", title: "Kind of actor", of: kg.lists(size, (claim) => unique([data.entities.kind[claims.subject[claim]], data.entities.kind[claims.object[claim]]])), code: named(data.kinds), label: (option) => data.looks.kinds[data.kinds[option]].label },
    { id: "group", title: "Relations", of: mapped((claim) => groups.column[claims.relation[claim]]), code: named(groups.options) },
    { id: "relation", title: "Relation type", of: single(claims.relation), code: (option) => relations[option].iri, label: (option) => relations[option].label },
    { id: "tone", title: "Tone", of: single(claims.tone), code: named(["-1", "0", "1", "none"]), label: (option) => kg.toneLook(option).label },
    { id: "factuality", title: "Factuality", of: single(claims.factuality), code: named(FACTUALITIES), label: (option) => kg.capital(FACTUALITIES[option]) },
    { id: "polarity", title: "Polarity", of: single(claims.polarity), code: named(POLARITIES), label: (option) => kg.capital(POLARITIES[option]) },
    { id: "issue", title: "Issue", of: kg.lists(size, kg.topics), code: named(iris), label: kg.name },
    { id: "speaker", title: "Speaker", of: kg.lists(size, (claim) => unique(spoken[claims.chain[claim]])), code: named([...speakers.keys()]) },
    { id: "publisher", title: "Publisher", of: kg.lists(size, (claim) => unique(places(claim).map((document) => publishers.column[document]))), code: named(publishers.options), label: (option) => publishers.options[option] || "(unknown)" },
    { id: "document", title: "Document", of: kg.lists(size, (claim) => unique(places(claim))), code: (option) => documents[option].id || documents[option].source, label: (option) => documents[option].title },
    { id: "community", title: "Community", of: kg.lists(size, communities), code: (option) => String(option), label: (option) => data.communities[option - 1] },
    { id: "dispute", title: "Agreement", of: mapped((claim) => (kg.disputes.of.has(claim) ? 1 : 0)), code: named(["no", "yes"]), label: named(["No other source contradicts", "Sources disagree"]) },
  ];

  for (const facet of kg.facets) {
    facet.label = facet.label || facet.code;
    facet.size = facet.of.values.reduce((most, value) => Math.max(most, value + 1), 0);
    facet.codes = new Map(Array.from({ length: facet.size }, (_, option) => [facet.code(option), option]));
  }

  /** The filter with an id. */
  kg.facet = (id) => kg.facets.find((facet) => facet.id === id);

  /** Call a function with every option of a claim. */
  function each({ at, values }, claim, use) {
    if (!at) use(values[claim]);
    else for (let place = at[claim]; place < at[claim + 1]; place += 1) use(values[place]);
  }

  function blocks({ of, size: options }, chosen) {
    const allowed = new Uint8Array(options);
    chosen.forEach((option) => (allowed[option] = 1));
    if (!of.at) return (claim) => !allowed[of.values[claim]];
    return (claim) => {
      for (let place = of.at[claim]; place < of.at[claim + 1]; place += 1) if (allowed[of.values[place]]) return false;
      return true;
    };
  }

  /**
   * The claims that satisfy everything, and for each filter how many claims every option would give with the others as they are.
   * @param {Object<string, Set<number>>} chosen
   * @param {Array<{id: string, blocks: function(number): boolean}>} further tests beside the filters
   */
  kg.filtered = function (chosen, further) {
    const tests = kg.facets.filter((facet) => chosen[facet.id].size).map((facet) => ({ id: facet.id, blocks: blocks(facet, chosen[facet.id]) }));
    const all = [...tests, ...further];
    const failed = new Uint8Array(size);
    const by = new Uint8Array(size);
    all.forEach((test, place) => {
      for (let claim = 0; claim < size; claim += 1) {
        if (failed[claim] < 2 && test.blocks(claim)) {
          failed[claim] += 1;
          by[claim] = place;
        }
      }
    });
    const kept = [];
    for (let claim = 0; claim < size; claim += 1) if (!failed[claim]) kept.push(claim);
    const missing = (id) => (claim) => failed[claim] === 0 || (failed[claim] === 1 && all[by[claim]].id === id);
    return { kept, missing, counts: Object.fromEntries(kg.facets.map((facet) => [facet.id, counted(facet, missing(facet.id))])) };
  };

  function counted(facet, counts) {
    const tally = new Uint32Array(facet.size);
    const add = (option) => (tally[option] += 1);
    for (let claim = 0; claim < size; claim += 1) if (counts(claim)) each(facet.of, claim, add);
    return tally;
  }
})((window.kg = window.kg || {}));
