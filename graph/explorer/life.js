"use strict";
/* The life of an item: what was done with it and with its variants, in order of time, and which terms were new. */
Parley.life = (() => {
  const { nodes, facts, statements, actsOf, mark, sideClass, sideAt, label } = Parley.model;
  const { actLook, actWords } = Parley.status;
  const { factInScope } = Parley.shown;
  const { el, count, capital, ordered } = Parley.dom;
  const { whoSays } = Parley.words;
  const { dayOf } = Parley.axis;

  /* An item with all that are variants of it, directly or over others. */
  const family = (n) => {
    const found = new Set([n]),
      waiting = [n];
    while (waiting.length) {
      nodes[waiting.pop()].variants
        .filter((other) => !found.has(other))
        .forEach((other) => {
          found.add(other);
          waiting.push(other);
        });
    }
    return [...found];
  };
  const acts = (n) =>
    [...new Set(family(n).flatMap((item) => actsOf[item]))]
      .filter((act) => act.facts.some((fact) => factInScope(facts[fact])))
      .sort((a, b) => ordered(dayOf(a) || "~", dayOf(b) || "~") || a.number - b.number);
  const marks = (act) =>
    act.by.map((n, i) => [
      i ? ", " : "",
      el("span", { class: sideClass(sideAt(n)), "aria-hidden": "true" }, mark(sideAt(n))),
      ` ${label(n)}`,
    ]);
  /* Who tells of an act, first those who have it by themselves. */
  const teller = (act) => {
    const told = act.facts.flatMap((fact) => facts[fact].statements);
    return told.length ? whoSays(statements[told.find((s) => !statements[s].origin) ?? told[0]], false) : null;
  };
  const step = (act, before, n, link) => {
    const [glyph, tone] = actLook(act);
    const { amount } = nodes[act.item],
      other = act.item !== n;
    return el(
      "li",
      { class: "step" },
      el("span", { class: "note" }, act.when || "no day", act.dated === "published" ? " (published)" : ""),
      el(
        "span",
        { class: tone },
        el("span", { class: "glyph", "aria-hidden": "true" }, glyph),
        " ",
        el("b", {}, capital(actWords(act))),
      ),
      " ",
      act.by.length ? ["by ", marks(act)] : null,
      amount
        ? [
            act.by.length ? ": " : "",
            before && before !== amount ? [el("s", {}, before), " → ", el("mark", {}, amount)] : el("b", {}, amount),
          ]
        : null,
      other ? el("span", { class: "note" }, " as ", link(act.item)) : null,
      act.publishers > 1
        ? el("span", { class: "note" }, ` · ${count(act.publishers, "publisher")}, ${act.independent} independent`)
        : null,
      el("p", { class: "who" }, teller(act)),
    );
  };
  /* What an act's item came to before it, where the terms were others: the last amount before. */
  const termsBefore = (act) => {
    const { amount } = nodes[act.item];
    const earlier = family(act.item)
      .flatMap((item) => actsOf[item])
      .filter((other) => dayOf(act) && dayOf(other) && other.first < act.first && nodes[other.item].amount);
    const last = earlier.sort((a, b) => ordered(a.first, b.first)).at(-1);
    return amount && last && nodes[last.item].amount !== amount ? nodes[last.item].amount : "";
  };
  /* Nothing where one act is all that there is. */
  const view = (n, link) => {
    const found = acts(n);
    if (found.length < 2) return null;
    let before = "";
    const list = found.map((act) => {
      const made = step(act, before, n, link);
      before = nodes[act.item].amount || before;
      return made;
    });
    const others = family(n).length - 1;
    return [
      el("h3", {}, "Over time"),
      others ? el("p", { class: "note" }, `With ${count(others, "variant")} of it`) : null,
      el("ol", { class: "plain life" }, list),
    ];
  };
  return { view, family, termsBefore };
})();
