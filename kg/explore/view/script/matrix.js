/* Who stands how to whom: actors by actors, and actors by issues, each cell with how many of its claims are of each tone. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const { claims, relations } = data;
  const MOST = 20; // rows and columns
  const COUNT = data.entities.iri.length; // a cell is numbered by its row times this and its column

  /** How many claims of each tone lie in each cell: `toneOf` says what a claim counts for, `cellsOf` in which cells it lies. */
  function tallied(toneOf, cellsOf) {
    const cells = new Map();
    for (const number of kg.shown.claims) {
      const tone = toneOf(number);
      if (tone === null) continue;
      for (const [row, column] of cellsOf(number)) {
        const key = row * COUNT + column;
        const found = cells.get(key) || { 1: 0, "-1": 0, 0: 0, disputed: false };
        cells.set(key, found);
        found[tone] += 1;
        if (kg.disputes.of.has(number)) found.disputed = true;
      }
    }
    return cells;
  }

  const ends = (number) => [claims.subject[number], claims.object[number]];

  const meet = (number) => !ends(number).some(kg.isIssue) && claims.subject[number] !== claims.object[number];

  function between(number) {
    const [subject, object] = ends(number);
    if (!meet(number)) return [];
    return relations[claims.relation[number]].mutual ? [[subject, object], [object, subject]] : [[subject, object]];
  }

  /** What two actors do around an issue is no stance of either. */
  const around = (number) => (meet(number) ? [...new Set(kg.list(claims.issues, number))].flatMap((issue) => ends(number).map((actor) => [actor, issue])) : []);

  const towards = (number) => [ends(number)];

  /** From -2, all conflict, to 2, all cooperation; with as much of both 0. */
  function lean(counts) {
    const balance = (counts[1] - counts[-1]) / (counts[1] + counts[-1]);
    return Math.sign(balance) * Math.ceil(2 * Math.abs(balance));
  }

  /** What a cell says: in numbers, in a hue for the balance and a strength for how many there are, and in words. */
  function cell(counts, row, column, wordsOf) {
    if (row === column) return el("td", { class: "self" });
    if (!counts) return el("td", {});
    const weighed = counts[1] + counts[-1];
    const strength = Math.min(4, Math.ceil(Math.log2((weighed || counts[0]) + 1)));
    const label = `${kg.name(row)}, ${kg.name(column)}: ${wordsOf(counts)}${counts.disputed ? ", sources disagree" : ""}`;
    return el("td", { class: `cell lean${weighed ? lean(counts) : "none"} strength${strength}` },
      el("button", { type: "button", "aria-label": label, title: label, click: () => kg.open("pair", row, column) }, kg.balance(counts), counts.disputed ? el("sup", { "aria-hidden": "true" }, "≠") : null));
  }

  function grid(rows, columns, cells, corner, wordsOf) {
    const head = el("tr", {}, el("th", { scope: "col", class: "corner" }, corner), ...columns.map((id) => el("th", { scope: "col", class: "tilted" }, el("span", {}, kg.link(id)))));
    const body = rows.map((row) => el("tr", {}, el("th", { scope: "row" }, kg.link(row, true)), ...columns.map((column) => cell(cells.get(row * COUNT + column), row, column, wordsOf))));
    return el("table", { class: "matrix" }, el("thead", {}, head), el("tbody", {}, ...body));
  }

  const swatch = (name, words) => [el("span", { class: `swatch lean${name} strength4` }, words), " "];

  /** How a cell is read; `up` and `down` say what its two numbers count. */
  const key = (up, down) => el("p", { class: "hint" },
    ...swatch(2, "3+ / 0−"), `only ${up} `, ...swatch(1, "3+ / 2−"), ...swatch(0, "2+ / 2−"), "evenly mixed ", ...swatch(-1, "2+ / 3−"), ...swatch(-2, "0+ / 3−"), `only ${down} `, ...swatch("none", "3 neutral"),
    " neither. + counts claims of ", up, ", − claims of ", down, "; the more, the stronger the colour. Counted: claims stated, reported, alleged or planned.");

  function sheet(title, shown, hint, table) {
    return el("section", { class: "sheet" }, el("p", {}, el("strong", {}, title), ` ${shown}`), hint, el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": title }, table));
  }

  const of = (some, all, what) => (some === all ? `${all} ${what}` : `${some} of ${all} ${what}`);

  function actors(cells) {
    const there = new Set([...cells.keys()].flatMap((cell) => [Math.floor(cell / COUNT), cell % COUNT]).filter((id) => !kg.isIssue(id)));
    return kg.shown.present.filter((id) => there.has(id));
  }

  function renderMatrix() {
    const cells = tallied(kg.toneOf, between);
    const all = actors(cells);
    const some = all.slice(0, MOST);
    return [sheet("Who does what to whom", `Showing ${of(some.length, all.length, "actors")}; rows act, columns are acted upon.`, key("cooperation", "conflict"), grid(some, some, cells, "actor ↓ target →", kg.toneWords))];
  }

  const stanceWords = (counts) => [[1, "for it"], [-1, "against it"], [0, "neutral"]].filter(([tone]) => counts[tone]).map(([tone, word]) => `${counts[tone]} ${word}`).join(", ");

  function byIssue(title, meaning, cells, hint, wordsOf) {
    const all = actors(cells);
    const there = new Set([...cells.keys()].map((cell) => cell % COUNT));
    const issues = kg.shown.present.filter((id) => there.has(id));
    const [some, few] = [all.slice(0, MOST), issues.slice(0, MOST)];
    if (!all.length) return el("p", {}, el("strong", {}, title), ` ${meaning} No claim that is shown says so.`);
    return sheet(title, `${meaning} Showing ${of(some.length, all.length, "actors")} and ${of(few.length, issues.length, "issues")}.`, hint, grid(some, few, cells, "actor ↓ issue →", wordsOf));
  }

  function renderIssues() {
    return [
      byIssue("Stance on the issue.", "Claims in which the actor does something to the issue itself: supports, opposes, quits it.", tallied(kg.stanceOf, towards), key("support", "opposition"), stanceWords),
      byIssue("Tone of what is said around it.", "Claims between the actor and another that are about the issue; no stance of the actor.", tallied(kg.toneOf, around), key("cooperation", "conflict"), kg.toneWords),
    ];
  }

  kg.views = { ...kg.views, matrix: renderMatrix, issues: renderIssues };
})((window.kg = window.kg || {}));
