/* The drawing: vis-network is given what is shown, at the places that were worked out, and nothing else. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const holder = kg.byId("graph");
  const hovered = { node: null, edge: null, label: null };
  const paths = Object.fromEntries(Object.entries(data.looks.kinds).map(([kind, look]) => [kind, new Path2D(look.path)]));
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const GAP = 34; // pixels between neighbouring lines of one pair, at their middle
  const drawn = { nodes: new Map(), edges: new Map() };
  let colours = {};
  let changing = false; // while vis-network has not got all that is shown
  let network = { getScale: () => 1 };

  /** Whether an entity steps back behind the selection. */
  kg.faded = (id) => kg.shown.lit !== null && !kg.shown.lit.entities.has(id);

  function readColours() {
    const style = getComputedStyle(document.documentElement);
    colours = Object.fromEntries(["canvas", "ink", "muted", "accent", "cooperative", "conflictual", "neutral"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  }

  kg.colours = () => colours;

  /** How large an entity is drawn; from far away symbols shrink less than everything else, so that they stay visible. */
  kg.sizeOf = (id, scale) => Math.max(Math.min(26, 9 + 2.6 * Math.sqrt(kg.shown.weights.get(id) || 0)), 6.5 / (scale || network.getScale()));

  function drawEntity({ ctx, id, x, y }) {
    const kind = kg.kind(id);
    const size = kg.sizeOf(id);
    const { selected } = kg.state;
    const chosen = selected && selected.kind === "entity" && selected.id === id;
    const drawNode = () => {
      ctx.translate(x, y);
      ctx.scale(size, size);
      ctx.globalAlpha = kg.faded(id) ? 0.22 : 1;
      ctx.lineWidth = (chosen ? 9 : 5) / size;
      ctx.strokeStyle = chosen ? colours.accent : colours.canvas;
      ctx.lineJoin = "round";
      ctx.stroke(paths[kind]);
      ctx.fillStyle = kg.tone(data.looks.kinds[kind]);
      ctx.fill(paths[kind]);
    };
    return { drawNode, nodeDimensions: { width: size * 2.2, height: size * 2.2 } };
  }

  /**
   * The curve of vis-network whose middle lies as many gaps beside the straight line as the line is off.
   * For a roundness r over a distance d its middle lies about 0.39 r (1 + r) d aside; r follows from the quadratic equation.
   */
  kg.curve = function ({ from, to, offset }) {
    const [start, end] = [kg.shown.places.get(from), kg.shown.places.get(to)];
    const distance = Math.hypot(start.x - end.x, start.y - end.y);
    if (!offset || !distance) return { enabled: false, type: "continuous", roundness: 0 };
    const aside = (Math.abs(offset) * GAP) / (0.39 * distance);
    const roundness = Math.min(0.9, (Math.sqrt(1 + 4 * aside) - 1) / 2);
    return { enabled: true, type: (offset > 0) === (from <= to) ? "curvedCW" : "curvedCCW", roundness };
  };

  function shape(line) {
    if (line.status === null) return { arrows: "", dashes: line.inferred ? [1, 4] : false, width: 1 };
    const head = { enabled: true, type: data.looks.signs[line.sign].arrow, scaleFactor: 0.6 };
    const { dashes } = data.looks.statuses[line.status];
    return { arrows: line.mutual ? { to: head, from: head } : { to: head }, dashes: dashes.length ? dashes : false, width: Math.min(6, 1.5 + Math.log2(line.claims.length)) };
  }

  function edge(line) {
    const { id, from, to } = line;
    const about = line.status === null;
    const faded = kg.shown.lit && !kg.shown.lit.lines.has(id);
    const colour = kg.tone(about ? data.looks.kinds.Issue : data.looks.signs[line.sign]);
    const opacity = about ? 0.4 : 0.9;
    return { id, from, to, ...shape(line), smooth: kg.curve(line), color: { color: colour, hover: colour, highlight: colour, opacity: faded ? 0.08 : opacity } };
  }

  const nodes = new vis.DataSet([]);
  const edges = new vis.DataSet([]);

  function start() {
    readColours();
    const drawing = new vis.Network(holder, { nodes, edges }, {
      ...data.options,
      autoResize: true,
      nodes: { chosen: false },
      edges: { chosen: false, hoverWidth: 0, selectionWidth: 0, selfReference: { size: 24, angle: 0.8 } },
      interaction: {
        hover: true,
        hoverConnectedEdges: false,
        selectConnectedEdges: false,
        keyboard: { enabled: true, bindToWindow: false, autoFocus: false },
      },
    });
    drawing.on("afterDrawing", (context) => !changing && kg.shown && kg.drawLabels(drawing, context, hovered, colours));
    drawing.on("click", (event) => clicked(pointed(event)));
    drawing.on("doubleClick", (event) => pointed(event).node !== undefined && kg.expand(pointed(event).node));
    drawing.on("dragEnd", ({ nodes: [node] }) => node !== undefined && moved(node));
    listenForHover(drawing);
    return drawing;
  }

  /** What a click means: the words under the pointer, which are written over everything else, or the symbol or line there. */
  function pointed({ nodes: [node], edges: [line], pointer }) {
    const label = kg.labelAt(pointer.canvas);
    return label ? { node: label.entity, line: label.line } : { node, line };
  }

  function clicked({ node, line: id }) {
    const line = id !== undefined && kg.shown.lines.get(id);
    if (node !== undefined) kg.open("entity", node);
    else if (line) kg.open("pair", line.from, line.to, id);
    else if (kg.state.selected) kg.open(null);
  }

  /** The reader has put a symbol elsewhere: there it stays, and its lines bend anew. */
  function moved(node) {
    kg.move(node, network.getPosition(node));
    redraw();
  }

  function listenForHover(drawing) {
    const set = (what, id) => {
      hovered[what] = id;
      holder.classList.toggle("pointing", hovered.node !== null || hovered.edge !== null || hovered.label !== null);
      drawing.redraw();
    };
    drawing.on("hoverNode", ({ node }) => set("node", node));
    drawing.on("blurNode", () => set("node", null));
    drawing.on("hoverEdge", ({ edge: id }) => set("edge", id));
    drawing.on("blurEdge", () => set("edge", null));
    holder.addEventListener("mousemove", ({ clientX, clientY }) => {
      const { left, top } = holder.getBoundingClientRect();
      const label = kg.labelAt(drawing.DOMtoCanvas({ x: clientX - left, y: clientY - top }));
      const [now, before] = [label, hovered.label].map((one) => one && [one.entity, one.line].join());
      if (now !== before) set("label", label);
    });
    holder.addEventListener("mouseleave", () => hovered.label && set("label", null));
  }

  network = start();
  kg.network = network;
  const frame = holder.querySelector(".vis-network");
  frame.setAttribute("role", "application");
  frame.setAttribute("aria-label", "Drawing of the graph. Arrow keys move it, plus and minus zoom. The details beside it list the same relations.");

  const motion = () => (still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

  const reach = (values) => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);

  /** Bring everything that is shown, or some entities, into view. */
  kg.fit = function (ids, quick) {
    const spots = (ids || [...kg.shown.entities]).map((id) => kg.shown.places.get(id)).filter(Boolean);
    if (!spots.length) return;
    network.setSize("100%", "100%"); // else a change of the page around it would undo the scale
    const [left, right] = reach(spots.map(({ x }) => x));
    const [top, bottom] = reach(spots.map(({ y }) => y));
    const [wide, high] = [Math.max(holder.clientWidth - (holder.clientWidth > 600 ? 150 : 100), 90), Math.max(holder.clientHeight - 104, 60)];
    const scale = Math.min(wide / Math.max(right - left, 1), high / Math.max(bottom - top, 1), 1.15);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: quick ? false : motion() });
  };

  /** Zoom by a factor around the middle. */
  kg.zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: motion() });

  /** Bring an entity into view when it lies outside. */
  kg.reveal = function (ids) {
    const { clientWidth, clientHeight } = holder;
    const there = ids.filter((id) => kg.shown.places.has(id));
    const outside = there.some((id) => {
      const { x, y } = network.canvasToDOM(kg.shown.places.get(id));
      return x < 40 || y < 40 || x > clientWidth - 40 || y > clientHeight - 60;
    });
    if (outside) kg.fit(ids.length > 1 || !kg.shown.lit ? null : [...kg.shown.lit.entities]);
  };

  /** Give vis-network what has changed since the last time. */
  function bring(set, before, wanted) {
    const gone = [...before.keys()].filter((id) => !wanted.has(id));
    const changed = [...wanted].filter(([id, item]) => before.get(id) !== JSON.stringify(item));
    set.remove(gone);
    set.update(changed.map(([, item]) => (set === nodes ? { ...item, ctxRenderer: drawEntity } : item)));
    gone.forEach((id) => before.delete(id));
    changed.forEach(([id, item]) => before.set(id, JSON.stringify(item)));
  }

  function redraw() {
    const { places, lines } = kg.shown;
    const spots = new Map([...places].map(([id, { x, y }]) => [id, { id, x, y, shape: "custom" }]));
    const wanted = new Map([...lines].map(([id, line]) => [id, edge(line)]));
    changing = true;
    bring(edges, drawn.edges, new Map([...wanted].filter(([id]) => drawn.edges.has(id))));
    bring(nodes, drawn.nodes, spots);
    bring(edges, drawn.edges, wanted);
    changing = false;
    network.redraw();
  }

  kg.listen(redraw);
  kg.repaint(() => {
    readColours();
    if (kg.shown) redraw();
  });
})((window.kg = window.kg || {}));
