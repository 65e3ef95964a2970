/* Wires the bar, the keys, the views and the first drawing. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const all = kg.byId("all");
  const toggle = kg.byId("toggle-filters");
  const wide = window.matchMedia("(min-width: 1000px)");
  const VIEWS = [["graph", "Graph"], ["table", "Table"], ["matrix", "Actors × actors"], ["issues", "Actors × issues"], ["sides", "Sources side by side"]];
  const empty = data.entities.iri.length === 0;

  /** Say something to those who look and to those who listen. */
  kg.say = (words) => (kg.byId("said").textContent = words);

  /** Title and empty message. */
  function begin() {
    kg.byId("title").textContent = data.title;
    kg.byId("part").textContent = data.part;
    kg.byId("part").hidden = !data.part;
    document.title = data.title;
    kg.byId("legend").open = wide.matches && window.innerHeight >= 900 && !empty;
    if (!empty) return;
    document.body.classList.add("bare");
    kg.byId("empty").append(
      el("h2", {}, "Nothing to show yet"),
      el("p", {}, "No claim was found in the documents. A claim is a statement such as “X imposes sanctions on Y”, in English, about actors that can be named."),
      el("p", {}, "Try more documents, or add actors and relations to the ontology."),
    );
    kg.byId("empty").hidden = false;
  }

  const some = (shown, total) => (shown === total ? total.toLocaleString("en") : `${shown.toLocaleString("en")} of ${total.toLocaleString("en")}`);

  /** "Showing 40 of 312 actors and issues, 57 of 80 claims". */
  function status() {
    const { entities, present, told, claims, left } = kg.shown;
    const counted = kg.state.view === "graph" ? told.size : claims.length;
    const who = `${some(kg.state.view === "graph" ? entities.size : present.length, data.entities.iri.length)} actors and issues`;
    const what = `${some(counted, data.size)} ${data.size === 1 ? "claim" : "claims"}`;
    kg.byId("status").textContent = empty ? "" : `Showing ${who}, ${what}`;
    kg.byId("left").textContent = left ? `${kg.count(left, "weaker line")} left out: click an actor, search or filter to see them` : "";
    all.hidden = present.length <= data.limit || kg.state.view !== "graph" || kg.state.focus !== null;
    all.textContent = kg.state.all ? `Show the ${data.limit} most important` : present.length > kg.MOST ? `Show ${kg.MOST} of ${present.length.toLocaleString("en")}` : `Show all ${present.length}`;
    kg.byId("reset").disabled = !kg.narrowed() && !kg.state.all && !kg.state.selected && !kg.state.expanded.size;
    if (!empty) noMatch(claims.length === 0);
  }

  function noMatch(on) {
    kg.byId("empty").hidden = !on;
    if (on) kg.byId("empty").replaceChildren(el("h2", {}, "Nothing matches"), el("p", {}, "No claim satisfies all filters together."), kg.button("Reset the filters", reset));
  }

  function reset() {
    kg.byId("search").value = "";
    kg.stopPlaying();
    kg.trail = [];
    kg.reset();
    kg.fit();
  }

  function showFilters(on) {
    document.body.classList.toggle("filtering", on);
    toggle.setAttribute("aria-expanded", String(on));
  }

  function keys(event) {
    const typing = event.target.closest("input, textarea, select, dialog");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      kg.byId("search").focus();
    } else if (event.key === "Escape" && document.body.classList.contains("filtering") && !wide.matches) {
      showFilters(false);
      toggle.focus();
    } else if (event.key === "Escape" && !kg.byId("text").open && kg.state.selected) {
      kg.open(null);
    }
  }

  /** Only when the width changes: on a phone the height changes with every scroll. */
  function fitOnResize() {
    let width = window.innerWidth;
    window.addEventListener("resize", () => {
      if (window.innerWidth === width) return;
      width = window.innerWidth;
      kg.fit(null, true);
    });
  }

  function turn(name, focus) {
    kg.set({ view: name });
    if (name === "graph") kg.fit(null, true);
    if (focus) kg.byId(`tab-${name}`).focus();
  }

  /** Write the view beside the drawing anew. */
  kg.renderView = function () {
    const { view } = kg.state;
    const holder = kg.byId("view");
    kg.byId("picture").hidden = view !== "graph";
    kg.byId("legend").hidden = view !== "graph" || empty;
    holder.hidden = view === "graph";
    holder.replaceChildren(...(view === "graph" ? [] : kg.views[view]().filter(Boolean)));
    kg.byId("views").replaceChildren(kg.tabs(VIEWS, view, turn, { label: "Views", controls: view === "graph" ? "picture" : "view" }));
    holder.setAttribute("aria-labelledby", `tab-${view}`);
  };

  function theme() {
    kg.state.theme = kg.isDark() ? "light" : "dark";
    kg.applyTheme();
    kg.update();
  }

  all.addEventListener("click", () => {
    kg.set({ all: !kg.state.all });
    kg.fit();
  });
  kg.byId("reset").addEventListener("click", reset);
  kg.byId("theme").addEventListener("click", theme);
  toggle.addEventListener("click", () => showFilters(!document.body.classList.contains("filtering")));
  kg.byId("close-filters").addEventListener("click", () => {
    showFilters(false);
    toggle.focus();
  });
  kg.byId("zoom-in").addEventListener("click", () => kg.zoom(1.35));
  kg.byId("zoom-out").addEventListener("click", () => kg.zoom(1 / 1.35));
  kg.byId("zoom-fit").addEventListener("click", () => kg.fit());
  document.addEventListener("keydown", keys);
  kg.repaint(() => (kg.byId("theme").textContent = kg.isDark() ? "Light" : "Dark"));
  kg.listen(status);
  kg.listen(kg.renderView);

  begin();
  kg.applyTheme();
  showFilters(wide.matches);
  kg.update();
  kg.fit(null, true);
  fitOnResize();
  kg.ready = performance.now();
  document.documentElement.dataset.ready = "yes";
})((window.kg = window.kg || {}));
