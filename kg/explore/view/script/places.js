/* Where to draw: the most important have places that were worked out beforehand; all else goes around what it belongs to. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const [WIDTH, HEIGHT] = [150, 84]; // the room that a symbol with its name takes
  const RINGS = [11, 18, 25, 33, 41];
  const RADIUS = 140;
  const BULGE = 230; // how far the lines of a pair reach aside
  const STRETCH = 1.45; // screens are wider than high

  /** In rings around the middle; every second ring is turned, so that lines pass between the symbols of the ring before. */
  function rings(found, middle, around) {
    middle.forEach((id, place) => found.set(id, { x: (place - (middle.length - 1) / 2) * 2 * WIDTH, y: 0 }));
    let at = 0;
    for (let ring = 0; at < around.length; ring += 1) {
      const room = ring < RINGS.length ? RINGS[ring] : RINGS[RINGS.length - 1] + 8 * (ring - RINGS.length + 1);
      const some = around.slice(at, at + room);
      const radius = RADIUS * (ring + 2);
      some.forEach((id, place) => {
        const angle = (2 * Math.PI * (place + (ring % 2) / 2)) / some.length - Math.PI / 2;
        found.set(id, { x: Math.round(Math.cos(angle) * radius * STRETCH), y: Math.round(Math.sin(angle) * radius) });
      });
      at += some.length;
    }
  }

  /** Two side by side, and what they share above and below their lines. */
  function sides(found, [one, other], between) {
    const half = 330;
    found.set(one, { x: -half, y: 0 });
    found.set(other, { x: half, y: 0 });
    between.forEach((id, place) => found.set(id, { x: ((place >> 1) % 3 - 1) * 1.4 * WIDTH, y: (place % 2 ? 1 : -1) * (BULGE + Math.floor(place / 6) * HEIGHT) }));
  }

  function chain(found, way) {
    way.forEach((id, place) => found.set(id, { x: (place - (way.length - 1) / 2) * 1.7 * WIDTH, y: (place % 2 ? 1 : -1) * 45 }));
  }

  /** Cells of the plane that are taken. */
  class Cells {
    constructor(places) {
      this.taken = new Set();
      places.forEach((place) => this.cover(place));
    }

    cover({ x, y }) {
      const [column, row] = [Math.floor(x / WIDTH), Math.floor(y / HEIGHT)];
      for (let left = column - 1; left <= column + 1; left += 1) {
        for (let top = row - 2; top <= row + 1; top += 1) {
          const middle = this.middle(left, top);
          if (Math.abs(middle.x - x) < WIDTH && Math.abs(middle.y - y) < HEIGHT) this.taken.add(`${left} ${top}`);
        }
      }
    }

    /** Every other column lies half a cell lower, so that names have more room. */
    middle(column, row) {
      return { x: (column + 0.5) * WIDTH, y: (row + 0.5 + (Math.abs(column) % 2) / 2) * HEIGHT };
    }

    /** The free cell nearest to a point, on growing rings around it. */
    free({ x, y }) {
      const [column, row] = [Math.floor(x / WIDTH), Math.floor(y / HEIGHT)];
      for (let ring = 0; ; ring += 1) {
        const best = this.onRing(column, row, ring).sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0];
        if (best) return best;
      }
    }

    onRing(column, row, ring) {
      const found = [];
      for (let left = column - ring; left <= column + ring; left += 1) {
        const step = Math.abs(left - column) === ring ? 1 : Math.max(1, 2 * ring);
        for (let top = row - ring; top <= row + ring; top += step) if (!this.taken.has(`${left} ${top}`)) found.push(this.middle(left, top));
      }
      return found;
    }
  }

  function linked(lines) {
    const found = new Map();
    const add = (from, to) => (found.has(from) ? found.get(from).push(to) : found.set(from, [to]));
    for (const { from, to } of lines.values()) {
      add(from, to);
      add(to, from);
    }
    return found;
  }

  /** Those with places of their own keep them; every other goes to the free cell nearest to those that it is linked to. */
  function around(found, drawn, lines) {
    const near = linked(lines);
    drawn.filter((id) => id < data.nodes.length).forEach((id) => found.set(id, { x: data.nodes[id].x, y: data.nodes[id].y }));
    const cells = new Cells([...found.values()]);
    for (const id of drawn.filter((other) => other >= data.nodes.length)) {
      const known = (near.get(id) || []).map((other) => found.get(other)).filter(Boolean);
      const mean = (axis) => (known.length ? known.reduce((sum, place) => sum + place[axis], 0) / known.length : 0);
      const place = cells.free({ x: mean("x") * 1.1, y: mean("y") * 1.1 });
      cells.cover(place);
      found.set(id, place);
    }
  }

  /** Actors before issues, so that each kind lies together. */
  const sorted = (ids) => [...ids.filter((id) => !kg.isIssue(id)), ...ids.filter(kg.isIssue)];

  /** Those nearest to the same one in a ring follow each other. */
  function byParent(rest, first, lines) {
    const near = linked(lines);
    const parent = (id) => Math.min(...(near.get(id) || []).map((other) => first.indexOf(other)).filter((place) => place > 0), first.length);
    return [...rest].sort((a, b) => parent(a) - parent(b) || a - b);
  }

  /**
   * Places for what is drawn.
   * @param {number[]} drawn entities, the most important first
   * @param {Map<string, Object>} lines
   * @param {?{kind: string, ids: number[], steps: number}} focus
   * @param {number[]} first those that the focus puts before all others
   * @returns {Map<number, {x: number, y: number}>}
   */
  kg.placesOf = function (drawn, lines, focus, first) {
    const found = new Map();
    const rest = drawn.filter((id) => !first.includes(id));
    if (!focus) around(found, drawn, lines);
    else if (focus.kind === "pair") sides(found, first, rest);
    else if (focus.kind === "path") chain(found, first);
    else if (focus.steps > 1) rings(found, [first[0]], [...first.slice(1), ...byParent(rest, first, lines)].filter((id) => drawn.includes(id)));
    else rings(found, first, sorted(rest));
    return asMoved(found);
  };

  /** Symbols that the reader has put elsewhere, with the places that they were taken from. */
  const moved = new Map();

  /** Those that would stand where they were taken from stand where they were put. */
  function asMoved(found) {
    for (const [id, { from, to }] of moved) {
      const place = found.get(id);
      if (place && place.x === from.x && place.y === from.y) found.set(id, to);
    }
    return found;
  }

  /** Put a symbol elsewhere. */
  kg.move = function (id, to) {
    const place = kg.shown.places.get(id);
    const before = moved.get(id);
    moved.set(id, { from: before && before.to === place ? before.from : place, to });
    kg.shown.places.set(id, to);
  };

  /** Put every symbol back. */
  kg.unmove = () => moved.clear();
})((window.kg = window.kg || {}));
