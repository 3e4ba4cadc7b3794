"use strict";
/* Lines that look alike are one stroke: what lies on each other is drawn once, as a trunk with a twig for each card. */
Parley.ways = (() => {
  const CORNER = 7;

  const within = (points) => {
    const [xs, ys] = [0, 1].map((i) => points.map((point) => point[i]));
    return { l: Math.min(...xs), r: Math.max(...xs), t: Math.min(...ys), b: Math.max(...ys) };
  };
  const meets = (one, other) => one.l <= other.r && one.r >= other.l && one.t <= other.b && one.b >= other.t;
  const toward = ([x, y], [u, v], far) => {
    const all = Math.hypot(u - x, v - y);
    return [x + ((u - x) * far) / all, y + ((v - y) * far) / all];
  };
  /* Spans of one line, those that meet as one. */
  const joined = (spans) => {
    const found = [];
    spans
      .sort((a, b) => a[0] - b[0])
      .forEach(([from, to]) => {
        const last = found.at(-1);
        if (last && from <= last[1]) last[1] = Math.max(last[1], to);
        else found.push([from, to]);
      });
    return found;
  };
  /* The straight pieces and the corners of some routes, each once, with the area that it takes. */
  const pieces = (routes) => {
    const down = new Map(),
      across = new Map(),
      others = new Map();
    const put = (map, key, span) => map.set(key, [...(map.get(key) || []), span.sort((a, b) => a - b)]);
    const straight = (p, q) => {
      if (p[0] === q[0]) put(down, p[0], [p[1], q[1]]);
      else if (p[1] === q[1]) put(across, p[1], [p[0], q[0]]);
      else others.set(`${p} ${q}`, [p, q]);
    };
    routes.forEach((points) => {
      let from = points[0];
      points.slice(1, -1).forEach((at, i) => {
        const room = (next) => Math.hypot(next[0] - at[0], next[1] - at[1]) / 2,
          [before, after] = [points[i], points[i + 2]],
          round = Math.min(CORNER, room(before), room(after));
        if (!round) return;
        const corner = [toward(at, before, round), at, toward(at, after, round)];
        straight(from, corner[0]);
        others.set(`${corner}`, corner);
        from = corner[2];
      });
      straight(from, points.at(-1));
    });
    const lines = (map, point) =>
      [...map].flatMap(([at, spans]) => joined(spans).map((span) => span.map((end) => point(at, end))));
    return [...lines(down, (x, y) => [x, y]), ...lines(across, (y, x) => [x, y]), ...others.values()].map((points) => ({
      points,
      area: within(points),
    }));
  };
  /* Puts what of them is in an area, or all of them, on the path of a pen. */
  const trace = (ctx, found, area) =>
    found.forEach(({ points: [first, second, third], area: own }) => {
      if (area && !meets(own, area)) return;
      ctx.moveTo(...first);
      if (third) ctx.arcTo(...second, ...third, Math.hypot(first[0] - second[0], first[1] - second[1]));
      else ctx.lineTo(...second);
    });
  return { pieces, trace, within, meets };
})();
