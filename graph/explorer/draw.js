"use strict";
/* The negotiation table on a canvas: vis-network moves, zooms and knows what is under the pointer; cards and lines are ours. */
Parley.draw = (() => {
  const { data, state, nodeShown, byId } = Parley;
  const { cards, lines } = Parley;
  const READABLE = 0.92; // small text is 12 pixels at scale 1
  let network = null;
  let nodeSet = null;

  const scale = () => (network ? network.getScale() : 1);
  const renderer = ({ ctx, id, x, y }) => {
    const { w, h } = nodeSet.get(id);
    return {
      drawNode() {
        ctx.save();
        cards.card(ctx, id, { x: x - w / 2, y: y - h / 2, w, h }, scale());
        ctx.restore();
      },
      nodeDimensions: { width: w, height: h },
    };
  };
  const refresh = () => {
    if (!network) return;
    nodeSet.update(data.network.nodes.map((node) => ({ id: node.id, hidden: !nodeShown(node.id) })));
    network.redraw();
  };
  /* The whole table, or as much of its upper part as can be read without a magnifying glass. */
  const fit = (whole = true) => {
    if (!network || !data.network.nodes.length) return;
    const boxes = [...data.lanes, ...data.network.nodes.map((n) => ({ x: n.x - n.w / 2, y: n.y - n.h / 2, w: n.w, h: n.h }))];
    const left = Math.min(...boxes.map((b) => b.x)), right = Math.max(...boxes.map((b) => b.x + b.w));
    const top = Math.min(...boxes.map((b) => b.y)), bottom = Math.max(...boxes.map((b) => b.y + b.h));
    const frame = byId("graph"), wide = frame.clientWidth / (right - left + 20), high = frame.clientHeight / (bottom - top + 20);
    const size = Math.min(1.4, wide, whole ? high : Math.max(high, READABLE));
    const room = frame.clientHeight / size;
    network.moveTo({ position: { x: (left + right) / 2, y: Math.min((top + bottom) / 2, top - 10 + room / 2) }, scale: size, animation: false });
    if (high > size) network.moveTo({ position: { x: (left + right) / 2, y: top - 10 + room / 2 } });
  };
  /* vis-network learns the size of a card one frame late, and then only its middle reacts: these boxes are ours. */
  const cardAt = (point) => {
    const { x, y } = network.DOMtoCanvas(point);
    const under = (node) => Math.abs(node.x - x) <= node.w / 2 && Math.abs(node.y - y) <= node.h / 2;
    const found = data.network.nodes.find((node) => under(node) && nodeShown(node.id));
    return found ? found.id : null;
  };
  const hover = (n) => {
    if (n === state.hovered) return;
    state.hovered = n;
    byId("graph").style.cursor = n === null ? "" : "pointer";
    network.redraw();
  };
  const resized = () => {
    if (!byId("graph").clientWidth || !byId("graph").clientHeight) return;
    network.setSize("100%", "100%");
    fit(false);
  };
  const start = (onSelect) => {
    cards.readColours();
    data.network.edges.forEach((edge, i) => { edge.id = i; });
    nodeSet = new vis.DataSet(data.network.nodes.map((n) => ({ ...n, ctxRenderer: renderer, fixed: true })));
    network = new vis.Network(byId("graph"), { nodes: nodeSet, edges: new vis.DataSet([]) }, {
      physics: false, layout: { improvedLayout: false }, autoResize: true,
      interaction: { hover: false, selectable: false, selectConnectedEdges: false, keyboard: false, multiselect: false, dragNodes: false },
    });
    byId("graph").firstElementChild.tabIndex = -1; // one stop for the keyboard: the frame around it
    network.on("beforeDrawing", (ctx) => {
      data.lanes.forEach((lane) => cards.lane(ctx, lane, scale()));
      lines.draw(ctx);
    });
    network.on("afterDrawing", lines.labels);
    network.on("click", (event) => onSelect(cardAt(event.pointer.DOM)));
    byId("graph").addEventListener("pointermove", (event) => {
      const frame = byId("graph").getBoundingClientRect();
      hover(cardAt({ x: event.clientX - frame.left, y: event.clientY - frame.top }));
    });
    byId("graph").addEventListener("pointerleave", () => hover(null));
    fit(false);
    new ResizeObserver(resized).observe(byId("graph"));
  };
  const zoom = (factor) => network && network.moveTo({ scale: Math.min(3, Math.max(0.1, network.getScale() * factor)) });
  const reveal = (n) => {
    const place = data.network.nodes.find((node) => node.id === n);
    if (!network || !place) return;
    if (network.getScale() < 0.3) { network.moveTo({ position: { x: place.x, y: place.y }, scale: 0.7 }); return; }
    /* No further than needed to bring the whole card into the frame. */
    const at = network.canvasToDOM({ x: place.x, y: place.y }), frame = byId("graph"), size = network.getScale(), seen = network.getViewPosition();
    const push = (middle, half, room) => Math.min(0, middle - half - 10) || Math.max(0, middle + half + 10 - room);
    const x = push(at.x, place.w * size / 2, frame.clientWidth), y = push(at.y, place.h * size / 2, frame.clientHeight);
    if (x || y) network.moveTo({ position: { x: seen.x + x / size, y: seen.y + y / size } });
  };
  /* The nearest shown card in the direction of an arrow key. */
  const neighbour = (n, dx, dy) => {
    const shown = data.network.nodes.filter((node) => nodeShown(node.id));
    const from = shown.find((node) => node.id === n);
    if (!from) return shown.length ? shown[0].id : null;
    const ahead = shown.map((node) => [node, (node.x - from.x) * dx + (node.y - from.y) * dy, Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx)])
      .filter(([, along]) => along > 4).sort((a, b) => a[1] + 3 * a[2] - b[1] - 3 * b[2]);
    return ahead.length ? ahead[0][0].id : n;
  };
  const picture = () => {
    const canvas = byId("graph").querySelector("canvas"), copy = document.createElement("canvas");
    copy.width = canvas.width;
    copy.height = canvas.height + 40;
    const ctx = copy.getContext("2d");
    ctx.fillStyle = cards.colours.back;
    ctx.fillRect(0, 0, copy.width, copy.height);
    ctx.drawImage(canvas, 0, 0);
    cards.write(ctx, byId("source-line").textContent, 16, canvas.height + 18, { size: 16, width: copy.width - 32 });
    return copy.toDataURL("image/png");
  };
  const recolour = () => { cards.readColours(); refresh(); };
  /* The size in which small text stands on the screen, in pixels. */
  const smallest = () => 12 * scale();
  /* Where a card lies: its middle and size on the canvas, nothing for what has none. */
  const place = (n) => data.network.nodes.find((node) => node.id === n) || null;
  const onScreen = (point) => network.canvasToDOM(point);
  return { place, onScreen, scale, start, refresh, fit, zoom, reveal, neighbour, picture, recolour, smallest };
})();
