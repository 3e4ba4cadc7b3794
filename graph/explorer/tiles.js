"use strict";
/* A negotiation as a tile: who is in it, what was when on an axis common to all, how its items stand, what was last. */
Parley.tiles = (() => {
  const { nodes, sources, talks, actsIn, factsOf, sideAt, mark, sideClass, label, heading } = Parley.model;
  const { TONES, statusLook, actLook, actWords } = Parley.status;
  const { el, svg, count, tally, ordered } = Parley.dom;
  const { termsBefore } = Parley.life;
  const { dayOf } = Parley.axis;
  const WIDTH = Math.max(200, Math.min(460, innerWidth - 60)),
    PAD = 8;

  /* One axis for all tiles. */
  const span = Parley.axis.span(
    [...sources.keys()],
    [...nodes.keys()].filter((n) => nodes[n].kind === "event"),
  );
  const axis = span && Parley.axis.over(span, WIDTH, PAD);
  /* Rounds as numbered arrows, other events as squares and circles, sources as bars under the line. */
  const strip = (one) => {
    if (!axis) return el("p", { class: "silence" }, "No day in the sources.");
    const rounds = new Map(one.rounds.flatMap((round) => round.events.map((event) => [event, round])));
    const drawn = new Set(),
      marks = [],
      numbered = [],
      undated = new Set();
    one.events.forEach((n) => {
      const { event } = nodes[n],
        round = rounds.get(n);
      const key = round ? `${round.number} ${round.first}` : n;
      if (drawn.has(key)) return;
      const day = dayOf(round ? nodes[round.events[0]].event : event) || dayOf(event);
      if (!axis.has(day)) {
        if (!day) undated.add(round ? round.name : n);
        return;
      }
      drawn.add(key);
      const x = axis.x(day);
      const words = round ? `Round ${round.name}: ${heading(n)}` : heading(n);
      const name = svg("title", {}, `${words}, ${event.when || "no day"}`);
      if (round) {
        numbered.push(
          svg(
            "g",
            { class: round.held ? "held" : "planned" },
            name,
            svg("path", { d: `M${x - 13} 4h18l8 10-8 10h-18l6-10z` }),
            svg("text", { x: x - 1, y: 18 }, round.number),
          ),
        );
      } else if (event.kind === "call") marks.push(svg("circle", { class: "other", cx: x, cy: 14, r: 4 }, name));
      else marks.push(svg("rect", { class: "other", x: x - 4, y: 10, width: 8, height: 8 }, name));
    });
    const days = tally(one.sources.map((source) => sources[source].day).filter((day) => axis.has(day)));
    const bars = [...days].map(([day, number]) =>
      svg("rect", { class: "told", x: axis.x(day) - 1.5, y: 31, width: 3, height: 3 + 3 * Math.min(4, number) }),
    );
    const nothing = el("p", { class: "silence" }, one.rounds.length ? null : "No day of it in the sources.");
    const without = undated.size ? el("p", { class: "note" }, `Without a day: ${listed([...undated])}`) : null;
    if (!marks.length && !numbered.length && !bars.length) return [without || nothing];
    const future = axis.end;
    const all = [
      count(one.rounds.length, "round"),
      count(one.events.length, "event"),
      count(one.sources.length, "source"),
    ];
    const words = `${all.join(", ")} in time`;
    return [
      svg(
        "svg",
        { class: "axis", viewBox: `0 0 ${WIDTH} 60`, role: "img", "aria-label": words },
        svg("rect", { class: "future", x: future, y: 0, width: Math.max(0, WIDTH - PAD - future), height: 30 }),
        svg("path", { class: "base", d: `M${PAD} 30H${WIDTH - PAD}` }),
        axis
          .ticks(24)
          .map(([x, letter]) => [
            svg("path", { class: "tick", d: `M${x} 30v18` }),
            svg("text", { class: "month", x: x + 3, y: 57 }, letter),
          ]),
        bars,
        marks.reverse(),
        numbered.reverse(),
      ),
      without,
    ];
  };
  /* Rounds by their number, other events counted. */
  const listed = (undated) => {
    const others = undated.filter((one) => typeof one === "number").length;
    const rounds = undated.filter((one) => typeof one === "string");
    const parts = [
      rounds.length ? `round ${rounds.join(", ")}` : "",
      others ? count(others, rounds.length ? "other event" : "event") : "",
    ];
    return parts.filter(Boolean).join(" and ");
  };
  const bar = (items) => {
    const tones = tally(items.map((n) => statusLook(n)[1])),
      all = items.length;
    if (!all) return null;
    const words = TONES.filter(([tone]) => tones.has(tone))
      .map(([tone, , name]) => `${tones.get(tone)} ${name}`)
      .join(", ");
    return el(
      "div",
      { class: "bar", role: "img", "aria-label": words, title: words },
      TONES.filter(([tone]) => tones.has(tone)).map(([tone, glyph]) => piece(tone, glyph, tones.get(tone), all)),
    );
  };
  const piece = (tone, glyph, number, all) =>
    el(
      "span",
      { class: `fill-${tone}`, css: { flexGrow: number } },
      number / all > 0.06 ? `${glyph} ${number}` : number,
    );
  const party = (kind) => (n) =>
    el("span", { class: `${kind} ${sideClass(sideAt(n))}` }, `${mark(sideAt(n))} ${label(n)}`);
  /* What a guest does at the events of a negotiation. */
  const ROLES = [
    [/mediat/, "mediates"],
    [/host/, "hosts"],
    [/observ/, "observes"],
  ];
  const guest = (one) => (n) => {
    const here = (fact) => fact.kind === "attendance" && fact.nodes.some((at) => one.events.includes(at));
    const told = factsOf[n].filter(here);
    const role = ROLES.find(([words]) => told.some((fact) => fact.words[0] === n && words.test(String(fact.words[1]))));
    return [party("guest")(n), role ? el("span", { class: "note" }, role[1]) : null];
  };
  const few = (found, most, make) => [
    found.slice(0, most).map(make),
    found.length > most ? el("span", { class: "note" }, `+${found.length - most} more`) : null,
  ];
  const marksOf = (by) =>
    by.map((n) => el("span", { class: sideClass(sideAt(n)), title: label(n) }, mark(sideAt(n))));
  const latest = (one) =>
    actsIn[one.number]
      .filter((act) => act.item !== null)
      .sort((a, b) => ordered(b.first, a.first) || b.number - a.number);
  const news = (act) => {
    const [glyph, tone] = actLook(act),
      { amount } = nodes[act.item],
      before = termsBefore(act);
    const told = amount && !heading(act.item).toLowerCase().includes(amount.toLowerCase());
    return [
      el("span", { class: `glyph ${tone}`, "aria-hidden": "true" }, glyph),
      " ",
      el("b", {}, heading(act.item)),
      before ? [" ", el("s", {}, before), " → ", el("mark", {}, amount)] : told ? ` (${amount})` : "",
      ` ${actWords(act)} `,
      marksOf(act.by),
    ];
  };
  /* How many rounds were held, and how many are only planned. */
  const roundsOf = (one) => {
    const held = one.rounds.filter((round) => round.held).length,
      planned = one.rounds.length - held;
    if (!one.rounds.length) return one.node === null ? null : "no round numbered";
    const done = held ? count(held, "round") : "",
      ahead = planned ? `${held ? planned : count(planned, "round")} planned` : "";
    return el("b", {}, [done, ahead].filter(Boolean).join(", "));
  };
  const namesakes = (one) => talks.filter((other) => other.title === one.title).length;
  const tile = (one, open) => {
    const last = latest(one)[0],
      rest = one.node === null;
    const people = one.people.filter((n) => nodes[n].kind === "person").length;
    const parts = [
      one.items.length || !rest ? el("b", {}, count(one.items.length, "item")) : null,
      roundsOf(one),
      rest && one.events.length ? count(one.events.length, "event") : null,
      people ? count(people, "person", "people") : null,
      !one.sources.length
        ? null
        : el(
            "span",
            {},
            el("b", {}, count(one.sources.length, "source")),
            one.independent ? ` from ${count(one.independent, "independent publisher")}` : "",
          ),
    ].filter(Boolean);
    return el(
      "li",
      { class: `tile${rest ? " rest" : ""}` },
      el("h2", {}, el("button", { type: "button", class: "enter", onclick: () => open(one.number) }, one.title)),
      one.differs && one.differs.length
        ? el(
            "button",
            { type: "button", class: "differs", onclick: () => open(one.number, true, "claims") },
            `≠ ${one.differs.length} contradicted`,
          )
        : null,
      namesakes(one) > 1
        ? el("p", { class: "note" }, `${namesakes(one)} go by this name; nothing yet tells that they are the same.`)
        : null,
      rest
        ? el("p", { class: "note" }, "What no source ties to talks between two parties.")
        : el("p", { class: "who-meets" }, few(one.parties, 4, party("pill")), few(one.guests, 3, guest(one))),
      strip(one),
      Parley.planned.line(one),
      bar(one.items),
      el(
        "p",
        { class: "numbers" },
        parts.flatMap((part, i) => (i ? [" · ", part] : [part])),
      ),
      last
        ? el("p", { class: "last" }, el("span", { class: "note" }, last.when || "no day"), " ", news(last))
        : el("p", { class: "last silence" }, "No act on any item."),
    );
  };
  return { tile, marksOf, latest, news };
})();
