/* Decisions of the reader: a claim that is wrong, two actors that are one, one that is two. They leave as a file for `kg curate --apply`;
   until then the browser keeps them for this graph, and where it does not, the page warns before it is left. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const holder = kg.byId("decisions");
  const CLAIM = `${data.base}claim/`;
  const KEPT = `kg decisions ${data.digest}`; // pages of the same graph share it, pages of others have their own
  const taken = [];
  let kept = true; // whether the browser holds all that was decided

  const same = (one, other) => one.decision === other.decision && one.of.join(" ") === other.of.join(" ");

  const numbers = new Map(data.entities.iri.map((iri, id) => [kg.iri(id), id]));

  function made(decision, of) {
    return { decision, of: decision === "reject" ? of.map((id) => CLAIM + id) : of.map(kg.iri) };
  }

  /** Whether a claim is marked already. */
  kg.decided = (decision, id) => taken.some((one) => same(one, made(decision, [id])));

  /**
   * Take a decision.
   * @param {string} decision "reject" of a claim's id, "merge" of two entities, "split" of one or two
   * @param {Array<string|number>} of
   */
  kg.decide = function (decision, of) {
    const one = made(decision, of);
    if (!taken.some((other) => same(one, other))) taken.push(one);
    changed();
  };

  function inWords({ decision, of }) {
    const [one, other] = of.map((iri) => (numbers.has(iri) ? kg.name(numbers.get(iri)) : iri));
    if (decision === "merge") return `${one} and ${other} are the same`;
    if (decision === "split") return `${one} is more than one`;
    const claim = kg.claim(data.claims.id.indexOf(of[0].slice(CLAIM.length)));
    return `wrong: ${kg.name(claim.subject)} – ${kg.qualifiers(claim.number)}${claim.relation.label} – ${kg.name(claim.object)}`;
  }

  function drop(one) {
    taken.splice(taken.indexOf(one), 1);
    changed();
  }

  function changed() {
    keep();
    show();
    kg.update();
  }

  function file() {
    return taken.map(({ decision, of }) => `${JSON.stringify({ decision, of })}\n`).join("");
  }

  /** Give the decisions to the browser; one that is told to keep nothing, or has no room, throws. */
  function keep() {
    try {
      if (taken.length) localStorage.setItem(KEPT, file());
      else localStorage.removeItem(KEPT);
      kept = true;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      kept = !taken.length;
    }
  }

  function stored() {
    try {
      return localStorage.getItem(KEPT) || "";
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return "";
    }
  }

  /** Whether a decision that was kept is about something that is here; another program may have written under the same name. */
  function isKnown(one) {
    const { decision, of } = one || {};
    if (!Array.isArray(of) || !of.length) return false;
    if (decision === "reject") return data.claims.id.some((id) => CLAIM + id === of[0]);
    return ["merge", "split"].includes(decision) && of.every((iri) => numbers.has(iri));
  }

  function parsed(line) {
    try {
      return JSON.parse(line);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return null;
    }
  }

  /** Take over what the browser has kept, from an earlier visit or from another window. */
  function restore() {
    taken.splice(0, taken.length, ...stored().split("\n").filter(Boolean).map(parsed).filter(isKnown));
    show();
  }

  const KEEPING = "This browser keeps them for this graph, and nobody else sees them.";
  const LOSING = "This browser does not keep them: download them before you leave this page.";

  function item(one) {
    const words = inWords(one);
    return el("li", {}, words, " ", kg.button("Undo", () => drop(one), { class: "link", "aria-label": `Undo: ${words}` }));
  }

  function download() {
    kg.download("decisions.jsonl", file(), "application/jsonl");
    kept = true;
  }

  function show() {
    holder.hidden = !taken.length;
    holder.replaceChildren(
      el("h2", {}, kg.count(taken.length, "decision")),
      el("ul", {}, ...taken.map(item)),
      el("p", {}, kg.button("Download decisions", download)),
      el("p", { class: "hint" }, kept ? KEEPING : LOSING),
      el("p", { class: "hint" }, "Take them over with: kg curate --apply decisions.jsonl"),
    );
  }

  window.addEventListener("beforeunload", (event) => kept || event.preventDefault());
  window.addEventListener("storage", ({ key }) => {
    if (key !== KEPT) return;
    restore();
    kg.update();
  });
  restore();
})((window.kg = window.kg || {}));
