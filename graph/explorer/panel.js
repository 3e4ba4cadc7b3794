"use strict";
/* The right-hand panel: what is said of the selected node, by whom, in which words; of none, an overview. */
Parley.panel = (() => {
  const { nodes, facts, statements, sources, sides, KINDS, factsOf, said, sideOf, heading, sourceName, mark } =
    Parley.model;
  const { statusWords, statusLook, since } = Parley.status;
  const { state, narrowed, factFits, factShown, stackShown, talksNow, toldBy } = Parley.shown;
  const { el, byId, count, copy, byName } = Parley.dom;
  const { link, itemChip, standingChip, badge, sentenceOf, quoteOf, partOf, utterances, factBlock } = Parley.words;
  const LINES = 20;
  let choose = () => {};
  let openArticle = () => {};

  const claims = (n) => {
    const told = said[n].filter((fact) => factShown(fact) && !fact.nodes.includes(n) && fact.standing !== "structure");
    const only = new Map();
    nodes.forEach((node, item) => {
      if (node.kind !== "item") return;
      if (Parley.glance.onlyTeller(item) === n) only.set(item, true);
    });
    const mine = statements.filter((s) => s.chain.at(-1) === n && s.quote && !s.label);
    const loose = utterances(mine.map((s) => s.number)).filter(([number]) => !statements[number].facts.length);
    return [
      only.size
        ? [
            el("h3", {}, `The only source here for ${only.size} ${only.size === 1 ? "item" : "items"}`),
            el(
              "ul",
              { class: "plain" },
              [...only.keys()].map((item) => el("li", {}, itemChip(item), " ", link(item))),
            ),
          ]
        : null,
      told.length
        ? el(
            "details",
            { open: told.length <= 6 },
            el("summary", {}, `Says about others (${told.length})`),
            el(
              "ul",
              { class: "plain" },
              told.map((fact) =>
                el(
                  "li",
                  { class: "fact" },
                  el("p", { class: "sentence" }, sentenceOf(fact, n), " ", standingChip(fact.standing)),
                  fact.statements
                    .filter((s) => statements[s].chain.at(-1) === n)
                    .slice(0, 1)
                    .map(quoteOf),
                ),
              ),
            ),
          )
        : null,
      loose.length
        ? el(
            "details",
            { open: loose.length <= 4 },
            el("summary", {}, `Also says (${loose.length})`),
            el(
              "ul",
              { class: "plain" },
              loose.map(([number, parts]) =>
                el(
                  "li",
                  { class: "fact" },
                  el(
                    "p",
                    { class: "who" },
                    [statements[number].modality, statements[number].mode].filter(Boolean).join(" · "),
                  ),
                  quoteOf(number),
                  parts.map(partOf),
                ),
              ),
            ),
          )
        : null,
    ];
  };

  const tellers = (n) => {
    const { all, own } = toldBy(n);
    return own === all && all > 1
      ? `Told by ${all} independent publishers`
      : `Told by ${count(all, "publisher")}${all > 1 ? `, ${own} independent` : ""}`;
  };
  /* The others on its card: each with how it stands, when, and who tells of it. */
  const sameWords = (n) => {
    const others = stackShown(n).filter((other) => other !== n);
    if (!others.length) return null;
    const told = (other) => [...new Set(factsOf[other].flatMap((fact) => fact.sources))].map(sourceName).join("; ");
    return [
      el("h3", {}, `In the same words ${others.length + 1} times`),
      el("p", { class: "note" }, "Nothing tells that these are one item, or that they are not."),
      el(
        "ul",
        { class: "plain same-words" },
        [n, ...others].map((other) =>
          el(
            "li",
            { class: "step" },
            itemChip(other),
            " ",
            other === n ? el("b", {}, "this one") : link(other, true),
            el("span", { class: "note" }, ` · ${told(other)}`),
          ),
        ),
      ),
    ];
  };
  /* How an item stands, before its name. */
  const signOf = (n) => {
    if (nodes[n].kind !== "item") return null;
    const [glyph, tone] = statusLook(n);
    return el("span", { class: `glyph ${tone}`, title: statusWords(n), "aria-hidden": "true" }, `${glyph} `);
  };
  /* What the lines of its card say, by their words; the whole list can be opened. */
  const linesOf = (n) => {
    const by = new Map();
    Parley.ties.of(n).forEach((words, other) => words.forEach((one) => by.set(one, [...(by.get(one) || []), other])));
    if (!by.size) return null;
    const all = [...by].sort((a, b) => b[1].length - a[1].length || byName(a[0], b[0]));
    return el(
      "details",
      { class: "lines", open: all.reduce((sum, [, others]) => sum + others.length, 0) <= LINES },
      el("summary", {}, `Lines (${Parley.ties.of(n).size})`),
      el(
        "dl",
        {},
        all.map(([words, others]) => [
          el("dt", {}, words),
          el(
            "dd",
            {},
            others.map((other, i) => [i ? "; " : "", signOf(other), link(other)]),
          ),
        ]),
      ),
    );
  };
  const sinceThen = (n) => (since(n) ? el("span", { class: "note" }, `in the round chosen; now ${since(n)} `) : null);
  const print = () => {
    document.body.classList.add("print-panel");
    window.print();
  };
  /* What somebody is, whose sanctions he is under and what is listed of him is part of no negotiation. */
  const LASTING = ["post", "sanction", "listed"];
  const isTold = (fact) => factShown(fact) || (LASTING.includes(fact.kind) && factFits(fact));
  const nodeDetails = (n) => {
    const node = nodes[n],
      side = sideOf(n),
      opening = (fact) => (fact.kind === "delegation" && fact.words[0] === n ? 0 : 1);
    const told = factsOf[n].filter(isTold).sort((a, b) => opening(a) - opening(b));
    const shown = told.filter((fact) => fact.kind !== "listed");
    const place = [
      KINDS[node.kind][0],
      side >= 0 && sides[side].node !== n
        ? `${mark(side)} ${sides[side].label}`
        : side >= 0
          ? `${mark(side)} ${sides[side].party ? "party" : "side"}`
          : "",
    ];
    const hidden = factsOf[n].length - told.length;
    const why = [narrowed() ? "hidden by the filters" : "", talksNow() ? "outside of this negotiation" : ""];
    return [
      el("p", { class: "kicker" }, place.filter(Boolean).join(" · ")),
      el("h2", { class: heading(n).length > 60 ? "long" : null }, heading(n)),
      node.note ? el("p", { class: "role" }, node.note) : null,
      node.kind === "item"
        ? el("p", { class: "chips" }, itemChip(n), " ", sinceThen(n), badge(n), " ", node.issues.join(", "))
        : null,
      ["item", "event"].includes(node.kind) && sources.length > 1 ? el("p", { class: "role" }, tellers(n)) : null,
      node.limits.length ? el("p", { class: "role" }, node.limits.join(" · ")) : null,
      node.standing ? el("p", { class: "chips" }, standingChip(node.standing)) : null,
      node.aliases.length ? el("p", { class: "role" }, `Also: ${node.aliases.join(", ")}`) : null,
      el(
        "p",
        { class: "buttons" },
        el("button", { type: "button", id: "close-details", onclick: () => choose(null) }, "Back to overview"),
        el("button", { type: "button", onclick: () => copy(node.id, "IRI copied") }, "Copy IRI"),
        el("button", { type: "button", onclick: print }, "Print"),
      ),
      node.kind === "item" ? [sameWords(n), Parley.life.view(n, link)] : null,
      Parley.walk.view(n),
      linesOf(n),
      Parley.listings.view(told, openArticle),
      told.length
        ? el(
            "ul",
            { class: "plain facts" },
            shown.map((fact) => factBlock(fact, n)),
          )
        : el("p", { class: "silence" }, "No fact about this in the sources chosen."),
      hidden ? el("p", { class: "silence" }, `${hidden} more ${why.filter(Boolean).join(" or ")}.`) : null,
      claims(n),
    ];
  };

  /* What was activated is gone with the details that it stood in: go on from the new heading. */
  const focus = () => {
    const heading = byId("details").querySelector("h2") || byId("panel");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  /* The overview of all negotiations has no panel beside it. */
  const glimpse = () => (state.view === "overview" ? null : Parley.glance.view(openArticle));
  const showDetails = () =>
    byId("details").replaceChildren(
      ...el("div", {}, state.selected === null ? glimpse() : nodeDetails(state.selected)).childNodes,
    );

  const connect = (onChoose, onArticle) => {
    choose = onChoose;
    openArticle = onArticle;
  };
  return { connect, focus, showDetails };
})();
