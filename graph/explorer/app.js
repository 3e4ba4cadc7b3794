"use strict";
/* Ties the page together: views, selection, search, filters, keyboard, address, exports. */
(() => {
  const { data, nodes, facts, statements, sources, state, factsOf, said, nodeShown, plain, el, byId, label, announce, sentence, sourceName, KIND } = Parley;
  const { draw, panel, views } = Parley;
  const VIEWS = ["graph", "items", "positions", "timeline", "table"];
  const phone = matchMedia("(max-width: 760px)");
  let drawn = false;

  /* Address: view and selection, so that a link brings back what was on screen. A notebook's srcdoc refuses; that is fine. */
  const writeAddress = (step = false) => {
    const parts = [`view=${state.view}`];
    if (state.selected !== null) parts.push(`node=${encodeURIComponent(nodes[state.selected].id)}`);
    for (const [name, keys] of Object.entries(state.off)) if (keys.size) parts.push(`no-${name}=${[...keys].map(encodeURIComponent).join(",")}`);
    const address = `#${parts.join("&")}`;
    if (address === location.hash) return;
    try { if (step) history.pushState(null, "", address); else history.replaceState(null, "", address); } catch { /* a page without an address */ }
  };
  Parley.address = { NAMES: ["view", "node", ...Object.keys(state.off).map((name) => `no-${name}`)] };
  const readAddress = () => {
    for (const part of location.hash.slice(1).split("&")) {
      const [name, value = ""] = part.split("=");
      let text = "";
      try { text = decodeURIComponent(value); } catch { continue; }
      if (name === "view" && VIEWS.includes(text)) state.view = text;
      if (name === "node") { const found = nodes.findIndex((node) => node.id === text); if (found >= 0) state.selected = found; }
      const filter = name.startsWith("no-") ? name.slice(3) : "";
      if (Object.hasOwn(state.off, filter)) text.split(",").forEach((key) => state.off[filter].add(key));
    }
  };

  const cards = new Set(data.network.nodes.map((node) => node.id));
  const hasCard = (n) => cards.has(n);
  const light = () => {
    if (state.selected === null) { state.lit = null; return; }
    const lit = new Set([state.selected]);
    data.network.edges.forEach((edge) => { if (edge.from === state.selected) lit.add(edge.to); if (edge.to === state.selected) lit.add(edge.from); });
    factsOf[state.selected].forEach((fact) => { fact.nodes.forEach((n) => lit.add(n)); if (fact.kind === "act") fact.speakers.forEach((n) => lit.add(n)); });
    said[state.selected].forEach((fact) => { if (fact.kind === "act") fact.nodes.filter((n) => nodes[n].kind === "item").forEach((n) => lit.add(n)); });
    /* Who has no card, nor anybody beside him, leaves the table as it is. */
    state.lit = [...lit].some(hasCard) ? lit : null;
  };
  const showTab = (tab) => {
    state.tab = tab;
    for (const name of ["details", "article"]) {
      byId(name).hidden = name !== tab;
      byId(`tab-${name}`).setAttribute("aria-selected", String(name === tab));
      byId(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
    }
  };
  const select = (n, keepTab = false, step = true) => {
    const within = byId("details").contains(document.activeElement);
    state.selected = n;
    light();
    panel.showDetails();
    if (within) panel.focus();
    if (!keepTab) { showTab("details"); byId("panel").scrollTop = 0; }
    if (state.tab === "article") panel.showArticle(null);
    if (drawn) { draw.refresh(); if (n !== null) draw.reveal(n); }
    byId("panel").classList.toggle("chosen", n !== null);
    if (step) writeAddress(true);
    announce(n === null ? "Overview" : `${KIND[nodes[n].kind]} ${label(n)}, ${factsOf[n].length} facts in the panel`);
  };
  const openArticle = (source, statement) => {
    state.article = source ?? 0;
    showTab("article");
    panel.showArticle(statement);
    byId("panel").classList.add("chosen");
    announce("Article");
  };
  const showView = (view) => {
    state.view = view;
    VIEWS.forEach((name) => {
      byId(`view-${name}`).setAttribute("aria-selected", String(name === view));
      byId(`view-${name}`).tabIndex = name === view ? 0 : -1;
    });
    const graph = view === "graph";
    byId("main").classList.toggle("words", !graph);
    byId("page").hidden = graph;
    if (graph && !drawn && nodes.length) { drawn = true; draw.start((n) => select(n)); }
    views.legend(filtered);
    views.show();
    if (graph && drawn) { draw.refresh(); }
    writeAddress();
  };
  const filtered = () => {
    panel.showDetails();
    views.show();
    if (drawn) draw.refresh();
    announce(`${nodes.filter((_, n) => nodeShown(n)).length} of ${nodes.length} shown`);
    writeAddress();
  };

  /* Search: every word of the query must be found in a name, an alias, a note, or a quote; small typos are forgiven in names. */
  const entries = nodes.map((node, n) => ({
    n, names: [node.label, ...node.aliases].map(plain), rest: plain([node.note, ...node.issues, node.amount].join(" ")),
    quotes: plain(factsOf[n].flatMap((fact) => fact.statements).map((s) => statements[s].quote).join(" \u0001 ")),
  }));
  const near = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    return a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i) ||
      (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
  };
  const score = (entry, words) => {
    let sum = 0;
    for (const word of words) {
      const names = entry.names.flatMap((name) => name.split(/[\s-]+/));
      const best = names.includes(word) ? 9 : names.some((part) => part.startsWith(word)) ? 7 : entry.names.some((name) => name.includes(word)) ? 5
        : entry.rest.includes(word) ? 4 : word.length > 4 && names.some((part) => near(part, word)) ? 3 : entry.quotes.includes(word) ? 1 : 0;
      if (!best) return 0;
      sum += best;
    }
    return sum;
  };
  const why = (entry, words) => {
    const node = nodes[entry.n], alias = node.aliases.find((name) => words.some((word) => plain(name).includes(word)));
    if (words.every((word) => plain(node.label).includes(word)) || !alias) return node.note;
    return `also “${alias}”`;
  };
  let found = [];
  let active = -1;
  const closeResults = () => { byId("results").hidden = true; byId("search").setAttribute("aria-expanded", "false"); byId("search").removeAttribute("aria-activedescendant"); };
  const search = () => {
    const words = plain(byId("search").value).split(/\s+/).filter(Boolean), list = byId("results");
    if (!words.length) { closeResults(); return; }
    found = entries.map((entry) => [score(entry, words), entry]).filter(([value]) => value).sort((a, b) => b[0] - a[0] || label(a[1].n).localeCompare(label(b[1].n))).slice(0, 12);
    active = found.length ? 0 : -1;
    list.replaceChildren(...found.map(([, entry], i) => el("li", { role: "option", id: `result-${i}`, "aria-selected": String(i === active), onmousedown: (event) => event.preventDefault(), onclick: () => take(i) },
      el("span", { class: "name" }, label(entry.n)), el("span", { class: "note" }, [KIND[nodes[entry.n].kind], why(entry, words)].filter(Boolean).join(" · ")))));
    if (!found.length) list.append(el("li", { class: "silence" }, "Nothing by this name or in these words"));
    list.hidden = false;
    byId("search").setAttribute("aria-expanded", "true");
    mark();
    announce(`${found.length} results`);
  };
  const mark = () => {
    [...byId("results").children].forEach((item, i) => { item.setAttribute("aria-selected", String(i === active)); if (i === active) item.scrollIntoView({ block: "nearest" }); });
    if (active >= 0) byId("search").setAttribute("aria-activedescendant", `result-${active}`); else byId("search").removeAttribute("aria-activedescendant");
  };
  const take = (i) => { if (!found[i]) return; closeResults(); select(found[i][1].n); };
  const searchKeys = (event) => {
    if (event.key === "Escape") closeResults();
    else if (event.key === "Enter") take(active);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (byId("results").hidden) { search(); return; }
      active = found.length ? (active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length : -1;
      mark();
    }
  };

  const graphKeys = (event) => {
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (arrows[event.key]) { event.preventDefault(); const next = draw.neighbour(state.selected, ...arrows[event.key]); if (next !== null) select(next); }
    else if (event.key === "+" || event.key === "=") draw.zoom(1.2);
    else if (event.key === "-") draw.zoom(1 / 1.2);
    else if (event.key === "0") draw.fit();
    else if (event.key === "Escape") select(null);
    else if (event.key === "Enter") byId("panel").focus();
  };
  const tabKeys = (names, prefix, show) => (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const now = names.findIndex((name) => `${prefix}${name}` === document.activeElement.id), next = names[(now + step + names.length) % names.length];
    show(next);
    byId(`${prefix}${next}`).focus();
  };

  /* Spreadsheets run cells that begin like a formula; a leading apostrophe stops them. */
  const cell = (value) => `"${String(value ?? "").replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""')}"`;
  const csv = () => {
    const lines = [["fact", "standing", "speaker", "reported by", "quote", "source", "start", "end", "disputes"]];
    facts.forEach((fact) => {
      const all = [...fact.statements.map((s) => [s, ""]), ...fact.disputes.map((s) => [s, "yes"])];
      (all.length ? all : [[null, ""]]).forEach(([number, disputes]) => {
        const s = number === null ? null : statements[number];
        lines.push([sentence(fact), fact.standing, s && s.chain.length ? label(s.chain.at(-1)) : "", s && s.chain.length > 1 ? label(s.chain[0]) : "", s ? s.quote : "",
          s && s.source !== null ? sources[s.source].id : "", s ? s.start : "", s ? s.end : "", disputes]);
      });
    });
    return lines.map((line) => line.map(cell).join(",")).join("\r\n");
  };
  const save = (name, address) => { const anchor = el("a", { href: address, download: name }); document.body.append(anchor); anchor.click(); anchor.remove(); };
  const saveText = (name, type, text) => { const address = URL.createObjectURL(new Blob([text], { type })); save(name, address); setTimeout(() => URL.revokeObjectURL(address), 4000); };
  const exportAs = (event) => {
    const kind = event.target.value;
    event.target.value = "";
    if (kind === "png" && nodes.length) { if (state.view !== "graph") showView("graph"); save("negotiation.png", draw.picture()); }
    if (kind === "csv") saveText("facts.csv", "text/csv;charset=utf-8", `\ufeff${csv()}`);
    if (kind === "json") saveText("graph.json", "application/json", byId("data").textContent);
  };
  Parley.copy = (text, done) => {
    const fall = () => announce("Copying is not allowed here");
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => announce(done), fall); else fall();
  };
  const setTheme = (theme) => {
    document.documentElement.dataset.theme = theme;
    try { localStorage.setItem("parley-theme", theme); } catch { /* not kept */ }
    if (drawn) draw.recolour();
  };
  const firstTheme = () => {
    let kept = null;
    try { kept = localStorage.getItem("parley-theme"); } catch { /* not kept */ }
    return kept || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  };

  const sourceLine = () => {
    const names = [...new Set(sources.map((source) => (source.publisher === null ? "" : label(source.publisher))))].filter(Boolean);
    const of = `${sources.length} ${sources.length === 1 ? "source" : "sources"}`;
    const day = sources.length === 1 ? sources[0].published : "";
    return [`From ${of}`, names.slice(0, 4).join(", "), day, data.quotes ? "every fact leads to its words" : "made without the sources' words"].filter(Boolean).join(" · ");
  };
  /* Back and forward, or an address typed in. */
  const returnTo = () => {
    state.selected = null;
    Object.values(state.off).forEach((keys) => keys.clear());
    readAddress();
    views.legend(filtered);
    select(state.selected, false, false);
    showView(state.view);
  };
  const begin = () => {
    setTheme(firstTheme());
    byId("title").textContent = data.title;
    byId("source-line").textContent = sourceLine();
    state.view = phone.matches ? "items" : "graph";
    if (phone.matches) byId("filters").open = false;
    readAddress();
    panel.connect(select, openArticle);
    views.legend(filtered);
    light();
    showTab("details");
    panel.showDetails();
    if (!nodes.length) {
      byId("empty").hidden = false;
      byId("empty").textContent = "This graph is empty: no source has been added yet.";
    }
    showView(state.view);
    byId("panel").classList.toggle("chosen", state.selected !== null);
    VIEWS.forEach((view) => byId(`view-${view}`).addEventListener("click", () => showView(view)));
    byId("view-graph").parentElement.addEventListener("keydown", tabKeys(VIEWS, "view-", showView));
    byId("tab-details").addEventListener("click", () => showTab("details"));
    byId("close-panel").addEventListener("click", () => { showTab("details"); select(null); });
    byId("tab-article").addEventListener("click", () => { showTab("article"); panel.showArticle(null); });
    byId("tab-details").parentElement.addEventListener("keydown", tabKeys(["details", "article"], "tab-", (tab) => { showTab(tab); if (tab === "article") panel.showArticle(null); }));
    byId("search").addEventListener("input", search);
    byId("search").addEventListener("keydown", searchKeys);
    byId("search").addEventListener("blur", closeResults);
    byId("graph").addEventListener("keydown", (event) => drawn && graphKeys(event));
    byId("zoom-in").addEventListener("click", () => draw.zoom(1.25));
    byId("zoom-out").addEventListener("click", () => draw.zoom(0.8));
    byId("zoom-fit").addEventListener("click", () => draw.fit());
    byId("export").addEventListener("change", exportAs);
    byId("copy-link").addEventListener("click", () => Parley.copy(location.href, "Link copied"));
    byId("theme").addEventListener("click", () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
    addEventListener("popstate", returnTo);
    addEventListener("keydown", (event) => {
      if (event.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) { event.preventDefault(); byId("search").focus(); }
    });
  };
  begin();
})();
