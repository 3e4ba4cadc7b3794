"use strict";
/* The views in words: proposals by issue, and the table of all facts. */
Parley.views = (() => {
  const { nodes, facts, statements, sources, talks, talksOf, factsOf, actsOf, sidesOf } = Parley.model;
  const { mark, sideClass, sourceName } = Parley.model;
  const { onTable, unanswered } = Parley.status;
  const { state, many, inScope, nodeShown, factShown, onTop, now } = Parley.shown;
  const { el, byId, capital, count, some, byName } = Parley.dom;
  const { sentenceOf, link, itemChip, standingChip, endedChip, whoSays, quoteOf, badge, times } = Parley.words;
  const ROWS = 400,
    FEW = 12,
    OPEN = 200;

  const itemCard = (n) =>
    el(
      "li",
      { class: "card" },
      el("p", { class: "kicker" }, nodes[n].issues.map(capital).join(", ") || "No issue named"),
      el(
        "p",
        { class: "chips" },
        itemChip(n),
        badge(n),
        Parley.cards
          .underTitle(n)
          .filter(Boolean)
          .map((words) => el("span", { class: "amount" }, words)),
      ),
      el("h3", {}, link(n, true), " ", times(n)),
      el(
        "ul",
        { class: "plain" },
        factsOf[n]
          .filter((fact) => fact.kind === "act" && factShown(fact))
          .map((fact) =>
            el(
              "li",
              {},
              el("p", { class: "sentence" }, sentenceOf(fact, n), " ", standingChip(fact.standing)),
              fact.statements
                .slice(0, 1)
                .map((s) => [el("p", { class: "who" }, whoSays(statements[s], false)), quoteOf(s)]),
            ),
          ),
      ),
    );
  /* A row for an item: how it stands, whose it is, how much, how many sources tell of it, when it last moved. */
  const row = (n) => {
    const told = new Set(factsOf[n].filter(factShown).flatMap((fact) => fact.sources)).size,
      last = actsOf[n].filter((act) => act.first).at(-1);
    return el(
      "li",
      { class: "row" },
      itemChip(n),
      el("span", { class: "what" }, link(n, true), badge(n), times(n), waits(n), where(n)),
      el("span", { class: "amount" }, Parley.cards.underTitle(n)[0]),
      el(
        "span",
        { class: "whose" },
        sidesOf[n].map((side) =>
          el(
            "span",
            { class: sideClass(side), title: side < 0 ? "No side" : Parley.model.sides[side].label },
            mark(side),
          ),
        ),
      ),
      el("span", { class: "note" }, count(told, "source")),
      el("span", { class: "note" }, last ? last.when : "no day"),
    );
  };
  /* Over all negotiations, which one an item is of. */
  const where = (n) =>
    many && state.talks === null
      ? el("span", { class: "note" }, ` ${talksOf[n].map((number) => talks[number].title).join(", ")}`)
      : null;
  /* So many rows; the others are counted, and made when somebody asks for them. */
  const rows = (found) => {
    const rest = found.slice(OPEN);
    const more = (event) => {
      const next = rows(rest);
      event.target.parentElement.replaceWith(...next);
      next[0].querySelector("a").focus();
    };
    const button = el("button", { type: "button", class: "more", onclick: more }, `${rest.length} more`);
    return [...found.slice(0, OPEN).map(row), ...(rest.length ? [el("li", {}, button)] : [])];
  };
  const waits = (n) => (unanswered(n) ? el("span", { class: "note" }, " unanswered") : null);
  const byIssue = (shown) => {
    const issue = (n) => nodes[n].issues[0] || "";
    const by = new Map();
    shown.forEach((n) => {
      if (!by.has(issue(n))) by.set(issue(n), []);
      by.get(issue(n)).push(n);
    });
    const groups = [...by];
    groups.sort((a, b) => (a[0] === "") - (b[0] === "") || b[1].length - a[1].length || byName(a[0], b[0]));
    return groups.map(([name, found]) => {
      const list = el("ul", { class: "plain rows" }),
        opened = shown.length <= OPEN;
      const fill = () => list.firstChild || list.append(...rows(found));
      if (opened) fill();
      return el(
        "details",
        { class: "issue", open: opened, ontoggle: fill },
        el(
          "summary",
          {},
          capital(name) || "No issue named",
          " ",
          el(
            "span",
            { class: "note" },
            onTable(found)
              .map(([words, these]) => some(these.length, words))
              .join(", "),
          ),
        ),
        list,
      );
    });
  };
  const items = () => {
    const shown = now().items.filter(onTop);
    if (!shown.length) return el("p", { class: "silence" }, "No items on the table in what is shown.");
    if (factsOf.filter((_, n) => nodes[n].kind === "item" && inScope(n)).length > FEW) return byIssue(shown);
    const issue = (n) => nodes[n].issues[0] || "\uffff";
    shown.sort((a, b) => byName(issue(a), issue(b)) || a - b);
    return onTable(shown).map(([words, found]) => [
      el("h2", {}, `${capital(words)}: ${found.length}`),
      el("ul", { class: "plain cards" }, found.map(itemCard)),
    ]);
  };

  const table = (limit = ROWS) => {
    const shown = facts.filter((fact) => factShown(fact) && fact.nodes.every(nodeShown));
    const cells = (fact) =>
      el(
        "tr",
        {},
        el("td", {}, sentenceOf(fact, null)),
        el("td", {}, standingChip(fact.standing) || el("span", { class: "note" }, "structure"), endedChip(fact)),
        el(
          "td",
          {},
          [...fact.statements.slice(0, 1), ...fact.disputes.slice(0, 1)].map((s) =>
            el("p", { class: "who" }, whoSays(statements[s], fact.disputes.includes(s))),
          ),
        ),
        el("td", {}, fact.statements.map(quoteOf), fact.disputes.map(quoteOf)),
        sources.length > 1
          ? el(
              "td",
              {},
              fact.sources.map((source) => el("p", {}, sourceName(source))),
            )
          : null,
      );
    return el(
      "div",
      { class: "scroll" },
      el(
        "table",
        { id: "facts" },
        el("caption", {}, `${shown.length} facts, in the order of the sources`),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            ["Fact", "How it stands", "Who says so", "Exact words", ...(sources.length > 1 ? ["Source"] : [])].map(
              (title) => el("th", { scope: "col" }, title),
            ),
          ),
        ),
        el("tbody", {}, shown.slice(0, limit).map(cells)),
      ),
      shown.length > limit
        ? el(
            "button",
            { type: "button", onclick: () => byId("page").replaceChildren(table(limit + 10 * ROWS)) },
            `Show more of ${shown.length}`,
          )
        : null,
    );
  };

  const show = () => {
    const made = {
      overview: () => Parley.overview.view(),
      items,
      claims: () => Parley.claims.view(),
      positions: () => Parley.positions.view(),
      people: () => Parley.people.view(),
      timeline: () => Parley.timeline.view(),
      table,
      sparql: () => Parley.sparql.view(),
    }[state.view];
    byId("page").replaceChildren(...(made ? el("div", {}, made()).childNodes : []));
    hint();
  };
  const hint = () => {
    byId("page")
      .querySelectorAll(".sideways")
      .forEach((old) => old.remove());
    byId("page").querySelectorAll(".scroll").forEach(sideways);
  };
  /* A panel that opens, or another window, leaves another width. */
  new ResizeObserver(hint).observe(byId("page"));
  /* What does not fit in the window says so, and can be moved by keys too. */
  const sideways = (box) => {
    if (box.scrollWidth <= box.clientWidth + 1 || box.querySelector("svg.strip")) return;
    Object.assign(box, { tabIndex: 0, role: "region", ariaLabel: "Table, wider than the window" });
    box.before(el("p", { class: "note sideways" }, "More to the right → move the table sideways"));
  };
  return { show };
})();
