"use strict";
/* People over time: who sat where in which round, who headed a delegation, which posts changed hands. */
Parley.people = (() => {
  const { data, nodes, sides, factsOf, sideOf, mark, sideClass, label, heading } = Parley.model;
  const { many, state, subject, inScope, nodeShown, factShown, roundsOf } = Parley.shown;
  const { el, count, byName } = Parley.dom;
  const { link } = Parley.words;
  const { posts } = Parley;
  const COLUMNS = 12,
    ROWS = 12;
  /* Strongest first: of several seats of one person at one round the first of these is shown. */
  const SEATS = [
    ["head", "◉", "heads the delegation"],
    ["member", "●", "in the delegation"],
    ["attended", "●", "there"],
    ["other", "◆", "mediates, hosts or watches"],
    ["expected", "◌", "expected"],
    ["denied", "⊘", "denied"],
  ];
  const LOOK = new Map(SEATS.map(([key, sign, words]) => [key, [sign, words]]));

  const seatOf = (fact) => {
    if (fact.standing === "denied") return "denied";
    if (fact.standing === "expected" || fact.standing === "conditional") return "expected";
    if (fact.kind === "attendance") return /mediat|host|observ/.test(String(fact.words[1])) ? "other" : "attended";
    return fact.kind;
  };
  /* Everybody who is told to have been, or to be expected, at an event; a delegation's people too. */
  const seatsAt = (event) => {
    const own = factsOf[event].filter(factShown);
    const teams = own.filter((fact) => fact.kind === "delegation").map((fact) => fact.nodes[0]);
    const members = teams.flatMap((team) => factsOf[team]).filter((fact) => ["head", "member"].includes(fact.kind));
    return [...own.filter((fact) => fact.kind === "attendance"), ...members.filter(factShown)];
  };
  /* An event stands before the first round after it; one without a day, after all. */
  const inTime = (all, one) => {
    const at = all.findIndex((other) => one.first && other.first > one.first);
    return at < 0 ? [...all, one] : [...all.slice(0, at), one, ...all.slice(at)];
  };
  const columns = () => {
    const one = subject(),
      rounds = roundsOf(one).filter((round) => round.number !== null);
    const made = rounds.map((round) => ({
      name: `Round ${round.name}`,
      events: round.events,
      held: round.held,
      first: round.first,
      when: nodes[round.events[0]].event.when,
    }));
    const taken = new Set(rounds.flatMap((round) => round.events));
    const others = data.timeline
      .flat()
      .filter((n) => inScope(n) && nodeShown(n) && !taken.has(n))
      .map((n) => ({ name: heading(n), events: [n], ...nodes[n].event }));
    const all = others.reduce(inTime, made).map((column) => ({ ...column, seats: column.events.flatMap(seatsAt) }));
    const persons = (column) => new Set(column.seats.map((fact) => fact.nodes[0]).filter(isPerson)).size;
    const seated = all.filter(persons);
    /* Of too many, those of which most people are told, in order of time. */
    const most = new Set([...seated].sort((a, b) => persons(b) - persons(a)).slice(0, COLUMNS));
    return {
      shown: seated.filter((column) => most.has(column)),
      left: seated.length - most.size,
      bare: all.length - seated.length,
    };
  };
  const strongest = (found) => SEATS.map(([key]) => found.find((fact) => seatOf(fact) === key)).find(Boolean);
  const cell = (person, column) => {
    const fact = strongest(column.seats.filter((one) => one.nodes[0] === person));
    if (!fact)
      return el(
        "td",
        { class: "seat" },
        el("span", { "aria-hidden": "true" }, "·"),
        el("span", { class: "unseen" }, "not named"),
      );
    const [sign, words] = LOOK.get(seatOf(fact));
    return el(
      "td",
      { class: `seat ${seatOf(fact)}` },
      el("span", { title: Parley.model.sentence(fact), "aria-hidden": "true" }, sign),
      el("span", { class: "unseen" }, words),
    );
  };
  const isPerson = (n) => nodes[n].kind === "person";
  const people = (shown) => {
    const found = [...new Set(shown.flatMap((column) => column.seats.map((fact) => fact.nodes[0])))].filter(isPerson);
    const bySide = new Map();
    found.forEach((n) => bySide.set(sideOf(n), [...(bySide.get(sideOf(n)) || []), n]));
    return [...bySide].sort((a, b) => (a[0] < 0) - (b[0] < 0) || b[1].length - a[1].length || a[0] - b[0]);
  };
  const seatsOf = (person, shown) =>
    shown.filter((column) => column.seats.some((fact) => fact.nodes[0] === person)).length;
  /* Who headed the delegation in each round: a new name is marked with an arrow from the one before. */
  const headsRow = (members, shown) => {
    let before = null;
    return shown.map((column) => {
      const head = column.seats.find(
        (fact) => fact.kind === "head" && seatOf(fact) === "head" && members.includes(fact.nodes[0]),
      );
      if (!head) return el("td", {});
      const now = head.nodes[0],
        from = before !== null && before !== now ? before : null;
      before = now;
      return el(
        "td",
        { class: from === null ? "" : "moved" },
        from === null
          ? Parley.model.short(now)
          : [Parley.model.short(from), " → ", el("mark", {}, Parley.model.short(now))],
      );
    });
  };
  const sideRows = (side, members, shown) => {
    const key = `people ${side}`,
      ordered = [...members].sort((a, b) => seatsOf(b, shown) - seatsOf(a, shown) || byName(label(a), label(b)));
    const kept = state.unfolded.has(key) ? ordered : ordered.slice(0, ROWS),
      rest = ordered.length - kept.length;
    return el(
      "tbody",
      {},
      el(
        "tr",
        { class: "side-row" },
        el("th", { scope: "row", class: sideClass(side) }, `${mark(side)} ${side < 0 ? "No side" : sides[side].label}`),
        headsRow(members, shown),
      ),
      kept.map((n) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, link(n), nodes[n].note ? el("span", { class: "note" }, nodes[n].note) : null),
          shown.map((column) => cell(n, column)),
        ),
      ),
      rest > 0
        ? el(
            "tr",
            {},
            el(
              "td",
              { colspan: shown.length + 1 },
              el(
                "button",
                {
                  type: "button",
                  class: "link",
                  onclick: () => {
                    state.unfolded.add(key);
                    Parley.views.show();
                  },
                },
                `${rest} more`,
              ),
            ),
          )
        : null,
    );
  };
  const view = () => {
    if (many && state.talks === null) return posts.overall();
    const { shown, left, bare } = columns(),
      groups = people(shown),
      changed = posts.all();
    const seated = new Set(groups.flatMap(([, members]) => members));
    const others = [...nodes.keys()].filter((n) => isPerson(n) && inScope(n) && nodeShown(n) && !seated.has(n));
    return [
      el(
        "p",
        { class: "key" },
        SEATS.filter(([key]) => key !== "attended").map(([key, sign, words]) =>
          el("span", {}, el("span", { class: `seat ${key}` }, sign), ` ${words}`),
        ),
        el("span", {}, el("span", { class: "seat" }, "·"), " not named"),
      ),
      posts.replaced(changed),
      shown.length
        ? el(
            "div",
            { class: "scroll" },
            el(
              "table",
              { class: "seats" },
              el("caption", {}, "Who sat where: the heads of each round stand in the row of their side"),
              el(
                "thead",
                {},
                el(
                  "tr",
                  {},
                  el("th", { scope: "col" }, "Person"),
                  shown.map((column) =>
                    el(
                      "th",
                      { scope: "col", class: column.held ? "" : "planned" },
                      column.name.length > 44
                        ? el("span", { title: column.name }, `${column.name.slice(0, 42)}…`)
                        : column.name,
                      el("span", { class: "note" }, column.when || "no day"),
                    ),
                  ),
                ),
              ),
              groups.map(([side, members]) => sideRows(side, members, shown)),
            ),
          )
        : el("p", { class: "silence" }, "No source tells who was at any round or meeting here."),
      left || bare
        ? el(
            "p",
            { class: "note" },
            [
              left ? `${count(left, "more event")} with people` : "",
              bare ? `${count(bare, "event")} of which nobody is named` : "",
            ]
              .filter(Boolean)
              .join(", ") + " not drawn.",
          )
        : null,
      posts.handed(changed),
      others.length
        ? el(
            "details",
            {},
            el("summary", {}, `In no round or meeting: ${others.length}`),
            el(
              "p",
              {},
              others.map((n, i) => [i ? ", " : "", link(n)]),
            ),
          )
        : null,
    ];
  };
  return { view };
})();
