"use strict";
/* The cards as they are painted on the canvas: one shape per kind, as tall as their words need. */
Parley.cards = (() => {
  const { nodes, facts, sources, sides, sideOf, sideAt, label, heading, short, mark, differsOf } = Parley.model;
  const { statusOf, statusKey, statusWords, statusLook } = Parley.status;
  const { capital } = Parley.dom;
  const { state, stackShown } = Parley.shown;
  const { Tape } = Parley.tape;
  const {
    colours,
    readColours,
    sideColour,
    use,
    wrap,
    pen,
    lines,
    notes,
    write,
    rounded,
    paint,
    initials,
    nameAndNote,
    outline,
    DASH,
    LINE,
    SMALL,
    TITLE,
    NOTE,
  } = Parley.pen;

  const eventNote = (n) => {
    const standing = nodes[n].standing;
    const hedge = ["expected", "conditional", "denied", "claimed"].includes(standing) ? standing : "";
    return [hedge, nodes[n].note].filter(Boolean).join(" · ") || "no date given";
  };
  const documentName = (n) => [heading(n), nodes[n].note].filter(Boolean).join(" · ");

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
    const who = facts[status.fact].speakers,
      published = (one) => sources.some((source) => source.publisher === one);
    if (status.standing === "asserted" && who.every(published)) return "";
    return who.length === 1 ? `says ${short(who[0])}` : who.length ? `say ${who.length} sources` : "";
  };
  const stateWidth = (n, most) => {
    use(pen, 15, 700);
    return Math.min(most, Math.max(150, pen.measureText(label(n)).width + 52));
  };
  /* How tall a card of a width has to be for its words. */
  const height = (n, width) => {
    const { kind, note } = nodes[n];
    if (kind === "state") return 36;
    if (kind === "delegation") return 12 + LINE * lines(heading(n), width - 16, 2) + SMALL * notes(note, width - 16, 2);
    if (kind === "item") {
      const [amount, limits] = underTitle(n);
      return 33 + LINE * lines(heading(n), width - 20, 3) + SMALL * ((amount ? 1 : 0) + notes(limits, width - 20, 2));
    }
    if (kind === "document") return 14 + LINE * lines(documentName(n), width - 24, 2);
    if (kind === "event") return 14 + LINE * lines(heading(n), width - 40, 2) + SMALL;
    const named = LINE * lines(heading(n), width - 60, 3);
    return Math.max(40, 13 + named + SMALL * notes(note, width - 60, 3));
  };

  const item = (ctx, n, b, c) => {
    const [glyph, tone] = statusLook(n),
      node = nodes[n],
      [amount, limits] = underTitle(n);
    const dash = { open: [5, 4], asked: [5, 4], held: [2, 3], done: [], word: [1, 3], out: [9, 3], beside: [] }[tone];
    rounded(ctx, b.x, b.y, b.w, b.h, 7);
    paint(ctx, { stroke: colours[tone], dash, line: statusKey(n) === "carriedOut" ? 3 : 1.8 });
    const teller = told(n),
      status = `${glyph} ${capital(statusWords(n))}`;
    use(ctx, NOTE, 700);
    const full = ctx.measureText(status).width;
    use(ctx, NOTE);
    const tail = teller ? Math.min(ctx.measureText(teller).width, Math.max(b.w * 0.2, b.w - 34 - full)) : 0;
    const used = Math.min(full, b.w - 34 - tail);
    write(ctx, status, b.x + 10, b.y + 14, { weight: 700, colour: colours[tone], width: used + 1 });
    const topic = node.topics.length ? `· ${node.topics[0]}` : "",
      left = b.w - 44 - used - tail;
    use(ctx, NOTE);
    if (ctx.measureText(topic).width <= left) write(ctx, topic, b.x + 16 + used, b.y + 14, { colour: colours.soft });
    write(ctx, teller, b.x + b.w - 10, b.y + 14, { colour: colours.soft, width: tail + 1, align: "right" });
    use(ctx, NOTE);
    const below = [...(amount ? [amount] : []), ...(limits ? wrap(ctx, limits, b.w - 20, 2) : [])];
    use(ctx, TITLE, 600);
    const room = Math.max(1, Math.round((b.h - 33 - SMALL * below.length) / LINE));
    const titles = wrap(ctx, heading(n), b.w - 20, room);
    titles.forEach((line, i) => write(ctx, line, b.x + 10, b.y + 33 + LINE * i, { size: TITLE, weight: 600 }));
    const first = b.y + 32 + LINE * titles.length;
    below.forEach((line, i) => write(ctx, line, b.x + 10, first + SMALL * i, { width: b.w - 20 }));
    if (sideOf(n) >= 0) {
      ctx.fillStyle = c;
      ctx.fillRect(b.x - 1, b.y + 9, 3, b.h - 18);
    }
  };
  /* That sources differ on it, and how many items stand on it: pills on the upper edge of a card. */
  const pill = (ctx, n, b) => {
    const pills = [];
    if (differsOf[n].length)
      pills.push([`≠ ${Math.max(...differsOf[n].map((one) => one.versions.length))}`, colours.quote, colours.pick]);
    if (stackShown(n).length > 1) pills.push([`${stackShown(n).length}×`, colours.card, colours.soft]);
    pills.forEach(([words, fill, stroke], i) => {
      rounded(ctx, b.x + b.w - 44 - 40 * i, b.y - 10, 36, 16, 8);
      paint(ctx, { fill, stroke, line: 1.2 });
      write(ctx, words, b.x + b.w - 26 - 40 * i, b.y - 1.5, { size: 11, weight: 700, align: "center" });
    });
  };
  const shapes = {
    item,
    state(ctx, n, b, c) {
      rounded(ctx, b.x, b.y, b.w, b.h, 15);
      paint(ctx, { fill: c, line: 0 });
      const look = { size: 15, weight: 700, colour: colours.onSide, width: b.w - 20, align: "center" };
      write(ctx, `${mark(sideOf(n))}  ${label(n)}`, b.x + b.w / 2, b.y + b.h / 2, look);
    },
    delegation(ctx, n, b, c) {
      rounded(ctx, b.x, b.y, b.w, b.h, 6);
      paint(ctx, { stroke: c, line: 2.5 });
      nameAndNote(ctx, heading(n), nodes[n].note, b.x + b.w / 2, b, b.w - 16, "center");
    },
    person(ctx, n, b, c) {
      const node = nodes[n],
        known = node.kind !== "unnamed",
        r = 15,
        x = b.x + 23,
        y = b.y + b.h / 2;
      rounded(ctx, b.x, b.y, b.w, b.h, node.kind === "organization" ? 4 : 20);
      paint(ctx, { stroke: c, dash: known ? [] : [4, 3] });
      ctx.beginPath();
      if (node.kind === "organization") ctx.roundRect(x - r, y - r, 2 * r, 2 * r, 3);
      else ctx.arc(x, y, r, 0, 7);
      ctx.fillStyle = c;
      ctx.fill();
      const look = { weight: 700, colour: colours.onSide, align: "center" };
      write(ctx, known ? initials(node.label) : "?", x, y + 0.5, look);
      nameAndNote(ctx, heading(n), node.note, b.x + 45, b, b.w - 60);
      write(ctx, mark(sideOf(n)), b.x + b.w - 9, b.y + b.h - 12, { size: 8, colour: c, align: "center" });
    },
    document(ctx, n, b, c) {
      outline(ctx, b, [
        [0, 0],
        [b.w - 12, 0],
        [b.w, 12],
        [b.w, b.h],
        [0, b.h],
      ]);
      paint(ctx, { stroke: c, dash: DASH[nodes[n].standing] || [] });
      nameAndNote(ctx, documentName(n), "", b.x + 10, b, b.w - 24);
    },
    event(ctx, n, b) {
      const standing = nodes[n].standing,
        notch = 11;
      const right = b.w - notch;
      outline(ctx, b, [
        [0, 0],
        [right, 0],
        [b.w, b.h / 2],
        [right, b.h],
        [0, b.h],
        [notch, b.h / 2],
      ]);
      paint(ctx, { stroke: colours.ink, dash: DASH[standing] || [], line: standing === "asserted" ? 1.6 : 1.2 });
      nameAndNote(ctx, heading(n), eventNote(n), b.x + 20, b, b.w - 40);
    },
  };
  shapes.unnamed = shapes.organization = shapes.person;

  /* Far away only the shape, a sign and a label of constant size are readable. */
  const glance = (ctx, n, b, colour, scale) => {
    const kind = nodes[n].kind,
      full = kind === "state";
    rounded(ctx, b.x, b.y, b.w, b.h, kind === "person" || full ? b.h / 2 : 6);
    const stroke = kind === "event" ? colours.ink : colour;
    paint(ctx, { fill: full ? colour : colours.card, stroke, line: 1.2 / scale });
    const sign = kind === "item" ? statusLook(n)[0] : mark(sideOf(n));
    const size = Math.min(10.5 / scale, b.h * 0.62),
      words = `${sign} ${kind === "person" ? short(n) : heading(n)}`;
    const look = { size, weight: 600, colour: full ? colours.onSide : colours.ink, width: b.w - 10, align: "center" };
    write(ctx, words, b.x + b.w / 2, b.y + b.h / 2, look);
  };
  const card = (ctx, n, b, scale) => {
    const colour = sideColour(sideOf(n));
    if (state.selected === n) {
      rounded(ctx, b.x - 5, b.y - 5, b.w + 10, b.h + 10, 12);
      ctx.strokeStyle = colours.pick;
      ctx.lineWidth = 4;
      ctx.stroke();
    }
    if (state.lit && !state.lit.has(n)) {
      rounded(ctx, b.x, b.y, b.w, b.h, 8);
      ctx.fillStyle = colours.lane;
      ctx.fill();
      ctx.globalAlpha = 0.22;
    }
    if (stackShown(n).length > 1) {
      rounded(ctx, b.x + 4, b.y + 4, b.w, b.h, 7);
      paint(ctx, { stroke: colours.soft, line: 1 });
    }
    if (scale < 0.46) glance(ctx, n, b, colour, scale);
    else {
      ctx.translate(b.x, b.y);
      tapeOf(n, b, colour).play(ctx);
    }
  };
  /* A card as it is drawn near by, with its corner at the zero of both axes. */
  let tapes = new Map();
  const tapeOf = (n, { w, h }, colour) => {
    if (!tapes.has(n)) {
      const tape = new Tape(),
        box = { x: 0, y: 0, w, h };
      shapes[nodes[n].kind](tape, n, box, colour);
      pill(tape, n, box);
      tapes.set(n, tape);
    }
    return tapes.get(n);
  };
  /* What is chosen has changed, and so may every card. */
  const renew = () => {
    tapes = new Map();
  };
  const lane = (ctx, area, scale) => {
    const side = area.side === null ? -1 : sideAt(area.side);
    rounded(ctx, area.x, area.y, area.w, area.h, 10);
    paint(ctx, { fill: colours.lane, stroke: colours.line, line: 1 });
    const title = side < 0 ? area.title : `${mark(side)} ${area.title}${sides[side].party ? " side" : ""}`;
    const size = Math.min(24, Math.max(12, 9 / scale)),
      colour = side < 0 ? colours.soft : sideColour(side);
    use(ctx, 12);
    const tail = area.note ? ctx.measureText(area.note).width + 16 : 0;
    write(ctx, title.toUpperCase(), area.x + 12, area.y + 14, { size, weight: 700, colour, width: area.w - 24 - tail });
    if (!area.note) return;
    write(ctx, area.note, area.x + area.w - 12, area.y + 14, { colour: colours.soft, align: "right" });
  };
  /* What is folded away, counted, as something to click on. */
  const fold = (ctx, b, words) => {
    rounded(ctx, b.x, b.y, b.w, b.h, 6);
    paint(ctx, { fill: colours.field, line: 0 });
    write(ctx, `▾ ${words}`, b.x + 10, b.y + b.h / 2, { weight: 600, colour: colours.link, width: b.w - 20 });
  };
  return {
    colours,
    readColours,
    sideColour,
    write,
    use,
    rounded,
    card,
    renew,
    lane,
    fold,
    height,
    stateWidth,
    told,
    underTitle,
    DASH,
  };
})();
