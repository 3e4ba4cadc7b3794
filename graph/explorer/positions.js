"use strict";
/* Issue by party: what each party did, in sentences where there are few, else as a matrix of signs. */
Parley.positions = (() => {
  const { nodes, facts, statements, sides, actsOf, sideOf, sideAt, mark, sideClass, label, heading } = Parley.model;
  const { actLook, actWords } = Parley.status;
  const { state, subject, nodeShown, factShown, now } = Parley.shown;
  const { el, byId, capital, count, byName } = Parley.dom;
  const { sentenceOf, standingChip, whoSays } = Parley.words;
  const FEW = 24,
    GLYPHS = 8,
    ISSUES = 30,
    PARTIES = 10;
  let opened = "",
    silent = false;

  /* Issue by party: what each party did, and an honest blank where the sources give no position. */
  const agents = (fact) => {
    const words = fact.standing === "denied" ? fact.words.slice(1) : fact.words;
    return words.slice(
      0,
      words.findIndex((word) => typeof word === "string" && word !== "," && word !== "and"),
    );
  };
  const sentences = (parties, shown, issues) => {
    const acts = (party, issue) =>
      facts.filter(
        (fact) =>
          fact.kind === "act" &&
          factShown(fact) &&
          agents(fact).includes(party) &&
          fact.nodes.some((n) => nodes[n].kind === "item" && nodes[n].issues.includes(issue) && nodeShown(n)),
      );
    const cell = (party, issue) => {
      const found = acts(party, issue);
      return el(
        "td",
        {},
        found.length
          ? el(
              "ul",
              { class: "plain" },
              found.map((fact) =>
                el(
                  "li",
                  { class: "fact" },
                  el("p", { class: "sentence" }, sentenceOf(fact, party), " ", standingChip(fact.standing)),
                  fact.statements.slice(0, 1).map((s) => el("p", { class: "who" }, whoSays(statements[s], false))),
                ),
              ),
            )
          : el("p", { class: "silence" }, "no position in the sources"),
      );
    };
    return el(
      "div",
      { class: "scroll" },
      el(
        "table",
        { class: "positions" },
        el("caption", {}, "What each party is said to have done, by issue"),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            el("th", { scope: "col" }, "Issue"),
            parties.map((party) => el("th", { scope: "col" }, `${mark(sideOf(party))} ${label(party)}`)),
          ),
        ),
        el(
          "tbody",
          {},
          issues.map((issue) =>
            el(
              "tr",
              {},
              el("th", { scope: "row" }, capital(issue)),
              parties.map((party) => cell(party, issue)),
            ),
          ),
        ),
      ),
    );
  };

  /* The last act of a party on each item of an issue, as a sign; silence is hatched, and said. */
  const matrix = (parties, shown, issues) => {
    const acts = shown.flatMap((n) => actsOf[n]).filter((act) => act.facts.some((fact) => factShown(facts[fact])));
    const cells = new Map();
    acts.forEach((act) =>
      act.by.forEach((party) =>
        (nodes[act.item].issues.length ? nodes[act.item].issues : [""]).forEach((issue) => {
          const key = `${issue}\u0000${party}`;
          if (!cells.has(key)) cells.set(key, new Map());
          cells.get(key).set(act.item, act);
        }),
      ),
    );
    const of = (issue, party) => cells.get(`${issue}\u0000${party}`) || new Map();
    const size = (party) => issues.reduce((sum, issue) => sum + of(issue, party).size, 0);
    const withActs = parties.filter(size);
    const speaking =
      withActs.length > PARTIES ? withActs.sort((a, b) => size(b) - size(a)).slice(0, PARTIES) : withActs;
    const weight = (issue) => speaking.reduce((sum, party) => sum + of(issue, party).size, 0);
    issues.sort((a, b) => weight(b) - weight(a) || byName(a, b));
    const voices = (issue) => speaking.filter((party) => of(issue, party).size).length;
    const told = issues.filter((issue) => voices(issue) > 1),
      alone = issues.filter((issue) => voices(issue) === 1);
    const none = issues.filter((issue) => !voices(issue));
    const rows = [...told, ...(silent || told.length < 4 ? alone : [])].slice(0, ISSUES);
    const most = Math.max(1, ...[...cells.values()].map((found) => found.size));
    const sign = (act) => {
      const [glyph, tone] = actLook(act);
      return el("span", { class: `sign ${tone}`, title: `${heading(act.item)}: ${actWords(act)}` }, glyph);
    };
    const cell = (issue, party) => {
      const found = [...of(issue, party).values()],
        key = `${issue}\u0000${party}`;
      if (!found.length)
        return el("td", { class: "hatched" }, el("span", { class: "unseen" }, "no position in the sources"));
      const term = found
        .map((act) => nodes[act.item].amount)
        .filter(Boolean)
        .at(-1);
      const words = `${label(party)} on ${issue || "no issue"}: ${count(found.length, "item")}`;
      return el(
        "td",
        { class: `heat-${Math.ceil((found.length / most) * 4)}` },
        el(
          "button",
          {
            type: "button",
            class: "cell",
            "aria-expanded": String(opened === key),
            onclick: () => {
              opened = opened === key ? "" : key;
              Parley.views.show();
              const again = byId("page").querySelector('[aria-expanded="true"]');
              if (again) again.focus();
            },
          },
          el("span", { class: "unseen" }, words),
          found.slice(0, GLYPHS).map(sign),
          found.length > GLYPHS ? `+${found.length - GLYPHS}` : null,
          term ? el("span", { class: "term" }, term) : null,
        ),
      );
    };
    const details = (issue) => {
      const party = speaking.find((one) => opened === `${issue}\u0000${one}`);
      if (party === undefined) return null;
      const found = [...of(issue, party).values()];
      return el(
        "tr",
        { class: "opened" },
        el(
          "td",
          { colspan: speaking.length + 1 },
          el(
            "ul",
            { class: "plain" },
            found.map((act) =>
              el(
                "li",
                { class: "fact" },
                act.facts
                  .map((number) => facts[number])
                  .filter(factShown)
                  .map((fact) => [
                    el("p", { class: "sentence" }, sentenceOf(fact, party), " ", standingChip(fact.standing)),
                    fact.statements.slice(0, 2).map((s) => el("p", { class: "who" }, whoSays(statements[s], false))),
                  ]),
              ),
            ),
          ),
        ),
      );
    };
    const folded = issues.length - rows.length - none.length,
      quietParties = parties.filter((party) => !size(party)),
      more = withActs.slice(PARTIES);
    return [
      el(
        "p",
        { class: "key" },
        Parley.status.TONES.map(([tone, glyph, words]) =>
          el("span", {}, el("span", { class: `sign ${tone}` }, glyph), ` ${words}`),
        ),
        el("span", {}, el("span", { class: "hatched swatch" }), " silent in the sources"),
      ),
      el(
        "div",
        { class: "scroll" },
        el(
          "table",
          { class: "positions matrix" },
          el("caption", {}, "The last act of each party on each item, by issue; a cell opens its words"),
          el(
            "thead",
            {},
            el(
              "tr",
              {},
              el("th", { scope: "col" }, "Issue"),
              speaking.map((party) =>
                el("th", { scope: "col", class: sideClass(sideAt(party)) }, Parley.compare.ticked(party)),
              ),
            ),
          ),
          el(
            "tbody",
            {},
            rows.map((issue) => [
              el(
                "tr",
                {},
                el("th", { scope: "row" }, capital(issue) || "No issue named"),
                speaking.map((party) => cell(issue, party)),
              ),
              details(issue),
            ]),
          ),
        ),
      ),
      state.compared.length === 2
        ? Parley.compare.view(shown)
        : el("p", { class: "note" }, "Tick two parties to compare them item by item."),
      folded > 0 || silent
        ? el(
            "p",
            {},
            el(
              "button",
              {
                type: "button",
                onclick: () => {
                  silent = !silent;
                  Parley.views.show();
                },
              },
              silent
                ? "Fold issues on which one party alone speaks"
                : `${count(folded, "issue")} on which one party alone speaks: ${alone
                    .slice(0, 6)
                    .map((issue) => issue || "no issue named")
                    .join(", ")}`,
            ),
          )
        : null,
      none.length ? el("p", { class: "note" }, `On ${none.join(", ")} no party of these has acted.`) : null,
      more.length
        ? el(
            "p",
            { class: "note" },
            `Not drawn: ${count(more.length, "party", "parties")} with fewer positions; a filter by side shows each.`,
          )
        : null,
      quietParties.length
        ? el("p", { class: "note" }, `Without a position on any item: ${quietParties.map(label).join(", ")}.`)
        : null,
    ];
  };
  const view = () => {
    const about = subject(),
      shown = now().items;
    const parties = about ? about.parties : sides.filter((side) => side.party).map((side) => side.node);
    const acting = parties.length ? parties : [...new Set(shown.flatMap((n) => actsOf[n]).flatMap((act) => act.by))];
    const few = shown.length <= FEW && acting.length < 4 && !(about && about.sources.length > 3);
    const issues = [...new Set(shown.flatMap((n) => (nodes[n].issues.length || few ? nodes[n].issues : [""])))].sort();
    if (!acting.length || !issues.length)
      return el("p", { class: "silence" }, "No positions by issue in what is shown.");
    return (few ? sentences : matrix)(acting, shown, issues);
  };
  return { view };
})();
