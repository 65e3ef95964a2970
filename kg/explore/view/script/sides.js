/* The sources side by side on a pair: what each says of the two. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const { claims } = data;
  const MOST = 30; // pairs to choose from
  const COLUMNS = 8;

  const sourceOf = (number) => kg.documentOf(number).publisher || kg.documentOf(number).title;

  /** Pairs of actors of which more than one source speaks, those with disagreements first, then those with most sources. */
  function pairs() {
    const found = new Map();
    for (const number of kg.shown.claims) {
      const ends = [claims.subject[number], claims.object[number]].sort((a, b) => a - b);
      if (ends[0] === ends[1] || ends.some(kg.isIssue)) continue;
      const key = ends.join(" ");
      if (!found.has(key)) found.set(key, { ends, sources: new Set(), claims: [], disputed: false });
      const pair = found.get(key);
      pair.sources.add(sourceOf(number));
      pair.claims.push(number);
      if (kg.disputes.of.has(number)) pair.disputed = true;
    }
    return [...found.values()].filter(({ sources }) => sources.size > 1).sort((a, b) => b.disputed - a.disputed || b.sources.size - a.sources.size || b.claims.length - a.claims.length);
  }

  /** "5 claims: 3+ / 1−". */
  const told = (numbers) => `${kg.count(numbers.length, "claim")}: ${kg.balance(kg.tally(numbers))}`;

  function choice() {
    const all = pairs();
    const row = ({ ends: [one, other], sources, claims: some, disputed }) => el("button", { type: "button", class: "row", click: () => kg.open("pair", one, other) },
      el("span", { class: "name" }, kg.name(one), kg.dash(), kg.name(other)), disputed ? kg.badge() : null, el("span", { class: "number" }, `${kg.count(sources.size, "source")}, ${told(some)}`));
    const lead = all.length ? "Choose a pair of which several sources speak." : "No pair here is spoken of by more than one source.";
    return [el("p", { class: "lead" }, lead), ...kg.paged(all, row, { class: "rows" }, MOST)];
  }

  function entry(number) {
    const claim = kg.claim(number);
    const line = { sign: claim.sign, status: claim.status, negated: claim.polarity === "negated", mutual: claim.relation.mutual };
    const show = () => kg.open("pair", claim.subject, claim.object, null, number);
    return el("div", { class: kg.disputes.of.has(number) ? "disputed" : "" },
      el("p", {}, kg.sample(line), " ", ...kg.sentence(claim), kg.disputes.of.has(number) ? kg.badge() : null),
      el("p", {}, kg.button(kg.quoteMarks(kg.words(claim.quote)).join(kg.words(claim.quote)), show, { class: "link sentence" })),
      el("p", { class: "hint" }, [kg.capital(claim.factuality), claim.likelihood && claim.likelihood[0], kg.date(data.documents[claim.document].published)].filter(Boolean).join(" · ")));
  }

  function renderSides() {
    const { selected } = kg.state;
    if (!selected || selected.kind !== "pair") return choice();
    const numbers = kg.shown.claims.filter((number) => kg.joins(number, selected.id, selected.other));
    const sources = new Map();
    numbers.forEach((number) => sources.set(sourceOf(number), [...(sources.get(sourceOf(number)) || []), number]));
    const ordered = [...sources].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0], "en"));
    const column = ([source, some]) => el("section", { class: "side" }, el("h3", {}, source, el("span", { class: "number" }, told(some))), ...kg.paged(some, entry, { class: "plain" }, 20));
    const left = ordered.length > COLUMNS ? ` Showing ${COLUMNS} of ${ordered.length} sources.` : "";
    return [
      el("p", {}, el("strong", {}, `${kg.name(selected.id)} – ${kg.name(selected.other)}, as ${kg.count(sources.size, "source")} tell it.`), `${left} `, kg.button("Another pair", () => kg.open(null), { class: "link" })),
      el("div", { class: "sides" }, ...ordered.slice(0, COLUMNS).map(column)),
    ];
  }

  kg.views = { ...kg.views, sides: renderSides };
})((window.kg = window.kg || {}));
