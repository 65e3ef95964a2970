/* Wires the bar, the keys and the first drawing. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const all = kg.byId("all");
  const toggle = kg.byId("toggle-filters");
  const wide = window.matchMedia("(min-width: 1000px)");

  /** Title and empty message. */
  function begin() {
    kg.byId("title").textContent = data.title;
    document.title = data.title;
    kg.byId("legend").open = wide.matches && data.entities.length > 0;
    if (data.entities.length) return;
    document.body.classList.add("bare");
    kg.byId("empty").append(
      el("h2", {}, "Nothing to show yet"),
      el("p", {}, "No claim was found in the documents. A claim is a statement such as “X imposes sanctions on Y”, in English, about actors that can be named."),
      el("p", {}, "Try more documents, or add actors and relations to the ontology."),
    );
    kg.byId("empty").hidden = false;
  }

  /** "Showing 40 of 312 actors and issues, 57 of 80 claims". */
  function status() {
    const { entities, present, told } = kg.shown;
    const some = (shown, total) => (shown === total ? String(total) : `${shown} of ${total}`);
    const who = `${some(entities.size, data.entities.length)} actors and issues`;
    const what = `${some(told.size, data.claims.length)} ${data.claims.length === 1 ? "claim" : "claims"}`;
    kg.byId("status").textContent = data.entities.length ? `Showing ${who}, ${what}` : "";
    all.hidden = present.length <= data.limit;
    all.textContent = kg.state.all ? `Show the ${data.limit} most important` : `Show all ${present.length}`;
    kg.byId("reset").disabled = !kg.narrowed() && !kg.state.all && !kg.state.selected;
    noMatch(entities.size === 0 && data.entities.length > 0);
  }

  function noMatch(on) {
    const empty = kg.byId("empty");
    if (!data.entities.length) return;
    empty.hidden = !on;
    if (!on) return;
    const button = el("button", { type: "button", click: reset }, "Reset the filters");
    empty.replaceChildren(el("h2", {}, "Nothing matches"), el("p", {}, "No claim satisfies all filters together."), button);
  }

  function reset() {
    kg.byId("search").value = "";
    kg.clearTrail();
    kg.reset();
    kg.fit();
  }

  function showFilters(on) {
    document.body.classList.toggle("filtering", on);
    toggle.setAttribute("aria-expanded", String(on));
  }

  function keys(event) {
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      kg.byId("search").focus();
    } else if (event.key === "Escape" && document.body.classList.contains("filtering") && !wide.matches) {
      showFilters(false);
      toggle.focus();
    } else if (event.key === "Escape" && kg.state.selected) {
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

  all.addEventListener("click", () => {
    kg.state.all = !kg.state.all;
    kg.update();
    kg.fit();
  });
  kg.byId("reset").addEventListener("click", reset);
  toggle.addEventListener("click", () => showFilters(!document.body.classList.contains("filtering")));
  kg.byId("close-filters").addEventListener("click", () => {
    showFilters(false);
    toggle.focus();
  });
  kg.byId("zoom-in").addEventListener("click", () => kg.zoom(1.35));
  kg.byId("zoom-out").addEventListener("click", () => kg.zoom(1 / 1.35));
  kg.byId("zoom-fit").addEventListener("click", () => kg.fit());
  document.addEventListener("keydown", keys);
  kg.listen(status);

  begin();
  showFilters(wide.matches);
  kg.update();
  kg.fit(null, true);
  fitOnResize();
  document.documentElement.dataset.ready = "yes";
})((window.kg = window.kg || {}));
