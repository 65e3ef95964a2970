/* The state <-> the part of the address behind "#": what is seen can be sent, kept as a bookmark, and gone back to. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const numbers = new Map(data.entities.iri.map((iri, id) => [iri, id]));
  const code = (id) => data.entities.iri[id];
  const known = (codes) => codes.map((iri) => numbers.get(iri)).filter((id) => id !== undefined);
  const VIEWS = ["graph", "table", "matrix", "issues", "sides"];
  const list = (values) => values.map(encodeURIComponent).join(",");
  const parts = (text) => text.split(",").map(decodeURIComponent);

  /** Each part of the state: as text, empty when it is as at the beginning, and back. */
  const FIELDS = {
    view: { write: ({ view }) => (view === "graph" ? "" : view), read: (text, state) => VIEWS.includes(text) && (state.view = text) },
    from: { write: ({ from }) => (from === null ? "" : kg.iso(from)), read: (text, state) => (state.from = kg.day(text)) },
    to: { write: ({ to }) => (to === null ? "" : kg.iso(to)), read: (text, state) => (state.to = kg.day(text, true)) },
    clock: { write: ({ clock }) => (clock === "published" ? "" : clock), read: (text, state) => text in kg.clocks && (state.clock = text) },
    confidence: { write: ({ confidence }) => (confidence ? String(confidence) : ""), read: (text, state) => (state.confidence = Math.min(100, Number.parseInt(text, 10) || 0)) },
    q: { write: ({ words }) => encodeURIComponent(words), read: (text, state) => (state.words = decodeURIComponent(text)) },
    focus: { write: ({ focus }) => (focus ? list([focus.kind, String(focus.steps), ...focus.ids.map(code)]) : ""), read: readFocus },
    at: { write: ({ selected }) => (selected ? list([...selectedEnds(selected), selected.line || ""]) : ""), read: readSelected },
    more: { write: ({ expanded }) => list([...expanded].flatMap(([id, count]) => [code(id), String(count)])), read: readExpanded },
    all: { write: ({ all }) => (all ? "yes" : ""), read: (text, state) => (state.all = text === "yes") },
    theme: { write: ({ theme }) => theme, read: (text, state) => (state.theme = ["dark", "light"].includes(text) ? text : "") },
  };

  function selectedEnds({ kind, id, other }) {
    return kind === "entity" ? [code(id)] : [code(id), code(other)];
  }

  function readFocus(text, state) {
    const [kind, steps, ...iris] = parts(text);
    const ids = known(iris);
    const needed = { actor: 1, pair: 2, path: 2 }[kind];
    if (ids.length === needed) state.focus = { kind, ids, steps: Number(steps) === 2 ? 2 : 1 };
  }

  function readSelected(text, state) {
    const found = parts(text);
    const line = found.pop() || null;
    const [id, other] = known(found);
    if (id === undefined || (found.length > 1 && other === undefined)) return;
    state.selected = found.length > 1 ? { kind: "pair", id, other, line } : { kind: "entity", id };
  }

  function readExpanded(text, state) {
    const found = parts(text);
    for (let place = 0; place + 1 < found.length; place += 2) {
      known([found[place]]).forEach((id) => state.expanded.set(id, Number.parseInt(found[place + 1], 10) || 0));
    }
  }

  /** The state as the part of an address behind "#". */
  kg.address = function () {
    const { state } = kg;
    const filters = kg.facets.filter(({ id }) => state.chosen[id].size).map((facet) => [facet.id, list([...state.chosen[facet.id]].map(facet.code))]);
    const fields = Object.entries(FIELDS).map(([name, { write }]) => [name, write(state)]);
    return [...filters, ...fields].filter(([, text]) => text).map(([name, text]) => `${name}=${text}`).join("&");
  };

  function field(name, text, state) {
    const facet = kg.facet(name);
    if (facet) parts(text).filter((option) => facet.codes.has(option)).forEach((option) => state.chosen[name].add(facet.codes.get(option)));
    else if (name in FIELDS) FIELDS[name].read(text, state);
  }

  /** Take over the state that an address describes; what it cannot mean is left out. */
  kg.restore = function (address) {
    const state = { ...kg.opening(), theme: "" };
    for (const part of address.split("&").filter(Boolean)) {
      const [name, ...rest] = part.split("=");
      try {
        field(name, rest.join("="), state);
      } catch (error) {
        if (!(error instanceof URIError)) throw error; // half an escape, from a cut address
      }
    }
    Object.assign(kg.state, state);
  };

  const PAUSE = 200; // milliseconds; a browser lets a page change its address only so often
  let quiet = false;
  let later = null;

  /** Every change that can be seen is a step that "back" undoes; one that goes on, such as pulling a slider, is one step as a whole. */
  function remember() {
    clearTimeout(later);
    if (quiet || kg.address() === location.hash.slice(1)) return;
    if (kg.dragging === "on") later = setTimeout(() => write("replaceState"), PAUSE);
    else write("pushState");
    if (kg.dragging) kg.dragging = "on";
  }

  function write(how) {
    history[how]({ trail: kg.trail }, "", `#${kg.address()}`);
  }

  /** A change begins that goes on until `kg.settle`. */
  kg.drag = () => (kg.dragging = kg.dragging || "begun");

  kg.settle = function () {
    if (kg.dragging === "on") write("replaceState");
    clearTimeout(later);
    kg.dragging = "";
  };

  function returned(event) {
    quiet = true;
    kg.restore(location.hash.slice(1));
    kg.trail = (event.state && event.state.trail) || [];
    kg.applyTheme();
    kg.update();
    kg.fit();
    quiet = false;
  }

  kg.trail = [];
  kg.dragging = "";
  kg.restore(location.hash.slice(1));
  kg.listen(remember);
  window.addEventListener("popstate", returned);
})((window.kg = window.kg || {}));
