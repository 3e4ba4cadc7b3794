"use strict";
/* The legend that filters, and the views in words: proposals by issue, positions of the parties, the table of all facts. */
Parley.views = (() => {
  const {
    data, nodes, facts, statements, sources, sides, state, KINDS, STATUS, STANDING, factsOf, sideKey, statusKey, onTable, factShown, nodeShown, el, byId, label, capital,
    sourceName, mark,
  } = Parley;
  const { sentenceOf, link, itemChip, standingChip, whoSays, quoteOf } = Parley.panel;
  const ROWS = 400;
  const SVG = "http://www.w3.org/2000/svg";
  const SHAPES = {
    state: "M5 3h10a5 5 0 0 1 0 10H5a5 5 0 0 1 0-10z", delegation: "M2 3h16v10H2z", person: "M10 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12z",
    unnamed: "M10 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12z", organization: "M4 2h12v12H4z", event: "M2 3h13l4 5-4 5H2l4-5z", item: "M2 2h16v12H2z",
    document: "M4 1h8l4 4v10H4z", post: "M10 2l7 12H3z", place: "M10 15L5 7a5 5 0 1 1 10 0z", process: "M2 8h16M12 3l6 5-6 5",
  };
  const icon = (kind) => {
    const svg = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", "0 0 20 16");
    svg.setAttribute("class", `icon ${kind}`);
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", SHAPES[kind]);
    svg.append(path);
    return svg;
  };
  const ACTING = new Set(["state", "delegation", "person", "unnamed", "organization"]);

  const tally = (values) => values.reduce((counts, value) => counts.set(value, (counts.get(value) || 0) + 1), new Map());
  const row = (group, key, sign, words, number, change) => {
    const id = `filter-${group}-${key}`;
    const box = el("input", { type: "checkbox", id, checked: !state.off[group].has(key), onchange: (event) => {
      if (event.target.checked) state.off[group].delete(key); else state.off[group].add(key);
      change();
    } });
    return el("li", {}, el("label", { for: id }, box, sign, el("span", {}, words), el("span", { class: "count" }, number)));
  };
  const group = (title, rows) => (rows.length ? [el("h2", {}, title), el("ul", { class: "plain legend" }, rows)] : []);
  const pick = (id, title, key, options, change) =>
    options.length < 2 ? [] : [el("h2", {}, el("label", { for: id }, title)), el("select", { id, onchange: (event) => { state[key] = event.target.value; change(); } },
      el("option", { value: "" }, "Everyone".concat(key === "source" ? " and every source" : "")),
      options.map(([value, words]) => el("option", { value, selected: state[key] === String(value) }, words)))];

  /* What the view can show: the legend counts that and nothing else. */
  const inView = () => {
    const all = nodes.map((_, n) => n), named = state.view === "graph" ? new Set(data.network.nodes.map((node) => node.id)) : state.view === "timeline" ? Parley.timeline.named() : null;
    if (named) return all.filter((n) => named.has(n));
    return state.view === "table" ? all : all.filter((n) => nodes[n].kind === "item");
  };
  const legend = (change) => {
    const seen = inView(), kinds = tally(seen.map((n) => nodes[n].kind)), standings = tally(facts.map((fact) => fact.standing));
    const items = seen.filter((n) => nodes[n].kind === "item");
    const bySide = tally((seen.length === items.length ? items : seen.filter((n) => ACTING.has(nodes[n].kind))).map(sideKey));
    const statuses = tally(items.map(statusKey));
    const name = (key) => {
      const status = Parley.statusOf(items.find((n) => statusKey(n) === key));
      return !status ? "mentioned" : key === status.standing ? key : status.words;
    };
    const speakers = [...tally(facts.flatMap((fact) => fact.speakers))].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const sideRow = (key) => row("side", key, el("span", { class: `mark side-${key < 0 || key > 3 ? 5 : Number(key) + 1}`, "aria-hidden": "true" }, mark(Number(key))),
      key < 0 ? "No side" : sides[key].label, bySide.get(key), change);
    byId("legend").replaceChildren(
      ...group("Show", Object.keys(KINDS).filter((kind) => kinds.has(kind)).map((kind) => row("kind", kind, icon(kind), KINDS[kind], kinds.get(kind), change))),
      ...group("Side", [...bySide.keys()].sort((a, b) => (a < 0 ? 99 : a) - (b < 0 ? 99 : b)).map(sideRow)),
      ...group("Status of items", [...statuses.keys()].sort().map((key) => row("status", key,
        el("span", { class: `glyph ${(STATUS[key] || ["·", "out"])[1]}`, "aria-hidden": "true" }, (STATUS[key] || ["·"])[0]), capital(name(key)), statuses.get(key), change))),
      ...group("How it stands", Object.keys(STANDING).filter((key) => key !== "structure" && standings.has(key)).map((key) => row("standing", key,
        el("span", { class: `line ${key}`, "aria-hidden": "true" }), capital(key), standings.get(key), change))),
      ...pick("filter-speaker", "Who says so", "speaker", speakers.map(([n, number]) => [n, `${label(n)} (${number})`]), change),
      ...pick("filter-source", "Source", "source", sources.map((source, n) => [n, `${sourceName(n)}: ${source.title}`]), change),
    );
  };

  const itemCard = (n) => el("li", { class: "card" },
    el("p", { class: "kicker" }, nodes[n].issues.map(capital).join(", ") || "No issue named"),
    el("p", { class: "chips" }, itemChip(n), Parley.cards.underTitle(n).filter(Boolean).map((words) => el("span", { class: "amount" }, words))),
    el("h3", {}, link(n, true)),
    el("ul", { class: "plain" }, factsOf[n].filter((fact) => fact.kind === "act" && factShown(fact)).map((fact) => el("li", {},
      el("p", { class: "sentence" }, sentenceOf(fact, n), " ", standingChip(fact.standing)),
      fact.statements.slice(0, 1).map((s) => [el("p", { class: "who" }, whoSays(statements[s], false)), quoteOf(s)])))));
  const items = () => {
    const shown = nodes.map((_, n) => n).filter((n) => nodes[n].kind === "item" && nodeShown(n));
    const issue = (n) => nodes[n].issues[0] || "\uffff";
    shown.sort((a, b) => issue(a).localeCompare(issue(b)) || a - b);
    return shown.length ? onTable(shown).map(([words, found]) => [el("h2", {}, `${capital(words)}: ${found.length}`), el("ul", { class: "plain cards" }, found.map(itemCard))])
      : el("p", { class: "silence" }, "No items on the table in what is shown.");
  };

  /* Issue by party: what each party did, and an honest blank where the sources give no position. */
  const agents = (fact) => {
    const words = fact.standing === "denied" ? fact.words.slice(1) : fact.words;
    return words.slice(0, words.findIndex((word) => typeof word === "string" && word !== "," && word !== "and"));
  };
  const positions = () => {
    const parties = sides.filter((side) => side.party).map((side) => side.node);
    const shown = nodes.map((_, n) => n).filter((n) => nodes[n].kind === "item" && nodeShown(n));
    const issues = [...new Set(shown.flatMap((n) => nodes[n].issues))].sort();
    if (!parties.length || !issues.length) return el("p", { class: "silence" }, "No positions by issue in what is shown.");
    const acts = (party, issue) => facts.filter((fact) => fact.kind === "act" && factShown(fact) &&
      agents(fact).includes(party) &&
      fact.nodes.some((n) => nodes[n].kind === "item" && nodes[n].issues.includes(issue) && nodeShown(n)));
    const cell = (party, issue) => {
      const found = acts(party, issue);
      return el("td", {}, found.length ? el("ul", { class: "plain" }, found.map((fact) => el("li", { class: "fact" },
        el("p", { class: "sentence" }, sentenceOf(fact, party), " ", standingChip(fact.standing)),
        fact.statements.slice(0, 1).map((s) => el("p", { class: "who" }, whoSays(statements[s], false))))))
        : el("p", { class: "silence" }, "no position in the sources"));
    };
    return el("div", { class: "scroll" }, el("table", { class: "positions" }, el("caption", {}, "What each party is said to have done, by issue"),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Issue"), parties.map((party) => el("th", { scope: "col" }, `${mark(Parley.sideOf(party))} ${label(party)}`)))),
      el("tbody", {}, issues.map((issue) => el("tr", {}, el("th", { scope: "row" }, capital(issue)), parties.map((party) => cell(party, issue)))))));
  };

  const table = (limit = ROWS) => {
    const shown = facts.filter((fact) => factShown(fact) && fact.nodes.every(nodeShown));
    const cells = (fact) => el("tr", {},
      el("td", {}, sentenceOf(fact, null)), el("td", {}, standingChip(fact.standing) || el("span", { class: "note" }, "structure")),
      el("td", {}, [...fact.statements.slice(0, 1), ...fact.disputes.slice(0, 1)].map((s) => el("p", { class: "who" }, whoSays(statements[s], fact.disputes.includes(s))))),
      el("td", {}, fact.statements.map(quoteOf), fact.disputes.map(quoteOf)),
      sources.length > 1 ? el("td", {}, fact.sources.map((source) => el("p", {}, sourceName(source)))) : null);
    return el("div", { class: "scroll" }, el("table", { id: "facts" }, el("caption", {}, `${shown.length} facts, in the order of the sources`),
      el("thead", {}, el("tr", {}, ["Fact", "How it stands", "Who says so", "Exact words", ...(sources.length > 1 ? ["Source"] : [])].map((title) => el("th", { scope: "col" }, title)))),
      el("tbody", {}, shown.slice(0, limit).map(cells))),
      shown.length > limit ? el("button", { type: "button", onclick: () => byId("page").replaceChildren(table(limit + 10 * ROWS)) }, `Show more of ${shown.length}`) : null);
  };

  const show = () => {
    const made = { items, positions, timeline: Parley.timeline.view, table }[state.view];
    byId("page").replaceChildren(...(made ? el("div", {}, made()).childNodes : []));
  };
  return { legend, show };
})();
