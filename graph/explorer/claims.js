"use strict";
/* Where sources differ: a column for each version, in it the words, who says them, and who only repeats them. */
Parley.claims = (() => {
  const { statements, sources, differs, sideOf, mark, sideClass, label, heading, publisherOf } =
    Parley.model;
  const { state, talksNow, narrowed, factShown, statementFits } = Parley.shown;
  const { el, count, capital } = Parley.dom;
  const ASKED = {
    amount: "How much is it?",
    who: "Who is it by?",
    status: "How does it stand?",
    place: "Where was it?",
    date: "When was it?",
    duration: "How long did it take?",
  };
  let change = () => {},
    choose = () => {},
    openArticle = () => {};

  const here = () => (talksNow() ? talksNow().differs : differs);
  /* With filters in force, what is told in what they leave. */
  const left = () =>
    here().filter(
      (one) => !narrowed() || one.versions.some(({ statements: told }) => told.some((s) => isShown(statements[s]))),
    );
  const isShown = (statement) => statementFits(statement) && statement.facts.some(factShown);
  const title = (one) => (one.about === null ? "Told in two ways" : heading(one.about));
  const short = (version) => {
    const { quote } = statements[version.statements[0]];
    return version.value || (quote ? `“${quote.slice(0, 60)}…”` : "in other words");
  };
  const letter = (i) => String.fromCharCode(65 + (i % 26));
  /* Who says it: the last who is said to, or the publisher in its own voice. Three papers that quote one are one. */
  const voice = (s) => statements[s].chain.at(-1) ?? null;
  const publisher = (s) => publisherOf(statements[s].source) || sources[statements[s].source]?.title || "";
  const own = (version) => version.statements.filter((s) => !statements[s].origin);
  const voices = (version) => [...new Set(version.statements.map(voice))];
  const named = (who) =>
    who === null
      ? "not named"
      : [el("span", { class: sideClass(sideOf(who)), "aria-hidden": "true" }, mark(sideOf(who))), " ", label(who)];

  /* Who tells a version that has no value of its own to go by. */
  const tellers = (version) => [...new Set(own(version).map(publisher))].join(", ");

  const quote = (s) => {
    const one = statements[s],
      who = voice(s),
      said = who === sources[one.source].publisher ? "in its own voice" : named(who);
    return el(
      "div",
      { class: "claim" },
      el(
        "p",
        { class: "who" },
        el("b", {}, publisher(s)),
        sources[one.source].published ? ` · ${sources[one.source].published}` : "",
      ),
      one.quote
        ? el(
            "button",
            { type: "button", class: "quote", title: "Show in the article", onclick: () => openArticle(one.source, s) },
            one.quote,
          )
        : null,
      el("p", { class: "who" }, said),
    );
  };
  const column = (version, i) => {
    const first = own(version),
      repeated = version.statements.filter((s) => !first.includes(s));
    const papers = new Set(first.map(publisher)).size,
      who = voices(version);
    return el(
      "section",
      { class: "version", "aria-label": `Version ${letter(i)}` },
      el("h3", {}, el("span", { class: "letter" }, letter(i)), " ", capital(version.value) || tellers(version)),
      el(
        "p",
        { class: "voices" },
        el("span", { "aria-hidden": "true" }, "●".repeat(Math.min(8, who.length))),
        ` ${count(who.length, "voice")}: `,
        who.map((one, k) => [k ? ", " : "", named(one)]),
      ),
      el(
        "p",
        { class: "note" },
        `${count(version.statements.length, "claim")} in ${count(papers, "independent publisher")}`,
      ),
      first.map(quote),
      repeated.length
        ? el("details", {}, el("summary", {}, `${repeated.length} more of the same origin`), repeated.map(quote))
        : null,
    );
  };
  /* By side: who of it tells which version. */
  const bySide = (one) => {
    const said = one.versions.map((version) => voices(version));
    const of = (who) => (who === null ? -1 : sideOf(who)),
      rows = [...new Set(said.flat().map(of))].sort((a, b) => (a < 0) - (b < 0) || a - b);
    const cell = (side, i) => said[i].filter((who) => of(who) === side);
    return el(
      "div",
      { class: "scroll" },
      el(
        "table",
        {},
        el("caption", {}, "Who says what, by side"),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            el("th", { scope: "col" }, "Told by"),
            one.versions.map((version, i) => el("th", { scope: "col" }, `${letter(i)} ${short(version)}`)),
          ),
        ),
        el(
          "tbody",
          {},
          rows.map((side) =>
            el(
              "tr",
              {},
              el(
                "th",
                { scope: "row" },
                el("span", { class: sideClass(side), "aria-hidden": "true" }, mark(side)),
                ` ${side < 0 ? "Publishers and others" : Parley.model.sides[side].label}`,
              ),
              one.versions.map((_, i) =>
                el(
                  "td",
                  {},
                  cell(side, i)
                    .map((who) => (who === null ? "not named" : label(who)))
                    .join(", ") || "·",
                ),
              ),
            ),
          ),
        ),
      ),
    );
  };
  const matter = ({ about }) => (about === null ? "of which no act or event was read" : "about the same act or event");
  const entry = (chosen) => (one) =>
    el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: "difference",
          "aria-pressed": String(one === chosen),
          "data-claim": one.number,
          onclick: () => {
            state.claim = one.number;
            change();
          },
        },
        el("b", {}, title(one)),
        ASKED[one.what] ? el("span", { class: "note" }, ASKED[one.what]) : null,
        el(
          "span",
          { class: "against" },
          one.versions.map((version, i) => [i ? " ≠ " : "", short(version)]),
        ),
      ),
    );
  const view = () => {
    const all = here();
    if (!all.length)
      return el("p", { class: "silence" }, "No two sources contradict each other here, as far as was read.");
    const some = left(),
      chosen = all.find((one) => one.number === state.claim) || some[0];
    const outside = all.length - some.length;
    const rest = outside
      ? el("p", { class: "note" }, `${count(outside, "other matter")} outside of what the filters leave.`)
      : null;
    if (!chosen) return [el("p", { class: "silence" }, "No two sources contradict each other in what is shown."), rest];
    const papers = new Set(chosen.versions.flatMap(own).map(publisher)).size;
    return el(
      "div",
      { class: "claims" },
      el(
        "nav",
        { "aria-label": "Differences" },
        el("h2", {}, `Sources differ on ${count(some.length, "matter")}`),
        el("ul", { class: "plain" }, some.map(entry(chosen))),
        rest,
      ),
      el(
        "div",
        {},
        el("p", { class: "kicker" }, ASKED[chosen.what] || "Told in two ways"),
        el(
          "h2",
          { class: "question" },
          chosen.about === null
            ? "Words that cannot all be right"
            : el("button", { type: "button", class: "link", onclick: () => choose(chosen.about) }, title(chosen)),
        ),
        el(
          "p",
          { class: "note" },
          `${count(
            chosen.versions.reduce((sum, version) => sum + version.statements.length, 0),
            "claim",
          )} by ${count(papers, "independent publisher")}, ${matter(chosen)}. Later figures are changes.`,
        ),
        el("div", { class: "versions" }, chosen.versions.map(column)),
        bySide(chosen),
      ),
    );
  };
  const open = (one) => {
    state.claim = one.number;
    change();
  };
  const connect = (onChange, onChoose, onArticle) => {
    change = onChange;
    choose = onChoose;
    openArticle = onArticle;
  };
  return { connect, view, here, open };
})();
