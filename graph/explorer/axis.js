"use strict";
/* Time as a line: which days it covers, where a day lies on it, and the months and years under it. */
Parley.axis = (() => {
  const { nodes, sources, acts } = Parley.model;
  const DAY = 864e5,
    BEHIND = 14,
    AHEAD = 200;
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const time = (day) => Date.parse(`${day}T00:00:00Z`);
  const iso = (at) => new Date(at).toISOString().slice(0, 10);
  /* On which day something lies on the line: of what only a month or a year is told, on none. */
  const dayOf = (one) => (one && one.exact ? one.first : "");
  const times = (days) => days.filter(Boolean).map(time).filter(Number.isFinite);
  /* From shortly before the first source to the last, and what is planned soon after; years before it are left out. */
  const span = (news, events) => {
    const told = times(news.map((n) => sources[n].day)),
      done = times(acts.map(dayOf));
    const known = told.length ? told : done;
    if (!known.length) return null;
    const start = known.reduce((a, b) => Math.min(a, b)),
      end = known.reduce((a, b) => Math.max(a, b));
    const planned = times(events.map((n) => dayOf(nodes[n].event))).filter(
      (at) => at < end + AHEAD * DAY,
    );
    const last = planned.reduce((a, b) => Math.max(a, b), end) + BEHIND * DAY;
    const early = times(events.map((n) => dayOf(nodes[n].event))).filter(
      (at) => at > start - 365 * DAY,
    );
    return { first: early.reduce((a, b) => Math.min(a, b), start) - BEHIND * DAY, known: end, last };
  };
  const over = ({ first, known, last }, width, pad) => {
    const across = (at) => pad + ((at - first) / (last - first)) * (width - 2 * pad);
    const has = (day) => Boolean(day) && time(day) >= first && time(day) <= last;
    const dayAt = (x) =>
      iso(first + (Math.min(Math.max(x - pad, 0), width - 2 * pad) / (width - 2 * pad)) * (last - first));
    /* So many months or years as have room for their names; a narrow line has initials. */
    const ticks = (room) => {
      const made = [],
        at = new Date(first);
      at.setUTCDate(1);
      const each = (width - 2 * pad) / ((last - first) / (30.4 * DAY));
      const step = [1, 3, 12, 60, 240].find((months) => each * months >= room) || 600;
      for (at.setUTCMonth(at.getUTCMonth() + 1); at.getTime() < last; at.setUTCMonth(at.getUTCMonth() + 1)) {
        const month = at.getUTCMonth(),
          year = at.getUTCFullYear();
        if ((year * 12 + month) % step) continue;
        const words = month === 0 || step >= 12 ? String(year) : room < 30 ? MONTHS[month][0] : MONTHS[month];
        const place = across(at.getTime()),
          before = made.at(-1);
        const fits = (!before || place - before[0] > before[1].length * 7 + 4) && place + words.length * 8 < width;
        made.push([place, fits ? words : ""]);
      }
      return made;
    };
    return { x: (day) => across(time(day)), has, dayAt, ticks, end: across(known) };
  };
  return { dayOf, span, over };
})();
