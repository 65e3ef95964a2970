/* Writes names, words and marks over a frame of the drawing, and knows which of them lies under the pointer. */
(function (kg) {
  "use strict";

  const NOTHING = { node: null, edge: null };
  let resting = []; // what is written while nothing is pointed at: what is pointed at must not depend on what that brings up

  function words(context, { lines, x, y, box, size, weight, colour, alpha, plate }, colours) {
    context.font = `${weight} ${size}px ${kg.FONT}`;
    context.lineWidth = size * 0.32;
    context.strokeStyle = colours.canvas;
    if (plate) clear(context, box, colours);
    context.globalAlpha = alpha;
    context.fillStyle = colours[colour];
    lines.forEach((line, place) => {
      const level = y + (place - (lines.length - 1) / 2) * size * kg.LINE;
      context.strokeText(line, x, level);
      context.fillText(line, x, level);
    });
    context.globalAlpha = 1;
  }

  /** Keep the lines of the drawing from running through words. */
  function clear(context, [left, top, right, bottom], colours) {
    const inset = (bottom - top) * 0.12;
    context.globalAlpha = 0.85;
    context.fillStyle = colours.canvas;
    context.fillRect(left, top + inset, right - left, bottom - top - 2 * inset);
  }

  function badge(context, { x, y, radius, mark }, colours) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = colours.ink;
    context.fill();
    context.font = `700 ${radius * 1.6}px system-ui, "DejaVu Sans", sans-serif`;
    context.fillStyle = colours.canvas;
    context.fillText(mark, x, y + radius * 0.08);
  }

  function cross(context, { x, y, radius }, colours) {
    for (const [width, colour] of [[1, colours.canvas], [0.43, colours.ink]]) {
      context.beginPath();
      context.moveTo(x - radius, y - radius);
      context.lineTo(x + radius, y + radius);
      context.moveTo(x + radius, y - radius);
      context.lineTo(x - radius, y + radius);
      context.lineWidth = width * radius;
      context.strokeStyle = colour;
      context.stroke();
    }
  }

  const DRAW = { words, badge, cross };

  /**
   * Write everything over a frame of the graph.
   * @param {Object} network of vis-network
   * @param {CanvasRenderingContext2D} context
   * @param {{node: ?number, edge: ?string, label: ?Object}} hovered
   * @param {Object<string, string>} colours
   */
  kg.drawLabels = function (network, context, hovered, colours) {
    const { clientWidth, clientHeight } = kg.byId("graph");
    const view = [{ x: 0, y: 0 }, { x: clientWidth, y: clientHeight }].map((corner) => network.DOMtoCanvas(corner));
    resting = kg.labelling(network.getScale(), view, NOTHING);
    const pointed = hovered.label ? { node: null, edge: hovered.label.line ?? null } : hovered;
    const items = pointed.node === null && pointed.edge === null ? resting : kg.labelling(network.getScale(), view, pointed);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    items.forEach((item) => DRAW[item.kind](context, item, colours));
  };

  /** The words that lie uppermost at a point of the drawing, with the entity that they name or the line that they stand on. */
  kg.labelAt = ({ x, y }) => resting.findLast(({ box }) => box && box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3]) || null;
})((window.kg = window.kg || {}));
