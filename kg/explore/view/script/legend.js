/* What shapes, colours and lines mean; only what occurs in this graph is listed. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const { claims, relations } = data;
  const { kinds, signs, statuses } = data.looks;
  const plain = { sign: 0, status: "asserted", negated: false, mutual: false };

  function row(picture, label, meaning) {
    return el("li", { title: meaning }, picture, label);
  }

  function part(title, rows) {
    return rows.length > 0 ? el("section", {}, el("h3", {}, title), el("ul", {}, ...rows)) : null;
  }

  const among = (values) => new Set(values);
  const used = {
    kinds: among(data.entities.kind),
    signs: among(Array.from(among(claims.relation), (relation) => relations[relation].sign)),
    statuses: among(Array.from(among(claims.factuality), (number) => data.looks.factualities[claims.names.factuality[number]].status)),
    negated: claims.polarity.includes(claims.names.polarity.indexOf("negated")),
    mutual: Array.from(among(claims.relation)).some((relation) => relations[relation].mutual),
    inferred: claims.origin.some((origin) => origin > 0),
  };

  function kindRows() {
    return data.kinds.filter((_, number) => used.kinds.has(number)).map((kind) => row(kg.symbol(kind), kinds[kind].label));
  }

  function signRows() {
    return [1, -1, 0].filter((sign) => used.signs.has(sign)).map((sign) => row(kg.sample({ ...plain, sign }), signs[sign].label));
  }

  function statusRows() {
    const rows = Object.keys(statuses).filter((status) => used.statuses.has(status)).map((status) =>
      row(kg.sample({ ...plain, status }), statuses[status].label, statuses[status].meaning));
    if (used.negated) rows.push(row(kg.sample({ ...plain, negated: true }), "Negated", "the sentence says that it is not so"));
    return rows;
  }

  function otherRows() {
    const about = { ...plain, status: null, mutual: true };
    const rows = [];
    if (used.mutual) rows.push(row(kg.sample({ ...plain, mutual: true }), "Mutual, or both ways", "the relation has no direction, or the line stands for claims in both"));
    if (claims.issues.values.length) rows.push(row(kg.sample(about), "Is about an issue", "claims of the actor are about the issue"));
    if (used.inferred) rows.push(row(kg.sample({ ...about, inferred: true }), "Issue inferred", "no clause names the issue: it is inferred from the sentence or the headline"));
    for (const change of [1, 2, 3]) if (kg.changes.any) rows.push(row(kg.changeBadge(change), kg.changes.titles[change], "from one graph to the other"));
    if (data.disputes.length) rows.push(row(kg.badge(), "Sources disagree", "claims of different sources contradict each other"));
    return rows;
  }

  function draw() {
    const balance = kg.balance({ 1: 2, "-1": 5 });
    const hints = ["thicker: more claims", `${balance}: of cooperation and of conflict, on a line with both directions`];
    const lines = [...statusRows(), ...otherRows(), ...hints.map((hint) => el("li", { class: "hint" }, hint))];
    const parts = [part("Symbols", kindRows()), part("Signs", signRows()), part("Lines", lines)];
    kg.byId("legend-body").replaceChildren(...parts.filter(Boolean));
  }

  kg.repaint(draw);
})((window.kg = window.kg || {}));
