"use strict";
/* What cards are written and painted with: colours, text that wraps before it is cut, outlines. */
Parley.pen = (() => {
  const { tint } = Parley.model;
  const FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", Roboto, sans-serif';
  const DASH = { expected: [7, 5], conditional: [2, 4], denied: [1, 5] };
  const LINE = 17,
    SMALL = 15,
    TITLE = 13.5,
    NOTE = 12;
  const colours = {};

  const readColours = () => {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue(name).trim();
    Object.assign(colours, {
      ink: get("--ink"),
      soft: get("--soft"),
      card: get("--card"),
      lane: get("--lane"),
      line: get("--line"),
      back: get("--back"),
      pick: get("--pick"),
      onPick: get("--on-pick"),
      onSide: get("--on-side"),
      link: get("--link"),
      quote: get("--quote"),
      field: get("--field"),
      sides: [1, 2, 3, 4, 5].map((n) => get(`--side-${n}`)),
      open: get("--side-1"),
      held: get("--side-2"),
      done: get("--side-3"),
      word: get("--side-3"),
      beside: get("--soft"),
      asked: get("--side-4"),
      out: get("--side-5"),
    });
  };
  const sideColour = (side) => colours.sides[tint(side) - 1];

  const clip = (ctx, text, width) => {
    if (ctx.measureText(text).width <= width) return text;
    let low = 0,
      high = text.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (ctx.measureText(`${text.slice(0, middle)}…`).width <= width) low = middle;
      else high = middle - 1;
    }
    return `${text.slice(0, low).trimEnd()}…`;
  };
  const use = (ctx, size, weight = 400) => {
    ctx.font = `${weight} ${size}px ${FONT}`;
  };
  /* The text in at most so many lines; what is left over is cut at the end of the last. */
  const wrap = (ctx, text, width, most) => {
    const words = text.split(" "),
      lines = [];
    while (words.length) {
      if (lines.length === most - 1) {
        lines.push(clip(ctx, words.join(" "), width));
        break;
      }
      let line = words.shift();
      while (words.length && ctx.measureText(`${line} ${words[0]}`).width <= width) line += ` ${words.shift()}`;
      lines.push(clip(ctx, line, width));
    }
    return lines;
  };
  const pen = Parley.tape.ruler;
  const lines = (text, width, most, size = TITLE, weight = 600) => {
    if (!text) return 0;
    use(pen, size, weight);
    return wrap(pen, text, width, most).length;
  };
  const notes = (text, width, most) => lines(text, width, most, NOTE, 400);
  const write = (ctx, text, x, y, options = {}) => {
    const { size = NOTE, weight = 400, colour = colours.ink, width = 999, align = "left" } = options;
    use(ctx, size, weight);
    ctx.fillStyle = colour;
    ctx.textAlign = align;
    ctx.textBaseline = "middle";
    ctx.fillText(clip(ctx, text, width), x, y);
  };
  const rounded = (ctx, x, y, w, h, r) => {
    ctx.beginPath();
    ctx.roundRect(x, y, w, h, r);
  };
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
    const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
    return ends.length ? ends.map((word) => Array.from(word)[0]).join("") : "?";
  };

  /* A name and a note under it, both wrapped, in the middle of the card's height. */
  const nameAndNote = (ctx, name, note, x, b, width, align = "left") => {
    use(ctx, TITLE, 600);
    const room = Math.max(1, Math.floor((b.h - 6 - (note ? SMALL : 0)) / LINE));
    const names = wrap(ctx, name, width, Math.min(3, room));
    use(ctx, NOTE);
    const left = Math.max(1, Math.floor((b.h - 6 - names.length * LINE) / SMALL));
    const under = note ? wrap(ctx, note, width, left) : [];
    let y = b.y + (b.h - names.length * LINE - under.length * SMALL) / 2 + LINE / 2;
    names.forEach((line) => {
      write(ctx, line, x, y, { size: TITLE, weight: 600, align });
      y += LINE;
    });
    y -= 1;
    under.forEach((line) => {
      write(ctx, line, x, y, { colour: colours.soft, align });
      y += SMALL;
    });
  };
  const outline = (ctx, b, points) => {
    ctx.beginPath();
    points.forEach(([x, y], i) => ctx[i ? "lineTo" : "moveTo"](b.x + x, b.y + y));
    ctx.closePath();
  };
  return {
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
  };
})();
