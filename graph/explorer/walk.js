"use strict";
/* From card to card along the lines: what lies within some steps of one, and the shortest way between two, in words. */
Parley.walk = (() => {
  const { nodes, facts, statements, sources, label, heading } = Parley.model;
  const { state, factInScope, factFits, inScope, nodeShown, reset } = Parley.shown;
  const { el, byId, count } = Parley.dom;
  const { link, whoSays, quoteOf } = Parley.words;
  const { at, otherEnd, from } = Parley.ties;
  const STEPS = [1, 2, 3],
    NAMES = 500,
    FEW = 8;
  let change = () => {},
    asked = null;

  /* A publisher tells of everything in its articles: that ties nothing together. */
  const publishers = new Set(sources.map((source) => source.publisher));
  const leads = (edge) => {
    const fact = facts[edge.fact];
    const tells = edge.kind === "says" && publishers.has(edge.from);
    return !tells && fact.standing !== "denied" && factInScope(fact) && factFits(fact);
  };
  const within = (start, steps) => {
    const found = new Set([start]);
    let edge = [start];
    for (let step = 0; step < steps; step++) {
      edge = edge.flatMap((n) =>
        at(n)
          .filter(leads)
          .map((line) => otherEnd(line, n))
          .filter((other) => inScope(other) && !found.has(other) && found.add(other)),
      );
    }
    return found;
  };
  /* The lines of the shortest way, those that words carry before those that only hold the graph together. */
  const path = (start, end) => {
    const carried = (edge) => facts[edge.fact].statements.length > 0;
    return way(start, end, (edge) => leads(edge) && carried(edge)) || way(start, end, leads);
  };
  const way = (start, end, allowed) => {
    const before = new Map([[start, null]]),
      waiting = [start];
    for (const n of waiting) {
      if (n === end) break;
      at(n)
        .filter(allowed)
        .forEach((edge) => {
          const other = otherEnd(edge, n);
          if (before.has(other) || !inScope(other)) return;
          before.set(other, [n, edge]);
          waiting.push(other);
        });
    }
    if (!before.has(end)) return null;
    const steps = [];
    for (let n = end; before.get(n); [n] = before.get(n)) steps.unshift([...before.get(n), n]);
    return steps;
  };
  const nodesOn = (start, end) => {
    const steps = path(start, end) || [];
    return new Set([start, ...steps.map(([, , other]) => other)]);
  };

  const focus = (n, steps) => {
    state.near = state.near && state.near.node === n && state.near.steps === steps ? null : { node: n, steps };
    reset();
    change();
    const again = byId(`near-${steps}`);
    if (again) again.focus();
  };
  const lead = (n, name) => {
    const wanted = name.trim().toLowerCase();
    const names = [...nodes.keys()].filter((other) => other !== n && inScope(other) && at(other).length);
    const called = (other) => heading(other).toLowerCase();
    const whole = names.filter((other) => called(other) === wanted);
    const parts = wanted ? names.filter((other) => ` ${called(other)} `.includes(` ${wanted} `)) : [];
    const found = whole.length ? whole : parts;
    state.path = found.length === 1 ? found[0] : null;
    asked = { node: n, name: name.trim(), found: found.slice(0, FEW) };
    change();
    const again = byId("path-to");
    if (again) again.focus();
  };
  const step = ([n, edge, other]) =>
    el(
      "li",
      { class: "step" },
      el("p", { class: "sentence" }, link(n, true), " ", el("b", {}, from(edge, n)), " ", link(other)),
      facts[edge.fact].statements.length
        ? facts[edge.fact].statements
            .slice(0, 1)
            .map((s) => [el("p", { class: "who" }, whoSays(statements[s], false)), quoteOf(s)])
        : el("p", { class: "who" }, "how the graph is put together"),
    );
  /* Those who go by the words that were typed, each with what tells it apart. */
  const choices = () =>
    el(
      "p",
      { class: "buttons", role: "status" },
      "To which? ",
      asked.found.map((other) =>
        el(
          "button",
          {
            type: "button",
            onclick: () => {
              state.path = other;
              change();
            },
          },
          [heading(other), nodes[other].note].filter(Boolean).join(" · "),
        ),
      ),
    );
  const told = (n) => {
    if (state.path === null) {
      if (!asked || asked.node !== n || !asked.name) return null;
      if (asked.found.length) return choices();
      return el("p", { class: "silence", role: "status" }, `Nothing here goes by “${asked.name}”.`);
    }
    const steps = path(n, state.path);
    if (!steps) return el("p", { class: "silence" }, `No line leads from here to ${label(state.path)}.`);
    return [
      el("p", { class: "note" }, `To ${label(state.path)} in ${count(steps.length, "step")}`),
      el("ol", { class: "plain life path" }, steps.map(step)),
    ];
  };
  /* What of the page to leave standing around what is selected, and the way from it to something else. */
  const view = (n) => {
    if (!at(n).length) return null;
    const names = [...nodes.keys()].filter((other) => other !== n && at(other).length && nodeShown(other));
    return [
      el(
        "p",
        { class: "buttons near" },
        el("span", { class: "note" }, "Only within"),
        STEPS.map((steps) =>
          el(
            "button",
            {
              type: "button",
              id: `near-${steps}`,
              "aria-label": `Only within ${count(steps, "step")}`,
              "aria-pressed": String(Boolean(state.near && state.near.node === n && state.near.steps === steps)),
              onclick: () => focus(n, steps),
            },
            steps,
          ),
        ),
        el("span", { class: "note" }, "steps"),
      ),
      el(
        "p",
        { class: "path-field" },
        el("label", { for: "path-to", class: "note" }, "Path to "),
        el("input", {
          id: "path-to",
          list: "path-names",
          autocomplete: "off",
          value: state.path === null ? "" : heading(state.path),
          onchange: (event) => lead(n, event.target.value),
        }),
        el(
          "datalist",
          { id: "path-names" },
          names.slice(0, NAMES).map((other) => el("option", { value: heading(other) })),
        ),
      ),
      told(n),
    ];
  };
  const connect = (onChange) => {
    change = onChange;
  };
  return { connect, view, within, nodesOn };
})();
