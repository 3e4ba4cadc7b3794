"use strict";
/* The filters: the values that occur, commonest first, with what a click would leave; those in force as chips. */
Parley.facets = (() => {
  const { nodes, sides, sources, KINDS, STANDING, label, mark, sideClass, sourceLine } = Parley.model;
  const { statusKeys, statusName, look } = Parley.status;
  const { state, FILTERS, UNANSWERED, counts, values, narrowed, now, clear } = Parley.shown;
  const { sourcesNow, inScope, roundsOf, subject } = Parley.shown;
  const { el, byId, capital, tally, figure, count, ordered, byName } = Parley.dom;
  const FEW = 6;
  const TITLES = {
    kind: "Show",
    side: "Side",
    issue: "Issue",
    status: "Where it stands",
    told: "Told by",
    standing: "How it stands",
    speaker: "Who says so",
    publisher: "Publisher",
    source: "Source",
  };
  const open = new Set();
  let change = () => {};

  const WORDS = {
    kind: (key) => KINDS[key][1],
    side: (key) => (key < 0 ? "No side" : sides[key].label),
    issue: (key) => capital(key) || "No issue named",
    status: (key) => (key === UNANSWERED ? "Unanswered" : capital(statusName(key))),
    told: (key) => (key === "one" ? "One publisher alone" : "Several publishers"),
    standing: (key) => capital(key),
    speaker: (key) => label(Number(key)),
    publisher: (key) => (key === "" ? "No publisher given" : label(Number(key))),
    source: (key) => sourceLine(Number(key)),
  };
  const signs = {
    side: (key) => el("span", { class: `mark ${sideClass(Number(key))}`, "aria-hidden": "true" }, mark(Number(key))),
    status: (key) => el("span", { class: `glyph ${look(key)[1]}`, "aria-hidden": "true" }, look(key)[0]),
    standing: (key) => el("span", { class: `line ${key}`, "aria-hidden": "true" }),
  };
  /* A key from an address counts only where it names something. */
  const known = (name, key) => {
    if (name === "kind") return Object.hasOwn(KINDS, key);
    if (name === "told") return key === "one" || key === "several";
    if (name === "status") return key === UNANSWERED || statusKeys.has(key);
    if (name === "standing") return Object.hasOwn(STANDING, key);
    if (name === "issue") return key === "" || nodes.some((node) => node.issues.includes(key));
    if (name === "publisher" && key === "") return true;
    if (!/^(0|-?[1-9]\d{0,8})$/.test(key)) return false;
    const list = { side: sides, speaker: nodes, publisher: nodes, source: sources }[name];
    return Number(key) < list.length && (Number(key) >= 0 || (name === "side" && key === "-1"));
  };

  const toggle = (name, key, alone) => {
    const keys = state.only[name];
    if (alone) {
      Object.values(state.only).forEach((some) => some.clear());
      keys.add(key);
    } else if (keys.has(key)) keys.delete(key);
    else keys.add(key);
    change();
  };
  /* A first click may move the rows: the second one of a double click is meant for what the first was. */
  let last = ["", ""];
  const clicked = (name, key, event) => {
    if (event.detail === 2) {
      toggle(...last, true);
      return;
    }
    last = [name, key];
    toggle(name, key, event.shiftKey);
  };
  const row = (name, key, number, most) => {
    const id = `filter-${name}-${key}`,
      pressed = state.only[name].has(key);
    return el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: number ? "facet" : "facet none",
          id,
          "aria-pressed": String(pressed),
          title: "Click: add or remove. Double click, or Shift and Enter: only this",
          onclick: (event) => clicked(name, key, event),
        },
        signs[name] ? signs[name](key) : null,
        el("span", { class: "words" }, WORDS[name](key)),
        el("span", { class: "count" }, figure(number)),
        el("span", { class: "meter", css: { width: `${Math.round((number / most) * 100)}%` } }),
      ),
    );
  };
  /* What is agreed, said to be agreed and agreed on a condition stand together. */
  const stem = (name, key) => (name === "status" ? key.split("-")[0] : key);
  const group = (name, found, others) => {
    const keys = new Set([...found.keys(), ...others, ...state.only[name]]),
      all = [...keys].map((key) => [key, found.get(key) || 0]);
    const kin = (key) => stem(name, key),
      sums = new Map();
    all.forEach(([key, number]) => sums.set(kin(key), (sums.get(kin(key)) || 0) + number));
    const together = (a, b) => sums.get(kin(b)) - sums.get(kin(a)) || ordered(kin(a), kin(b));
    const byWords = (a, b) => byName(WORDS[name](a), WORDS[name](b));
    all.sort((a, b) => together(a[0], b[0]) || b[1] - a[1] || byWords(a[0], b[0]));
    if (all.length < 2 && !state.only[name].size) return [];
    const most = Math.max(...all.map(([, number]) => number), 1);
    const shown = open.has(name) ? all : all.filter(([key], i) => i < FEW || state.only[name].has(key));
    const rest = all.length - shown.length;
    const more =
      rest > 0 || open.has(name)
        ? el(
            "button",
            {
              type: "button",
              class: "link more",
              id: `more-${name}`,
              onclick: () => {
                if (open.has(name)) open.delete(name);
                else open.add(name);
                show();
                const again = byId(`more-${name}`);
                if (again) again.focus();
              },
            },
            open.has(name) ? "fewer" : `${rest} more`,
          )
        : null;
    return [
      el("h2", {}, TITLES[name]),
      el(
        "ul",
        { class: "plain facets" },
        shown.map(([key, number]) => row(name, key, number, most)),
      ),
      all.length > FEW ? more : null,
    ];
  };
  const kinds = () => tally([...nodes.keys()].filter(inScope).map((n) => nodes[n].kind));
  const show = () => {
    const focused = document.activeElement ? document.activeElement.id : "",
      byFact = state.view === "table";
    const some = [
      "side",
      "issue",
      "status",
      ...(sourcesNow().length > 1 ? ["told"] : []),
      "standing",
      "speaker",
      ...(sourcesNow().length > 1 ? ["publisher", "source"] : []),
    ];
    const groups =
      state.view === "overview"
        ? []
        : [
            ...(byFact ? [["kind", kinds(), []]] : []),
            ...some.map((name) => [name, counts(name, byFact), values(name, byFact)]),
          ];
    groups.forEach(([name, ...some]) => {
      if (name === "standing") some.forEach((found) => found.delete("structure"));
    });
    byId("legend").replaceChildren(...groups.flatMap((one) => group(...one)).filter(Boolean));
    const again = focused.startsWith("filter-") ? byId(focused) : null;
    if (again) again.focus();
    chips();
  };
  /* What is in force, with the way out of each. */
  const chip = (title, words, undo) =>
    el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: "in-force",
          onclick: () => {
            undo();
            change();
            byId("chips").focus();
          },
        },
        `${title} `,
        el("b", {}, words),
        el("span", { "aria-hidden": "true" }, " ✕"),
        el("span", { class: "unseen" }, ", remove"),
      ),
    );
  const chips = () => {
    const box = byId("chips"),
      list = FILTERS.flatMap((name) =>
        [...state.only[name]].map((key) => chip(TITLES[name], WORDS[name](key), () => state.only[name].delete(key))),
      );
    if (state.step !== null && subject())
      list.push(
        chip("Moved", Parley.rail.span(roundsOf(subject())[state.step]), () => {
          state.step = null;
        }),
      );
    if (state.from || state.to)
      list.push(
        chip("Period", `${state.from || "…"} to ${state.to || "…"}`, () => {
          state.from = state.to = "";
        }),
      );
    if (state.near)
      list.push(
        chip(`Within ${count(state.near.steps, "step")} of`, label(state.near.node), () => {
          state.near = null;
        }),
      );
    box.hidden = !narrowed() || state.view === "overview";
    if (box.hidden) return;
    const all = [...nodes.keys()].filter((n) => nodes[n].kind === "item" && inScope(n)).length;
    box.replaceChildren(
      el("span", {}, `${now().items.length} of ${count(all, "item")}:`),
      el("ul", { class: "plain" }, list),
      el(
        "button",
        {
          type: "button",
          class: "link",
          id: "show-all",
          onclick: () => {
            clear();
            change();
          },
        },
        "Show everything",
      ),
    );
  };
  const connect = (onChange) => {
    change = onChange;
  };
  return { connect, show, known };
})();
