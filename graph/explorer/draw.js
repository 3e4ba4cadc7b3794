"use strict";
/* The table on a canvas: vis-network moves and zooms it; cards, lines and what is under the pointer are ours. */
Parley.draw = (() => {
  const { data } = Parley.model;
  const { state, subject, roundsOf } = Parley.shown;
  const { cards, lines, layout } = Parley;
  const { byId } = Parley.dom;
  const TALLEST = 8000;
  let network = null,
    nodeSet = null,
    whole = false,
    width = 0;

  const frame = () => byId("graph");
  const scale = () => (network ? network.getScale() : 1);
  const place = (n) => layout.now().boxes.get(n) || null;
  const onScreen = (point) => network.canvasToDOM(point);
  const renderer = ({ ctx, id, x, y }) => {
    const { w, h } = place(id);
    return {
      drawNode() {
        ctx.save();
        cards.card(ctx, id, { x: x - w / 2, y: y - h / 2, w, h }, scale());
        ctx.restore();
      },
      nodeDimensions: { width: w, height: h },
    };
  };
  /* Rounds stand above the table where there is a rail of them, and on it where there is none. */
  const railed = () => roundsOf(subject()).length > 1 && data.sources.length > 1;
  const settle = () => {
    const now = layout.now(),
      room = byId("main").clientHeight - bar();
    const tall = whole ? 1 : Math.min(1, TALLEST / now.height);
    const size = whole
      ? Math.min(1, frame().clientWidth / now.width, room / now.height)
      : Math.min(1, frame().clientWidth / now.width) * tall;
    const needed = whole ? room : Math.max(room - top(), now.height * size);
    if (frame().style.height !== `${needed}px`) frame().style.height = `${needed}px`;
    network.setSize("100%", "100%");
    const middle = { x: now.width / 2, y: needed / size / 2 };
    network.moveTo({ position: middle, scale: size, animation: false });
  };
  const top = () => (byId("rail").hidden ? 0 : byId("rail").offsetHeight);
  const bar = () => byId("zoom").offsetHeight;
  /* Lays out anew what is shown now. */
  const renew = () => {
    if (!network || !frame().clientWidth) return;
    width = frame().clientWidth;
    const now = layout.renew(width, !railed());
    nodeSet.clear();
    nodeSet.add(
      [...now.boxes].map(([id, box]) => ({
        id,
        x: box.x,
        y: box.y,
        label: " ",
        shape: "custom",
        fixed: true,
        physics: false,
        ctxRenderer: renderer,
      })),
    );
    lines.renew();
    byId("later").hidden = !now.laterEvents.length;
    byId("later").textContent = `${now.laterEvents.length} more events in the timeline`;
    byId("unfold").hidden = !now.hidden;
    byId("unfold").textContent = `Unfold ${now.hidden} more`;
    settle();
  };
  /* A panel that opens or closes leaves the table another width. */
  const keepUp = () => {
    if (frame().clientWidth && frame().clientWidth !== width) renew();
  };
  const redraw = () => {
    if (network) network.redraw();
  };

  /* vis-network learns the size of a card one frame late, and then only its middle reacts: these boxes are ours. */
  const inside = (box, { x, y }) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
  const cardAt = (point) => {
    const at = network.DOMtoCanvas(point);
    const found = [...layout.now().boxes].find(
      ([, box]) => Math.abs(box.x - at.x) <= box.w / 2 && Math.abs(box.y - at.y) <= box.h / 2,
    );
    return found ? found[0] : null;
  };
  const foldAt = (point) => {
    const at = network.DOMtoCanvas(point),
      found = layout.now().lanes.find((lane) => lane.fold && inside(lane.fold, at));
    return found ? found.key : null;
  };
  const hover = (n, pointed) => {
    frame().style.cursor = pointed ? "pointer" : "";
    if (n === state.hovered) return;
    state.hovered = n;
    redraw();
  };
  const start = (onSelect, onUnfold) => {
    cards.readColours();
    nodeSet = new vis.DataSet([]);
    network = new vis.Network(
      frame(),
      { nodes: nodeSet, edges: new vis.DataSet([]) },
      {
        physics: false,
        layout: { improvedLayout: false },
        autoResize: false,
        interaction: { hover: false, selectable: false, keyboard: false, dragNodes: false, zoomView: false },
      },
    );
    frame().firstElementChild.tabIndex = -1; // one stop for the keyboard: the frame around it
    network.on("beforeDrawing", (ctx) => {
      layout.now().lanes.forEach((lane) => {
        cards.lane(ctx, lane, scale());
        if (lane.fold) cards.fold(ctx, lane.fold, lane.fold.words);
      });
      lines.draw(ctx);
    });
    network.on("afterDrawing", lines.labels);
    network.on("click", (event) => {
      const card = cardAt(event.pointer.DOM),
        fold = card === null ? foldAt(event.pointer.DOM) : null;
      if (fold !== null) onUnfold(fold);
      else onSelect(card);
    });
    const listen = (name, then, options) => frame().addEventListener(name, then, options);
    listen("pointermove", (event) => {
      const box = frame().getBoundingClientRect(),
        point = { x: event.clientX - box.left, y: event.clientY - box.top };
      const card = cardAt(point);
      hover(card, card !== null || foldAt(point) !== null);
    });
    listen("pointerleave", () => hover(null, false));
    listen(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
      },
      { passive: false },
    );
    new ResizeObserver(keepUp).observe(byId("main"));
  };
  /* The whole table at once, however small; a second time, the size at which it can be read. */
  const fit = () => {
    whole = !whole;
    settle();
  };
  const zoom = (factor) =>
    network && network.moveTo({ scale: Math.min(3, Math.max(0.1, network.getScale() * factor)) });
  /* No further than needed to bring the whole card into view. */
  const reveal = (n) => {
    const box = place(n);
    if (!network || !box) return;
    const at = onScreen(box),
      main = byId("main"),
      size = scale(),
      above = frame().offsetTop;
    const upper = above + at.y - (box.h * size) / 2 - 10,
      lower = above + at.y + (box.h * size) / 2 + 10;
    if (upper < main.scrollTop + top()) main.scrollTop = upper - top();
    else if (lower > main.scrollTop + main.clientHeight - bar()) main.scrollTop = lower - main.clientHeight + bar();
  };
  /* The nearest card in the direction of an arrow key. */
  const neighbour = (n, dx, dy) => {
    const all = [...layout.now().boxes],
      from = place(n);
    if (!from) return all.length ? all[0][0] : null;
    const ahead = all
      .map(([id, box]) => ({
        id,
        along: (box.x - from.x) * dx + (box.y - from.y) * dy,
        beside: Math.abs((box.x - from.x) * dy) + Math.abs((box.y - from.y) * dx),
      }))
      .filter((one) => one.along > 4)
      .sort((a, b) => a.along + 3 * a.beside - b.along - 3 * b.beside);
    return ahead.length ? ahead[0].id : n;
  };
  /* The whole table with a line that tells its sources, by any pen. */
  const FOOT = 36;
  const painted = (ctx) => {
    const now = layout.now();
    ctx.fillStyle = cards.colours.back;
    ctx.fillRect(0, 0, now.width, now.height + FOOT);
    now.lanes.forEach((lane) => {
      cards.lane(ctx, lane, 1);
      if (lane.fold) cards.fold(ctx, lane.fold, lane.fold.words);
    });
    lines.draw(ctx);
    now.boxes.forEach(({ x, y, w, h }, n) => {
      ctx.save();
      cards.card(ctx, n, { x: x - w / 2, y: y - h / 2, w, h }, 1);
      ctx.restore();
    });
    lines.labels(ctx);
    const told = `${byId("title").textContent} · ${byId("source-line").textContent}`;
    cards.write(ctx, told, 14, now.height + 16, { size: 13, width: now.width - 28 });
    return { width: now.width, height: now.height + FOOT };
  };
  /* In points, three times as large as on the screen where a browser draws that much. */
  const picture = () => {
    const now = layout.now(),
      size = Math.min(3, 16000 / (now.height + FOOT), 16000 / now.width),
      copy = document.createElement("canvas");
    copy.width = now.width * size;
    copy.height = (now.height + FOOT) * size;
    const ctx = copy.getContext("2d");
    ctx.scale(size, size);
    painted(ctx);
    return copy.toDataURL("image/png");
  };
  /* In lines, as SVG. */
  const vector = () => {
    const pen = new Parley.vector.Pen(),
      { width: wide, height: tall } = painted(pen);
    return pen.text(wide, tall, byId("title").textContent);
  };
  const recolour = () => {
    cards.readColours();
    redraw();
  };
  /* The size in which small text stands on the screen, in pixels. */
  const smallest = () => 12 * scale();
  const started = () => network !== null;
  return {
    start,
    started,
    renew,
    keepUp,
    redraw,
    railed,
    place,
    onScreen,
    scale,
    fit,
    zoom,
    reveal,
    neighbour,
    picture,
    vector,
    recolour,
    smallest,
  };
})();
