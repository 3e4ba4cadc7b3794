"use strict";
/* The negotiation table on a canvas: vis-network moves and zooms, the cards and lanes are drawn here. */
Parley.draw = (() => {
  const { data, nodes, facts, state, sideOf, statusOf, statusKey, statusWords, statusLook, nodeShown, factShown, label, capital, heading, short, mark, sides, byId } = Parley;
  const FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", Roboto, sans-serif';
  const DASH = { expected: [7, 5], conditional: [2, 4], denied: [1, 5] };
  let network = null;
  let edgeSet = null;
  let nodeSet = null;
  let colours = {};

  const readColours = () => {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue(name).trim();
    colours = {
      ink: get("--ink"), soft: get("--soft"), card: get("--card"), lane: get("--lane"), line: get("--line"), back: get("--back"),
      pick: get("--pick"), onSide: get("--on-side"), sides: [1, 2, 3, 4, 5].map((n) => get(`--side-${n}`)),
      open: get("--side-1"), held: get("--side-2"), done: get("--side-3"), asked: get("--side-4"), out: get("--side-5"),
    };
  };
  const sideColour = (side) => colours.sides[side < 0 || side > 3 ? 4 : side];

  const clip = (ctx, text, width) => {
    if (ctx.measureText(text).width <= width) return text;
    let low = 0, high = text.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (ctx.measureText(text.slice(0, middle) + "…").width <= width) low = middle; else high = middle - 1;
    }
    return text.slice(0, low).trimEnd() + "…";
  };
  const wrap = (ctx, text, width) => {
    if (ctx.measureText(text).width <= width) return [text];
    const words = text.split(" ");
    let first = "";
    while (words.length && ctx.measureText(`${first} ${words[0]}`).width <= width) first = `${first} ${words.shift()}`.trim();
    return first ? [first, clip(ctx, words.join(" "), width)] : [clip(ctx, text, width)];
  };
  const write = (ctx, text, x, y, { size = 12, weight = 400, colour = colours.ink, width = 999, align = "left" } = {}) => {
    ctx.font = `${weight} ${size}px ${FONT}`;
    ctx.fillStyle = colour;
    ctx.textAlign = align;
    ctx.textBaseline = "middle";
    ctx.fillText(clip(ctx, text, width), x, y);
  };
  const rounded = (ctx, x, y, w, h, r) => { ctx.beginPath(); ctx.roundRect(x, y, w, h, r); };
  const paint = (ctx, { fill = colours.card, stroke = colours.line, dash = [], line = 1.5 }) => {
    ctx.fillStyle = fill;
    ctx.fill();
    ctx.setLineDash(dash);
    ctx.lineWidth = line;
    ctx.strokeStyle = stroke;
    if (line) ctx.stroke();
    ctx.setLineDash([]);
  };
  const initials = (text) => {
    const words = text.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
    return words.length ? [words[0], ...(words.length > 1 ? [words.at(-1)] : [])].map((word) => Array.from(word)[0]).join("") : "?";
  };

  const shapes = {
    state(ctx, n, b, c) {
      rounded(ctx, b.x, b.y, b.w, b.h, 15);
      paint(ctx, { fill: c, line: 0 });
      write(ctx, `${mark(sideOf(n))}  ${label(n)}`, b.x + b.w / 2, b.y + b.h / 2, { size: 14, weight: 700, colour: colours.onSide, width: b.w - 20, align: "center" });
    },
    delegation(ctx, n, b, c) {
      rounded(ctx, b.x, b.y, b.w, b.h, 6);
      paint(ctx, { stroke: c, line: 2.5 });
      const note = nodes[n].note;
      write(ctx, label(n), b.x + b.w / 2, b.y + b.h / 2 - (note ? 7 : 0), { weight: 600, width: b.w - 16, align: "center" });
      if (note) write(ctx, note, b.x + b.w / 2, b.y + b.h / 2 + 9, { size: 10, colour: colours.soft, width: b.w - 16, align: "center" });
    },
    person(ctx, n, b, c) {
      const node = nodes[n], named = node.kind !== "unnamed";
      rounded(ctx, b.x, b.y, b.w, b.h, node.kind === "organization" ? 4 : b.h / 2);
      paint(ctx, { stroke: c, dash: named ? [] : [4, 3] });
      const x = b.x + b.h / 2 + 1, y = b.y + b.h / 2, r = b.h / 2 - 7;
      ctx.beginPath();
      if (node.kind === "organization") ctx.roundRect(x - r, y - r, 2 * r, 2 * r, 3); else ctx.arc(x, y, r, 0, 7);
      ctx.fillStyle = c;
      ctx.fill();
      write(ctx, named ? initials(node.label) : "?", x, y + 0.5, { size: 11, weight: 700, colour: colours.onSide, align: "center" });
      const left = b.x + b.h + 1, room = b.w - b.h - 24;
      const note = node.note || (sideOf(n) >= 0 && node.kind !== "person" ? sides[sideOf(n)].label : "");
      write(ctx, heading(n), left, y - (note ? 8 : 0), { weight: 600, width: room + 8 });
      if (note) write(ctx, note, left, y + 9, { size: 10, colour: colours.soft, width: room });
      write(ctx, mark(sideOf(n)), b.x + b.w - 15, y + 9, { size: 8, colour: c, align: "center" });
    },
    item(ctx, n, b, c) {
      const [glyph, tone] = statusLook(n);
      const dash = { open: [5, 4], asked: [5, 4], held: [2, 3], done: [], out: [9, 3] }[tone];
      rounded(ctx, b.x, b.y, b.w, b.h, 7);
      paint(ctx, { stroke: colours[tone], dash, line: statusKey(n) === "carriedOut" ? 3 : 1.8 });
      ctx.font = `700 10px ${FONT}`;
      const head = clip(ctx, `${glyph} ${capital(statusWords(n))}`, b.w * 0.62), used = ctx.measureText(head).width;
      write(ctx, head, b.x + 10, b.y + 13, { size: 10, weight: 700, colour: colours[tone] });
      write(ctx, nodes[n].issues.join(", "), b.x + b.w - 10, b.y + 13, { size: 10, colour: colours.soft, width: b.w - used - 32, align: "right" });
      ctx.font = `600 12.5px ${FONT}`;
      const lines = wrap(ctx, heading(n), b.w - 20);
      lines.forEach((line, i) => write(ctx, line, b.x + 10, b.y + (lines.length > 1 ? 30 : 36) + 16 * i, { size: 12.5, weight: 600 }));
      const teller = told(n);
      ctx.font = `400 10px ${FONT}`;
      const tail = Math.min(ctx.measureText(teller).width, b.w * 0.5);
      write(ctx, nodes[n].amount, b.x + 10, b.y + b.h - 11, { size: 10, weight: 600, width: b.w - tail - 30 });
      write(ctx, teller, b.x + b.w - 10, b.y + b.h - 11, { size: 10, colour: colours.soft, width: b.w * 0.5, align: "right" });
      if (sideOf(n) >= 0) { ctx.fillStyle = c; ctx.fillRect(b.x - 1, b.y + 12, 3, b.h - 24); }
    },
    document(ctx, n, b, c) {
      ctx.beginPath();
      [[0, 0], [b.w - 12, 0], [b.w, 12], [b.w, b.h], [0, b.h]].forEach(([x, y], i) => ctx[i ? "lineTo" : "moveTo"](b.x + x, b.y + y));
      ctx.closePath();
      paint(ctx, { stroke: c, dash: DASH[nodes[n].standing] || [] });
      const note = nodes[n].note;
      write(ctx, heading(n), b.x + 10, b.y + b.h / 2 - (note ? 7 : 0), { weight: 600, width: b.w - 24 });
      if (note) write(ctx, note, b.x + 10, b.y + b.h / 2 + 9, { size: 10, colour: colours.soft, width: b.w - 24 });
    },
    event(ctx, n, b) {
      const standing = nodes[n].standing, notch = 11;
      ctx.beginPath();
      [[0, 0], [b.w - notch, 0], [b.w, b.h / 2], [b.w - notch, b.h], [0, b.h], [notch, b.h / 2]]
        .forEach(([x, y], i) => ctx[i ? "lineTo" : "moveTo"](b.x + x, b.y + y));
      ctx.closePath();
      paint(ctx, { stroke: colours.ink, dash: DASH[standing] || [], line: standing === "asserted" ? 1.6 : 1.2 });
      const note = [["expected", "conditional", "denied", "claimed"].includes(standing) ? standing : "", nodes[n].note].filter(Boolean).join(" · ");
      write(ctx, heading(n), b.x + 20, b.y + b.h / 2 - (note ? 8 : 0), { weight: 600, width: b.w - 36 });
      if (note) write(ctx, note, b.x + 20, b.y + b.h / 2 + 9, { size: 10, colour: colours.soft, width: b.w - 36 });
    },
  };
  shapes.unnamed = shapes.organization = shapes.person;

  /* Who tells an item's status, when it is not the source itself. */
  const told = (n) => {
    const status = statusOf(n);
    if (!status || status.standing === "asserted") return "";
    const who = facts[status.fact].speakers;
    return who.length === 1 ? `says ${short(who[0])}` : who.length ? `say ${who.length} sources` : "";
  };

  const faded = (n) => state.lit && !state.lit.has(n);
  const renderer = ({ ctx, id, x, y }) => {
    const place = nodeSet.get(id), { w, h } = place;
    return {
      drawNode() {
        const box = { x: x - w / 2, y: y - h / 2, w, h }, colour = sideColour(sideOf(id));
        ctx.save();
        if (state.selected === id) {
          ctx.beginPath();
          ctx.roundRect(box.x - 6, box.y - 6, w + 12, h + 12, 12);
          ctx.strokeStyle = colours.pick;
          ctx.lineWidth = 4;
          ctx.stroke();
        }
        if (faded(id)) { rounded(ctx, box.x, box.y, w, h, 8); ctx.fillStyle = colours.lane; ctx.fill(); ctx.globalAlpha = 0.22; }
        if (network && network.getScale() < 0.46) glance(ctx, id, box, colour);
        else shapes[nodes[id].kind](ctx, id, box, colour);
        ctx.restore();
      },
      nodeDimensions: { width: w, height: h },
    };
  };
  /* Far away only the shape, a sign and a label of constant size are readable. */
  const glance = (ctx, n, b, colour) => {
    const scale = network.getScale(), kind = nodes[n].kind;
    rounded(ctx, b.x, b.y, b.w, b.h, kind === "person" || kind === "state" ? b.h / 2 : 6);
    paint(ctx, { fill: kind === "state" ? colour : colours.card, stroke: kind === "event" ? colours.ink : colour, line: 1.2 / scale });
    const sign = kind === "item" ? statusLook(n)[0] : mark(sideOf(n));
    const size = Math.min(10.5 / scale, b.h * 0.62);
    write(ctx, `${sign} ${heading(n)}`, b.x + b.w / 2, b.y + b.h / 2, { size, weight: 600, colour: kind === "state" ? colours.onSide : colours.ink, width: b.w - 10, align: "center" });
  };

  const lanes = (ctx) => {
    data.lanes.forEach((lane) => {
      const side = lane.side === null ? -1 : sideOf(lane.side);
      rounded(ctx, lane.x, lane.y, lane.w, lane.h, 10);
      paint(ctx, { fill: colours.lane, stroke: colours.line, line: 1 });
      const title = (lane.side === null ? lane.title : `${mark(side)} ${lane.title}${Parley.sides[side].party ? " side" : ""}`).toUpperCase();
      write(ctx, title, lane.x + 16, lane.y + 18, { size: Math.min(24, Math.max(11, 9 / (network ? network.getScale() : 1))), weight: 700, colour: lane.side === null ? colours.soft : sideColour(side), width: lane.w - 32 });
    });
  };

  /* With many items their lines would hide the cards: then they show with the selection only. */
  const crowded = data.network.nodes.filter((node) => nodes[node.id].kind === "item").length > 24;
  const edgeLook = (edge) => {
    const fact = facts[edge.fact], standing = fact.standing;
    const on = state.lit ? state.selected === edge.from || state.selected === edge.to : false;
    const relevant = state.lit && on;
    const acting = ["act", "addressee"].includes(edge.kind);
    const hidden = !factShown(fact) || !nodeShown(edge.from) || !nodeShown(edge.to) || ((edge.quiet || standing === "denied" || (acting && crowded)) && !relevant);
    const colour = acting ? sideColour(sideOf(edge.kind === "act" ? edge.from : actor(fact))) : colours.soft;
    return {
      id: edge.id, hidden, label: relevant && !cramped(edge) ? edge.words : " ", dashes: DASH[standing] || false, width: relevant ? 2.2 : 1.1,
      color: { color: colour, opacity: state.lit ? (relevant ? 1 : 0.07) : acting ? 0.6 : 0.45, inherit: false },
      arrows: { to: { enabled: true, scaleFactor: 0.55, type: standing === "denied" ? "bar" : standing === "claimed" ? "vee" : "arrow" } },
      font: { color: colours.ink, size: 11, face: FONT, strokeWidth: 5, strokeColor: colours.back, vadjust: 0 },
    };
  };
  /* Between two cards of one lane there is no room for a label; the panel has it. */
  const cramped = (edge) => {
    const [from, to] = [nodeSet.get(edge.from), nodeSet.get(edge.to)];
    return Math.abs(from.x - to.x) < 40 && Math.abs(from.y - to.y) - (from.h + to.h) / 2 < 40;
  };
  const actor = (fact) => fact.words.find((word) => typeof word === "number");

  const refresh = () => {
    if (!network) return;
    nodeSet.update(data.network.nodes.map((node) => ({ id: node.id, hidden: !nodeShown(node.id) })));
    edgeSet.update(data.network.edges.map(edgeLook));
    network.redraw();
  };
  const fit = () => {
    if (!network || !data.network.nodes.length) return;
    const boxes = [...data.lanes, ...data.network.nodes.map((n) => ({ x: n.x - n.w / 2, y: n.y - n.h / 2, w: n.w, h: n.h }))];
    const left = Math.min(...boxes.map((b) => b.x)), right = Math.max(...boxes.map((b) => b.x + b.w));
    const top = Math.min(...boxes.map((b) => b.y)), bottom = Math.max(...boxes.map((b) => b.y + b.h));
    const frame = byId("graph"), wide = frame.clientWidth / (right - left + 40), high = frame.clientHeight / (bottom - top + 40);
    const scale = Math.min(1.25, wide, Math.max(high, Math.min(0.62, wide)));
    const y = high < scale ? top - 20 + frame.clientHeight / scale / 2 : (top + bottom) / 2;
    network.moveTo({ position: { x: (left + right) / 2, y }, scale, animation: false });
  };
  const start = (onSelect) => {
    readColours();
    data.network.edges.forEach((edge, i) => { edge.id = i; });
    nodeSet = new vis.DataSet(data.network.nodes.map((n) => ({ ...n, ctxRenderer: renderer, fixed: true })));
    edgeSet = new vis.DataSet(data.network.edges.map((edge) => ({ ...edge, ...edgeLook(edge) })));
    network = new vis.Network(byId("graph"), { nodes: nodeSet, edges: edgeSet }, {
      physics: false, layout: { improvedLayout: false }, autoResize: true,
      interaction: { hover: false, selectConnectedEdges: false, keyboard: false, multiselect: false, dragNodes: false },
      edges: { smooth: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.4 }, selectionWidth: 0, hoverWidth: 0 },
    });
    byId("graph").firstElementChild.tabIndex = -1; // one stop for the keyboard: the frame around it
    network.on("beforeDrawing", lanes);
    network.on("click", (event) => onSelect(event.nodes.length ? event.nodes[0] : null));
    fit();
  };
  const zoom = (factor) => network && network.moveTo({ scale: Math.min(3, Math.max(0.1, network.getScale() * factor)) });
  const reveal = (n) => {
    const place = data.network.nodes.find((node) => node.id === n);
    if (!network || !place) return;
    const at = network.canvasToDOM({ x: place.x, y: place.y }), frame = byId("graph");
    const outside = at.x < 60 || at.y < 40 || at.x > frame.clientWidth - 60 || at.y > frame.clientHeight - 40;
    if (outside) network.moveTo({ position: { x: place.x, y: place.y }, scale: Math.max(network.getScale(), 0.7) });
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
    ctx.fillStyle = colours.back;
    ctx.fillRect(0, 0, copy.width, copy.height);
    ctx.drawImage(canvas, 0, 0);
    write(ctx, byId("source-line").textContent, 16, canvas.height + 18, { size: 16, width: copy.width - 32 });
    return copy.toDataURL("image/png");
  };
  const recolour = () => { readColours(); refresh(); };
  return { start, refresh, fit, zoom, reveal, neighbour, picture, recolour };
})();
