"use strict";
/* The whole state in the address, so that a link brings back what was on screen; a notebook's frame has none. */
Parley.address = (() => {
  const { nodes, talks, sources, differs } = Parley.model;
  const { state, FILTERS, many, roundsOf, subject } = Parley.shown;
  const VIEWS = ["overview", "graph", "items", "claims", "positions", "timeline", "people", "table", "sparql"];
  const DAY = /^\d{4}-\d\d-\d\d$/;
  const OPEN = ["view", "talks", "round", "claim", "compare", "tab", "article", "story"];
  const NAMES = [...OPEN, "node", "near", "steps", "path", "from", "to", ...FILTERS];
  const placeOf = new Map(nodes.map((node, n) => [node.id, n]));
  const sourceOf = new Map(sources.map((source, n) => [source.id, n]));

  /* Nodes and sources go by their IRIs, which stay when the graph grows. */
  const outward = {
    side: (key) => (key < 0 ? "none" : nodes[Parley.model.sides[key].node].id),
    speaker: (key) => nodes[Number(key)].id,
    publisher: (key) => (key === "" ? "none" : nodes[Number(key)].id),
    source: (key) => sources[Number(key)].id,
  };
  const inward = {
    side: (text) =>
      text === "none" ? "-1" : String(Parley.model.sides.findIndex((side) => side.node === placeOf.get(text))),
    speaker: (text) => String(placeOf.get(text)),
    publisher: (text) => (text === "none" ? "" : String(placeOf.get(text))),
    source: (text) => String(sourceOf.get(text)),
  };
  const same = (key) => key;
  const made = () => {
    const parts = [`view=${state.view}`],
      add = (name, text) => parts.push(`${name}=${encodeURIComponent(text)}`);
    if (state.talks !== null)
      add("talks", talks[state.talks].node === null ? "none" : nodes[talks[state.talks].node].id);
    if (state.step !== null) add("round", String(state.step));
    if (state.claim !== null && state.view === "claims") add("claim", String(state.claim));
    if (state.selected !== null) add("node", nodes[state.selected].id);
    if (state.near) {
      add("near", nodes[state.near.node].id);
      add("steps", String(state.near.steps));
    }
    if (state.path !== null && state.selected !== null) add("path", nodes[state.path].id);
    if (state.compared.length === 2 && state.view === "positions")
      parts.push(`compare=${state.compared.map((n) => encodeURIComponent(nodes[n].id)).join(",")}`);
    if (state.story !== null) add("story", String(state.story + 1));
    if (state.from) add("from", state.from);
    if (state.to) add("to", state.to);
    if (state.tab === "article" && sources[state.article]) {
      add("tab", "article");
      add("article", sources[state.article].id);
    }
    FILTERS.forEach((name) => {
      const keys = [...state.only[name]].map(outward[name] || same).map(encodeURIComponent);
      if (keys.length) parts.push(`${name}=${keys.join(",")}`);
    });
    return `#${parts.join("&")}`;
  };
  const write = (step = false) => {
    const address = made();
    if (address === location.hash) return;
    try {
      if (step) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    } catch {
      /* a page without an address */
    }
  };
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return null;
    }
  };
  /* What an address says, of which nothing is taken that names nothing. */
  const parse = (text) => {
    const found = new Map();
    for (const part of text.slice(1).split("&")) {
      const at = part.indexOf("="),
        name = part.slice(0, at);
      if (at > 0 && NAMES.includes(name))
        found.set(
          name,
          part
            .slice(at + 1)
            .split(",")
            .map(decoded)
            .filter((text) => text !== null),
        );
    }
    return found;
  };
  const read = (firstView, text) => {
    const found = parse(text),
      one = (name) => (found.get(name) || [""])[0];
    Object.assign(state, {
      selected: null,
      talks: null,
      step: null,
      claim: null,
      near: null,
      path: null,
      story: null,
      from: "",
      to: "",
      tab: "details",
      article: 0,
      view: firstView,
    });
    if (many && one("talks")) {
      const at = talks.findIndex((talk) =>
        talk.node === null ? one("talks") === "none" : nodes[talk.node].id === one("talks"),
      );
      if (at >= 0) state.talks = at;
    }
    if (placeOf.has(one("node"))) state.selected = placeOf.get(one("node"));
    if (placeOf.has(one("near")) && /^[123]$/.test(one("steps")))
      state.near = { node: placeOf.get(one("near")), steps: Number(one("steps")) };
    if (placeOf.has(one("path"))) state.path = placeOf.get(one("path"));
    if (VIEWS.includes(one("view"))) state.view = one("view");
    const round = Number(one("round"));
    if (/^\d{1,6}$/.test(one("round")) && round < roundsOf(subject()).length) state.step = round;
    if (/^\d{1,6}$/.test(one("claim")) && Number(one("claim")) < differs.length) state.claim = Number(one("claim"));
    const pair = [
      ...new Set((found.get("compare") || []).filter((id) => placeOf.has(id)).map((id) => placeOf.get(id))),
    ];
    state.compared = pair.length === 2 ? pair : [];
    for (const name of ["from", "to"]) if (DAY.test(one(name))) state[name] = one(name);
    const step = Number(one("story"));
    if (/^\d{1,4}$/.test(one("story")) && step > 0 && step <= Parley.story.length) state.story = step - 1;
    if (one("tab") === "article") state.tab = "article";
    if (sourceOf.has(one("article"))) state.article = sourceOf.get(one("article"));
    FILTERS.forEach((name) => {
      state.only[name].clear();
      (found.get(name) || [])
        .map(inward[name] || same)
        .filter((key) => Parley.facets.known(name, key))
        .forEach((key) => state.only[name].add(key));
    });
  };
  return { NAMES, VIEWS, write, read };
})();
