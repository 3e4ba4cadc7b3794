"use strict";
/* What is planned next in a negotiation: the first day after its last source on which something is expected. */
Parley.planned = (() => {
  const { nodes, sources, heading } = Parley.model;
  const { el, ordered } = Parley.dom;

  const next = (one) => {
    const told =
      one.sources
        .map((source) => sources[source].day)
        .sort()
        .at(-1) || "";
    const ahead = one.events.filter((n) => !nodes[n].event.held && nodes[n].event.first > told);
    const unnumbered = (n) => Number(nodes[n].number === null);
    const sooner = (a, b) => ordered(nodes[a].event.first, nodes[b].event.first);
    return ahead.sort((a, b) => sooner(a, b) || unnumbered(a) - unnumbered(b))[0] ?? null;
  };
  const line = (one) => {
    const n = next(one);
    if (n === null) return null;
    const { when, place } = nodes[n].event,
      where = place ? `, ${place}` : "";
    return el("p", { class: "next" }, "Next: ", el("b", {}, heading(n)), `, ${when}${where}`);
  };
  return { line };
})();
