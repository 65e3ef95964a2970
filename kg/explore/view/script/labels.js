/* Names on the drawing. Each is drawn only where it hides nothing more important; zooming in makes room for more. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const LINE = 1.18;
  const WIDEST = 19; // letters in a line of a name
  const SURE = 3; // how many of the most important names are written even over symbols
  const SIGNS = { 1: "cooperative", "-1": "conflictual", 0: "neutral" };
  const wrapped = new Map();

  /** Break a name into at most two lines. */
  function wrap(text) {
    if (!wrapped.has(text)) wrapped.set(text, broken(text));
    return wrapped.get(text);
  }

  function broken(text) {
    const lines = [""];
    for (const word of text.split(/\s+/)) {
      const line = lines[lines.length - 1];
      if (line && line.length + word.length >= WIDEST) lines.push(word);
      else lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
    const kept = lines.slice(0, 2).map((line) => (line.length > WIDEST + 5 ? `${line.slice(0, WIDEST + 3)}…` : line));
    if (lines.length > 2 && !kept[1].endsWith("…")) kept[1] += "…";
    return kept;
  }

  /** The words on a line: its most frequent relation, how many others, how many claims. */
  kg.caption = function ({ status, claims }) {
    if (status === null) return "is about";
    const tally = new Map();
    claims.forEach((number) => {
      const { label } = data.relations[data.claims.relation[number]];
      tally.set(label, (tally.get(label) || 0) + 1);
    });
    const [first] = [...tally].sort((a, b) => b[1] - a[1]);
    const more = tally.size > 1 ? ` +${tally.size - 1}` : "";
    return first[0] + more + (claims.length > 1 ? ` (${claims.length})` : "");
  };

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

  /** Draws names for one frame. */
  class Pen {
    constructor(context, network, colours) {
      const scale = network.getScale();
      const { clientWidth, clientHeight } = kg.byId("graph");
      const view = [{ x: 0, y: 0 }, { x: clientWidth, y: clientHeight }].map((corner) => network.DOMtoCanvas(corner));
      Object.assign(this, { context, colours, scale, view });
      this.room = new Room(120 / scale);
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.lineJoin = "round";
    }

    font(pixels, weight) {
      this.size = (pixels * Math.max(1, Math.sqrt(this.scale))) / this.scale;
      this.context.font = `${weight} ${this.size}px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif`;
    }

    box(lines, x, y) {
      const half = Math.max(...lines.map((line) => this.context.measureText(line).width)) / 2;
      const tall = (lines.length * this.size * LINE) / 2;
      return [x - half, y - tall, x + half, y + tall];
    }

    /** Whether a box is not cut by the edge of the drawing; what lies outside as a whole may be written as well. */
    within([left, top, right, bottom]) {
      const [{ x: west, y: north }, { x: east, y: south }] = this.view;
      const outside = right < west || left > east || bottom < north || top > south;
      return outside || (left >= west && right <= east && top >= north && bottom <= south);
    }

    /** Write lines around a point if there is room, or in any case when `force` is set. */
    write(lines, x, y, colour, force) {
      const box = this.box(lines, x, y);
      if (!force && !(this.within(box) && this.room.free(box))) return false;
      this.room.take(box);
      const { context, size } = this;
      context.lineWidth = size * 0.32;
      context.strokeStyle = this.colours.canvas;
      if (this.plate) this.clear(box);
      context.fillStyle = colour;
      lines.forEach((line, place) => {
        const level = y + (place - (lines.length - 1) / 2) * size * LINE;
        context.strokeText(line, x, level);
        context.fillText(line, x, level);
      });
      return true;
    }

    /** Keep the lines of the drawing from running through words. */
    clear([left, top, right, bottom]) {
      const inset = (bottom - top) * 0.12;
      this.context.globalAlpha = 0.85;
      this.context.fillStyle = this.colours.canvas;
      this.context.fillRect(left, top + inset, right - left, bottom - top - 2 * inset);
      this.context.globalAlpha = 1;
    }

    badge({ x, y }, mark) {
      const { context, scale, colours } = this;
      const radius = 7.5 / Math.sqrt(scale);
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = colours.ink;
      context.fill();
      context.font = `700 ${radius * 1.6}px system-ui, "DejaVu Sans", sans-serif`;
      context.fillStyle = colours.canvas;
      context.fillText(mark, x, y + radius * 0.08);
      this.room.take([x - radius, y - radius, x + radius, y + radius]);
    }

    cross({ x, y }) {
      const { context, scale } = this;
      const arm = 6 / Math.sqrt(scale);
      for (const [width, colour] of [[6, this.colours.canvas], [2.6, this.colours.ink]]) {
        context.beginPath();
        context.moveTo(x - arm, y - arm);
        context.lineTo(x + arm, y + arm);
        context.moveTo(x + arm, y - arm);
        context.lineTo(x - arm, y + arm);
        context.lineWidth = width / Math.sqrt(scale);
        context.strokeStyle = colour;
        context.stroke();
      }
      this.room.take([x - arm, y - arm, x + arm, y + arm]);
    }
  }

  function spot(network, id, share) {
    return network.body.edges[id].edgeType.getPoint(share);
  }

  /** Crosses on what is negated, and badges where sources disagree or something changed. */
  function crosses(pen, network) {
    for (const { id, negated, disputed, change } of kg.shown.lines.values()) {
      if (kg.shown.lit && !kg.shown.lit.lines.has(id)) continue;
      if (negated) pen.cross(spot(network, id, 0.5));
      if (disputed) pen.badge(spot(network, id, negated ? 0.42 : 0.5), "≠");
      if (change) pen.badge(spot(network, id, 0.6), kg.changes.marks[change]);
    }
  }

  function names(pen, network, hovered) {
    const first = [...kg.shown.entities].sort((a, b) => rank(b, hovered) - rank(a, hovered) || a - b);
    for (const [order, id] of first.entries()) {
      const faded = kg.faded(id) && id !== hovered.node;
      pen.context.globalAlpha = faded ? 0.35 : 1;
      const { x, y } = network.body.nodes[id];
      const strong = order < SURE || rank(id, hovered) >= 1e6;
      pen.font(12.5, strong ? 600 : 500);
      const lines = wrap(kg.name(id) + more(id));
      const size = kg.sizeOf(id) * 1.25;
      const [, top, right, bottom] = pen.box(lines, 0, 0);
      const below = [x, y + size + (bottom - top) / 2];
      const spots = [below, [x, y - size - (bottom - top) / 2], [x + size + right, y], [x - size - right, y]];
      const found = spots.some((place) => pen.write(lines, ...place, pen.colours.ink, false));
      if (strong && !found) pen.write(lines, ...below, pen.colours.ink, true);
    }
    pen.context.globalAlpha = 1;
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

  function captions(pen, network, hovered) {
    pen.plate = true;
    const { selected } = kg.state;
    const asked = (line) => line.id === hovered.edge || Boolean(selected && selected.line === line.id);
    const order = [...kg.shown.lines.values()].sort((a, b) => asked(b) - asked(a) || b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1));
    for (const line of order) {
      const silent = line.status === null || (kg.shown.lit && !kg.shown.lit.lines.has(line.id));
      if (!silent || asked(line)) caption(pen, network, line, asked(line));
    }
  }

  function caption(pen, network, line, force) {
    pen.font(force ? 12 : 11, force ? 600 : 400);
    const colour = line.status === null ? pen.colours.muted : pen.colours[SIGNS[line.sign]];
    const text = [kg.caption(line)];
    for (const share of [0.5, 0.42, 0.58, 0.35, 0.65]) {
      const { x, y } = spot(network, line.id, share);
      if (pen.write(text, x, y, colour, false)) return;
    }
    const { x, y } = spot(network, line.id, 0.5);
    if (force) pen.write(text, x, y, colour, true);
  }

  function symbols(pen, network) {
    for (const id of kg.shown.entities) {
      const { x, y } = network.body.nodes[id];
      const size = kg.sizeOf(id);
      pen.room.take([x - size, y - size, x + size, y + size]);
    }
  }

  /**
   * Draw all names and crosses over a frame of the graph.
   * @param {Object} network of vis-network
   * @param {CanvasRenderingContext2D} context
   * @param {{node: ?number, edge: ?number}} hovered
   * @param {Object<string, string>} colours
   */
  kg.drawLabels = function (network, context, hovered, colours) {
    const pen = new Pen(context, network, colours);
    symbols(pen, network);
    crosses(pen, network);
    names(pen, network, hovered);
    captions(pen, network, hovered);
  };
})((window.kg = window.kg || {}));
