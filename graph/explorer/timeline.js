"use strict";
/* Rounds and other events in the order that the sources give them: where,
   how long, between whom, with which papers, and who says so. */
Parley.timeline = (() => {
  const { data, nodes, statements, factsOf, heading } = Parley.model;
  const { subject, roundsOf, factShown, nodeShown } = Parley.shown;
  const { el } = Parley.dom;
  const { sentenceOf, link, standingChip, whoSays } = Parley.words;
  const FEW = 4,
    LINES = 12;
  const PARTS = [
    ["parties", "Between"],
    ["place", "Place"],
    ["date", "Dated"],
    ["duration", "Lasted"],
    ["format", "Form"],
    ["ordinal", "Series"],
  ];

  const source = (fact) =>
    el("span", { class: "who" }, [
      ...fact.statements.slice(0, 1).map((s) => whoSays(statements[s], false)),
      ...fact.disputes.slice(0, 1).map((s) => [" · ", whoSays(statements[s], true)]),
    ]);
  const chip = (standing) => (standing === "asserted" ? null : standingChip(standing));
  const line = (fact, words) =>
    el("dd", {}, words, " ", chip(fact.standing), fact.statements.length ? [" ", source(fact)] : null);
  /* The first lines of a row; the others are counted, and made when somebody asks for them. */
  const row = (title, found, words) => {
    if (!found.length) return [];
    const made = (some) => some.map((fact) => line(fact, words(fact))),
      rest = found.slice(LINES);
    const more = (event) => {
      const lines = made(rest);
      event.target.closest("dd").replaceWith(...lines);
      const first = lines[0].querySelector("a");
      if (first) first.focus();
    };
    const button = el("button", { type: "button", class: "more", onclick: more }, `${rest.length} more`);
    return [el("dt", {}, title), made(found.slice(0, LINES)), rest.length ? el("dd", {}, button) : null];
  };
  /* The sentence without the event and its verb: the row's title says the same. */
  const rest = (n) => (fact) => sentenceOf({ ...fact, words: fact.words.slice(fact.words.indexOf(n) + 2) }, n);

  /* Nor does the sentence say again at which event it is. */
  const without = (words, n) => {
    const at = words.lastIndexOf(n);
    if (at < 1) return words;
    const before = String(words[at - 1]).replace(/(^| )at$/, "");
    return [
      ...words.slice(0, at - 1),
      typeof words[at - 1] === "number" ? words[at - 1] : before,
      ...words.slice(at + 1),
    ].filter((word) => word !== "");
  };
  const rows = (n) => {
    const shown = factsOf[n].filter(factShown),
      of = (kind) => shown.filter((fact) => fact.kind === kind);
    const about = of("event").filter(
      (fact) => fact.words.includes(n) && fact.words.find((word) => typeof word === "number") === n,
    );
    const parties = new Set(about.filter((fact) => fact.aspect === "parties").flatMap((fact) => fact.nodes));
    const there = of("attendance").filter((fact) => !parties.has(fact.nodes[0]) || fact.standing === "denied");
    const whole = (fact) => sentenceOf({ ...fact, words: without(fact.words, n) }, n);
    return [
      PARTS.map(([aspect, title]) =>
        row(
          title,
          about.filter((fact) => fact.aspect === aspect),
          aspect === "ordinal" ? whole : rest(n),
        ),
      ),
      row("There", there, whole),
      row("Delegations", of("delegation"), whole),
      row("Documents", of("document"), whole),
      row("Acts at it", of("act"), whole),
    ];
  };
  const whyHere = (n, apart) => {
    const node = nodes[n];
    if (node.date) return "";
    return apart
      ? "neither a date nor a number that places it"
      : node.number !== null
        ? `placed by its number, ${node.number}`
        : "placed by what it follows";
  };
  /* The number of a round whose name does not tell that it is one. */
  const roundOf = (n) => {
    const round = roundsOf(subject()).find((one) => one.events.includes(n));
    return round && !/\bround\b/i.test(heading(n)) ? `Round ${round.name}: ` : null;
  };
  const entry = (apart) => (n) => {
    const found = rows(n).flat(3).filter(Boolean);
    return el(
      "li",
      { class: `moment ${nodes[n].standing}` },
      el(
        "p",
        { class: "when" },
        nodes[n].date ? el("b", {}, nodes[n].date) : "no date in the sources",
        whyHere(n, apart) ? el("span", { class: "note" }, whyHere(n, apart)) : null,
      ),
      el(
        "div",
        { class: "card" },
        el("h3", {}, roundOf(n), link(n, true), " ", chip(nodes[n].standing)),
        found.length ? el("dl", {}, found) : el("p", { class: "silence" }, "The sources only mention it."),
      ),
    );
  };
  /* Up and down step from event to event; the links in between are reached with the tabulator as everywhere. */
  const keys = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key],
      titles = [...document.querySelectorAll(".moment h3 a")];
    if (!step || !titles.length) return;
    event.preventDefault();
    const now = titles.findIndex((title) => title.closest(".moment").contains(document.activeElement));
    titles[Math.min(titles.length - 1, Math.max(0, now + step))].focus();
  };
  const list = (events, apart) => el("ol", { class: "plain moments", onkeydown: keys }, events.map(entry(apart)));
  const view = () => {
    const [placed, apart] = data.timeline.map((part) => part.filter(nodeShown));
    const drawn = Parley.strip.view();
    if (!placed.length && !apart.length) {
      return [drawn, el("p", { class: "silence" }, "No round or event in what is shown.")];
    }
    const title = "Not placed in time by the sources";
    const apartList = () =>
      apart.length > FEW
        ? el("details", {}, el("summary", {}, `${title}: ${apart.length}`), list(apart, true))
        : [el("h2", {}, title), list(apart, true)];
    return [
      drawn,
      placed.length
        ? [el("h2", {}, "In order of date, or of number where no date is given"), list(placed, false)]
        : null,
      apart.length ? apartList() : null,
    ];
  };
  return { view };
})();
