"use strict";
/* The panel while nothing is selected: the sources, and where all of it stands at a glance. */
Parley.glance = (() => {
  const { nodes, facts, statements, sources, sides, factsOf } = Parley.model;
  const { statusWords, onTable } = Parley.status;
  const { factShown, nodeShown, talksNow, sourcesNow } = Parley.shown;
  const { el, count } = Parley.dom;
  const { link, overTitle } = Parley.words;
  const SOURCES = 5;

  /* Who alone tells all that was done with an item. */
  const onlyTeller = (item) => {
    const told = new Set(factsOf[item].filter((fact) => fact.kind === "act").flatMap((fact) => fact.speakers));
    const each = factsOf[item].every((fact) => fact.kind !== "act" || fact.speakers.length === 1);
    return each && told.size === 1 ? [...told][0] : null;
  };
  const glance = () => {
    const items = nodes.map((node, n) => n).filter((n) => nodes[n].kind === "item" && nodeShown(n));
    const groups = onTable(items),
      tally = new Map();
    groups
      .filter(([words]) => words === "on the table")
      .forEach(([, found]) => found.forEach((n) => tally.set(statusWords(n), (tally.get(statusWords(n)) || 0) + 1)));
    const acts = facts.filter((fact) => fact.kind === "act" && factShown(fact));
    const tellers = [...new Set(acts.flatMap((fact) => fact.speakers))];
    const standings = new Map();
    facts
      .filter((fact) => fact.standing !== "structure" && factShown(fact))
      .forEach((fact) => standings.set(fact.standing, (standings.get(fact.standing) || 0) + 1));
    const parties = sides.filter((side) => (talksNow() ? talksNow().parties.includes(side.node) : side.party));
    const heard = new Set(statements.filter((s) => s.chain.length).map((s) => nodes[s.chain.at(-1)].side));
    const silent = parties.filter((side) => side.node !== null && !heard.has(side.node));
    const alone = Parley.dom.tally(items.map(onlyTeller));
    return el(
      "ul",
      { class: "plain glance" },
      groups.map(([words, found]) =>
        el(
          "li",
          {},
          el("b", {}, count(found.length, "item", "items")),
          ` ${words}`,
          words === "on the table" ? `: ${[...tally].map(([status, number]) => `${number} ${status}`).join("; ")}` : "",
        ),
      ),
      tellers
        .filter((who) => !sources.some((source) => source.publisher === who))
        .map((who) => [who, alone.get(who) || 0])
        .filter(([, number]) => number > 1)
        .map(([who, number]) =>
          el("li", {}, el("b", {}, `${number} of ${items.length} items`), " known only from what ", link(who), " says"),
        ),
      standings.size
        ? el("li", {}, "Facts: ", [...standings].map(([words, number]) => `${number} ${words}`).join(", "))
        : null,
      silent.map((side) =>
        el(
          "li",
          {},
          "Nobody of the side of ",
          link(side.node),
          " is quoted or cited here: all about it is told by others.",
        ),
      ),
    );
  };
  const sourceBlock = (number, openArticle) =>
    ((source) =>
      el(
        "div",
        { class: "source" },
        overTitle(number),
        el(
          "h2",
          {},
          source.text
            ? el(
                "a",
                {
                  class: "link",
                  href: `${location.href.split("#")[0]}#article=${encodeURIComponent(source.id)}&tab=article`,
                  onclick: (event) => {
                    event.preventDefault();
                    openArticle(number, null);
                  },
                },
                source.title,
              )
            : source.title,
        ),
        /^https?:\/\//.test(source.url)
          ? el(
              "p",
              { class: "role" },
              el("a", { class: "link", href: source.url, target: "_blank", rel: "noopener noreferrer" }, source.url),
            )
          : null,
      ))(sources[number]);
  const shortList = () => (sourcesNow().length > SOURCES ? 0 : SOURCES);
  const view = (openArticle) => [
    el("p", { class: "hint" }, "Choose anything to see what is said about it, by whom, and in which words."),
    sourcesNow()
      .slice(0, shortList())
      .map((number) => sourceBlock(number, openArticle)),
    sourcesNow().length > shortList()
      ? el(
          "details",
          { open: true },
          el(
            "summary",
            {},
            `${shortList() ? "" : "All "}${sourcesNow().length - shortList()} ${shortList() ? "more " : ""}sources`,
          ),
          sourcesNow()
            .slice(shortList())
            .map((number) => sourceBlock(number, openArticle)),
        )
      : null,
    facts.length ? [el("h3", {}, "At a glance"), glance()] : null,
  ];
  return { onlyTeller, view };
})();
