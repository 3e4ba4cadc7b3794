"use strict";
/* The embedded data with what the page derives from it: which facts a node has, who says what, what the filters leave. */
const Parley = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { nodes, facts, statements, sources, sides } = data;
  const KINDS = {
    state: "States", delegation: "Delegations", person: "People", unnamed: "Unnamed people", organization: "Organisations",
    event: "Rounds, events", item: "Items", document: "Documents", post: "Posts", place: "Places", process: "Processes",
  };
  const KIND = {
    state: "State", delegation: "Delegation", person: "Person", unnamed: "Unnamed", organization: "Organisation", event: "Event",
    item: "Item", document: "Document", post: "Post", place: "Place", process: "Process",
  };
  const STATUS = {
    proposed: ["○", "open"], offered: ["○", "open"], promised: ["◇", "open"], conditional: ["◇", "held"], demanded: ["!", "asked"],
    requested: ["!", "asked"], underConsideration: ["◐", "held"], agreed: ["✓", "done"], carriedOut: ["●", "done"],
    rejected: ["✕", "out"], denied: ["✕", "out"], expected: ["◌", "held"], withdrawn: ["↩", "out"],
  };
  const STANDING = {
    asserted: ["●", "stated by the source itself"], claimed: ["◔", "claimed by someone in the source"],
    expected: ["◌", "expected, not yet so"], conditional: ["◇", "only on a condition"], denied: ["✕", "denied"],
    structure: ["·", "how the graph is put together"],
  };
  const MARKS = ["■", "▲", "◆", "⬟", "★", "✚", "⬣", "▼"];
  const state = {
    selected: null, hovered: null, view: "graph", tab: "details", article: 0, lit: null, speaker: "", source: "",
    off: { kind: new Set(), side: new Set(), status: new Set(), standing: new Set() },
  };

  const factsOf = nodes.map(() => []);
  const said = nodes.map(() => []);
  facts.forEach((fact, number) => {
    fact.number = number;
    fact.nodes = [...new Set(fact.words.filter((word) => typeof word === "number"))];
    fact.nodes.forEach((node) => factsOf[node].push(fact));
    const support = [...fact.statements, ...fact.disputes];
    /* A label that an editor set over what somebody says tells nothing by itself. */
    const telling = support.some((s) => !statements[s].label) ? support.filter((s) => !statements[s].label) : support;
    fact.speakers = [...new Set(telling.map((s) => statements[s].chain.at(-1)).filter((who) => who !== undefined))];
    fact.chains = [...new Set(support.flatMap((s) => statements[s].chain))];
    fact.sources = [...new Set(support.map((s) => statements[s].source).filter((source) => source !== null))];
    fact.speakers.forEach((who) => said[who].push(fact));
  });
  statements.forEach((statement, number) => {
    statement.number = number;
    statement.facts = [];
  });
  facts.forEach((fact) => new Set([...fact.statements, ...fact.disputes]).forEach((s) => statements[s].facts.push(fact)));

  const sideNumber = new Map(sides.map((side, number) => [side.node, number]));
  const sideOf = (node) => (sideNumber.has(nodes[node].side) ? sideNumber.get(nodes[node].side) : -1);
  /* Which side a node is itself: an organisation that people act for may be no party and yet have a lane. */
  const sideAt = (node) => (sideNumber.has(node) ? sideNumber.get(node) : -1);
  const sideKey = (node) => String(sideOf(node));
  const statusOf = (node) => nodes[node].statuses.at(-1) || null;
  const statusKey = (node) => {
    const status = statusOf(node);
    return !status ? "none" : ["denied", "expected"].includes(status.standing) ? status.standing : status.key;
  };
  /* What became of the items that are shown: on the table, done, or refused. */
  const CLOSED = [["carried out already", (node) => statusKey(node) === "carriedOut"], ["denied, rejected or withdrawn", () => true]];
  const onTable = (items) => {
    const left = items.filter((n) => !nodes[n].closed);
    const groups = [["on the table", left]];
    let rest = items.filter((n) => nodes[n].closed);
    CLOSED.forEach(([words, fits]) => { groups.push([words, rest.filter(fits)]); rest = rest.filter((n) => !fits(n)); });
    return groups.filter(([, found]) => found.length);
  };
  const statusWords = (node) => {
    const status = statusOf(node);
    if (!status) return "mentioned";
    if (status.standing === "denied") return `denied: ${status.words}`;
    return ["asserted", "claimed"].includes(status.standing) ? status.words : `${status.words}, ${status.standing}`;
  };
  /* Sign and tone of an item's status; a denied or expected act never looks like a done one. */
  const statusLook = (node) => STATUS[statusKey(node)] || ["·", "out"];

  /* A fact stays when the speaker, the source and the standing chosen in the filters allow it. */
  const factShown = (fact) =>
    !state.off.standing.has(fact.standing) &&
    (state.speaker === "" || fact.chains.includes(Number(state.speaker))) &&
    (state.source === "" || fact.sources.includes(Number(state.source)));
  const narrowed = () => state.speaker !== "" || state.source !== "" || state.off.standing.size > 0;
  const nodeShown = (number) => {
    const node = nodes[number];
    if (state.off.kind.has(node.kind) || state.off.side.has(sideKey(number))) return false;
    if (node.kind === "item" && state.off.status.has(statusKey(number))) return false;
    return !narrowed() || factsOf[number].some(factShown) || said[number].some(factShown);
  };

  /* Text without diacritics and case: what search compares. */
  const SPECIAL = { ı: "i", ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d", "’": "'", "‘": "'" };
  const plain = (text) =>
    text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[ıøłđßæœþð’‘]/g, (c) => SPECIAL[c]);

  /* The only maker of elements: text is always text. */
  const el = (tag, properties, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (name === "class") element.className = value;
      else element.setAttribute(name, value === true ? "" : String(value));
    }
    for (const child of children.flat(3)) {
      if (child === null || child === undefined || child === "") continue;
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return element;
  };
  const byId = (id) => document.getElementById(id);
  const label = (number) => nodes[number].label;
  const capital = (text) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
  /* A label as the heading of a card: what is not a name starts with a capital. */
  const heading = (number) => (["item", "document", "unnamed", "event"].includes(nodes[number].kind) ? capital(label(number)) : label(number));
  /* The last name of a person, for narrow places. */
  const short = (number) => (nodes[number].kind === "person" ? label(number).split(" ").at(-1) : label(number));
  const quiet = (text) => { byId("live").textContent = text; };
  const sentence = (fact) =>
    capital(fact.words.map((word) => (typeof word === "number" ? label(word) : word)).join(" ").replace(/ ([,):])/g, "$1").replace(/\( /g, "("));
  const sourceName = (number) => {
    const source = sources[number];
    if (!source) return "";
    const publisher = source.publisher === null ? "" : label(source.publisher);
    return [publisher, source.published].filter(Boolean).join(", ") || source.title;
  };
  const mark = (side) => (side < 0 ? "○" : MARKS[side % MARKS.length]);

  /* Two cards of one name, not (yet) known to be the same, are told apart by their source. */
  const namesakes = new Map();
  nodes.forEach((node) => namesakes.set(node.kind + node.label, (namesakes.get(node.kind + node.label) || 0) + 1));
  nodes.forEach((node, n) => {
    const fact = [...factsOf[n], ...said[n]].find((one) => one.sources.length);
    if (namesakes.get(node.kind + node.label) > 1 && fact) node.note = [node.note, sourceName(fact.sources[0])].filter(Boolean).join(" · ");
  });

  return {
    data, nodes, facts, statements, sources, sides, state, KINDS, KIND, STATUS, STANDING, factsOf, said, sideAt, sideOf, sideKey, statusOf,
    statusKey, statusWords, statusLook, onTable, factShown, nodeShown, plain, el, byId, label, capital, heading, short, announce: quiet, sentence, sourceName, mark,
  };
})();
