"use strict";
/* SPARQL over the whole graph, where the page carries an engine: it starts with the first query, and asks nobody. */
Parley.sparql = (() => {
  const { data, nodes } = Parley.model;
  const { el, byId, announce } = Parley.dom;
  const { link } = Parley.words;
  const given = Boolean(byId("engine"));
  const nodeOf = new Map(nodes.map((node, n) => [node.id, n]));
  const FIRST = `PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?issue (COUNT(DISTINCT ?item) AS ?items) WHERE {
  ?item parley:onIssue/skos:prefLabel ?issue .
}
GROUP BY ?issue
ORDER BY DESC(?items) ?issue`;
  let store = null;

  const unpacked = async (id) => {
    const packed = Uint8Array.from(atob(byId(id).textContent), (character) => character.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };
  const begin = async () => {
    const { begin: start, Store } = window.ParleyEngine;
    await start({ module_or_path: await unpacked("engine") });
    const made = new Store();
    made.load(await unpacked("triples"), { format: "application/n-quads", lenient: true });
    return made;
  };
  const term = (one) => ({ type: one.termType === "NamedNode" ? "uri" : "literal", value: one.value ?? String(one) });
  const row = (pairs) => Object.fromEntries(pairs.filter(([, one]) => one).map(([name, one]) => [name, term(one)]));
  const TRIPLE = ["subject", "predicate", "object"];
  /* The engine's answer, truth, rows of variables or triples, as the protocol's JSON has it. */
  const run = async (query) => {
    store ||= begin();
    const found = (await store).query(query);
    if (typeof found === "boolean") return { head: {}, boolean: found };
    const quads = found.length > 0 && !(found[0] instanceof Map);
    const vars = quads ? TRIPLE : [...new Set(found.flatMap((one) => [...one.keys()]))];
    const pairs = (one) => (quads ? TRIPLE.map((name) => [name, one[name]]) : [...one]);
    return { head: { vars }, results: { bindings: found.map((one) => row(pairs(one))) } };
  };
  const editor = Parley.editor.made({
    run,
    questions: data.questions,
    first: FIRST,
    link: (iri) => (nodeOf.has(iri) ? link(nodeOf.get(iri), true) : null),
    told: announce,
  });
  const view = () =>
    el(
      "div",
      { class: "sparql" },
      el("h2", {}, "SPARQL over all that the sources say"),
      editor.view(),
      el("details", {}, el("summary", {}, "Licence of the engine"), el("pre", {}, byId("licence").textContent)),
    );
  return { given, view };
})();
