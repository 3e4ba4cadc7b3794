"use strict";
/* The embedded data, with what the page derives from it once: which facts a node has, who says what, how it stands. */
Parley.model = (() => {
  const { capital } = Parley.dom;
  const data = JSON.parse(document.getElementById("data").content.textContent);
  const { nodes, facts, statements, sources, sides, talks, acts, differs } = data;
  const KINDS = {
    state: ["State", "States"],
    delegation: ["Delegation", "Delegations"],
    person: ["Person", "People"],
    unnamed: ["Unnamed", "Unnamed people"],
    organization: ["Organisation", "Organisations"],
    event: ["Event", "Rounds, events"],
    item: ["Item", "Items"],
    document: ["Document", "Documents"],
    post: ["Post", "Posts"],
    place: ["Place", "Places"],
    process: ["Process", "Processes"],
  };
  const STANDING = {
    asserted: ["●", "stated by the source itself"],
    claimed: ["◔", "claimed by someone in the source"],
    expected: ["◌", "expected, not yet so"],
    conditional: ["◇", "only on a condition"],
    denied: ["✕", "denied"],
    structure: ["·", "how the graph is put together"],
  };
  const MARKS = ["■", "▲", "◆", "⬟", "★", "✚", "⬣", "▼"];
  const TINTS = [1, 2, 3, 4],
    OTHERS = 5;

  const factsOf = nodes.map(() => []);
  const said = nodes.map(() => []);
  const actsOf = nodes.map(() => []);
  const talksOf = nodes.map(() => []);
  facts.forEach((fact, number) => {
    fact.number = number;
    fact.nodes = [...new Set(fact.words.filter((word) => typeof word === "number"))];
    fact.nodes.forEach((node) => factsOf[node].push(fact));
    const support = [...fact.statements, ...fact.disputes];
    /* A label that an editor set over what somebody says tells nothing by itself. */
    const telling = support.some((s) => !statements[s].label) ? support.filter((s) => !statements[s].label) : support;
    const last = telling.map((s) => statements[s].chain.at(-1));
    fact.speakers = [...new Set(last.filter((who) => who !== undefined))];
    fact.chains = [...new Set(support.flatMap((s) => statements[s].chain))];
    fact.sources = [...new Set(support.map((s) => statements[s].source).filter((source) => source !== null))];
    fact.speakers.forEach((who) => said[who].push(fact));
  });
  statements.forEach((statement, number) => {
    statement.number = number;
    statement.facts = [];
  });
  facts.forEach((fact) => {
    new Set([...fact.statements, ...fact.disputes]).forEach((s) => statements[s].facts.push(fact));
  });
  acts.forEach((act, number) => {
    act.number = number;
    if (act.item !== null) actsOf[act.item].push(act);
    act.facts.forEach((fact) => {
      facts[fact].act = act;
    });
  });
  talks.forEach((one, number) => {
    [...one.items, ...one.events, ...one.people].forEach((node) => talksOf[node].push(number));
    one.has = new Set([...one.items, ...one.events, ...one.people]);
    one.sourceSet = new Set(one.sources);
    one.parties.sort((a, b) => sides.findIndex((side) => side.node === a) - sides.findIndex((side) => side.node === b));
    one.title = one.node === null ? "In no negotiation" : nodes[one.node].label;
  });

  /* Where sources differ: by the node that it is about, and in which negotiations. */
  const differsOf = nodes.map(() => []);
  differs.forEach((one, number) => {
    one.number = number;
    one.sources = [...new Set(one.versions.flatMap((version) => version.statements).map((s) => statements[s].source))];
    new Set([one.about, ...one.items]).forEach((n) => n !== null && differsOf[n].push(one));
    const near = one.about === null ? [] : talksOf[one.about];
    const told = talks
      .filter((some) => one.sources.every((source) => some.sourceSet.has(source)))
      .map((some) => some.number);
    one.talks = near.length ? near : told;
  });
  const actsIn = talks.map(() => []);
  acts.forEach((act) => act.talks.forEach((number) => actsIn[number].push(act)));
  talks.forEach((one) => {
    one.differs = differs.filter((some) => some.talks.includes(one.number));
  });

  const sideNumber = new Map(sides.map((side, number) => [side.node, number]));
  const sideAt = (node) => (sideNumber.has(node) ? sideNumber.get(node) : -1);
  /* Which side a node belongs to; sideAt tells which one it is itself. */
  const sideOf = (node) => sideAt(nodes[node].side);
  /* All sides that act on an item; its own, or none, where nobody does. */
  const sidesOf = nodes.map((node, n) => {
    const by = [
      ...new Set(
        actsOf[n]
          .filter((act) => act.standing !== "denied")
          .flatMap((act) => act.by)
          .map(sideAt),
      ),
    ];
    return by.length ? by : [sideOf(n)];
  });
  /* The items that one party put into the same words, which are not known to be one: they share a card. */
  const stackOf = nodes.map((_, n) => [n]);
  data.stacks.forEach((stack) => stack.forEach((n) => (stackOf[n] = stack)));
  /* A publisher that is not named goes by what it published, where there is more than one. */
  const clipped = (text, most) => (text.length > most ? `${text.slice(0, most).trimEnd()}…` : text);
  sources.forEach((source) => {
    const node = source.publisher === null ? null : nodes[source.publisher];
    if (node && node.kind === "unnamed" && sources.length > 1) {
      node.label = `publisher of “${clipped(source.title, 48)}”`;
      node.note = "";
      source.unnamed = true;
    }
  });
  const label = (node) => nodes[node].label;
  /* A label as the heading of a card: what is not a name starts with a capital. */
  const UNNAMED = ["item", "document", "unnamed", "event"];
  const heading = (node) => (UNNAMED.includes(nodes[node].kind) ? capital(label(node)) : label(node));
  /* The last name of a person, for narrow places. */
  const short = (node) => (nodes[node].kind === "person" ? label(node).split(" ").at(-1) : label(node));
  const sentence = (fact) =>
    capital(
      fact.words
        .map((word) => (typeof word === "number" ? label(word) : word))
        .join(" ")
        .replace(/ ([,):])/g, "$1")
        .replace(/\( /g, "("),
    );
  const publisherOf = (source) => {
    const { publisher, unnamed } = sources[source];
    return publisher === null || unnamed ? "" : label(publisher);
  };
  const byline = (number) => [publisherOf(number), sources[number].published].filter(Boolean).join(", ");
  const sourceName = (number) => {
    const source = sources[number];
    if (!source) return "";
    if (source.day || (publisherOf(number) && alone(number))) return byline(number);
    return publisherOf(number) ? `${publisherOf(number)}: ${clipped(source.title, 48)}` : source.title;
  };
  /* Whether nothing else is by its publisher: else its title tells which of them it is, where no day does. */
  const alone = (number) => sources.filter((other) => other.publisher === sources[number].publisher).length < 2;
  /* Who published it when, and its title, where that is not the same. */
  const sourceLine = (number) => [...new Set([byline(number), sources[number].title])].filter(Boolean).join(": ");
  /* One sign and one colour for each side over the whole page; those who sit at one table never share them while there
     are others. Parties come first, then who mediates. */
  const tables = talks.map((one) => [...one.parties, ...one.guests].map(sideAt).filter((side) => side >= 0));
  const looks = new Map();
  const chosen = (all, given, near, last) =>
    all.find((one) => !given.includes(one)) || all.find((one) => !near.includes(one)) || last;
  const give = (side) => {
    if (looks.has(side)) return;
    const table = new Set(tables.filter((one) => one.includes(side)).flat());
    const near = table.size ? [...table] : [...sides.keys()];
    const given = (name, some) => some.filter((other) => looks.has(other)).map((other) => looks.get(other)[name]);
    const pick = (name, all, last) => chosen(all, given(name, [...sides.keys()]), given(name, near), last);
    looks.set(side, { mark: pick("mark", MARKS, MARKS[looks.size % MARKS.length]), tint: pick("tint", TINTS, OTHERS) });
  };
  [...tables.flat(), ...sides.keys()].forEach(give);
  const mark = (side) => (side < 0 ? "○" : looks.get(side).mark);
  const tint = (side) => (side < 0 ? OTHERS : looks.get(side).tint);
  const sideClass = (side) => `side-${tint(side)}`;

  /* Two cards of one name and post, not (yet) known to be the same, are told apart by their source. */
  const keys = nodes.map((node) => node.kind + node.label + node.note);
  const namesakes = Parley.dom.tally(keys);
  nodes.forEach((node, n) => {
    const fact = [...factsOf[n], ...said[n]].find((one) => one.sources.length);
    if (namesakes.get(keys[n]) < 2 || !fact) return;
    node.note = [node.note, sourceName(fact.sources[0])].filter(Boolean).join(" · ");
  });

  return {
    data,
    nodes,
    facts,
    statements,
    sources,
    sides,
    talks,
    acts,
    KINDS,
    STANDING,
    factsOf,
    said,
    actsOf,
    actsIn,
    talksOf,
    differs,
    differsOf,
    sideAt,
    sideOf,
    sidesOf,
    stackOf,
    label,
    heading,
    short,
    sentence,
    publisherOf,
    byline,
    sourceName,
    sourceLine,
    mark,
    tint,
    sideClass,
  };
})();
