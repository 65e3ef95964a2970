/* Claims -> the lines to draw. Claims of one pair that look alike share a line; the more there is to draw, the more they share. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const { claims, relations } = data;
  const FEW = 4; // a pair with more lines than this shows one for each look instead of one for each relation
  const MANY = 80; // when there would be more lines than this, those of a pair with one sign and status are joined
  const MOST = 64; // of which the strongest are drawn, one for each that is drawn at least
  const STATUSES = Object.keys(data.looks.statuses);
  const LINKS = 16; // lines from actors to issues, when many lines are drawn

  /** What decides how a claim is drawn. `back` is 1 when it leads from the higher to the lower number, 0 when it has no direction. */
  function look(claim) {
    const relation = relations[claims.relation[claim]];
    const [subject, object] = [claims.subject[claim], claims.object[claim]];
    return {
      back: relation.mutual ? 0 : subject <= object ? -1 : 1,
      sign: relation.sign,
      status: kg.statusOf(claim),
      negated: kg.isNegated(claim),
      relation: claims.relation[claim],
      change: kg.changeOf(claim),
    };
  }

  const KEYS = [
    (seen) => [seen.back, seen.sign, seen.status, seen.negated, seen.change, seen.relation].join("."),
    (seen) => [seen.back, seen.sign, seen.status, seen.negated, seen.change].join("."),
    (seen) => ["", seen.sign, seen.status, seen.negated, seen.change].join("."),
  ];

  function grouped(numbers, key) {
    const groups = new Map();
    for (const claim of numbers) {
      const seen = look(claim);
      const name = key(seen);
      if (!groups.has(name)) groups.set(name, { seen, backs: new Set(), claims: [] });
      groups.get(name).backs.add(seen.back);
      groups.get(name).claims.push(claim);
    }
    return groups;
  }

  /** Lines of a pair, from the lower number to the higher first. */
  function split([low, high], numbers, coarse) {
    const fine = grouped(numbers, KEYS[0]);
    const groups = coarse ? grouped(numbers, KEYS[2]) : fine.size <= FEW ? fine : grouped(numbers, KEYS[1]);
    return [...groups].map(([name, { seen, backs, claims: some }]) => {
      const [back] = backs.size === 1 ? backs : [0];
      const [from, to] = back < 1 ? [low, high] : [high, low];
      return { id: `${low}-${high}:${name}`, from, to, sign: seen.sign, status: seen.status, negated: seen.negated, change: seen.change, mutual: back === 0, claims: some };
    }).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  function pairs(kept, drawn) {
    const found = new Map();
    for (const claim of kept) {
      const [subject, object] = [claims.subject[claim], claims.object[claim]];
      if (!drawn.has(subject) || !drawn.has(object)) continue;
      const key = Math.min(subject, object) * data.entities.iri.length + Math.max(subject, object);
      if (found.has(key)) found.get(key).push(claim);
      else found.set(key, [claim]);
    }
    return [...found].map(([key, numbers]) => [[Math.floor(key / data.entities.iri.length), key % data.entities.iri.length], numbers]);
  }

  /** Lines from actors to the issues that their claims are about; `inferred` when no clause names the issue. */
  function links(kept, drawn) {
    const found = new Map();
    for (const claim of kept) {
      const { at, values } = claims.issues;
      for (let place = at[claim]; place < at[claim + 1]; place += 1) if (drawn.has(values[place])) linked(found, claim, place, drawn);
    }
    return [...found.values()];
  }

  function linked(found, claim, place, drawn) {
    const issue = claims.issues.values[place];
    const ends = new Set([claims.subject[claim], claims.object[claim]]);
    if (ends.has(issue)) return;
    for (const end of ends) {
      if (!drawn.has(end) || kg.isIssue(end)) continue;
      const id = `${end}-${issue}`;
      if (!found.has(id)) found.set(id, { id, from: end, to: issue, sign: 0, status: null, negated: false, change: 0, mutual: true, inferred: true, claims: [] });
      found.get(id).claims.push(claim);
      if (!claims.origin[place]) found.get(id).inferred = false;
    }
  }

  /** The line of a pair under which its claims were joined keeps its name when the reader selects it, and so its claims. */
  const isJoined = (id) => id.split(":")[1].startsWith(".");

  /**
   * How many lines there would be besides, were all entities drawn and the lines of each pair joined.
   * @param {Iterable<number>} kept numbers of claims
   * @param {Set<number>} drawn entities
   */
  kg.undrawnLines = function (kept, drawn) {
    const found = new Set();
    const count = data.entities.iri.length;
    for (const claim of kept) {
      const [subject, object] = [claims.subject[claim], claims.object[claim]];
      if (drawn.has(subject) && drawn.has(object)) continue;
      const looks = ((relations[claims.relation[claim]].sign + 1) * claims.names.factuality.length + STATUSES.indexOf(kg.statusOf(claim))) * 8 + kg.changeOf(claim) * 2 + Number(kg.isNegated(claim));
      found.add((Math.min(subject, object) * count + Math.max(subject, object)) * 3 * claims.names.factuality.length * 8 + looks);
    }
    return found.size;
  };

  const strongest = (lines, most) => [...lines].sort((a, b) => b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1)).slice(0, most);

  /** How many gaps each line lies beside the straight line of its pair, so that no two of a pair coincide. */
  function spread(lines) {
    const found = new Map();
    for (const line of lines) {
      const key = `${Math.min(line.from, line.to)}-${Math.max(line.from, line.to)}`;
      found.set(key, [...(found.get(key) || []), line]);
    }
    for (const some of found.values()) some.forEach((line, rank) => (line.offset = rank - (some.length - 1) / 2));
  }

  function disputed(line) {
    return line.status !== null && line.claims.some((claim) => kg.disputes.of.has(claim));
  }

  /**
   * The lines between entities.
   * @param {Iterable<number>} kept numbers of claims
   * @param {Set<number>} drawn entities
   * @param {{asked: function, linked: function, chosen: ?string}} tests whether a pair is wanted in full, whether one may be linked
   *   to an issue, and the line that is selected
   * @returns {{lines: Map<string, Object>, left: number, weaker: number}} lines by their ids, how many were left out, and how many
   *   of those state relations
   */
  kg.linesOf = function (kept, drawn, { asked, linked: may, chosen: selected }) {
    const found = pairs(kept, drawn);
    const fine = found.flatMap(([pair, numbers]) => split(pair, numbers, false));
    const about = links(kept, drawn).filter(({ from, to }) => may(from, to));
    const crowded = fine.length > MANY;
    const whole = (pair) => Boolean(selected) && isJoined(selected) && selected.startsWith(`${pair[0]}-${pair[1]}:`);
    const coarse = found.flatMap(([pair, numbers]) => split(pair, numbers, crowded && (whole(pair) || !asked(...pair))));
    const wanted = (line) => asked(line.from, line.to);
    const most = Math.max(MOST, drawn.size);
    const drawable = crowded ? [...coarse.filter(wanted), ...strongest(coarse.filter((line) => !wanted(line)), most)] : fine;
    const linked = crowded ? [...about.filter(wanted), ...strongest(about.filter((line) => !wanted(line)), LINKS)] : about;
    const lines = [...drawable, ...linked];
    spread(lines);
    lines.forEach((line) => (line.disputed = disputed(line)));
    return { lines: new Map(lines.map((line) => [line.id, line])), left: coarse.length + about.length - lines.length, weaker: crowded ? coarse.length - drawable.length : 0 };
  };
})((window.kg = window.kg || {}));
