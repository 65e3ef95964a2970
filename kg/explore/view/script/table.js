/* The claims that are shown as a table: to sort, to copy, and to take along as CSV or Turtle. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const { claims, relations } = data;
  const PAGE = 100; // rows that are written before "more"
  const sorting = { column: "", down: false };

  const speakers = (number) => claims.chains[claims.chain[number]].map(([who]) => who || "unnamed").join(" < ");
  const likelihood = (number) => (claims.likelihoods[claims.likelihood[number]] || [""])[0];

  /** What stands in each column; `sort` is what it is ordered by where that is another thing. */
  const COLUMNS = [
    { id: "subject", title: "Subject", of: (number) => kg.name(claims.subject[number]), cell: (number) => kg.link(claims.subject[number]) },
    { id: "relation", title: "Relation", of: (number) => relations[claims.relation[number]].label, cell: relationCell },
    { id: "object", title: "Object", of: (number) => kg.name(claims.object[number]), cell: (number) => kg.link(claims.object[number]) },
    { id: "sentence", title: "Sentence", of: (number) => kg.words(claims.quote[number]), cell: sentenceCell },
    { id: "polarity", title: "Polarity", of: (number) => claims.names.polarity[claims.polarity[number]] },
    { id: "factuality", title: "Factuality", of: (number) => claims.names.factuality[claims.factuality[number]] },
    { id: "likelihood", title: "Likelihood", of: likelihood, sort: (number) => (claims.likelihoods[claims.likelihood[number]] || ["", -1])[1] },
    { id: "speaker", title: "Speaker", of: speakers },
    { id: "issues", title: "Issues", of: (number) => Array.from(kg.list(claims.issues, number), kg.name).join("; ") },
    { id: "document", title: "Document", of: (number) => kg.documentOf(number).title },
    { id: "publisher", title: "Publisher", of: (number) => kg.documentOf(number).publisher },
    { id: "published", title: "Date", of: (number) => kg.documentOf(number).published },
    { id: "confidence", title: "Confidence", of: (number) => String(claims.confidence[number] / 100), sort: (number) => claims.confidence[number] },
  ];

  function relationCell(number) {
    const { label, sign } = relations[claims.relation[number]];
    const line = { sign, status: kg.statusOf(number), negated: kg.isNegated(number), mutual: false };
    const dispute = kg.disputes.of.has(number) ? kg.badge() : null;
    return el("span", { class: "with-sample" }, kg.sample(line), el("span", { class: `relation sign${sign}` }, label), dispute);
  }

  function sentenceCell(number) {
    return kg.button(kg.words(claims.quote[number]), () => kg.open("pair", claims.subject[number], claims.object[number], null, number), { class: "link sentence" });
  }

  function sorted() {
    const column = COLUMNS.find(({ id }) => id === sorting.column);
    if (!column) return kg.shown.claims;
    const key = column.sort || column.of;
    const keyed = kg.shown.claims.map((number) => [key(number), number]);
    const order = (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * (sorting.down ? -1 : 1) || a[1] - b[1];
    return keyed.sort(order).map(([, number]) => number);
  }

  function sortBy(id) {
    sorting.down = sorting.column === id && !sorting.down;
    sorting.column = id;
    kg.renderView();
    kg.byId(`sort-${id}`).focus();
  }

  function heading({ id, title }) {
    const here = sorting.column === id;
    const arrow = here ? el("span", { "aria-hidden": "true" }, sorting.down ? " ↓" : " ↑") : null;
    return el("th", { scope: "col", "aria-sort": here ? (sorting.down ? "descending" : "ascending") : null }, kg.button([title, arrow], () => sortBy(id), { class: "link", id: `sort-${id}` }));
  }

  const row = (number) => el("tr", {}, ...COLUMNS.map(({ id, of, cell }) => el("td", { class: `c-${id}` }, cell ? cell(number) : of(number))));

  /** RFC 4180; a value that a spreadsheet would take for a formula is kept from being one. */
  function csv(numbers) {
    const safe = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
    const quoted = (text) => `"${safe(text).replaceAll('"', '""')}"`;
    const lines = [["id", ...COLUMNS.map(({ id }) => id)], ...numbers.map((number) => [claims.id[number], ...COLUMNS.map(({ of }) => of(number))])];
    return lines.map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
  }

  const tabbed = (numbers) => [COLUMNS.map(({ title }) => title), ...numbers.map((number) => COLUMNS.map(({ of }) => of(number).replace(/\s+/g, " ")))].map((line) => line.join("\t")).join("\n");

  /** Through a text box, as pages that are opened from a disk may not write to the clipboard themselves. */
  function copy() {
    const box = el("textarea", { class: "sr", "aria-hidden": "true", tabindex: -1 });
    box.value = tabbed(sorted());
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    kg.say(done ? `${kg.count(kg.shown.claims.length, "claim")} copied` : "The browser does not let this page copy");
  }

  function renderTable() {
    const numbers = sorted();
    const body = el("tbody", {});
    const button = kg.button("", grow, { class: "link more" });
    let next = 0;
    function grow() {
      const from = next;
      next = Math.min(numbers.length, next + PAGE);
      body.append(...numbers.slice(from, next).map(row));
      button.textContent = `${(numbers.length - next).toLocaleString("en")} more`;
      button.hidden = next >= numbers.length;
    }
    grow();
    const name = kg.count(numbers.length, "claim");
    return [
      el("div", { class: "buttons" },
        el("strong", {}, name),
        kg.button("Copy", copy),
        kg.button("CSV", () => kg.download("claims.csv", csv(sorted()), "text/csv")),
        kg.button("Turtle", () => kg.download("claims.ttl", kg.turtle(sorted()), "text/turtle"))),
      el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Table of claims" },
        el("table", {}, el("caption", { class: "sr" }, name), el("thead", {}, el("tr", {}, ...COLUMNS.map(heading))), body), button),
    ];
  }

  kg.views = { ...kg.views, table: renderTable };
})((window.kg = window.kg || {}));
