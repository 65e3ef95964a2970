/* The drawing as a picture: PNG from the canvas, SVG drawn from the same places and lines. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const NOBODY = { node: null, edge: null }; // nothing is pointed at in a file
  const STEP = 0.01; // of the length of a line, when its visible part is sought

  function png() {
    const canvas = kg.byId("graph").querySelector("canvas");
    const copy = document.createElement("canvas");
    copy.width = canvas.width;
    copy.height = canvas.height;
    const context = copy.getContext("2d");
    context.fillStyle = kg.colours().canvas;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(canvas, 0, 0);
    const bytes = Uint8Array.from(atob(copy.toDataURL("image/png").split(",")[1]), (letter) => letter.charCodeAt(0));
    kg.download("graph.png", bytes, "image/png");
  }

  /** The part of a line between the symbols at its ends, as a quadratic curve through its middle. */
  function curve(line) {
    const { edgeType } = kg.network.body.edges[line.id];
    const [first, last] = [leaving(edgeType, line.from, 0, STEP), leaving(edgeType, line.to, 1, -STEP)];
    const [start, middle, end] = [first, (first + last) / 2, last].map((share) => edgeType.getPoint(share));
    return { start, end, control: { x: 2 * middle.x - (start.x + end.x) / 2, y: 2 * middle.y - (start.y + end.y) / 2 } };
  }

  /** The share of a line at which it leaves a symbol. */
  function leaving(edgeType, id, from, step) {
    const { x, y } = kg.network.body.nodes[id];
    const radius = kg.sizeOf(id, 1) * 1.15 + 2;
    let share = from;
    for (let steps = 0; steps < 0.45 / STEP; steps += 1) {
      const point = edgeType.getPoint(share);
      if (Math.hypot(point.x - x, point.y - y) >= radius) break;
      share += step;
    }
    return share;
  }

  const spot = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const angle = (from, to) => (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;

  const HEADS = { triangle: { d: "M0 0L-11 -5V5Z", solid: true }, bar: { d: "M0 -7V7", solid: false }, vee: { d: "M-9 -6L0 0L-9 6", solid: false } };

  function head(line, at, from, colour) {
    const { d, solid } = HEADS[data.looks.signs[line.sign].arrow];
    return kg.svg("path", { d, transform: `translate(${spot(at)}) rotate(${angle(from, at).toFixed(1)})`, fill: solid ? colour : "none", stroke: solid ? "none" : colour, "stroke-width": 2.4 });
  }

  function strokes(line) {
    const about = line.status === null;
    const colour = kg.tone(about ? data.looks.kinds.Issue : data.looks.signs[line.sign]);
    const { start, end, control } = curve(line);
    const dashes = about ? (line.inferred ? [1, 4] : []) : data.looks.statuses[line.status].dashes;
    const wide = about ? 1 : Math.min(6, 1.5 + Math.log2(line.claims.length));
    const parts = [kg.svg("path", { d: `M${spot(start)}Q${spot(control)} ${spot(end)}`, fill: "none", stroke: colour, "stroke-width": wide, "stroke-dasharray": dashes.join(" ") || null, opacity: about ? 0.5 : 0.9 })];
    if (!about) parts.push(head(line, end, control, colour));
    if (!about && line.mutual) parts.push(head(line, start, control, colour));
    const faded = kg.shown.lit && !kg.shown.lit.lines.has(line.id);
    return kg.svg("g", { "data-line": line.id, opacity: faded ? 0.15 : null }, kg.svg("title", {}, kg.told(line, Infinity).join(" | ")), ...parts);
  }

  function symbol(id) {
    const { x, y } = kg.network.body.nodes[id];
    const look = data.looks.kinds[kg.kind(id)];
    const shape = kg.svg("path", { d: look.path, transform: `translate(${spot({ x, y })}) scale(${kg.sizeOf(id, 1).toFixed(2)})`, fill: kg.tone(look) });
    return kg.svg("g", { "data-entity": kg.iri(id), opacity: kg.faded(id) ? 0.3 : null }, kg.svg("title", {}, `${kg.name(id)}, ${look.label}`), shape);
  }

  /** Keeps the lines of the drawing from running through words. */
  function plate([left, top, right, bottom]) {
    const inset = (bottom - top) * 0.12;
    return kg.svg("rect", { x: left.toFixed(1), y: (top + inset).toFixed(1), width: (right - left).toFixed(1), height: (bottom - top - 2 * inset).toFixed(1), fill: kg.colours().canvas, opacity: 0.85 });
  }

  function words({ lines, x, y, box, size, weight, colour, alpha, plate: cleared }) {
    const paint = { "font-family": kg.FONT, "font-size": size, "font-weight": weight, "text-anchor": "middle", fill: kg.colours()[colour], stroke: kg.colours().canvas, "stroke-width": 3, "paint-order": "stroke", opacity: alpha < 1 ? alpha : null };
    const level = (place) => (y + (place - (lines.length - 1) / 2) * size * kg.LINE + size * 0.35).toFixed(1);
    return kg.svg("g", {}, ...(cleared ? [plate(box)] : []), ...lines.map((line, place) => kg.svg("text", { x: x.toFixed(1), y: level(place), ...paint }, line)));
  }

  function badge({ x, y, radius, mark }) {
    const { ink, canvas } = kg.colours();
    const letter = kg.svg("text", { x, y: y + radius * 0.6, "font-family": kg.FONT, "font-size": radius * 1.6, "font-weight": 700, "text-anchor": "middle", fill: canvas }, mark);
    return kg.svg("g", {}, kg.svg("circle", { cx: x, cy: y, r: radius, fill: ink }), letter);
  }

  function cross({ x, y, radius }) {
    const d = `M${-radius} ${-radius}L${radius} ${radius}M${-radius} ${radius}L${radius} ${-radius}`;
    return kg.svg("path", { d, transform: `translate(${spot({ x, y })})`, stroke: kg.colours().ink, "stroke-width": 2.6 });
  }

  const DRAW = { words, badge, cross };

  /** The rectangle around all symbols and all that is written. */
  function frame(items) {
    const points = [...kg.shown.entities].map((id) => [id, kg.network.body.nodes[id]]).map(([id, { x, y }]) => [x, y, kg.sizeOf(id, 1)]);
    const boxes = [...points.map(([x, y, size]) => [x - size, y - size, x + size, y + size]), ...items.filter(({ box }) => box).map(({ box }) => box)];
    const least = (place) => Math.min(...boxes.map((box) => box[place]));
    const most = (place) => Math.max(...boxes.map((box) => box[place]));
    return { left: least(0) - 24, top: least(1) - 24, wide: most(2) - least(0) + 48, high: most(3) - least(1) + 48 };
  }

  /** The drawing as the text of an SVG file: what the canvas shows, where it shows it, with all the words for which there is room. */
  kg.drawing = function () {
    const items = kg.labelling(1, null, NOBODY);
    const { left, top, wide, high } = frame(items);
    const paper = kg.svg("rect", { x: left, y: top, width: wide, height: high, fill: kg.colours().canvas });
    const lines = [...kg.shown.lines.values()].filter(({ id }) => kg.network.body.edges[id]).map(strokes);
    const above = items.map((item) => DRAW[item.kind](item));
    const picture = kg.svg("svg", { viewBox: `${left} ${top} ${wide} ${high}`, width: wide, height: high, role: "img" }, kg.svg("title", {}, data.title), paper, ...lines, ...[...kg.shown.entities].map(symbol), ...above);
    return new XMLSerializer().serializeToString(picture);
  };

  kg.byId("save-png").addEventListener("click", png);
  kg.byId("save-svg").addEventListener("click", () => kg.download("graph.svg", kg.drawing(), "image/svg+xml"));
})((window.kg = window.kg || {}));
