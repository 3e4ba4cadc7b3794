"use strict";
/* The cards as they are painted on the canvas: one shape per kind, text that wraps before it is cut. */
Parley.cards = (() => {
  const { nodes, facts, state, sources, sides, sideOf, sideAt, statusOf, statusKey, statusWords, statusLook, label, capital, heading, short, mark } = Parley;
  const FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", Roboto, sans-serif';
  const DASH = { expected: [7, 5], conditional: [2, 4], denied: [1, 5] };
  const LINE = 17, SMALL = 15, TITLE = 13.5, NOTE = 12;
  const colours = {};

  const readColours = () => {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue(name).trim();
    Object.assign(colours, {
      ink: get("--ink"), soft: get("--soft"), card: get("--card"), lane: get("--lane"), line: get("--line"), back: get("--back"),
      pick: get("--pick"), onSide: get("--on-side"), sides: [1, 2, 3, 4, 5].map((n) => get(`--side-${n}`)),
      open: get("--side-1"), held: get("--side-2"), done: get("--side-3"), asked: get("--side-4"), out: get("--side-5"),
    });
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
  const use = (ctx, size, weight = 400) => { ctx.font = `${weight} ${size}px ${FONT}`; };
  /* The text in at most so many lines; what is left over is cut at the end of the last. */
  const wrap = (ctx, text, width, most) => {
    const words = text.split(" "), lines = [];
    while (words.length) {
      if (lines.length === most - 1) { lines.push(clip(ctx, words.join(" "), width)); break; }
      let line = words.shift();
      while (words.length && ctx.measureText(`${line} ${words[0]}`).width <= width) line += ` ${words.shift()}`;
      lines.push(clip(ctx, line, width));
    }
    return lines;
  };
  const write = (ctx, text, x, y, { size = NOTE, weight = 400, colour = colours.ink, width = 999, align = "left" } = {}) => {
    use(ctx, size, weight);
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

  /* A name and a note under it, both wrapped, in the middle of the card's height. */
  const nameAndNote = (ctx, name, note, x, b, width, align = "left") => {
    use(ctx, TITLE, 600);
    const room = Math.max(1, Math.floor((b.h - 6 - (note ? SMALL : 0)) / LINE)), names = wrap(ctx, name, width, Math.min(3, room));
    use(ctx, NOTE);
    const notes = note ? wrap(ctx, note, width, Math.max(1, Math.floor((b.h - 6 - names.length * LINE) / SMALL))) : [];
    let y = b.y + (b.h - names.length * LINE - notes.length * SMALL) / 2 + LINE / 2;
    names.forEach((line) => { write(ctx, line, x, y, { size: TITLE, weight: 600, align }); y += LINE; });
    y -= 1;
    notes.forEach((line) => { write(ctx, line, x, y, { colour: colours.soft, align }); y += SMALL; });
  };
  const outline = (ctx, b, points) => {
    ctx.beginPath();
    points.forEach(([x, y], i) => ctx[i ? "lineTo" : "moveTo"](b.x + x, b.y + y));
    ctx.closePath();
  };

  const shapes = {
    state(ctx, n, b, c) {
      rounded(ctx, b.x, b.y, b.w, b.h, 15);
      paint(ctx, { fill: c, line: 0 });
      write(ctx, `${mark(sideOf(n))}  ${label(n)}`, b.x + b.w / 2, b.y + b.h / 2, { size: 15, weight: 700, colour: colours.onSide, width: b.w - 20, align: "center" });
    },
    delegation(ctx, n, b, c) {
      rounded(ctx, b.x, b.y, b.w, b.h, 6);
      paint(ctx, { stroke: c, line: 2.5 });
      nameAndNote(ctx, heading(n), nodes[n].note, b.x + b.w / 2, b, b.w - 16, "center");
    },
    person(ctx, n, b, c) {
      const node = nodes[n], named = node.kind !== "unnamed", r = 15, x = b.x + 23, y = b.y + b.h / 2;
      rounded(ctx, b.x, b.y, b.w, b.h, node.kind === "organization" ? 4 : 20);
      paint(ctx, { stroke: c, dash: named ? [] : [4, 3] });
      ctx.beginPath();
      if (node.kind === "organization") ctx.roundRect(x - r, y - r, 2 * r, 2 * r, 3); else ctx.arc(x, y, r, 0, 7);
      ctx.fillStyle = c;
      ctx.fill();
      write(ctx, named ? initials(node.label) : "?", x, y + 0.5, { weight: 700, colour: colours.onSide, align: "center" });
      nameAndNote(ctx, heading(n), node.note, b.x + 45, b, b.w - 60);
      write(ctx, mark(sideOf(n)), b.x + b.w - 13, b.y + b.h - 12, { size: 8, colour: c, align: "center" });
    },
    item(ctx, n, b, c) {
      const [glyph, tone] = statusLook(n), node = nodes[n], [amount, limits] = underTitle(n);
      const dash = { open: [5, 4], asked: [5, 4], held: [2, 3], done: [], out: [9, 3] }[tone];
      rounded(ctx, b.x, b.y, b.w, b.h, 7);
      paint(ctx, { stroke: colours[tone], dash, line: statusKey(n) === "carriedOut" ? 3 : 1.8 });
      const teller = told(n), status = `${glyph} ${capital(statusWords(n))}`;
      use(ctx, NOTE, 700);
      const full = ctx.measureText(status).width;
      use(ctx, NOTE);
      const tail = teller ? Math.min(ctx.measureText(teller).width, Math.max(b.w * 0.45, b.w - 34 - full)) : 0;
      const used = Math.min(full, b.w - 34 - tail);
      write(ctx, status, b.x + 10, b.y + 14, { weight: 700, colour: colours[tone], width: used + 1 });
      const topic = node.topics.length ? `· ${node.topics[0]}` : "", left = b.w - 44 - used - tail;
      use(ctx, NOTE);
      const fits = ctx.measureText(topic).width <= left;
      if (fits) write(ctx, topic, b.x + 16 + used, b.y + 14, { colour: colours.soft });
      write(ctx, teller, b.x + b.w - 10, b.y + 14, { colour: colours.soft, width: tail + 1, align: "right" });
      use(ctx, NOTE);
      const below = [...(amount ? [amount] : []), ...(limits ? wrap(ctx, limits, b.w - 20, 2) : [])];
      use(ctx, TITLE, 600);
      const lines = wrap(ctx, heading(n), b.w - 20, Math.max(1, Math.round((b.h - 31 - SMALL * below.length) / LINE)));
      lines.forEach((line, i) => write(ctx, line, b.x + 10, b.y + 33 + LINE * i, { size: TITLE, weight: 600 }));
      below.forEach((line, i) => write(ctx, line, b.x + 10, b.y + 32 + LINE * lines.length + SMALL * i, { width: b.w - 20 }));
      if (!fits && below.length) {
        use(ctx, NOTE);
        const room = b.w - 36 - ctx.measureText(below.at(-1)).width;
        if (ctx.measureText(node.topics[0]).width <= room) write(ctx, node.topics[0], b.x + b.w - 10, b.y + 32 + LINE * lines.length + SMALL * (below.length - 1), { colour: colours.soft, align: "right" });
      }
      if (sideOf(n) >= 0) { ctx.fillStyle = c; ctx.fillRect(b.x - 1, b.y + 9, 3, b.h - 18); }
    },
    document(ctx, n, b, c) {
      outline(ctx, b, [[0, 0], [b.w - 12, 0], [b.w, 12], [b.w, b.h], [0, b.h]]);
      paint(ctx, { stroke: c, dash: DASH[nodes[n].standing] || [] });
      nameAndNote(ctx, [heading(n), nodes[n].note].filter(Boolean).join(" · "), "", b.x + 10, b, b.w - 24);
    },
    event(ctx, n, b) {
      const standing = nodes[n].standing, notch = 11;
      outline(ctx, b, [[0, 0], [b.w - notch, 0], [b.w, b.h / 2], [b.w - notch, b.h], [0, b.h], [notch, b.h / 2]]);
      paint(ctx, { stroke: colours.ink, dash: DASH[standing] || [], line: standing === "asserted" ? 1.6 : 1.2 });
      const hedge = ["expected", "conditional", "denied", "claimed"].includes(standing) ? standing : "";
      nameAndNote(ctx, heading(n), [hedge, nodes[n].note].filter(Boolean).join(" · ") || "no date given", b.x + 20, b, b.w - 40);
    },
  };
  shapes.unnamed = shapes.organization = shapes.person;

  /* What stands under an item's title: the amount unless the title has it, then the condition and the help. */
  const underTitle = (n) => {
    const { amount, limits } = nodes[n];
    const repeated = label(n).toLowerCase().includes(amount.toLowerCase());
    return [repeated ? "" : amount, limits.join(" · ")];
  };
  /* Who tells an item's status, when it is not only the source itself. */
  const told = (n) => {
    const status = statusOf(n);
    if (!status) return "";
    const who = facts[status.fact].speakers;
    if (status.standing === "asserted" && who.every((one) => sources.some((source) => source.publisher === one))) return "";
    return who.length === 1 ? `says ${short(who[0])}` : who.length ? `say ${who.length} sources` : "";
  };

  /* Far away only the shape, a sign and a label of constant size are readable. */
  const glance = (ctx, n, b, colour, scale) => {
    const kind = nodes[n].kind;
    rounded(ctx, b.x, b.y, b.w, b.h, kind === "person" || kind === "state" ? b.h / 2 : 6);
    paint(ctx, { fill: kind === "state" ? colour : colours.card, stroke: kind === "event" ? colours.ink : colour, line: 1.2 / scale });
    const sign = kind === "item" ? statusLook(n)[0] : mark(sideOf(n));
    const size = Math.min(10.5 / scale, b.h * 0.62);
    write(ctx, `${sign} ${kind === "person" ? short(n) : heading(n)}`, b.x + b.w / 2, b.y + b.h / 2, { size, weight: 600, colour: kind === "state" ? colours.onSide : colours.ink, width: b.w - 10, align: "center" });
  };
  const card = (ctx, n, b, scale) => {
    const colour = sideColour(sideOf(n));
    if (state.selected === n) {
      rounded(ctx, b.x - 5, b.y - 5, b.w + 10, b.h + 10, 12);
      ctx.strokeStyle = colours.pick;
      ctx.lineWidth = 4;
      ctx.stroke();
    }
    if (state.lit && !state.lit.has(n)) { rounded(ctx, b.x, b.y, b.w, b.h, 8); ctx.fillStyle = colours.lane; ctx.fill(); ctx.globalAlpha = 0.22; }
    if (scale < 0.46) glance(ctx, n, b, colour, scale); else shapes[nodes[n].kind](ctx, n, b, colour);
  };
  const lane = (ctx, area, scale) => {
    const side = area.side === null ? -1 : sideAt(area.side);
    rounded(ctx, area.x, area.y, area.w, area.h, 10);
    paint(ctx, { fill: colours.lane, stroke: colours.line, line: 1 });
    const title = (side < 0 ? area.title : `${mark(side)} ${area.title}${sides[side].party ? " side" : ""}`).toUpperCase();
    write(ctx, title, area.x + 12, area.y + 14, { size: Math.min(24, Math.max(12, 9 / scale)), weight: 700, colour: side < 0 ? colours.soft : sideColour(side), width: area.w - 24 });
  };
  return { colours, readColours, sideColour, write, use, rounded, card, lane, told, underTitle, DASH };
})();
