/* What the page knows. Claims lie in columns of numbers, one value a claim; only those that somebody looks at become objects. */
(function (kg) {
  "use strict";

  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const WIDTHS = { B: Uint8Array, H: Uint16Array, I: Uint32Array };
  const data = { ...read("data"), nodes: read("nodes"), options: read("options") };
  const { entities, relations, documents, looks } = data;
  const kinds = Object.keys(looks.kinds);
  const ISSUE = kinds.indexOf("Issue");

  /** Numbers that were packed as little-endian bytes. */
  function column(packed) {
    const bytes = Uint8Array.from(atob(packed.of), (letter) => letter.charCodeAt(0));
    return new WIDTHS[packed.as](bytes.buffer);
  }

  /** Lists of numbers in a row: those of item i lie from `at[i]` to `at[i + 1]`. */
  function ragged(packed) {
    const counts = column(packed.counts);
    const at = new Uint32Array(counts.length + 1);
    counts.forEach((count, item) => (at[item + 1] = at[item] + count));
    return { at, values: column(packed.values) };
  }

  /** One list for each item, from a function that gives it. */
  kg.lists = function (length, of) {
    const at = new Uint32Array(length + 1);
    const values = [];
    for (let item = 0; item < length; item += 1) {
      values.push(...of(item));
      at[item + 1] = values.length;
    }
    return { at, values: Uint32Array.from(values) };
  };

  function unpacked(packed) {
    if (packed === null || typeof packed !== "object" || Array.isArray(packed)) return packed;
    if ("of" in packed) return column(packed);
    return "counts" in packed ? ragged(packed) : packed;
  }

  kg.column = column;

  const claims = Object.fromEntries(Object.entries(data.claims).map(([name, packed]) => [name, unpacked(packed)]));
  const quotes = { document: column(data.quotes.document), start: column(data.quotes.start) };
  entities.kind = column(entities.kind);
  data.community = column(data.community);
  data.worth = column(data.worth);
  Object.assign(data, { claims, quotes, size: claims.id.length, kinds, ISSUE });
  kg.data = data;

  /** A list of a ragged column. */
  const list = (lists, item) => lists.values.subarray(lists.at[item], lists.at[item + 1]);
  kg.list = list;

  let words = null;
  let texts = null;

  /** The words of a quote; they are read when they are first asked for. */
  kg.words = function (quote) {
    words = words || read("quotes");
    return words[quote];
  };

  /** The source text of a document, or null where the page does not hold it. */
  kg.text = function (number) {
    texts = texts || read("texts");
    return texts[number];
  };

  kg.isIssue = (id) => entities.kind[id] === ISSUE;
  kg.kind = (id) => kinds[entities.kind[id]];
  kg.name = (id) => entities.label[id] || "(no name)";
  kg.iri = (id) => (entities.iri[id].includes(":") ? entities.iri[id] : data.base + entities.iri[id]);

  /** The issues of a claim, with those that are its subject or object. */
  kg.topics = function (claim) {
    const found = new Set(list(claims.issues, claim));
    for (const end of [claims.subject[claim], claims.object[claim]]) if (kg.isIssue(end)) found.add(end);
    return [...found];
  };

  function marks(number) {
    const { at, values } = claims.marks;
    const found = [];
    for (let place = at[number]; place < at[number + 1]; place += 1) {
      found.push([claims.markStart[place], claims.markStart[place] + claims.markLength[place], values[place]]);
    }
    return found;
  }

  function origins(number) {
    const { at, values } = claims.issues;
    const found = [];
    for (let place = at[number]; place < at[number + 1]; place += 1) {
      if (claims.origin[place]) found.push([values[place], claims.origins[claims.origin[place]]]);
    }
    return found;
  }

  /**
   * Everything about one claim.
   * @param {number} number
   */
  kg.claim = function (number) {
    const relation = relations[claims.relation[number]];
    const factuality = claims.names.factuality[claims.factuality[number]];
    return {
      number,
      id: claims.id[number],
      subject: claims.subject[number],
      object: claims.object[number],
      relation,
      sign: relation.sign,
      issues: [...list(claims.issues, number)],
      inferred: origins(number),
      quote: claims.quote[number],
      copies: [...list(claims.copies, number)],
      document: quotes.document[claims.quote[number]],
      chain: claims.chains[claims.chain[number]].map(([who, entity, cue, inferred]) => ({ who, entity, cue, inferred })),
      polarity: claims.names.polarity[claims.polarity[number]],
      factuality,
      status: looks.factualities[factuality].status,
      likelihood: claims.likelihoods[claims.likelihood[number]],
      time: claims.times[claims.time[number]],
      confidence: claims.confidence[number],
      confirmed: claims.people[claims.confirmed[number]],
      rule: claims.rules[claims.rule[number]],
      readings: claims.readings[claims.reading[number]],
      marks: marks(number),
    };
  };

  const STATUSES = claims.names.factuality.map((name) => looks.factualities[name].status);

  /** How far the documents stand behind a claim, which decides how it is drawn. */
  kg.statusOf = (number) => STATUSES[claims.factuality[number]];

  const UNCOUNTED = 3;

  /** What a claim counts for: 1 for cooperation, -1 for conflict, 0 for neither; null where it does not count. The rule is Python's. */
  kg.toneOf = (number) => (claims.tone[number] === UNCOUNTED ? null : claims.tone[number] - 1);

  /** How many of some claims are of each tone, and how many do not count. */
  kg.tally = function (numbers) {
    const found = { 1: 0, "-1": 0, 0: 0, uncounted: 0 };
    for (const claim of numbers) found[kg.toneOf(claim) ?? "uncounted"] += 1;
    return found;
  };

  /** How the subject of a claim stands to the issue that is its object; null where there is none, or where it does not count. */
  kg.stanceOf = (number) => (claims.stance[number] === UNCOUNTED ? null : claims.stance[number] - 1);

  const number = (count) => count.toLocaleString("en");

  /** "3+ / 11−": each number with its own sign, so that none carries that of another; "5 neutral" where there are no others. */
  kg.balance = (tally) => (tally[0] && !tally[1] && !tally[-1] ? `${number(tally[0])} neutral` : `${number(tally[1])}+ / ${number(tally[-1])}−`);

  /** "3 cooperative, 11 conflictual, 2 neutral", and how many do not count. */
  kg.toneWords = function (tally) {
    const words = [1, -1, 0].filter((tone) => tally[tone]).map((tone) => `${number(tally[tone])} ${looks.signs[tone].label.toLowerCase()}`);
    return [...words, ...(tally.uncounted ? [`${number(tally.uncounted)} not counted`] : [])].join(", ");
  };

  const NEGATED = claims.names.polarity.indexOf("negated");

  kg.isNegated = (number) => claims.polarity[number] === NEGATED;

  /** Claims of which sources disagree: the pairs, and for each such claim those that contradict it. */
  kg.disputes = { pairs: data.disputes, of: new Map() };
  for (const [one, other] of data.disputes) {
    for (const [claim, contrary] of [[one, other], [other, one]]) kg.disputes.of.set(claim, [...(kg.disputes.of.get(claim) || []), contrary]);
  }

  /** The document of a claim's quote. */
  kg.documentOf = (number) => documents[quotes.document[claims.quote[number]]];

  const DAY = 86400000;

  /** The day, counted from 1970, on which an ISO 8601 date, year-month or year begins, or with `last` ends; null for anything else. */
  kg.day = function (iso, last) {
    const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso || "");
    if (!found) return null;
    const [year, month, day] = [Number(found[1]), Number(found[2] || (last ? 12 : 1)), Number(found[3] || 0)];
    return (last && !day ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day || 1)) / DAY;
  };

  /** A day, counted from 1970, as an ISO 8601 date. */
  kg.iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
})((window.kg = window.kg || {}));
