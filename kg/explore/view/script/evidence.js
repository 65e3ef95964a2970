/* A claim as people read it: what it says, the sentence with its words marked, where that stands and who says so. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const { roles, factualities } = data.looks;

  /**
   * The quote of a claim with its words marked; marks that overlap are nested.
   * Marks count characters as Python does, so the text is taken apart by code points.
   * @param {Object} claim
   * @returns {HTMLElement}
   */
  kg.quote = function (claim) {
    const letters = Array.from(kg.words(claim.quote));
    const cuts = new Set([0, letters.length, ...claim.marks.flatMap(([start, end]) => [start, end])]);
    const edges = [...cuts].sort((a, b) => a - b);
    const pieces = edges.slice(1).map((end, place) => piece(letters, edges[place], end, claim.marks));
    const [left, right] = kg.quoteMarks(letters.join(""));
    return el("blockquote", { class: "quote" }, left, ...pieces, right);
  };

  /** The marks around a quote; one that brings its own gets none. */
  kg.quoteMarks = (text) => (/^["“„«]/.test(text) ? ["", ""] : ["“", "”"]);

  function piece(letters, start, end, marks) {
    const names = [...new Set(marks.filter((mark) => mark[0] <= start && end <= mark[1]).map((mark) => roles[mark[2]]))];
    const text = letters.slice(start, end).join("");
    return names.reduceRight((inner, role) => el("mark", { class: `mark m-${role}`, title: names.join(", ") }, inner), text);
  }

  /** The key to the marks that some claims use. */
  kg.markKey = function (claims) {
    const used = new Set(claims.slice(0, 60).flatMap((number) => kg.claim(number).marks.map((mark) => mark[2])));
    const samples = roles.filter((_, number) => used.has(number)).map((role) => el("mark", { class: `mark m-${role}` }, role));
    return el("p", { class: "key" }, "Marked: ", ...samples.flatMap((sample) => [sample, " "]));
  };

  /** A button that opens the card of an entity. */
  kg.link = function (id, withSymbol) {
    const label = el("span", {}, kg.name(id));
    return el("button", { type: "button", class: "link", click: () => kg.open("entity", id) }, withSymbol && kg.symbol(kg.kind(id)), label);
  };

  /** "Peru - alleged: threatens - Chile", its ends leading to their cards. */
  kg.sentence = function (claim) {
    const words = el("span", { class: `relation sign${claim.sign}` }, claim.relation.label);
    const marked = kg.qualifiers(claim.number);
    return [kg.link(claim.subject), el("span", { class: "dash" }, " – "), marked ? el("strong", { class: "not" }, marked) : null, words, el("span", { class: "dash" }, " – "), kg.link(claim.object)];
  };

  /** Who says so, from the innermost speaker outwards. */
  function speakers(claim) {
    if (!claim.chain.length) return el("p", { class: "speaker" }, "In the document’s own voice");
    const inward = [...claim.chain].reverse();
    const parts = inward.map((step, place) => [place ? ", as told by " : "According to ", name(step), cue(step)]);
    return el("p", { class: "speaker" }, ...parts.flat());
  }

  /** The words that report, or that none do: the sentence goes on between two that report its speaker. */
  function cue(step) {
    if (step.inferred) return " (inferred: the sentence goes on in this voice)";
    return step.cue ? ` (“${step.cue}”)` : "";
  }

  /** How words that are no name were understood. */
  function readings(claim) {
    return claim.readings.map(([words, label, reason]) => el("p", { class: "reading" }, `“${words}” is read as ${label}: ${reason}`));
  }

  function name(step) {
    if (step.entity !== null) return kg.link(step.entity);
    return el("strong", {}, step.who || "an unnamed source");
  }

  /** Title, publisher and date of a document in one line. */
  kg.origin = function (document_) {
    const rest = [document_.publisher, document_.author, kg.date(document_.published)].filter(Boolean).map((part) => ` · ${part}`);
    return el("p", { class: "origin", title: document_.source }, el("cite", {}, document_.title), ...rest);
  };

  function chip(text, title, kind) {
    return el("span", { class: `chip ${kind || ""}`, title }, text);
  }

  function chips(claim) {
    const { likelihood, time } = claim;
    const when = time && (time[2] || [time[0], time[1]].filter(Boolean).map(kg.date).join(" to "));
    return el(
      "p",
      { class: "chips" },
      chip(kg.capital(claim.factuality), `Factuality: ${factualities[claim.factuality].meaning}`, claim.factuality === "actual" ? "" : "soft"),
      chip(kg.capital(claim.polarity), "Polarity: whether the sentence affirms or negates the relation", claim.polarity === "negated" ? "hard" : ""),
      likelihood && chip(`${kg.capital(likelihood[0])}, ${kg.band(likelihood[1], likelihood[2])}`, "Likelihood, with the band that the term stands for", "soft"),
      when && chip(when, ["When it holds", ...time.slice(0, 2).filter(Boolean)].join(" · "), ""),
      claim.confirmed ? chip("Confirmed", `Confirmed by ${claim.confirmed}`, "") : null,
      chip(`Confidence ${claim.confidence} %`, claim.rule ? `How sure the program is; found by: ${claim.rule}` : "How sure the program is", ""),
    );
  }

  /** What a claim is about: first the issues that its clause names, then, muted, those that are only inferred. */
  function topics(claim) {
    if (!claim.issues.length) return null;
    const origins = new Map(claim.inferred);
    const named = claim.issues.filter((issue) => !origins.has(issue)).map((issue) => kg.link(issue, true));
    const rest = [...origins].map(([issue, from]) => el("span", { class: "inferred" }, kg.link(issue, true), ` ${from}`));
    return el("p", { class: "topics" }, el("span", { class: "hint" }, "About "), ...named, ...rest);
  }

  /** What other sources say to the contrary. */
  function contrary(claim) {
    const others = kg.disputes.of.get(claim.number);
    if (!others) return null;
    const item = (number) => {
      const other = kg.claim(number);
      return el("li", {}, el("span", {}, ...kg.sentence(other)), kg.quote(other), kg.origin(data.documents[other.document]));
    };
    return el("details", { class: "contrary" }, el("summary", {}, kg.badge(), ` Contradicted by ${kg.count(others.length, "claim")} of other sources`), el("ul", {}, ...others.map(item)));
  }

  function actions(claim) {
    const decided = kg.decided("reject", claim.id);
    return el("p", { class: "acts" },
      kg.button("Show in the full text", () => kg.showText(claim.quote), { class: "link" }),
      kg.button(decided ? "Marked as wrong" : "Mark as wrong", () => kg.decide("reject", [claim.id]), { class: "link", disabled: decided }));
  }

  /**
   * Everything about one claim.
   * @param {number} number
   * @returns {HTMLElement}
   */
  kg.claimCard = function (number) {
    const claim = kg.claim(number);
    return el(
      "article",
      { class: "claim", "data-claim": claim.id },
      el("h4", {}, ...kg.sentence(claim), kg.disputes.of.has(number) ? kg.badge() : null),
      kg.changeOfClaim(number),
      kg.quote(claim),
      speakers(claim),
      ...readings(claim),
      kg.origin(data.documents[claim.document]),
      claim.copies.length ? el("p", { class: "hint" }, "The same sentence also in:") : null,
      ...claim.copies.map((quote) => kg.origin(data.documents[data.quotes.document[quote]])),
      chips(claim),
      topics(claim),
      contrary(claim),
      actions(claim),
    );
  };

  const dialog = kg.byId("text");

  /** The source text of a quote's document with the sentence marked. */
  kg.showText = function (quote) {
    const number = data.quotes.document[quote];
    const document_ = data.documents[number];
    const text = kg.text(number);
    const close = kg.button("Close", () => dialog.close(), { class: "close-text" });
    const body = text === null ? missing(document_, quote) : marked(text, quote);
    dialog.replaceChildren(el("div", { class: "top" }, el("h2", { id: "text-title" }, document_.title), close), kg.origin(document_), body);
    dialog.showModal();
    const mark = dialog.querySelector("mark");
    if (mark) mark.scrollIntoView({ block: "center" });
    close.focus({ preventScroll: true });
  };

  function missing(document_, quote) {
    return el("p", { class: "hint" }, `The text of this document was too long to be kept in this page. It is ${document_.source}; the sentence begins at character ${data.quotes.start[quote]}.`);
  }

  /** Positions count characters as Python does, so the text is taken apart by code points. */
  function marked(text, quote) {
    const letters = Array.from(text);
    const start = data.quotes.start[quote];
    const end = start + Array.from(kg.words(quote)).length;
    const part = (from, to) => letters.slice(from, to).join("");
    return el("div", { class: "source", tabindex: "0", role: "document", "aria-label": "Source text" }, part(0, start), el("mark", { class: "mark m-relation" }, part(start, end)), part(end));
  }
})((window.kg = window.kg || {}));
