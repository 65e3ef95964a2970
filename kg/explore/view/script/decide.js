/* Decisions of the reader: a claim that is wrong, two actors that are one, one that is two. They leave as a file for `kg curate --apply`. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const holder = kg.byId("decisions");
  const CLAIM = `${data.base}claim/`;
  const taken = [];

  const same = (one, other) => one.decision === other.decision && one.of.join(" ") === other.of.join(" ");

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
    if (!taken.some((other) => same(one, other))) taken.push({ ...one, words: inWords(decision, of) });
    show();
    kg.update();
  };

  function inWords(decision, of) {
    if (decision === "merge") return `${kg.name(of[0])} and ${kg.name(of[1])} are the same`;
    if (decision === "split") return `${kg.name(of[0])} is more than one`;
    const claim = kg.claim(data.claims.id.indexOf(of[0]));
    return `wrong: ${kg.name(claim.subject)} – ${claim.relation.label} – ${kg.name(claim.object)}`;
  }

  function drop(one) {
    taken.splice(taken.indexOf(one), 1);
    show();
    kg.update();
  }

  function file() {
    return taken.map(({ decision, of }) => `${JSON.stringify({ decision, of })}\n`).join("");
  }

  function show() {
    holder.hidden = !taken.length;
    const items = taken.map((one) => el("li", {}, one.words, " ", kg.button("Undo", () => drop(one), { class: "link", "aria-label": `Undo: ${one.words}` })));
    holder.replaceChildren(
      el("h2", {}, kg.count(taken.length, "decision")),
      el("ul", {}, ...items),
      el("p", {}, kg.button("Download decisions", () => kg.download("decisions.jsonl", file(), "application/jsonl"))),
      el("p", { class: "hint" }, "Take them over with: kg curate --apply decisions.jsonl"),
    );
  }
})((window.kg = window.kg || {}));
