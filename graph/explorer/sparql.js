"use strict";
/* SPARQL over the whole graph, where the page carries an engine: it starts with the first query, and asks nobody. */
Parley.sparql = (() => {
  const { data, nodes } = Parley.model;
  const { el, byId, count, announce } = Parley.dom;
  const { link } = Parley.words;
  const ROWS = 1000;
  const given = Boolean(byId("engine"));
  const nodeOf = new Map(nodes.map((node, n) => [node.id, n]));
  const FIRST = `PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?issue (COUNT(DISTINCT ?item) AS ?items) WHERE {
  ?item parley:onIssue/skos:prefLabel ?issue .
}
GROUP BY ?issue
ORDER BY DESC(?items) ?issue`;
  let query = FIRST,
    answer = null,
    store = null;

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
  const term = (one) => {
    if (!one) return "";
    if (one.termType === "NamedNode" && nodeOf.has(one.value)) return link(nodeOf.get(one.value), true);
    return one.value ?? String(one);
  };
  /* What an answer is: truth, rows of variables, or triples. */
  const table = (found) => {
    if (typeof found === "boolean") return { titles: ["answer"], rows: [[found ? "yes" : "no"]] };
    const quads = found.length > 0 && !(found[0] instanceof Map);
    const titles = quads ? ["subject", "predicate", "object"] : [...new Set(found.flatMap((row) => [...row.keys()]))];
    return { titles, rows: found.map((row) => titles.map((title) => term(quads ? row[title] : row.get(title)))) };
  };
  const run = async () => {
    query = byId("query").value;
    byId("answer").replaceChildren(el("p", { class: "silence" }, "Working…"));
    try {
      store ||= begin();
      answer = table((await store).query(query));
    } catch (error) {
      answer = { error: String(error.message || error) };
    }
    if (byId("answer")) byId("answer").replaceChildren(...shown().childNodes);
    announce(answer.error ? "The query cannot be run" : count(answer.rows.length, "row"));
  };
  const shown = () => {
    if (!answer) return el("div", {});
    if (answer.error) return el("div", {}, el("p", { class: "error", role: "alert" }, answer.error));
    const { titles, rows } = answer;
    return el(
      "div",
      {},
      el(
        "p",
        { class: "note" },
        rows.length > ROWS ? `The first ${count(ROWS, "row")} of ${rows.length}` : count(rows.length, "row"),
      ),
      rows.length
        ? el(
            "div",
            { class: "scroll", tabindex: 0, role: "region", "aria-label": "Answer" },
            el(
              "table",
              {},
              el("thead", {}, el("tr", {}, titles.map((title) => el("th", { scope: "col" }, title)))),
              el(
                "tbody",
                {},
                rows.slice(0, ROWS).map((row) => el("tr", {}, row.map((cell) => el("td", {}, cell)))),
              ),
            ),
          )
        : null,
    );
  };
  const questions = () => {
    const all = Object.entries(data.questions || {});
    if (!all.length) return null;
    return el(
      "p",
      {},
      el("label", { for: "questions", class: "unseen" }, "Questions that Parley asks"),
      el(
        "select",
        {
          id: "questions",
          onchange: (event) => {
            if (!event.target.value) return;
            query = data.questions[event.target.value].sparql;
            byId("query").value = query;
          },
        },
        el("option", { value: "" }, "Take one of Parley's own questions…"),
        all.map(([name, one]) => el("option", { value: name }, `${name}: ${one.text}`)),
      ),
    );
  };
  const view = () =>
    el(
      "div",
      { class: "sparql" },
      el("h2", {}, "SPARQL over all that the sources say"),
      questions(),
      el("label", { for: "query", class: "unseen" }, "Query"),
      el(
        "textarea",
        {
          id: "query",
          rows: 12,
          spellcheck: "false",
          oninput: (event) => {
            query = event.target.value;
          },
          onkeydown: (event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
          },
        },
        query,
      ),
      el(
        "p",
        {},
        el("button", { type: "button", id: "run", onclick: run }, "Run"),
        el("span", { class: "note" }, " or Ctrl and Enter"),
      ),
      el("div", { id: "answer", "aria-live": "polite" }, [...shown().childNodes]),
      el("details", {}, el("summary", {}, "Licence of the engine"), el("pre", {}, byId("licence").textContent)),
    );
  return { given, view };
})();
