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
  const sourceName = (number) => {
    const source = sources[number];
    return source ? [publisherOf(number), source.published].filter(Boolean).join(", ") || source.title : "";
  };
  /* Who published it when, and its title, where that is not the same. */
  const sourceLine = (number) => [...new Set([sourceName(number), sources[number].title])].filter(Boolean).join(": ");
  /* The signs and colours of sides are given out anew for each negotiation: parties first, then who mediates. */
  const inOrder = (one) => {
    if (!one) return sides.map((_, side) => side);
    if (!one.order) {
      const present = [...one.parties, ...one.guests].map(sideAt).filter((side) => side >= 0);
      one.order = [...new Set([...present, ...sides.keys()])];
    }
    return one.order;
  };
  let about = null;
  const setScene = (one) => {
    about = one;
  };
  const slot = (side, one = about) => (side < 0 ? -1 : inOrder(one).indexOf(side));
  const mark = (side, one) => (side < 0 ? "○" : MARKS[slot(side, one) % MARKS.length]);
  const tint = (side, one) => {
    const place = slot(side, one);
    return place < 0 || place > 3 ? 5 : place + 1;
  };
  const sideClass = (side, one) => `side-${tint(side, one)}`;

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
    sourceName,
    sourceLine,
    mark,
    tint,
    sideClass,
    setScene,
  };
})();
