"use strict";
/* The table on a canvas: vis-network moves and zooms it; cards, lines and what is under the pointer are ours.
   The frame is as tall as the table, so that the page scrolls; the pane in it shows what of the table can be seen. */
Parley.draw = (() => {
  const { data } = Parley.model;
  const { state, subject, roundsOf } = Parley.shown;
  const { cards, lines, layout } = Parley;
  const { byId } = Parley.dom;
  let network = null,
    whole = false,
    width = 0,
    scrolled = 0;
  const EDGE = 12; // what stands out around a card: that it is selected, its pills

  const frame = () => byId("graph");
  const pane = () => byId("pane");
  const scale = () => (network ? network.getScale() : 1);
  const place = (n) => layout.now().boxes.get(n) || null;
  /* Where a point of the table stands in the frame. */
  const onScreen = (point) => {
    const { x, y } = network.canvasToDOM(point);
    return { x, y: y + scrolled };
  };
  /* Rounds stand above the table where there is a rail of them, and on it where there is none. */
  const railed = () => roundsOf(subject()).length > 1 && data.sources.length > 1;
  const top = () => (byId("rail").hidden ? 0 : byId("rail").offsetHeight);
  const bar = () => byId("zoom").offsetHeight;
  const room = () => byId("main").clientHeight - bar();
  /* The frame as tall as the table in a size, and the pane as tall as what can be seen of it. */
  const resize = (size) => {
    const tall = whole ? room() : Math.max(room() - top(), layout.now().height * size);
    frame().style.height = `${tall}px`;
    pane().style.height = `${Math.min(tall, room())}px`;
    network.setSize("100%", "100%");
    scrolled = pane().offsetTop;
  };
  const move = (position, size) => network.moveTo({ position, scale: size, animation: false });
  const settle = () => {
    const now = layout.now();
    const wide = Math.min(1, frame().clientWidth / now.width);
    const size = whole ? Math.min(wide, room() / now.height) : wide;
    resize(size);
    move({ x: now.width / 2, y: (scrolled + pane().clientHeight / 2) / size }, size);
  };
  /* As the page scrolls, the pane stays and the table moves in it. */
  const follow = () => {
    const moved = pane().offsetTop - scrolled;
    if (!moved) return;
    scrolled += moved;
    const { x, y } = network.getViewPosition();
    move({ x, y: y + moved / scale() }, scale());
  };
  /* Lays out anew what is shown now. */
  const renew = () => {
    if (!network || !frame().clientWidth) return;
    width = frame().clientWidth;
    const now = layout.renew(width, !railed());
    lines.renew();
    cards.renew();
    byId("later").hidden = !now.laterEvents.length;
    byId("later").textContent = `${now.laterEvents.length} more events in the timeline`;
    byId("unfold").hidden = !now.hidden;
    byId("unfold").textContent = `Unfold ${now.hidden} more`;
    settle();
  };
  /* A panel that opens or closes leaves the table another width, a rail that does another height. */
  const keepUp = () => {
    if (!frame().clientWidth) return;
    if (frame().clientWidth !== width) renew();
    else if (pane().clientHeight !== Math.min(frame().clientHeight, room())) keepView(scale());
    else follow();
  };
  /* In another size, or a window of another height, the middle of what is seen stays where it is. */
  const keepView = (size) => {
    const middle = network.getViewPosition(),
      before = scrolled;
    resize(size);
    move(middle, size);
    byId("main").scrollTop += middle.y * size - pane().clientHeight / 2 - before;
    scrolled = pane().offsetTop;
  };
  const redraw = () => {
    if (network) network.redraw();
  };

  /* What is under the pointer. */
  const tableAt = (point) => {
    follow();
    return network.DOMtoCanvas(point);
  };
  const inside = (box, { x, y }) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
  const cardAt = (point) => {
    const at = tableAt(point);
    const found = [...layout.now().boxes].find(
      ([, box]) => Math.abs(box.x - at.x) <= box.w / 2 && Math.abs(box.y - at.y) <= box.h / 2,
    );
    return found ? found[0] : null;
  };
  const foldAt = (point) => {
    const at = tableAt(point),
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
    network = new vis.Network(
      pane(),
      {},
      {
        physics: false,
        layout: { improvedLayout: false },
        autoResize: false,
        interaction: { hover: false, selectable: false, keyboard: false, dragNodes: false, zoomView: false },
      },
    );
    pane().firstElementChild.tabIndex = -1; // one stop for the keyboard: the frame around it
    network.on("afterDrawing", (ctx) => paint(ctx, scale(), seen()));
    network.on("click", (event) => {
      const card = cardAt(event.pointer.DOM),
        fold = card === null ? foldAt(event.pointer.DOM) : null;
      if (fold !== null) onUnfold(fold);
      else onSelect(card);
    });
    const listen = (name, then, options) => frame().addEventListener(name, then, options);
    listen("pointermove", (event) => {
      const box = pane().getBoundingClientRect(),
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
    byId("main").addEventListener("scroll", follow, { passive: true });
    const observer = new ResizeObserver(keepUp);
    ["main", "rail", "chips"].forEach((id) => observer.observe(byId(id)));
  };
  /* The whole table at once, however small; a second time, the size at which it can be read. */
  const fit = () => {
    whole = !whole;
    settle();
  };
  const zoom = (factor) => network && keepView(Math.min(3, Math.max(0.1, scale() * factor)));
  /* No further than needed to bring the whole card into view. */
  const reveal = (n) => {
    const box = place(n);
    if (!network || !box) return;
    const main = byId("main"),
      { y } = onScreen(box),
      half = (box.h * scale()) / 2 + 10;
    const upper = frame().offsetTop + y - half,
      lower = frame().offsetTop + y + half;
    if (upper < main.scrollTop) main.scrollTop = upper;
    else if (lower > main.scrollTop + room()) main.scrollTop = lower - room();
    const across = frame().offsetLeft + onScreen(box).x,
      side = (box.w * scale()) / 2 + 10;
    if (across - side < main.scrollLeft) main.scrollLeft = across - side;
    else if (across + side > main.scrollLeft + main.clientWidth) main.scrollLeft = across + side - main.clientWidth;
    follow();
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
  /* What of the table is in the pane. */
  const seen = () => {
    const { x: l, y: t } = network.DOMtoCanvas({ x: 0, y: 0 }),
      { x: r, y: b } = network.DOMtoCanvas({ x: pane().clientWidth, y: pane().clientHeight });
    return { l, t, r, b };
  };
  /* All of the table, or what of it an area shows. */
  const paint = (ctx, size, area = null) => {
    const now = layout.now(),
      apart = ({ x, y, w, h }) => area && (x > area.r || x + w < area.l || y > area.b || y + h < area.t);
    now.lanes.forEach((lane) => {
      if (apart(lane)) return;
      cards.lane(ctx, lane, size);
      if (lane.fold) cards.fold(ctx, lane.fold, lane.fold.words);
    });
    lines.draw(ctx, area);
    now.boxes.forEach(({ x, y, w, h }, n) => {
      const box = { x: x - w / 2, y: y - h / 2, w, h };
      if (apart({ x: box.x - EDGE, y: box.y - EDGE, w: w + 2 * EDGE, h: h + 2 * EDGE })) return;
      ctx.save();
      cards.card(ctx, n, box, size);
      ctx.restore();
    });
    lines.labels(ctx);
  };
  /* The whole table with a line that tells its sources, by any pen. */
  const FOOT = 36;
  const painted = (ctx) => {
    const now = layout.now();
    ctx.fillStyle = cards.colours.back;
    ctx.fillRect(0, 0, now.width, now.height + FOOT);
    paint(ctx, 1);
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
    cards.renew();
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
