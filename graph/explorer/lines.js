"use strict";
/* The lines between cards. They run in the aisles between the lanes and under the rounds, never behind a card. */
Parley.lines = (() => {
  const { nodes, facts, sideOf } = Parley.model;
  const { state } = Parley.shown;
  const { layout, ties, ways } = Parley;
  const { colours, sideColour, write, use, rounded, DASH } = Parley.cards;
  const GAP = 8,
    SPINE = 6,
    SAID = [1.5, 3.5];
  const ACTING = ["act", "addressee"];
  let boxes = new Map(),
    columns = [],
    outermost = new Map(),
    routes = new Map(),
    drawn = [],
    strokes = null,
    road = 0;

  const isEvent = (n) => nodes[n].kind === "event";
  const column = (n) => columns.findIndex((one) => boxes.get(n).x >= one.l && boxes.get(n).x <= one.r);
  /* Reads the layout anew: the edges of cards and lanes, and the lines that have both ends on the table. */
  const renew = () => {
    const { boxes: places, lanes } = layout.now();
    boxes = new Map(
      [...places].map(([n, { x, y, w, h }]) => [n, { l: x - w / 2, r: x + w / 2, t: y - h / 2, b: y + h / 2, x, y }]),
    );
    const wide = new Map(lanes.map((lane) => [lane.x, lane.w]));
    columns = [...wide].sort((a, b) => a[0] - b[0]).map(([x, w]) => ({ l: x, r: x + w }));
    road = Math.min(...lanes.map((lane) => lane.y)) - 12;
    outermost = new Map();
    lanes.forEach((lane) => {
      const inside = lane.cards.filter((n) => boxes.has(n)),
        of = (edge) => inside.map((n) => boxes.get(n)[edge]);
      const first = Math.min(...of("l")),
        last = Math.max(...of("r"));
      const narrow = (n) => nodes[n].kind === "state";
      inside.forEach((n) =>
        outermost.set(n, {
          l: narrow(n) || boxes.get(n).l <= first + 1,
          r: narrow(n) || boxes.get(n).r >= last - 1,
        }),
      );
    });
    routes = new Map();
    strokes = null;
    drawn = ties.edges().filter((edge) => boxes.has(edge.from) && boxes.has(edge.to));
  };
  const aisle = (k) => {
    const [left, right] = [columns[k], columns[k + 1]];
    return !left ? { l: right.l - 24, r: right.l } : !right ? { l: left.r, r: left.r + 24 } : { l: left.r, r: right.l };
  };
  /* Where a line leaves a card on one side, and the lane free of cards that it then runs in. */
  const gate = (n, facing, share) => {
    const other = facing === "l" ? "r" : "l";
    const side = !outermost.get(n)[facing] && outermost.get(n)[other] ? other : facing;
    const box = boxes.get(n),
      open = outermost.get(n)[side],
      way = aisle(column(n) - (side === "l" ? 1 : 0));
    const x = open ? way.l + (way.r - way.l) * share : box[side] + (side === "l" ? -GAP / 2 : GAP / 2);
    return { edge: [box[side], box.y], x, direct: open && side === facing };
  };
  const viaRoad = (from, to) => [
    from.edge,
    [from.x, from.edge[1]],
    [from.x, road],
    [to.x, road],
    [to.x, to.edge[1]],
    to.edge,
  ];
  const inward = (n) => (column(n) === 0 ? "r" : "l");

  const withEvent = (n, event, fromEvent) => {
    const from = gate(n, inward(n), 0.5),
      box = boxes.get(event);
    const under = (other) => other.t > box.b && Math.abs(other.x - box.x) < box.r - box.l;
    const below = [...boxes].some(([other, place]) => isEvent(other) && under(place));
    const end = below
      ? [
          [box.r + GAP, road],
          [box.r + GAP, box.y],
          [box.r, box.y],
        ]
      : [
          [box.x, road],
          [box.x, box.b],
        ];
    const points = [from.edge, [from.x, from.edge[1]], [from.x, road], ...end];
    return { points: fromEvent ? points.reverse() : points, far: true };
  };
  const betweenEvents = (a, b) => {
    const level = Math.abs(a.y - b.y) < 30,
      forward = a.x < b.x,
      next = Math.abs(a.x - b.x) < 1.5 * (a.r - a.l);
    if (level && next)
      return {
        points: [
          [forward ? a.r : a.l, a.y],
          [forward ? b.l : b.r, b.y],
        ],
        far: false,
      };
    /* Around the events in between: beside the first, along the gap under or over its row, beside the second. */
    const gap = a.y < b.y ? a.b + GAP : a.t - GAP;
    const turn = level
      ? [
          [a.x, gap],
          [b.x, gap],
        ]
      : [
          [a.x, gap],
          [b.r + GAP, gap],
          [b.r + GAP, b.y],
        ];
    return { points: [[a.x, a.y < b.y ? a.b : a.t], ...turn, level ? [b.x, b.t] : [b.r, b.y]], far: false };
  };
  /* Within a lane: straight to the next card, else along a spine at the lane's outer edge. */
  const inColumn = (from, to, k) => {
    const a = boxes.get(from),
      b = boxes.get(to),
      [upper, lower] = a.y < b.y ? [a, b] : [b, a];
    if (lower.t - upper.b < 2 * GAP && Math.abs(a.x - b.x) < 4) {
      const down = a.y < b.y;
      return {
        points: [
          [a.x, down ? a.b : a.t],
          [b.x, down ? b.t : b.b],
        ],
        far: false,
      };
    }
    const side = k > 0 && k === columns.length - 1 ? "r" : "l";
    const x = side === "l" ? Math.min(a.l, b.l) - SPINE : Math.max(a.r, b.r) + SPINE;
    return {
      points: [
        [a[side], a.y],
        [x, a.y],
        [x, b.y],
        [b[side], b.y],
      ],
      far: false,
    };
  };
  const route = (edge) => {
    const { from, to } = edge;
    if (isEvent(from) && isEvent(to)) return betweenEvents(boxes.get(from), boxes.get(to));
    if (isEvent(from) || isEvent(to))
      return withEvent(isEvent(from) ? to : from, isEvent(from) ? from : to, isEvent(from));
    const [a, b] = [column(from), column(to)];
    if (a === b) return inColumn(from, to, a);
    const right = a < b,
      share = right ? 0.32 : 0.68;
    const out = gate(from, right ? "r" : "l", share),
      into = gate(to, right ? "l" : "r", share);
    if (Math.abs(a - b) === 1 && out.direct && into.direct) {
      return { points: [out.edge, [out.x, out.edge[1]], [out.x, into.edge[1]], into.edge], far: false };
    }
    return { points: viaRoad(out, into), far: true };
  };
  const routeOf = (edge) => {
    if (!routes.has(edge.id)) routes.set(edge.id, route(edge));
    return routes.get(edge.id);
  };

  const actor = (fact) => fact.words.find((word) => typeof word === "number");
  const touches = (edge, n) => n !== null && (edge.from === n || edge.to === n);
  const look = (edge) => {
    const fact = facts[edge.fact],
      acting = ACTING.includes(edge.kind);
    const strong = touches(edge, state.selected) || touches(edge, state.hovered);
    if (!strong && (edge.quiet || fact.standing === "denied")) return null;
    if (!ties.shown(edge) || (!strong && routeOf(edge).far)) return null;
    const others = state.selected !== null ? 0.1 : state.hovered !== null ? 0.16 : acting ? 0.42 : 0.34;
    const width = strong ? 2.2 : fact.standing === "claimed" ? 1.1 : 1.5;
    const colour = acting ? sideColour(sideOf(edge.kind === "act" ? edge.from : actor(fact))) : colours.soft;
    const bar = fact.standing === "denied";
    const dash = edge.kind === "says" ? SAID : DASH[fact.standing] || [];
    return { strong, alpha: strong ? 1 : others, dash, width, colour, bar };
  };
  /* An arrow's head at the end of a line, or the bar of what is denied. */
  const head = (ctx, points, { bar, strong }) => {
    const [x, y] = points.at(-1),
      size = strong ? 5.5 : 4.5;
    const [u, v] = points.findLast((p) => p[0] !== x || p[1] !== y) || [x - 1, y];
    const far = Math.hypot(x - u, y - v),
      [dx, dy] = [(x - u) / far, (y - v) / far];
    const corner = ([along, beside]) => [x + along * dx - beside * dy, y + along * dy + beside * dx];
    const tip = [
      [-1, 0],
      [-1 - 1.5 * size, -size * 0.8],
      [-1 - 1.5 * size, size * 0.8],
    ];
    const beam = [
      [-3, -size],
      [-1, -size],
      [-1, size],
      [-3, size],
    ];
    (bar ? beam : tip).map(corner).forEach((point, i) => ctx[i ? "lineTo" : "moveTo"](...point));
    ctx.closePath();
  };
  /* The lines to be seen, those that look alike together, made anew only where something else is chosen. */
  const alike = () => {
    const key = `${state.selected} ${state.hovered} ${colours.ink}`;
    if (strokes && strokes.key === key) return strokes.found;
    const found = new Map();
    drawn.forEach((edge) => {
      const style = look(edge);
      if (!style) return;
      const name = JSON.stringify(style);
      if (!found.has(name)) found.set(name, { style, routes: [] });
      found.get(name).routes.push(routeOf(edge).points);
    });
    strokes = { key, found: [...found.values()].sort((a, b) => a.style.strong - b.style.strong) };
    strokes.found.forEach((one) => (one.pieces = ways.pieces(one.routes)));
    return strokes.found;
  };
  /* All lines, or what of them is in an area. */
  const draw = (ctx, area = null) =>
    alike().forEach(({ style, routes: ends, pieces }) => {
      ctx.save();
      Object.assign(ctx, { globalAlpha: style.alpha, strokeStyle: style.colour, fillStyle: style.colour });
      ctx.lineWidth = style.width;
      ctx.setLineDash(style.dash);
      ctx.beginPath();
      ways.trace(ctx, pieces, area);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.beginPath();
      ends
        .filter((points) => !area || ways.meets(ways.within(points.slice(-1)), area))
        .forEach((points) => head(ctx, points, style));
      ctx.fill();
      ctx.restore();
    });
  /* What the lines of the selection say, each on the edge of the card that it leads to, as wide as its lane, or as the
     card where that is a round over an aisle, in no lane. */
  const labelOf = (ctx, box, lane, words) => {
    const most = lane.r - lane.l - 8,
      wide = (some) => ctx.measureText(some.join(", ")).width + 14;
    const first = (number) =>
      number < words.length ? [...words.slice(0, number), `+${words.length - number}`] : words;
    let number = words.length;
    while (number > 1 && wide(first(number)) > most) number -= 1;
    const shown = first(number);
    const width = Math.min(wide(shown), most);
    return { x: Math.min(box.l + 6, lane.r - 4 - width), y: Math.max(1, box.t - 13), width, text: shown.join(", ") };
  };
  const labels = (ctx) => {
    if (state.selected === null) return;
    ties.of(state.selected).forEach((words, n) => {
      const box = boxes.get(n);
      if (!box) return;
      use(ctx, 11, 600);
      const { x, y, width, text } = labelOf(ctx, box, columns[column(n)] || box, words);
      rounded(ctx, x, y, width, 17, 8);
      ctx.fillStyle = colours.pick;
      ctx.fill();
      write(ctx, text, x + 7, y + 8.5, { size: 11, weight: 600, colour: colours.onPick, width: width - 13 });
    });
  };
  return { renew, draw, labels, look, routeOf, drawn: () => drawn };
})();
