/* The filters: boxes that count how many claims each would leave. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const FEW = 8; // options that are listed before "more"
  const STEP = 40; // how many "more" adds
  const open = new Set(["change", "kind", "group", "tone", "factuality", "issue"]); // the others are closed at first
  const boxes = [];

  const GROUPS = { act: "Acts", stance: "Stances", tie: "Ties", trend: "Trends" };
  const GROUP_TITLES = {
    act: "What somebody does: agree, sanction, accuse …",
    stance: "How somebody stands to another: rival of, friendly to …",
    tie: "How they belong together: ally of, member of, works for …",
    trend: "Where relations are going: improve, deteriorate …",
  };

  /** What an option is called beyond its code, what it means, and its picture. */
  const LOOKS = {
    kind: (option) => ({ picture: kg.symbol(data.kinds[option]) }),
    group: (option, code) => ({ label: GROUPS[code] || code, title: GROUP_TITLES[code] }),
    tone: (option) => ({ picture: data.looks.signs[option - 1] && kg.sample({ sign: option - 1, status: "asserted" }), title: data.looks.signs[option - 1] ? null : data.looks.uncounted.meaning }),
    factuality: (option, code) => ({ title: data.looks.factualities[code].meaning }),
    document: (option) => ({ title: data.documents[option].publisher }),
  };

  const ORDERS = { tone: ["1", "-1", "0", "none"], group: Object.keys(GROUPS), factuality: Object.keys(data.looks.factualities), polarity: ["affirmed", "negated"], kind: data.kinds, dispute: ["yes", "no"], change: ["added", "changed", "removed", "same"] };

  const look = (facet, option) => ({ label: facet.label(option), ...(LOOKS[facet.id] ? LOOKS[facet.id](option, facet.code(option)) : {}) });

  /** The options that occur in this graph: in their fixed order, or else the most frequent first. */
  function options(facet) {
    const tally = new Uint32Array(facet.size);
    facet.of.values.forEach((option) => (tally[option] += 1));
    const found = Array.from(tally.keys()).filter((option) => tally[option]);
    const order = ORDERS[facet.id];
    if (order) return found.sort((a, b) => order.indexOf(facet.code(a)) - order.indexOf(facet.code(b)));
    return found.sort((a, b) => tally[b] - tally[a] || a - b);
  }

  function option(facet, value) {
    const { label, title, picture } = look(facet, value);
    const input = el("input", { type: "checkbox", change: () => kg.toggle(facet.id, value, input.checked) });
    const number = el("span", { class: "number" });
    const line = el("label", { class: "option", title }, input, picture, el("span", { class: "name" }, label || "(no name)"), number);
    const box = { facet: facet.id, value, input, number, line };
    boxes.push(box);
    if (kg.shown) count(box);
    return el("li", {}, line);
  }

  function group(facet) {
    const found = options(facet);
    if (found.length < (facet.id === "dispute" ? 2 : 1) || (facet.id === "change" && !kg.changes.any)) return null;
    const list = el("ul", {});
    const button = kg.button("", grow, { class: "link more" });
    let next = 0;
    function grow() {
      const from = next;
      next = Math.min(found.length, next === 0 && found.length > FEW + 1 ? FEW : next + STEP);
      const items = found.slice(from, next).map((value) => option(facet, value));
      list.append(...items);
      button.textContent = `${(found.length - next).toLocaleString("en")} more`;
      button.hidden = next >= found.length;
      if (from) items[0].querySelector("input").focus();
    }
    grow();
    return el("details", { class: "facet", "data-facet": facet.id, open: open.has(facet.id) }, el("summary", {}, facet.title), list, button);
  }

  /** What is chosen, each with a button that gives it up. */
  function chosen() {
    const items = kg.facets.flatMap((facet) => [...kg.state.chosen[facet.id]].map((value) => [look(facet, value).label || "(no name)", () => kg.toggle(facet.id, value, false)]));
    const { from, to, confidence, words, focus } = kg.state;
    if (focus) items.push([kg.focusName(focus), () => kg.focusOn(null)]);
    if (words) items.push([`“${words}”`, () => kg.set({ words: "" })]);
    if (confidence) items.push([`confidence from ${confidence} %`, () => kg.set({ confidence: 0 })]);
    if (from !== null || to !== null) items.push([kg.rangeName(from, to), () => kg.set({ from: null, to: null })]);
    kg.byId("chosen").replaceChildren(...items.map(([label, drop]) =>
      el("li", {}, el("button", { type: "button", class: "chip drop", "aria-label": `Remove filter ${label}`, click: drop }, label, el("span", { "aria-hidden": "true" }, " ×")))));
  }

  /** "from Russia, two steps", "between A and B", "from A to B". */
  kg.focusName = function ({ kind, ids, steps }) {
    const [one, other] = ids.map(kg.name);
    if (kind === "pair") return `${one} and ${other}`;
    if (kind === "path") return `way from ${one} to ${other}`;
    return `around ${one}${steps > 1 ? ", two steps" : ""}`;
  };

  function count({ facet, value, input, number, line }) {
    const left = kg.shown.counts[facet][value] || 0;
    input.checked = kg.state.chosen[facet].has(value);
    number.textContent = left.toLocaleString("en");
    line.classList.toggle("none", left === 0 && !input.checked);
  }

  const slider = el("input", { type: "range", id: "confidence", min: 0, max: 100, step: 5, "aria-label": "Lowest confidence", input: slide, change: kg.settle });
  const level = el("output", { for: "confidence" });

  function slide() {
    kg.drag();
    kg.set({ confidence: Number(slider.value) });
  }

  function refresh() {
    boxes.forEach(count);
    slider.value = kg.state.confidence;
    level.textContent = kg.state.confidence ? `${kg.state.confidence} % and more` : "any";
    chosen();
  }

  const hint = el("p", { class: "hint" }, "Tick to narrow down; numbers count claims.");
  const close = el("button", { type: "button", id: "close-filters", class: "close", "aria-label": "Close the filters" }, "Done");
  const top = el("div", { class: "top" }, el("h2", {}, "Filters"), close);
  const sure = el("div", { class: "facet" }, el("p", { class: "slider-title" }, "Confidence ", level), slider);
  const groups = kg.facets.map(group).filter(Boolean);
  kg.byId("filters").append(top, hint, el("ul", { id: "chosen", "aria-label": "Chosen filters" }), ...groups, sure);
  kg.listen(refresh);
  kg.repaint(() => {
    for (const { facet, value, line } of boxes.filter((box) => ["kind", "tone"].includes(box.facet) && box.line.querySelector("svg"))) line.querySelector("svg").replaceWith(LOOKS[facet](value).picture);
  });
})((window.kg = window.kg || {}));
