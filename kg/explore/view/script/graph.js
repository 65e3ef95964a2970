/* The drawing: vis-network with the places, sizes and curves that were worked out beforehand. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const holder = kg.byId("graph");
  const hovered = { node: null, edge: null };
  const paths = Object.fromEntries(Object.entries(data.looks.kinds).map(([kind, look]) => [kind, new Path2D(look.path)]));
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const hidden = { nodes: new Map(), edges: new Map() };
  let colours = {};
  let network = { getScale: () => 1 };

  /** Whether an entity steps back behind the selection. */
  kg.faded = (id) => kg.shown.lit !== null && !kg.shown.lit.entities.has(id);

  function readColours() {
    const style = getComputedStyle(document.documentElement);
    colours = Object.fromEntries(["canvas", "ink", "muted", "accent", "cooperative", "conflictual", "neutral"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  }

  /** How large an entity is drawn; from far away symbols shrink less than everything else, so that they stay visible. */
  kg.sizeOf = (id) => Math.max(data.nodes[id].size, 6.5 / network.getScale());

  function drawEntity({ ctx, id, x, y }) {
    const { kind } = data.entities[id];
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

  function look(id) {
    const bundle = data.bundles[id];
    const about = bundle.status === null;
    const faded = kg.shown.lit && !kg.shown.lit.bundles.has(id);
    const colour = kg.tone(about ? data.looks.kinds.Issue : data.looks.signs[bundle.sign]);
    const opacity = about ? 0.4 : 0.9;
    return { id, hidden: !kg.shown.bundles.has(id), color: { color: colour, hover: colour, highlight: colour, opacity: faded ? 0.08 : opacity } };
  }

  const nodes = new vis.DataSet(data.nodes.map((node) => ({ ...node, ctxRenderer: drawEntity, label: undefined })));
  const edges = new vis.DataSet(data.edges);

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
    drawing.on("afterDrawing", (context) => kg.drawLabels(drawing, context, hovered, colours));
    drawing.on("click", ({ nodes: [node], edges: [edge] }) => clicked(node, edge));
    listenForHover(drawing);
    return drawing;
  }

  function clicked(node, edge) {
    if (node !== undefined) kg.open("entity", node);
    else if (edge !== undefined) kg.open("bundle", edge);
    else if (kg.state.selected) kg.open(null);
  }

  function listenForHover(drawing) {
    const set = (what, id) => {
      hovered[what] = id;
      holder.classList.toggle("pointing", hovered.node !== null || hovered.edge !== null);
      drawing.redraw();
    };
    drawing.on("hoverNode", ({ node }) => set("node", node));
    drawing.on("blurNode", () => set("node", null));
    drawing.on("hoverEdge", ({ edge }) => set("edge", edge));
    drawing.on("blurEdge", () => set("edge", null));
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
    const wanted = ids || [...kg.shown.entities];
    if (!wanted.length) return;
    const spots = wanted.map((id) => data.nodes[id]);
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
    const outside = ids.some((id) => {
      const { x, y } = network.canvasToDOM(network.getPosition(id));
      return x < 40 || y < 40 || x > clientWidth - 40 || y > clientHeight - 60;
    });
    if (outside) kg.fit(ids.length > 1 ? ids : [...kg.shown.lit.entities]);
  };

  function redraw() {
    const moved = data.nodes.map(({ id }) => ({ id, hidden: !kg.shown.entities.has(id) })).filter(({ id, hidden: now }) => changed("nodes", id, now));
    const restyled = data.edges.map(({ id }) => look(id)).filter((edge) => changed("edges", edge.id, JSON.stringify(edge)));
    nodes.update(moved);
    edges.update(restyled);
    network.redraw();
  }

  function changed(what, id, value) {
    if (hidden[what].get(id) === value) return false;
    hidden[what].set(id, value);
    return true;
  }

  kg.listen(redraw);
  kg.dark.addEventListener("change", () => {
    readColours();
    kg.update();
  });
})((window.kg = window.kg || {}));
