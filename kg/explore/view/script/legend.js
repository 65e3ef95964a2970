/* What shapes, colours and lines mean; only what occurs in this graph is listed. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const { kinds, signs, statuses } = data.looks;
  const plain = { sign: 0, status: "asserted", negated: false, mutual: false };

  function row(picture, label, meaning) {
    return el("li", { title: meaning }, picture, label);
  }

  function part(title, rows) {
    return rows.length > 0 ? el("section", {}, el("h3", {}, title), el("ul", {}, ...rows)) : null;
  }

  function used(property) {
    return new Set(data.bundles.filter((bundle) => bundle.status !== null).map((bundle) => bundle[property]));
  }

  function kindRows() {
    const present = new Set(data.entities.map((entity) => entity.kind));
    return Object.keys(kinds).filter((kind) => present.has(kind)).map((kind) => row(kg.symbol(kind), kinds[kind].label));
  }

  function signRows() {
    const present = used("sign");
    return [1, -1, 0].filter((sign) => present.has(sign)).map((sign) => row(kg.sample({ ...plain, sign }), signs[sign].label));
  }

  function statusRows() {
    const present = used("status");
    const rows = Object.keys(statuses).filter((status) => present.has(status)).map((status) =>
      row(kg.sample({ ...plain, status }), statuses[status].label, statuses[status].meaning));
    if (used("negated").has(true)) rows.push(row(kg.sample({ ...plain, negated: true }), "Negated", "the sentence says that it is not so"));
    return rows;
  }

  function otherRows() {
    const rows = [];
    if (used("mutual").has(true)) rows.push(row(kg.sample({ ...plain, mutual: true }), "Mutual", "the relation has no direction"));
    if (data.bundles.some((bundle) => bundle.status === null)) rows.push(row(kg.sample({ ...plain, status: null, mutual: true }), "Is about an issue", "claims of the actor are about the issue"));
    return rows;
  }

  function draw() {
    const lines = [...statusRows(), ...otherRows(), el("li", { class: "hint" }, "thicker: more claims")];
    const parts = [part("Symbols", kindRows()), part("Colours", signRows()), part("Lines", lines)];
    kg.byId("legend-body").replaceChildren(...parts.filter(Boolean));
  }

  kg.dark.addEventListener("change", draw);
  draw();
})((window.kg = window.kg || {}));
