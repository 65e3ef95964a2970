/* What changed from one graph to another, where the page compares two. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const KINDS = ["same", "added", "changed", "removed"];
  const MARKS = ["", "+", "~", "\u2212"];
  const TITLES = ["Unchanged", "Added", "Changed", "Removed"];
  const found = data.changes && kg.column(data.changes.of);

  /** What the page tells of a claim: 0 for the same in both graphs, 1 for new, 2 for changed, 3 for gone. */
  kg.changeOf = (claim) => (found ? found[claim] : 0);

  kg.changes = { any: Boolean(found), kinds: KINDS, titles: TITLES, marks: MARKS };

  /** The mark of claims that are new, changed or gone; nothing for the others. */
  kg.changeBadge = (change) => (change ? el("span", { class: `badge change-${KINDS[change]}`, title: TITLES[change] }, MARKS[change], el("span", { class: "sr" }, ` ${KINDS[change]}`)) : null);

  /** What became of a claim, in words. */
  kg.changeOfClaim = function (number) {
    const change = kg.changeOf(number);
    if (!change) return null;
    const aspects = (data.changes.aspects[number] || []).map(([name, old, now]) => el("li", {}, `${name}: ${old || "none"} \u2192 ${now || "none"}`));
    const words = change === 3 ? "Removed: the graph does not say this any more" : TITLES[change];
    const mark = el("span", { class: `badge change-${KINDS[change]}`, "aria-hidden": "true" }, MARKS[change]);
    return el("div", { class: "change" }, mark, ` ${words}`, aspects.length ? el("ul", {}, ...aspects) : null);
  };
})((window.kg = window.kg || {}));
