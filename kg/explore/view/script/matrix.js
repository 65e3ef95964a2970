/* Who stands how to whom: actors by actors, and actors by issues, each cell with the signs of its claims. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const { claims, relations } = data;
  const MOST = 20; // rows and columns
  const COUNT = data.entities.iri.length; // a cell is numbered by its row times this and its column

  const NOT_HELD = new Set(["denied", "hypothetical"]);

  /** Whether a claim counts for a sign: what is negated, denied, only supposed or not there any more does not. */
  const holds = (number) => kg.changes.kinds[kg.changeOf(number)] !== "removed" && claims.names.polarity[claims.polarity[number]] === "affirmed" && !NOT_HELD.has(claims.names.factuality[claims.factuality[number]]);

  /** Tallies of signs by pairs: `pairsOf` says between whom a claim stands. */
  function tallied(pairsOf) {
    const cells = new Map();
    for (const number of kg.shown.claims.filter(holds)) {
      for (const [row, column] of pairsOf(number)) {
        const key = row * COUNT + column;
        const found = cells.get(key) || { 1: 0, "-1": 0, 0: 0, disputed: false };
        cells.set(key, found);
        found[relations[claims.relation[number]].sign] += 1;
        if (kg.disputes.of.has(number)) found.disputed = true;
      }
    }
    return cells;
  }

  const ends = (number) => [claims.subject[number], claims.object[number]];

  function between(number) {
    const [subject, object] = ends(number);
    if (kg.isIssue(subject) || kg.isIssue(object) || subject === object) return [];
    return relations[claims.relation[number]].mutual ? [[subject, object], [object, subject]] : [[subject, object]];
  }

  function about(number) {
    const actors = ends(number).filter((end) => !kg.isIssue(end));
    return kg.topics(number).flatMap((issue) => [...new Set(actors)].map((actor) => [actor, issue]));
  }

  /** What a cell says: in a colour for the eye, in a mark for those who see none, in words for those who listen. */
  function cell(counts, row, column) {
    if (row === column) return el("td", { class: "self" });
    if (!counts) return el("td", {});
    const total = counts[1] + counts[-1] + counts[0];
    const lean = counts[1] > counts[-1] ? 1 : counts[1] < counts[-1] ? -1 : 0;
    const mixed = lean === 0 && counts[1] > 0;
    const mark = mixed ? "±" : { 1: "+", "-1": "−", 0: "·" }[lean];
    const words = [1, -1, 0].filter((sign) => counts[sign]).map((sign) => `${counts[sign]} ${data.looks.signs[sign].label.toLowerCase()}`).join(", ");
    const strength = Math.min(4, Math.ceil(Math.log2(total + 1)));
    const label = `${kg.name(row)}, ${kg.name(column)}: ${words}${counts.disputed ? ", sources disagree" : ""}`;
    return el("td", { class: `cell lean${mixed ? "x" : lean} strength${strength}` },
      el("button", { type: "button", "aria-label": label, title: label, click: () => kg.open("pair", row, column) }, `${mark}${total}`, counts.disputed ? el("sup", { "aria-hidden": "true" }, "≠") : null));
  }

  function grid(rows, columns, cells, corner) {
    const head = el("tr", {}, el("th", { scope: "col", class: "corner" }, corner), ...columns.map((id) => el("th", { scope: "col", class: "tilted" }, el("span", {}, kg.link(id)))));
    const body = rows.map((row) => el("tr", {}, el("th", { scope: "row" }, kg.link(row, true)), ...columns.map((column) => cell(cells.get(row * COUNT + column), row, column))));
    return el("table", { class: "matrix" }, el("thead", {}, head), el("tbody", {}, ...body));
  }

  const key = () => el("p", { class: "hint" },
    el("span", { class: "swatch lean1 strength4" }, "+"), " more cooperative ", el("span", { class: "swatch lean-1 strength4" }, "−"), " more conflictual ",
    el("span", { class: "swatch leanx strength4" }, "±"), " as much of both ", el("span", { class: "swatch lean0 strength4" }, "·"), " neutral. The number counts claims that are affirmed and not denied or only supposed.");

  function sheet(title, shown, table) {
    return [el("p", {}, el("strong", {}, title), ` ${shown}`), key(), el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": title }, table)];
  }

  const of = (some, all, what) => (some === all ? `${all} ${what}` : `${some} of ${all} ${what}`);

  function actors(cells) {
    const there = new Set([...cells.keys()].flatMap((cell) => [Math.floor(cell / COUNT), cell % COUNT]).filter((id) => !kg.isIssue(id)));
    return kg.shown.present.filter((id) => there.has(id));
  }

  function renderMatrix() {
    const cells = tallied(between);
    const all = actors(cells);
    const some = all.slice(0, MOST);
    return sheet("Who does what to whom", `Showing ${of(some.length, all.length, "actors")}; rows act, columns are acted upon.`, grid(some, some, cells, "from ↓ to →"));
  }

  function renderIssues() {
    const cells = tallied(about);
    const all = actors(cells);
    const there = new Set([...cells.keys()].map((cell) => cell % COUNT));
    const issues = kg.shown.present.filter((id) => there.has(id));
    const [some, few] = [all.slice(0, MOST), issues.slice(0, MOST)];
    return sheet("Who is involved in what", `Showing ${of(some.length, all.length, "actors")} and ${of(few.length, issues.length, "issues")}.`, grid(some, few, cells, "actor ↓ issue →"));
  }

  kg.views = { ...kg.views, matrix: renderMatrix, issues: renderIssues };
})((window.kg = window.kg || {}));
