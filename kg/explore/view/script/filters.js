/* The filters: boxes that count how many claims each would leave. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const FEW = 8; // options that are listed before "more"
  const fold = new Set(["document", "polarity"]); // closed at first
  const boxes = [];

  const GROUPS = { act: "Acts", stance: "Stances", tie: "Ties", trend: "Trends" };
  const GROUP_TITLES = {
    act: "What somebody does: agree, sanction, accuse …",
    stance: "How somebody stands to another: rival of, friendly to …",
    tie: "How they belong together: ally of, member of, works for …",
    trend: "Where relations are going: improve, deteriorate …",
  };

  /** What an option of a filter is called, what it means, and its picture. */
  const NAMES = {
    group: (option) => ({ label: GROUPS[option] || option, title: GROUP_TITLES[option] }),
    sign: (option) => ({ label: data.looks.signs[option].label, picture: kg.sample({ sign: option, status: "asserted" }) }),
    factuality: (option) => ({ label: kg.capital(option), title: data.looks.factualities[option] }),
    polarity: (option) => ({ label: kg.capital(option) }),
    issue: (option) => ({ label: data.entities[option].label }),
    document: (option) => ({ label: data.documents[option].title, title: data.documents[option].publisher }),
    relation: (option) => ({ label: data.relations[option].label }),
    entity: (option) => ({ label: data.entities[option].label }),
  };

  const ORDERS = {
    group: Object.keys(GROUPS),
    sign: [1, -1, 0],
    factuality: Object.keys(data.looks.factualities),
    polarity: ["affirmed", "negated"],
  };

  /** The options that occur in this graph: in their fixed order, or else the most frequent first. */
  function options(facet) {
    const tally = new Map();
    data.claims.forEach((claim) => facet.of(claim).forEach((option) => tally.set(option, (tally.get(option) || 0) + 1)));
    const order = ORDERS[facet.id];
    if (order) return order.filter((option) => tally.has(option));
    return [...tally].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([option]) => option);
  }

  function option(facet, value) {
    const { label, title, picture } = NAMES[facet.id](value);
    const input = el("input", { type: "checkbox", change: () => kg.toggle(facet.id, value, input.checked) });
    const number = el("span", { class: "number" });
    const line = el("label", { class: "option", title }, input, picture, el("span", { class: "name" }, label || "(no name)"), number);
    boxes.push({ facet: facet.id, value, input, number, line });
    return el("li", {}, line);
  }

  function group(facet) {
    const found = options(facet);
    if (!found.length) return null;
    const items = found.map((value) => option(facet, value));
    const list = el("ul", {}, ...items);
    const parts = [el("summary", {}, facet.title), list];
    if (items.length > FEW + 1) parts.push(more(items));
    return el("details", { class: "facet", "data-facet": facet.id, open: !fold.has(facet.id) }, ...parts);
  }

  function more(items) {
    items.slice(FEW).forEach((item) => (item.hidden = true));
    const button = el("button", { type: "button", class: "link more", click: () => {
      items.forEach((item) => (item.hidden = false));
      items[FEW].querySelector("input").focus();
      button.remove();
    } }, `${items.length - FEW} more`);
    return button;
  }

  /** What is chosen, each with a button that gives it up. */
  function chosen() {
    const list = kg.byId("chosen");
    const items = kg.facets.flatMap((facet) => [...kg.state.chosen[facet.id]].map((value) => [facet, value]));
    list.replaceChildren(...items.map(([facet, value]) => {
      const { label } = NAMES[facet.id](value);
      const drop = () => kg.toggle(facet.id, value, false);
      return el("li", {}, el("button", { type: "button", class: "chip drop", "aria-label": `Remove filter ${label}`, click: drop }, label, el("span", { "aria-hidden": "true" }, " ×")));
    }));
  }

  function refresh() {
    for (const { facet, value, input, number, line } of boxes) {
      const count = kg.shown.counts[facet].get(value) || 0;
      input.checked = kg.state.chosen[facet].has(value);
      number.textContent = count.toLocaleString("en");
      line.classList.toggle("none", count === 0 && !input.checked);
    }
    chosen();
  }

  const hint = el("p", { class: "hint" }, "Tick to narrow down; numbers count claims.");
  const close = el("button", { type: "button", id: "close-filters", class: "close", "aria-label": "Close the filters" }, "Done");
  const top = el("div", { class: "top" }, el("h2", {}, "Filters"), close);
  const groups = kg.facets.filter((facet) => facet.title).map(group).filter(Boolean);
  kg.byId("filters").append(top, hint, el("ul", { id: "chosen", "aria-label": "Chosen filters" }), ...groups);
  kg.listen(refresh);
})((window.kg = window.kg || {}));
