/* Where names, words and marks stand on the drawing. Each has a place only where it hides nothing more important; the canvas and the
   SVG file write them alike, and a click on one means what it names. */
(function (kg) {
  "use strict";

  const LINE = 1.18;
  const WIDEST = 19; // letters in a line of a name
  const TOLD = 46; // letters in a line of what a line tells when it is pointed at
  const SURE = 3; // how many of the most important names are written even over symbols
  const SIGNS = { 1: "cooperative", "-1": "conflictual", 0: "neutral" };
  const SPOTS = [0.5, 0.42, 0.58, 0.35, 0.65]; // places of words along a line
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
  const ruler = document.createElement("canvas").getContext("2d");
  const wrapped = new Map();

  kg.FONT = FONT;
  kg.LINE = LINE;

  /** Break a text into lines of so many letters. */
  function broken(text, widest) {
    const lines = [""];
    for (const word of text.split(/\s+/)) {
      const line = lines[lines.length - 1];
      if (line && line.length + word.length >= widest) lines.push(word);
      else lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
    return lines;
  }

  /** Break a name into at most two lines. */
  function wrap(text) {
    if (!wrapped.has(text)) wrapped.set(text, shortened(broken(text, WIDEST)));
    return wrapped.get(text);
  }

  function shortened(lines) {
    const kept = lines.slice(0, 2).map((line) => (line.length > WIDEST + 5 ? `${line.slice(0, WIDEST + 3)}…` : line));
    if (lines.length > 2 && !kept[1].endsWith("…")) kept[1] += "…";
    return kept;
  }

  /** Rectangles that are taken already, found by squares of the plane. */
  class Room {
    constructor(step) {
      this.step = step;
      this.squares = new Map();
    }

    *near(box) {
      const { step } = this;
      for (let x = Math.floor(box[0] / step); x <= Math.floor(box[2] / step); x += 1) {
        for (let y = Math.floor(box[1] / step); y <= Math.floor(box[3] / step); y += 1) yield `${x} ${y}`;
      }
    }

    free(box) {
      for (const key of this.near(box)) {
        for (const [left, top, right, bottom] of this.squares.get(key) || []) {
          if (left < box[2] && box[0] < right && top < box[3] && box[1] < bottom) return false;
        }
      }
      return true;
    }

    take(box) {
      for (const key of this.near(box)) {
        if (!this.squares.has(key)) this.squares.set(key, []);
        this.squares.get(key).push(box);
      }
    }
  }

  /** Finds places for words, at one scale and, where there is an edge to the drawing, within it. */
  class Layout {
    constructor(scale, view) {
      Object.assign(this, { scale, view, items: [], room: new Room(120 / scale) });
    }

    font(pixels, weight) {
      this.size = (pixels * Math.max(1, Math.sqrt(this.scale))) / this.scale;
      this.weight = weight;
      ruler.font = `${weight} ${this.size}px ${FONT}`;
    }

    box(lines, x, y) {
      const half = Math.max(...lines.map((line) => ruler.measureText(line).width)) / 2;
      const tall = (lines.length * this.size * LINE) / 2;
      return [x - half, y - tall, x + half, y + tall];
    }

    /** Whether a box is not cut by the edge of the drawing; what lies outside as a whole may be written as well. */
    within([left, top, right, bottom]) {
      if (!this.view) return true;
      const [{ x: west, y: north }, { x: east, y: south }] = this.view;
      const outside = right < west || left > east || bottom < north || top > south;
      return outside || (left >= west && right <= east && top >= north && bottom <= south);
    }

    /** The point nearest to a wished one around which a box lies within the drawing. */
    inside(lines, { x, y }) {
      const [left, top, right, bottom] = this.box(lines, x, y);
      const [{ x: west, y: north }, { x: east, y: south }] = this.view || [{ x: left, y: top }, { x: right, y: bottom }];
      const moved = (low, high, first, last) => (low < first ? first - low : high > last ? last - high : 0);
      return { x: x + moved(left, right, west, east), y: y + moved(top, bottom, north, south) };
    }

    /** Write lines around a point if there is room, or in any case when `force` is set. */
    write(what, lines, { x, y }, force) {
      const box = this.box(lines, x, y);
      if (!force && !(this.within(box) && this.room.free(box))) return false;
      this.room.take(box);
      this.items.push({ kind: "words", ...what, lines, x, y, box, size: this.size, weight: this.weight });
      return true;
    }

    mark(item, radius) {
      const { x, y } = item;
      this.room.take([x - radius, y - radius, x + radius, y + radius]);
      this.items.push({ ...item, radius });
    }
  }

  const spot = (id, share) => kg.network.body.edges[id].edgeType.getPoint(share);

  function symbols(layout) {
    for (const id of kg.shown.entities) {
      const { x, y } = kg.network.body.nodes[id];
      const size = kg.sizeOf(id, layout.scale);
      layout.room.take([x - size, y - size, x + size, y + size]);
    }
  }

  /** Crosses on what is negated, and badges where sources disagree or something changed. */
  function marks(layout) {
    const root = Math.sqrt(layout.scale);
    for (const { id, negated, disputed, change } of kg.shown.lines.values()) {
      if (kg.shown.lit && !kg.shown.lit.lines.has(id)) continue;
      if (negated) layout.mark({ kind: "cross", ...spot(id, 0.5) }, 6 / root);
      if (disputed) layout.mark({ kind: "badge", mark: "≠", ...spot(id, negated ? 0.42 : 0.5) }, 7.5 / root);
      if (change) layout.mark({ kind: "badge", mark: kg.changes.marks[change], ...spot(id, 0.6) }, 7.5 / root);
    }
  }

  function names(layout, hovered) {
    const first = [...kg.shown.entities].sort((a, b) => rank(b, hovered) - rank(a, hovered) || a - b);
    for (const [order, id] of first.entries()) {
      const faded = kg.faded(id) && id !== hovered.node;
      const strong = order < SURE || rank(id, hovered) >= 1e6;
      layout.font(12.5, strong ? 600 : 500);
      const lines = wrap(kg.name(id) + more(id));
      const what = { entity: id, colour: "ink", alpha: faded ? 0.35 : 1 };
      const spots = aroundSymbol(layout, id, lines);
      const found = spots.some((place) => layout.write(what, lines, place, false));
      if (strong && !found) layout.write(what, lines, spots[0], true);
    }
  }

  function aroundSymbol(layout, id, lines) {
    const { x, y } = kg.network.body.nodes[id];
    const size = kg.sizeOf(id, layout.scale) * 1.25;
    const [, , right, bottom] = layout.box(lines, 0, 0);
    return [{ x, y: y + size + bottom }, { x, y: y - size - bottom }, { x: x + size + right, y }, { x: x - size - right, y }];
  }

  /** How many further ones are linked to the selected entity but not drawn. */
  function more(id) {
    const { selected } = kg.state;
    const here = selected && selected.kind === "entity" && selected.id === id;
    return here && kg.shown.hidden ? ` +${kg.shown.hidden} more` : "";
  }

  function rank(id, hovered) {
    const { selected } = kg.state;
    if (hovered.node === id || (selected && selected.kind === "entity" && selected.id === id)) return 1e7;
    return (kg.shown.weights.get(id) || 0) + (kg.shown.lit && kg.shown.lit.entities.has(id) ? 1e3 : 0);
  }

  function captions(layout, hovered) {
    const { selected } = kg.state;
    const asked = (line) => line.id === hovered.edge || Boolean(selected && selected.line === line.id);
    const order = [...kg.shown.lines.values()].sort((a, b) => asked(b) - asked(a) || b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1));
    for (const line of order) {
      const silent = line.status === null || (kg.shown.lit && !kg.shown.lit.lines.has(line.id));
      if (!silent || asked(line)) caption(layout, line, { asked: asked(line), pointed: line.id === hovered.edge });
    }
  }

  /** The few words on a line; all that it tells, direction by direction, when it is pointed at. */
  function caption(layout, line, { asked, pointed }) {
    layout.font(asked ? 12 : 11, asked ? 600 : 400);
    const what = { line: line.id, colour: line.status === null ? "muted" : SIGNS[line.sign], alpha: 1, plate: true };
    const lines = pointed ? kg.told(line).flatMap((text) => broken(text, TOLD)) : [kg.caption(line)];
    if (!pointed && SPOTS.some((share) => layout.write(what, lines, spot(line.id, share), false))) return;
    if (asked) layout.write(what, lines, beside(layout, line, lines), true);
  }

  /** A place for words near the middle of a line, where they hide neither of its ends if that can be. */
  function beside(layout, line, lines) {
    const middle = spot(line.id, 0.5);
    const [, , right, bottom] = layout.box(lines, 0, 0);
    const [wide, tall] = [right + layout.size, bottom + layout.size];
    const offsets = [[0, 0], [0, -tall], [0, tall], [wide, 0], [-wide, 0], [wide, tall], [-wide, -tall]];
    const places = offsets.map(([x, y]) => layout.inside(lines, { x: middle.x + x, y: middle.y + y }));
    return places.find(({ x, y }) => ![line.from, line.to].some((id) => hides(layout, layout.box(lines, x, y), id))) || places[0];
  }

  function hides(layout, [left, top, right, bottom], id) {
    const { x, y } = kg.network.body.nodes[id];
    const size = kg.sizeOf(id, layout.scale);
    return left < x + size && right > x - size && top < y + size && bottom > y - size;
  }

  /**
   * All that is written on the drawing, in the order in which it is written.
   * @param {number} scale of the drawing
   * @param {?Array<{x: number, y: number}>} view the upper left and the lower right corner of what is seen, or null for all
   * @param {{node: ?number, edge: ?string}} hovered what the reader points at
   * @returns {Array<Object>} words with their lines, place and box; crosses and badges with place and radius
   */
  kg.labelling = function (scale, view, hovered) {
    const layout = new Layout(scale, view);
    symbols(layout);
    marks(layout);
    names(layout, hovered);
    captions(layout, hovered);
    return layout.items;
  };
})((window.kg = window.kg || {}));
