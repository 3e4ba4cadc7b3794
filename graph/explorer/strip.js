"use strict";
/* Acts and rounds on a real axis of time, a lane for each party, or for each negotiation where all are shown; a period
   chosen on it filters every view. */
Parley.strip = (() => {
  const { nodes, facts, sources, acts, talks, mark, sideClass, sideAt, label, heading } = Parley.model;
  const { actLook, actWords } = Parley.status;
  const { state, subject, talksNow, inScope, factShown, sourcesNow, roundsOf } = Parley.shown;
  const { el, svg, byId, count, tally } = Parley.dom;
  const { dayOf } = Parley.axis;
  const STEP = 20,
    ROWS = 7,
    FEW = 4,
    LANES = 30,
    LEAST = 3,
    WEEK = 7;
  let names = 150, // how wide the names of the lanes are: those of negotiations are longer than those of parties
    change = () => {},
    choose = () => {},
    openTalks = () => {};

  const shownActs = () => acts.filter((act) => act.item !== null && act.facts.some((fact) => factShown(facts[fact])));
  const laneOf = (act, about) => {
    if (!about) return act.talks;
    const parties = act.by.filter((n) => sideAt(n) >= 0);
    return parties.length ? parties : [null];
  };
  const title = (act) => {
    const who = act.by.map(label).join(", ") || "somebody";
    return `${act.when}: ${who}, ${actWords(act)}: ${heading(act.item)}`;
  };
  const pressed = (then) => (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    then();
  };
  const button = (properties, then, ...children) =>
    svg("g", { tabindex: 0, role: "button", onclick: then, onkeydown: pressed(then), ...properties }, ...children);

  /* One lane: the acts of a few days one above the other, most settled first, what is too many counted. */
  const lane = (found, axis, y, rows) => {
    const columns = new Map();
    found.forEach((act) => {
      const at = Math.round(axis.x(dayOf(act)) / STEP);
      columns.set(at, [...(columns.get(at) || []), act]);
    });
    const tallest = Math.min(rows, Math.max(1, ...[...columns.values()].map((some) => some.length)));
    const made = [...columns].flatMap(([at, some]) => {
      const kept = some.length > rows ? some.slice(0, rows - 1) : some;
      const signs = kept.map((act, i) => {
        const [glyph, tone] = actLook(act),
          top = y + 5 + i * STEP;
        return button(
          { class: `deed ${tone}`, "aria-label": title(act) },
          () => choose(act.item),
          svg("title", {}, title(act)),
          svg("circle", { cx: at * STEP, cy: top + 8, r: 8.5 }),
          svg("text", { x: at * STEP, y: top + 12 }, glyph),
        );
      });
      const rest = some.length - kept.length;
      return [
        ...signs,
        rest ? svg("text", { class: "rest", x: at * STEP, y: y + 5 + (rows - 1) * STEP + 12 }, `+${rest}`) : null,
      ];
    });
    return [made, Math.max(40, tallest * STEP + 10)];
  };
  const meetings = (axis, y) => {
    const one = subject(),
      rounds = new Map((one ? roundsOf(one) : []).flatMap((round) => round.events.map((n) => [n, round])));
    const drawn = new Set();
    const isRound = (n) => Number(rounds.has(n)),
      planned = (n) => Number(!nodes[n].event.held);
    return [...nodes.keys()]
      .filter((n) => nodes[n].kind === "event" && nodes[n].event && inScope(n) && axis.has(dayOf(nodes[n].event)))
      .sort((a, b) => isRound(a) - isRound(b) || planned(a) - planned(b) || a - b)
      .map((n) => {
        const { event } = nodes[n],
          round = rounds.get(n),
          key = `${round ? round.number : n} ${event.first}`;
        if (drawn.has(key)) return null;
        drawn.add(key);
        const x = axis.x(dayOf(event)),
          words = [`${round ? `Round ${round.name}: ` : ""}${heading(n)}`, event.when, event.held ? "" : "expected"]
            .filter(Boolean)
            .join(", ");
        const shape = round
          ? [
              svg("path", { d: `M${x - 13} ${y}h18l8 10-8 10h-18l6-10z` }),
              svg("text", { x: x - 1, y: y + 14 }, round.number),
            ]
          : [svg("rect", { x: x - 6, y: y + 4, width: 12, height: 12, rx: event.kind === "call" ? 6 : 1 })];
        return button(
          { class: `meeting ${event.held ? "held" : "planned"}`, "aria-label": words },
          () => choose(n),
          svg("title", {}, words),
          ...shape,
        );
      });
  };
  /* Sources a week, and the period chosen, which a drag or the two fields change. */
  const news = (axis, width) => {
    const weeks = tally(
      sourcesNow()
        .map((n) => sources[n].day)
        .filter((day) => axis.has(day))
        .map((day) => Math.floor(Date.parse(day) / (WEEK * 864e5))),
    );
    const most = Math.max(1, ...weeks.values());
    const bars = [...weeks].map(([week, number]) => {
      const x = axis.x(new Date(week * WEEK * 864e5 + 3 * 864e5).toISOString().slice(0, 10)),
        tall = 4 + (24 * number) / most;
      return svg(
        "rect",
        { class: "told", x: x - 3, y: 34 - tall, width: 6, height: tall },
        svg("title", {}, count(number, "source")),
      );
    });
    const from = state.from && axis.has(state.from) ? axis.x(state.from) : names,
      to = state.to && axis.has(state.to) ? axis.x(state.to) : width - 10;
    const brush = svg("rect", {
      class: "brush",
      x: from,
      y: 0,
      width: Math.max(2, to - from),
      height: 34,
      visibility: state.from || state.to ? "visible" : "hidden",
    });
    return [svg("rect", { class: "catch", x: names, y: 0, width: width - names - 10, height: 34 }), bars, brush];
  };
  const drag = (picture, axis) => {
    let start = null;
    const at = (event) => event.clientX - picture.getBoundingClientRect().left;
    const brush = picture.querySelector(".brush");
    picture.addEventListener("pointerdown", (event) => {
      if (event.clientY - picture.getBoundingClientRect().top > 36 || at(event) < names) return;
      start = at(event);
      picture.setPointerCapture(event.pointerId);
    });
    picture.addEventListener("pointermove", (event) => {
      if (start === null) return;
      brush.setAttribute("visibility", "visible");
      brush.setAttribute("x", Math.min(start, at(event)));
      brush.setAttribute("width", Math.abs(at(event) - start));
    });
    picture.addEventListener("pointerup", (event) => {
      if (start === null) return;
      const [from, to] = [Math.min(start, at(event)), Math.max(start, at(event))];
      start = null;
      if (to - from < 4) Object.assign(state, { from: "", to: "" });
      else Object.assign(state, { from: axis.dayAt(from), to: axis.dayAt(to) });
      change();
    });
  };
  const field = (name, words) =>
    el(
      "label",
      {},
      `${words} `,
      el("input", {
        type: "date",
        id: `period-${name}`,
        value: state[name],
        onchange: (event) => {
          state[name] = event.target.value;
          change();
          byId(`period-${name}`).focus();
        },
      }),
    );
  /* What has no day, and of what no more than the month or the year is told. */
  const undrawn = (found, what) => {
    const vague = found.filter((one) => one.first && !dayOf(one)).length,
      never = found.filter((one) => !one.first).length;
    return [
      never ? `${count(never, what)} without a day` : "",
      vague ? `${count(vague, what)} of which only the month or the year is told` : "",
    ]
      .filter(Boolean)
      .join(", ");
  };
  const roomy = () => Math.max(640, byId("main").clientWidth - 60);
  /* A panel that opens or closes, or another window, leaves the axis another width: it is drawn anew for that. */
  const observer = new ResizeObserver(() => {
    const old = document.querySelector(".in-time"),
      picture = old && old.querySelector(".strip");
    if (!picture || Number(picture.getAttribute("width")) === roomy()) return;
    const at = [...old.querySelectorAll("[tabindex], input")].indexOf(document.activeElement);
    const drawn = view();
    old.replaceWith(drawn);
    if (at >= 0) drawn.querySelectorAll("[tabindex], input")[at].focus({ preventScroll: true });
  });
  const view = () => {
    const about = subject(),
      found = shownActs(),
      dated = found.filter(dayOf);
    if (
      sourcesNow().length < 2 ||
      new Set(
        acts.filter((act) => dayOf(act) && (!talksNow() || act.talks.includes(state.talks))).map(dayOf),
      ).size < LEAST
    )
      return null;
    const events = [...nodes.keys()].filter((n) => nodes[n].kind === "event" && inScope(n)),
      span = Parley.axis.span(sourcesNow(), events);
    if (!span) return null;
    names = about ? 150 : 230;
    const width = roomy(),
      axis = Parley.axis.over(span, width - names + 10, 10);
    const moved = { ...axis, x: (day) => axis.x(day) + names - 10, dayAt: (x) => axis.dayAt(x - names + 10) };
    const inside = dated.filter((act) => moved.has(dayOf(act))),
      lanes = new Map();
    inside.forEach((act) => laneOf(act, about).forEach((key) => lanes.set(key, [...(lanes.get(key) || []), act])));
    const order = [...lanes.keys()]
      .sort((a, b) => (a === null) - (b === null) || lanes.get(b).length - lanes.get(a).length)
      .slice(0, LANES);
    let y = 78;
    const drawn = order.map((key) => {
      const [signs, tall] = lane(lanes.get(key), moved, y, about ? ROWS : FEW),
        top = y;
      y += tall;
      const side = about ? (key === null ? -1 : sideAt(key)) : -1;
      const words = about ? (key === null ? "○ Others" : `${mark(side)} ${label(key)}`) : talks[key].title;
      const most = Math.floor(names / 7.5),
        clip = words.length > most ? `${words.slice(0, most - 1)}…` : words;
      const name = svg(
        "text",
        { class: `lane-name ${about ? sideClass(side) : ""}`, x: 4, y: top + 18 },
        svg("title", {}, words),
        clip,
      );
      return [
        svg("path", { class: "tick", d: `M0 ${top}H${width}` }),
        about ? name : button({ class: "lane-link" }, () => openTalks(key), name),
        svg("text", { class: "month", x: 4, y: top + 33 }, count(lanes.get(key).length, "act")),
        signs,
      ];
    });
    const months = moved
      .ticks(46)
      .map(([x, words]) => [
        svg("path", { class: "tick", d: `M${x + names - 10} 34V${y}` }),
        svg("text", { class: "month", x: x + names - 7, y: 47 }, words),
      ]);
    const end = axis.end + names - 10;
    const picture = svg(
      "svg",
      {
        class: "axis strip",
        width,
        height: y + 4,
        role: "group",
        "aria-label": `${count(inside.length, "act")} in time`,
      },
      svg("rect", { class: "future", x: end, y: 0, width: Math.max(0, width - 10 - end), height: y }),
      svg("text", { class: "month", x: 4, y: 20 }, "Sources a week"),
      news(moved, width),
      months,
      svg("text", { class: "month", x: 4, y: 68 }, "Rounds, meetings, calls"),
      meetings(moved, 54),
      drawn,
    );
    drag(picture, moved);
    const left = [
      undrawn(found, "act"),
      undrawn(events.filter((n) => nodes[n].event).map((n) => nodes[n].event), "event"),
      dated.length - inside.length ? `${count(dated.length - inside.length, "act")} before or after what is drawn` : "",
      lanes.size > LANES ? `${lanes.size - LANES} more lanes` : "",
    ].filter(Boolean);
    return el(
      "div",
      { class: "in-time" },
      el(
        "p",
        { class: "period" },
        field("from", "From"),
        " ",
        field("to", "to"),
        el("span", { class: "note" }, " or drag over the sources; a period filters every view"),
      ),
      el("div", { class: "scroll" }, picture),
      left.length ? el("p", { class: "note" }, `Not drawn: ${left.join(", ")}.`) : null,
    );
  };
  const connect = (onChange, onChoose, onTalks) => {
    change = onChange;
    choose = onChoose;
    openTalks = onTalks;
    observer.observe(byId("main"));
  };
  return { connect, view };
})();
