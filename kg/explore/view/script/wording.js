/* Claims -> words that keep their direction: what one does to another is never said of both. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const { claims, relations } = data;
  const MOST = 3; // different words of one direction that are written out
  const SPAN = { end: data.entities.iri.length, relation: relations.length, factuality: claims.names.factuality.length, likelihood: claims.likelihoods.length };
  const FACT = "actual";

  const isMutual = (claim) => relations[claims.relation[claim]].mutual;

  /** The ends of a claim, those of a relation without direction in a fixed order, so that it is said once for both. */
  kg.ends = function (claim) {
    const [subject, object] = [claims.subject[claim], claims.object[claim]];
    return isMutual(claim) && object < subject ? [object, subject] : [subject, object];
  };

  /** What keeps a claim from being a fact, as it stands before its relation: "alleged: ", "predicted, unlikely, not: "; else nothing. */
  kg.qualifiers = function (claim) {
    const factuality = claims.names.factuality[claims.factuality[claim]];
    const [likelihood] = claims.likelihoods[claims.likelihood[claim]] || [""];
    const removed = kg.changes.kinds[kg.changeOf(claim)] === "removed";
    const words = [removed && "removed", factuality !== FACT && factuality, likelihood, kg.isNegated(claim) && "not"].filter(Boolean);
    return words.length ? `${words.join(", ")}: ` : "";
  };

  /** One number for all that is told of a claim in a summary; claims that share it are counted together. */
  function sort(claim) {
    const [from, to] = kg.ends(claim);
    const said = (claims.factuality[claim] * SPAN.likelihood + claims.likelihood[claim]) * 2 + Number(kg.isNegated(claim));
    return (((from * SPAN.end + to) * SPAN.relation + claims.relation[claim]) * SPAN.factuality * SPAN.likelihood * 2 + said) * 4 + kg.changeOf(claim);
  }

  /** Facts before all else, then what is said most often. */
  const inOrder = (a, b) => (a.mark === "" ? 0 : 1) - (b.mark === "" ? 0 : 1) || b.of - a.of || (a.mark < b.mark ? -1 : a.mark > b.mark ? 1 : 0) || b.count - a.count || (a.label < b.label ? -1 : 1);

  function phrases(found) {
    const marks = new Map();
    found.forEach(({ mark, count }) => marks.set(mark, (marks.get(mark) || 0) + count));
    return found.map((phrase) => ({ ...phrase, of: marks.get(phrase.mark) })).sort(inOrder);
  }

  /**
   * What claims say, by the direction in which they lead.
   * @param {Iterable<number>} numbers of claims
   * @returns {Array<{from: number, to: number, mutual: boolean, count: number, phrases: Array<{mark: string, label: string, count: number}>}>}
   *   the direction of most claims first, what has no direction last
   */
  kg.waysOf = function (numbers) {
    const sorts = new Map();
    for (const claim of numbers) {
      const key = sort(claim);
      const seen = sorts.get(key);
      if (seen) seen.count += 1;
      else sorts.set(key, { claim, count: 1 });
    }
    const ways = new Map();
    for (const { claim, count } of sorts.values()) {
      const [from, to] = kg.ends(claim);
      const mutual = isMutual(claim);
      const key = `${from} ${to} ${mutual}`;
      if (!ways.has(key)) ways.set(key, { from, to, mutual, count: 0, phrases: [] });
      const way = ways.get(key);
      way.count += count;
      way.phrases.push({ mark: kg.qualifiers(claim), label: relations[claims.relation[claim]].label, count });
    }
    const sorted = [...ways.values()].sort((a, b) => a.mutual - b.mutual || b.count - a.count || a.from - b.from || a.to - b.to);
    return sorted.map((way) => ({ ...way, phrases: phrases(way.phrases) }));
  };

  const counted = ({ label, count }) => (count > 1 ? `${label} (${count.toLocaleString("en")})` : label);

  /** "sanctions (3), threatens; alleged: hacks": what one direction says, at most so many different words. */
  kg.phrased = function (found, most) {
    const some = found.slice(0, most || MOST);
    const written = some.map((phrase, place) => {
      const same = place && some[place - 1].mark === phrase.mark;
      return (same ? ", " : place ? "; " : "") + (same ? "" : phrase.mark) + counted(phrase);
    });
    return written.join("") + (found.length > some.length ? ` and ${found.length - some.length} more` : "");
  };

  /** "Russia → Georgia", or with an arrow to both sides where there is no direction. */
  kg.course = ({ from, to, mutual }) => `${kg.name(from)} ${mutual ? "↔" : "→"} ${kg.name(to)}`;

  /** The ways of a line; they are worked out once. */
  kg.waysOfLine = (line) => (line.ways = line.ways || kg.waysOf(line.claims));

  /** All that a line says, one text for each direction. */
  kg.told = function (line, most) {
    if (line.status === null) return [`${kg.name(line.from)} – is about – ${kg.name(line.to)}`];
    return kg.waysOfLine(line).map((way) => `${kg.course(way)}: ${kg.phrased(way.phrases, most)}`);
  };

  /**
   * The words on a line: of one direction its first relation, how many others and how many claims; of several directions no
   * relation, as it would be read both ways, but the balance of their tone.
   */
  kg.caption = function (line) {
    if (line.status === null) return "is about";
    line.caption = line.caption || captioned(line, kg.waysOfLine(line));
    return line.caption;
  };

  function captioned(line, [way, ...others]) {
    if (others.length) {
      const tally = kg.tally(line.claims);
      return tally[1] + tally[-1] ? kg.balance(tally) : kg.count(line.claims.length, "claim");
    }
    const [{ mark, label }, ...rest] = way.phrases;
    return mark + label + (rest.length ? ` +${rest.length}` : "") + (way.count > 1 ? ` (${way.count.toLocaleString("en")})` : "");
  }
})((window.kg = window.kg || {}));
