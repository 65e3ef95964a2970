/* The drawing as a picture: PNG from the canvas, SVG drawn from the same places and lines. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

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

  /** The curve of a line as a quadratic one through its middle. */
  function path(line) {
    const { edgeType } = kg.network.body.edges[line.id];
    const [start, middle, end] = [0.06, 0.5, 0.94].map((share) => edgeType.getPoint(share));
    const control = { x: 2 * middle.x - (start.x + end.x) / 2, y: 2 * middle.y - (start.y + end.y) / 2 };
    const spot = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
    return { d: `M${spot(start)}Q${spot(control)} ${spot(end)}`, middle, start, end, control };
  }

  function angle(from, to) {
    return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  }

  const HEADS = { triangle: { d: "M0 0L-11 -5V5Z", solid: true }, bar: { d: "M0 -7V7", solid: false }, vee: { d: "M-9 -6L0 0L-9 6", solid: false } };

  function head(line, at, from, colour) {
    const { d, solid } = HEADS[data.looks.signs[line.sign].arrow];
    return kg.svg("path", { d, transform: `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)}) rotate(${angle(from, at).toFixed(1)})`, fill: solid ? colour : "none", stroke: solid ? "none" : colour, "stroke-width": 2.4 });
  }

  function strokes(line) {
    const about = line.status === null;
    const colour = kg.tone(about ? data.looks.kinds.Issue : data.looks.signs[line.sign]);
    const { d, middle, start, end, control } = path(line);
    const dashes = about ? (line.inferred ? [1, 4] : []) : data.looks.statuses[line.status].dashes;
    const parts = [kg.svg("path", { d, fill: "none", stroke: colour, "stroke-width": about ? 1 : Math.min(6, 1.5 + Math.log2(line.claims.length)), "stroke-dasharray": dashes.join(" ") || null, opacity: about ? 0.5 : 0.9 })];
    if (!about) parts.push(head(line, end, control, colour));
    if (!about && line.mutual) parts.push(head(line, start, control, colour));
    if (line.negated) parts.push(kg.svg("path", { d: "M-6 -6L6 6M-6 6L6 -6", transform: `translate(${middle.x} ${middle.y})`, stroke: kg.colours().ink, "stroke-width": 2.6 }));
    if (!about) parts.push(word(kg.caption(line) + (line.disputed ? " ≠" : "") + (line.change ? ` ${kg.changes.marks[line.change]}` : ""), middle.x, middle.y, 11, colour));
    return kg.svg("g", {}, ...parts);
  }

  function word(text, x, y, size, colour) {
    const paint = { "font-family": FONT, "font-size": size, "text-anchor": "middle", fill: colour, stroke: kg.colours().canvas, "stroke-width": 3, "paint-order": "stroke" };
    return kg.svg("text", { x, y, ...paint }, text);
  }

  function symbol(id) {
    const { x, y } = kg.shown.places.get(id);
    const size = kg.sizeOf(id);
    const look = data.looks.kinds[kg.kind(id)];
    return kg.svg("g", {}, kg.svg("path", { d: look.path, transform: `translate(${x} ${y}) scale(${size})`, fill: kg.tone(look) }), word(kg.name(id), x, y + size * 1.25 + 12, 13, kg.colours().ink));
  }

  /** The drawing as the text of an SVG file. */
  kg.drawing = function () {
    const places = [...kg.shown.places.values()];
    const [left, top] = [Math.min(...places.map(({ x }) => x)) - 110, Math.min(...places.map(({ y }) => y)) - 70];
    const [wide, high] = [Math.max(...places.map(({ x }) => x)) + 110 - left, Math.max(...places.map(({ y }) => y)) + 90 - top];
    const paper = kg.svg("rect", { x: left, y: top, width: wide, height: high, fill: kg.colours().canvas });
    const lines = [...kg.shown.lines.values()].filter(({ id }) => kg.network.body.edges[id]).map(strokes);
    const picture = kg.svg("svg", { viewBox: `${left} ${top} ${wide} ${high}`, width: wide, height: high }, kg.svg("title", {}, data.title), paper, ...lines, ...[...kg.shown.entities].map(symbol));
    return new XMLSerializer().serializeToString(picture);
  };

  kg.byId("save-png").addEventListener("click", png);
  kg.byId("save-svg").addEventListener("click", () => kg.download("graph.svg", kg.drawing(), "image/svg+xml"));
})((window.kg = window.kg || {}));
