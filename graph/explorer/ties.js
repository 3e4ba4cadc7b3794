"use strict";
/* What ties two cards: the lines of the facts, and who says what is on the table; each read from either end. */
Parley.ties = (() => {
  const { data, nodes, facts, statements } = Parley.model;
  const { nodeShown, factShown } = Parley.shown;

  /* Who speaks is tied to the items that he tells of, once to each. */
  const speech = () => {
    const known = new Set(),
      made = [];
    facts
      .filter((fact) => fact.kind === "act")
      .forEach((fact) => {
        const items = fact.nodes.filter((n) => nodes[n].kind === "item");
        [
          [fact.statements, "says", "said by"],
          [fact.disputes, "disputes", "disputed by"],
        ].forEach(([told, words, back]) =>
          new Set(told.map((s) => statements[s].chain.at(-1))).forEach((who) =>
            items.forEach((item) => {
              const key = `${who} ${item} ${words}`;
              if (who === undefined || known.has(key)) return;
              known.add(key);
              made.push({ from: who, to: item, words, back, kind: "says", quiet: true, fact: fact.number });
            }),
          ),
        );
      });
    return made;
  };
  const told = () =>
    data.network.edges.map(([from, to, fact, line]) => ({ from, to, fact, ...data.network.lines[line] }));
  /* Made when they are first asked for: the page may open on something else. */
  let made = null;
  const all = () => {
    if (made) return made;
    made = { edges: [...told(), ...speech()], at: nodes.map(() => []) };
    made.edges.forEach((edge, id) => {
      edge.id = id;
      new Set([edge.from, edge.to]).forEach((n) => made.at[n].push(edge));
    });
    return made;
  };
  const edges = () => all().edges;
  const at = (n) => all().at[n];
  const shown = (edge) => factShown(facts[edge.fact]) && nodeShown(edge.from) && nodeShown(edge.to);
  const otherEnd = (edge, n) => (edge.from === n ? edge.to : edge.from);
  /* The words of a line as they are read from one of its ends. */
  const from = (edge, n) => (edge.from === n ? edge.words : edge.back);
  /* What the lines of a node say, by whom they lead to: one or more words for each. */
  const of = (n) => {
    const found = new Map();
    at(n)
      .filter(shown)
      .forEach((edge) => {
        const other = otherEnd(edge, n);
        found.set(other, [...new Set([...(found.get(other) || []), from(edge, n)])]);
      });
    return found;
  };
  return { edges, at, of, from, otherEnd, shown };
})();
