"use strict";
/* An editor for SPARQL, with questions to begin with. Whoever gives a runner can show it: a page with an engine of its
   own, or that of an endpoint, which needs dom.js and this alone. A runner takes a query and promises its answer as
   the SPARQL 1.1 Query Results JSON has it, or text for what is no such answer (triples). */
Parley.editor = (() => {
  const { el, count } = Parley.dom;
  const ROWS = 1000;

  /* What is found, as titles and rows of terms; truth is one row. */
  const table = ({ head, results, boolean }) =>
    results
      ? { titles: head.vars, rows: results.bindings.map((row) => head.vars.map((name) => row[name])) }
      : { titles: ["answer"], rows: [[{ type: "literal", value: boolean ? "yes" : "no" }]] };
  const answerOf = (found, link) => {
    if (typeof found === "string") return el("pre", { tabindex: 0, role: "region", "aria-label": "Answer" }, found);
    const { titles, rows } = table(found);
    const cell = (term) => el("td", {}, term ? (term.type === "uri" && link(term.value)) || term.value : "");
    return [
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
              el(
                "thead",
                {},
                el(
                  "tr",
                  {},
                  titles.map((title) => el("th", { scope: "col" }, title)),
                ),
              ),
              el(
                "tbody",
                {},
                rows.slice(0, ROWS).map((row) => el("tr", {}, row.map(cell))),
              ),
            ),
          )
        : null,
    ];
  };

  /* An editor that asks `run`. `questions` are by name, each with `text` and `sparql`; `link` makes what stands for an
     IRI, or nothing; `told` is handed a line for whoever cannot see the answer. What it shows outlives its elements. */
  const made = ({ run, questions = {}, first = "", link = () => null, told = () => {} }) => {
    let query = first,
      answer = null,
      asked = 0;
    const box = el("div", { id: "answer", "aria-live": "polite" });
    const show = (...parts) => el("div", {}, ...parts).childNodes;
    const ask = async () => {
      const mine = ++asked;
      box.replaceChildren(...show(el("p", { class: "silence" }, "Working…")));
      try {
        const found = await run(query);
        answer = () => answerOf(found, link);
        answer();
      } catch (error) {
        answer = () => el("p", { class: "error", role: "alert" }, String(error.message || error));
      }
      /* Of several queries that run at once the last one counts. */
      if (mine !== asked) return;
      box.replaceChildren(...show(answer()));
      const line = box.querySelector(".error, .note");
      told(line ? line.textContent : "Answered");
    };
    const field = () =>
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
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask();
          },
        },
        query,
      );
    const choice = (text) =>
      Object.keys(questions).length
        ? el(
            "p",
            {},
            el("label", { for: "questions", class: "unseen" }, "Questions that Parley asks"),
            el(
              "select",
              {
                id: "questions",
                onchange: (event) => {
                  if (!event.target.value) return;
                  query = questions[event.target.value].sparql;
                  text.value = query;
                },
              },
              el("option", { value: "" }, "Take one of Parley's own questions…"),
              Object.entries(questions).map(([name, one]) => el("option", { value: name }, `${name}: ${one.text}`)),
            ),
          )
        : null;
    const view = () => {
      const text = field();
      return el(
        "div",
        {},
        choice(text),
        el("label", { for: "query", class: "unseen" }, "Query"),
        text,
        el(
          "p",
          {},
          el("button", { type: "button", id: "run", onclick: ask }, "Run"),
          el("span", { class: "note" }, " or Ctrl and Enter"),
        ),
        box,
      );
    };
    return { view };
  };
  return { made };
})();
