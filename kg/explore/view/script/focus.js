/* What the reader looks at closely: one actor or issue and what is one or two steps away, a pair, or the way from one to another. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const { claims, size } = data;
  const NEAR = 12; // of those one step away, how many lead on to a second step

  /** Call a function with both ends of claims. */
  function ends(numbers, use) {
    for (const claim of numbers) use(claims.subject[claim], claims.object[claim], claim);
  }

  /**
   * Those with whom an entity shares claims, and how many; for an issue, the ends of the claims about it.
   * @param {number} id
   * @param {Iterable<number>} numbers of claims
   * @returns {Array<[number, number]>} most claims first
   */
  kg.neighbours = function (id, numbers) {
    const tally = new Map();
    const add = (other) => other !== id && tally.set(other, (tally.get(other) || 0) + 1);
    const topic = kg.isIssue(id);
    ends(numbers, (subject, object, claim) => {
      const about = topic && kg.list(claims.issues, claim).includes(id);
      if (subject === id || object === id) {
        add(subject === id ? object : subject);
        kg.list(claims.issues, claim).forEach(add);
      } else if (about) {
        add(subject);
        add(object);
      }
    });
    return [...tally].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  };

  /** Whether a claim is of an entity: its subject, its object or an issue that it is about. */
  kg.concerns = (claim, id) => claims.subject[claim] === id || claims.object[claim] === id || (kg.isIssue(id) && kg.list(claims.issues, claim).includes(id));

  /** Whether a claim joins two: as its ends, or an actor with an issue that it is about. */
  kg.joins = function (claim, one, other) {
    const [subject, object] = [claims.subject[claim], claims.object[claim]];
    if ((subject === one && object === other) || (subject === other && object === one)) return true;
    const [actor, issue] = kg.isIssue(other) ? [one, other] : [other, one];
    return kg.isIssue(issue) && !kg.isIssue(actor) && (subject === actor || object === actor) && kg.list(claims.issues, claim).includes(issue);
  };

  /** For every entity, those that claims link it with, as lists in a row. */
  function adjacency(numbers) {
    const found = new Map();
    const add = (from, to) => (found.has(from) ? found.get(from).add(to) : found.set(from, new Set([to])));
    ends(numbers, (subject, object) => {
      add(subject, object);
      add(object, subject);
    });
    return found;
  }

  /**
   * A shortest way from one to another along claims; of several equally short the one through the most important.
   * @returns {number[]} the entities on the way, none when there is no way
   */
  kg.path = function (from, to, numbers) {
    const next = adjacency(numbers);
    const before = new Map([[from, from]]);
    let edge = [from];
    while (edge.length && !before.has(to)) {
      const further = [];
      for (const at of edge) {
        for (const other of [...(next.get(at) || [])].sort((a, b) => a - b)) {
          if (before.has(other)) continue;
          before.set(other, at);
          further.push(other);
        }
      }
      edge = further.sort((a, b) => a - b);
    }
    if (!before.has(to)) return [];
    const way = [to];
    while (way[0] !== from) way.unshift(before.get(way[0]));
    return way;
  };

  function nearby(id, numbers) {
    return new Set([id, ...kg.neighbours(id, numbers).filter(([other]) => !kg.isIssue(other)).slice(0, NEAR).map(([other]) => other)]);
  }

  /**
   * What a focus lets through.
   * @param {{kind: string, ids: number[], steps: number}} focus
   * @param {Iterable<number>} numbers of the claims that satisfy the filters
   * @returns {{blocks: function(number): boolean, first: number[]}} a test, and the entities to draw before all others
   */
  kg.focusing = function (focus, numbers) {
    const [one, other] = focus.ids;
    if (focus.kind === "pair") return { blocks: (claim) => !kg.joins(claim, one, other), first: focus.ids };
    if (focus.kind === "path") {
      const way = kg.path(one, other, numbers);
      const hops = way.slice(1).map((id, place) => [way[place], id]);
      return { blocks: (claim) => !hops.some(([a, b]) => kg.joins(claim, a, b)), first: way.length ? way : focus.ids };
    }
    if (focus.steps < 2) return { blocks: (claim) => !kg.concerns(claim, one), first: [one] };
    const near = nearby(one, numbers);
    return { blocks: (claim) => !(near.has(claims.subject[claim]) || near.has(claims.object[claim]) || kg.concerns(claim, one)), first: [...near] };
  };

  /** A test for words in a sentence or in the names of its ends. */
  kg.wording = function (wanted) {
    const plain = wanted.toLowerCase();
    const named = data.entities.label.map((label) => label.toLowerCase().includes(plain));
    const said = new Map();
    const holds = (quote) => {
      if (!said.has(quote)) said.set(quote, kg.words(quote).toLowerCase().includes(plain));
      return said.get(quote);
    };
    return (claim) => !(named[claims.subject[claim]] || named[claims.object[claim]] || holds(claims.quote[claim]));
  };

  const NEVER = -2147483648;
  const column = (of) => Int32Array.from({ length: size }, (_, claim) => of(claim) ?? NEVER);

  /** From which day to which each claim is dated: by the document that states it, or by what it says of when it holds. */
  const published = data.documents.map((document) => [kg.day(document.published), kg.day(document.published, true)]);
  const holds = claims.times.map((time) => (time ? [kg.day(time[0] || time[1]), kg.day(time[1] || time[0], true)] : [null, null]));
  const dates = (of, place) => column((claim) => of(claim)[place]);
  const told = (claim) => published[data.quotes.document[claims.quote[claim]]];
  const held = (claim) => holds[claims.time[claim]];
  kg.clocks = {
    published: { title: "when it was published", start: dates(told, 0), end: dates(told, 1) },
    holds: { title: "when it holds", start: dates(held, 0), end: dates(held, 1) },
  };
  kg.NEVER = NEVER;
})((window.kg = window.kg || {}));
