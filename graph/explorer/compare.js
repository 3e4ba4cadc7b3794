"use strict";
/* Two parties item by item: where they are together, on other terms, or apart. */
Parley.compare = (() => {
  const { nodes, actsOf, mark, sideAt, label } = Parley.model;
  const { actLook, actWords } = Parley.status;
  const { state } = Parley.shown;
  const { el, byId, count, ordered } = Parley.dom;
  const { link } = Parley.words;

  /* Two parties that are ticked are compared: the one ticked first gives way to a third. */
  const tick = (party) => {
    const others = state.compared.filter((one) => one !== party);
    state.compared = others.length < state.compared.length ? others : [...others.slice(-1), party];
    Parley.address.write(true);
    Parley.views.show();
    const again = byId(`compare-${party}`);
    if (again) again.focus();
  };
  const ticked = (party) =>
    el(
      "label",
      { title: "Compare two parties" },
      el("input", {
        type: "checkbox",
        id: `compare-${party}`,
        checked: state.compared.includes(party),
        onchange: () => tick(party),
      }),
      `${mark(sideAt(party))} ${label(party)}`,
    );
  /* How the last acts of two parties on one item, or on variants of it, stand to one another. */
  const RELATIONS = { together: "= together", terms: "↔ other terms", apart: "✕ apart", both: "· both speak" };
  const relation = (one, other) => {
    const [a, b] = [one, other].map((act) => actLook(act)[1]);
    if (a === "out" || b === "out") return a === b ? "together" : "apart";
    if ([a, b].every((tone) => ["done", "word"].includes(tone))) return "together";
    const [x, y] = [nodes[one.item].amount, nodes[other.item].amount];
    return one.item !== other.item || (x && y && x !== y) ? "terms" : "both";
  };
  const view = (shown) => {
    const [first, second] = state.compared,
      done = new Set();
    const lastOf = (party, items) =>
      items
        .flatMap((n) => actsOf[n])
        .filter((act) => act.by.includes(party) && act.standing !== "denied")
        .sort((a, b) => ordered(a.first, b.first))
        .at(-1);
    const rows = [];
    let alone = 0;
    shown.forEach((n) => {
      if (done.has(n)) return;
      const items = Parley.life.family(n);
      items.forEach((item) => done.add(item));
      const [one, other] = [lastOf(first, items), lastOf(second, items)];
      if (one && other) rows.push([n, one, other, relation(one, other)]);
      else if (one || other) alone += 1;
    });
    const order = Object.keys(RELATIONS);
    rows.sort((a, b) => order.indexOf(a[3]) - order.indexOf(b[3]));
    const said = (act) => [
      actWords(act),
      nodes[act.item].amount ? el("span", { class: "term" }, ` ${nodes[act.item].amount}`) : null,
    ];
    return el(
      "div",
      { class: "scroll compare" },
      el(
        "table",
        {},
        el(
          "caption",
          {},
          `${label(first)} and ${label(second)}, item by item; `,
          `${count(alone, "item")} on which one of them alone speaks`,
        ),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            ["Item", label(first), "", label(second)].map((words) =>
              el("th", { scope: "col" }, words || el("span", { class: "unseen" }, "How they stand")),
            ),
          ),
        ),
        el(
          "tbody",
          {},
          rows.map(([n, one, other, how]) =>
            el(
              "tr",
              {},
              el("th", { scope: "row" }, link(n, true)),
              el("td", {}, said(one)),
              el("td", {}, RELATIONS[how]),
              el("td", {}, said(other)),
            ),
          ),
        ),
      ),
    );
  };
  return { ticked, view };
})();
