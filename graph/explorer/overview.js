"use strict";
/* The first page where there is more than one negotiation: a tile for each, one for the rest, the latest changes. */
Parley.overview = (() => {
  const { nodes, sources, talks, actsIn, factsOf, TONES, statusLook, actLook, actWords } = Parley.model;
  const { sideAt, mark, sideClass, label, heading } = Parley.model;
  const { el, svg, count, tally, ordered } = Parley.dom;
  const { termsBefore } = Parley.life;
  const WIDTH = Math.min(460, innerWidth - 60),
    PAD = 8,
    DAYS = 2,
    EACH = 3,
    TILES = 24;
  let open = () => {};
  let choose = () => {};

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
      const day = round && round.first ? round.first : event.first;
      if (!axis.has(day)) {
        if (round && !day) undated.add(round.name);
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
    const without = undated.size ? el("p", { class: "note" }, `Without a day: round ${[...undated].join(", ")}`) : null;
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
  const party = (kind, one) => (n) =>
    el("span", { class: `${kind} ${sideClass(sideAt(n), one)}` }, `${mark(sideAt(n), one)} ${label(n)}`);
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
    return [party("guest", one)(n), role ? el("span", { class: "note" }, role[1]) : null];
  };
  const few = (found, most, make) => [
    found.slice(0, most).map(make),
    found.length > most ? el("span", { class: "note" }, `+${found.length - most} more`) : null,
  ];
  const marksOf = (by, one) =>
    by.map((n) => el("span", { class: sideClass(sideAt(n), one), title: label(n) }, mark(sideAt(n), one)));
  const latest = (one) =>
    actsIn[one.number]
      .filter((act) => act.item !== null)
      .sort((a, b) => ordered(b.first, a.first) || b.number - a.number);
  const news = (act, one) => {
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
      marksOf(act.by, one),
    ];
  };
  const tile = (one) => {
    const last = latest(one)[0],
      rest = one.node === null;
    const people = one.people.filter((n) => nodes[n].kind === "person").length;
    const parts = [
      one.items.length || !rest ? el("b", {}, count(one.items.length, "item")) : null,
      rest || one.rounds.length ? null : "no round numbered",
      one.rounds.length ? el("b", {}, count(one.rounds.length, "round")) : null,
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
        ? el("span", { class: "differs" }, `≠ ${one.differs.length} contradicted`)
        : null,
      rest
        ? el("p", { class: "note" }, "What no source ties to talks between two parties.")
        : el(
            "p",
            { class: "who-meets" },
            few(one.parties, 4, party("pill", one)),
            few(one.guests, 3, guest(one)),
          ),
      strip(one),
      Parley.planned.line(one),
      bar(one.items),
      el(
        "p",
        { class: "numbers" },
        parts.flatMap((part, i) => (i ? [" · ", part] : [part])),
      ),
      last
        ? el("p", { class: "last" }, el("span", { class: "note" }, last.when || "no day"), " ", news(last, one))
        : el("p", { class: "last silence" }, "No act on any item."),
    );
  };

  const byDay = () => {
    const days = [];
    talks
      .filter((one) => one.node !== null)
      .forEach((one) => {
        const found = latest(one).filter((act) => act.first);
        [...new Set(found.map((act) => act.first))]
          .slice(0, DAYS)
          .forEach((day) => days.push({ one, day, acts: found.filter((act) => act.first === day) }));
      });
    return days.sort((a, b) => ordered(b.day, a.day)).slice(0, 12);
  };
  const latestChanges = () => {
    const days = byDay();
    return el(
      "aside",
      { class: "latest", "aria-label": "Latest changes" },
      el("h2", {}, "Latest changes"),
      days.length
        ? days.map(({ one, acts: found }) =>
            el(
              "section",
              {},
              el(
                "h3",
                {},
                el("span", {}, found[0].when),
                " ",
                el("button", { type: "button", class: "link", onclick: () => open(one.number) }, one.title),
              ),
              el(
                "ul",
                { class: "plain" },
                found
                  .slice(0, EACH)
                  .map((act) =>
                    el(
                      "li",
                      {},
                      el(
                        "button",
                        { type: "button", class: "news", onclick: () => choose(act.item, one.number) },
                        news(act, one),
                      ),
                    ),
                  ),
              ),
              found.length > EACH ? el("p", { class: "note" }, `${found.length - EACH} more that day`) : null,
            ),
          )
        : el("p", { class: "silence" }, "No source gives a day."),
    );
  };
  const shared = () => {
    const tables = tally(talks.filter((one) => one.node !== null).flatMap((one) => one.parties));
    const found = [...tables].filter(([, number]) => number > 1).sort((a, b) => b[1] - a[1]);
    if (!found.length) return null;
    return el(
      "div",
      { class: "shared" },
      el("h2", {}, "At more than one table"),
      el(
        "ul",
        { class: "plain" },
        found.slice(0, 8).map(([n, number]) =>
          el(
            "li",
            {},
            el("b", {}, label(n)),
            ` at ${number}: `,
            talks
              .filter((one) => one.parties.includes(n))
              .slice(0, 6)
              .map((one, i) => [
                i ? ", " : "",
                el("button", { type: "button", class: "link", onclick: () => open(one.number) }, one.title),
              ]),
          ),
        ),
      ),
    );
  };
  const key = () =>
    el(
      "p",
      { class: "key", "aria-hidden": "true" },
      TONES.map(([tone, glyph, words]) =>
        el("span", {}, el("span", { class: `swatch fill-${tone}` }, glyph), ` ${words}`),
      ),
      el("span", {}, "❯ round"),
      el("span", {}, "■ meeting"),
      el("span", {}, "○ call"),
      el("span", {}, "┃ sources"),
    );
  let all = false;
  const view = () => {
    const shown = all ? talks : talks.filter((one, i) => i < TILES || one.node === null);
    return el(
      "div",
      { class: "overview" },
      el(
        "div",
        {},
        key(),
        el("ul", { class: "plain tiles" }, shown.map(tile)),
        shown.length < talks.length
          ? el(
              "button",
              {
                type: "button",
                onclick: () => {
                  all = true;
                  Parley.views.show();
                },
              },
              `Show ${count(talks.length - shown.length, "more negotiation")}`,
            )
          : null,
        shared(),
      ),
      latestChanges(),
    );
  };
  const connect = (onOpen, onChoose) => {
    open = onOpen;
    choose = onChoose;
  };
  return { connect, view, bar, marksOf };
})();
