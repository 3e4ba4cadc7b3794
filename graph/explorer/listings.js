"use strict";
/* What datasets list of somebody, each in a column of its own: whose word each day and each identifier is. */
Parley.listings = (() => {
  const { sources, statements } = Parley.model;
  const { el } = Parley.dom;
  const { outward } = Parley.words;

  /* A year, or a month, and a day in it are not different; identifiers are many. */
  const fits = (a, b) => a.endsWith(b) || b.endsWith(a);
  const valueOf = (fact) => fact.words.at(-1);
  const differ = (aspect, some) =>
    aspect !== "known as" && some.some((one) => some.some((two) => !fits(valueOf(one), valueOf(two))));

  const value = (fact, source, openArticle) => {
    const words = valueOf(fact),
      show = () =>
        openArticle(
          source,
          fact.statements.find((s) => statements[s].source === source),
        );
    return el(
      "p",
      {},
      /^https?:\/\//.test(words) ? outward(words) : words,
      " ",
      el("button", { type: "button", class: "link", onclick: show, "aria-label": `${words}: its words` }, "words"),
    );
  };
  const row = (aspect, some, papers, openArticle) => {
    const apart = differ(aspect, some),
      sign = apart ? el("span", { class: "differs", title: "They differ" }, " ≠") : null;
    const of = (source) => some.filter((fact) => fact.sources.includes(source));
    return el(
      "tr",
      { class: apart ? "differ" : null },
      el("th", { scope: "row" }, aspect, sign),
      papers.map((source) =>
        el(
          "td",
          {},
          of(source).map((fact) => value(fact, source, openArticle)),
        ),
      ),
    );
  };
  const view = (told, openArticle) => {
    const found = told.filter((fact) => fact.kind === "listed");
    if (!found.length) return null;
    const papers = [...new Set(found.flatMap((fact) => fact.sources))];
    const aspects = [...new Set(found.map((fact) => fact.aspect))];
    const ofAspect = (aspect) => found.filter((fact) => fact.aspect === aspect);
    return [
      el("h3", {}, "What datasets list"),
      el(
        "div",
        { class: "scroll", tabindex: 0, role: "region", "aria-label": "What datasets list" },
        el(
          "table",
          { class: "listings" },
          el(
            "thead",
            {},
            el(
              "tr",
              {},
              el("td", {}),
              papers.map((s) => el("th", { scope: "col" }, sources[s].title)),
            ),
          ),
          el(
            "tbody",
            {},
            aspects.map((aspect) => row(aspect, ofAspect(aspect), papers, openArticle)),
          ),
        ),
      ),
    ];
  };
  return { view };
})();
