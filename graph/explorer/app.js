"use strict";
/* Ties the page together: which view and negotiation is open, what is selected, keyboard, theme. */
(() => {
  const { data, nodes, sources, statements, talks, talksOf, factsOf, label, KINDS } = Parley.model;
  const { state, many, lone, sourcesNow, nodeShown, inScope, reset, now } = Parley.shown;
  const { draw, panel, article, views, overview, rail, facets, search, address, layout, claims } = Parley;
  const { paper, ties, walk, sparql, story, keys } = Parley;
  const { byId, announce, copy } = Parley.dom;
  const FEW = 4;
  const phone = matchMedia("(max-width: 760px)");
  const tight = matchMedia("(min-width: 761px) and (max-width: 1160px)");

  /* Who has no card, nor anybody beside him, leaves the table as it is. */
  const light = () => {
    const { selected, path } = state;
    const near = () => (path === null ? [selected, ...ties.of(selected).keys()] : walk.nodesOn(selected, path));
    const lit = new Set(selected === null ? [] : near());
    state.lit = [...lit].some((n) => draw.place(n)) ? lit : null;
  };
  const showTab = (tab) => {
    state.tab = tab;
    for (const name of ["details", "article"]) {
      byId(name).hidden = name !== tab;
      byId(`tab-${name}`).setAttribute("aria-selected", String(name === tab));
      byId(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
    }
  };
  /* The negotiation that has a node, the open one before others; what is in none stands in the table of facts. */
  const openFor = (n) => {
    const all = state.talks === null && state.view !== "overview";
    if (!many || all || (state.talks !== null && inScope(n))) return;
    const found = talksOf[n];
    if (found.length) openTalks(found[0], false);
    else {
      if (state.talks !== null) openTalks(null, false);
      showView("table", false);
    }
  };
  const select = (n, keepTab = false, step = true) => {
    const within = byId("details").contains(document.activeElement);
    if (n !== null && step) openFor(n);
    if (n !== state.selected) state.path = null;
    state.selected = n;
    panel.showDetails();
    if (!keepTab) {
      showTab("details");
      byId("panel").scrollTop = 0;
    }
    if (state.tab === "article") article.show(null);
    settlePanel();
    if (within) panel.focus();
    if (draw.started() && state.view === "graph") {
      rail.show();
      if (n !== null && !draw.place(n) && nodeShown(n)) draw.renew();
      draw.keepUp();
      light();
      draw.redraw();
      if (n !== null) draw.reveal(n);
    }
    byId("panel").classList.toggle("chosen", n !== null);
    if (step) address.write(true);
    announce(
      n === null ? "Overview" : `${KINDS[nodes[n].kind][0]} ${label(n)}, ${factsOf[n].length} facts in the panel`,
    );
  };
  const openArticle = (source, statement, word = "") => {
    state.article = source ?? 0;
    showTab("article");
    if (state.view === "overview") showView("table", false);
    settlePanel();
    article.show(statement, word);
    byId("panel").classList.add("chosen");
    address.write(true);
    announce("Article");
  };
  /* Of many sources, or in a tight window, the table takes the room until something is selected, or the panel is asked
     for. */
  const spare = () => sourcesNow().length <= FEW && !tight.matches;
  let asked = false;
  const settlePanel = () => {
    const needed = state.selected !== null || state.tab === "article" || asked || spare();
    document.body.classList.toggle("no-panel", !needed);
    byId("about").hidden = spare() || state.view === "overview";
    byId("about").setAttribute("aria-expanded", String(needed));
  };
  const tabs = () => address.VIEWS.filter((view) => !byId(`view-${view}`).hidden);
  const allowed = () => {
    const compared = sourcesNow().length > 1 ? ["claims"] : [];
    return [
      ...(many && state.talks === null
        ? ["overview", "items", ...compared, "timeline", "people", "table"]
        : ["graph", "items", ...compared, "positions", "timeline", "people", "table"]),
      ...(sparql.given ? ["sparql"] : []),
    ];
  };
  const show = () => {
    if (!allowed().includes(state.view)) state.view = allowed()[0];
    address.VIEWS.forEach((name) => {
      byId(`view-${name}`).hidden = !allowed().includes(name);
      byId(`view-${name}`).setAttribute("aria-selected", String(name === state.view));
      byId(`view-${name}`).tabIndex = name === state.view ? 0 : -1;
    });
    const graph = state.view === "graph";
    document.body.classList.toggle("on-overview", state.view === "overview");
    settlePanel();
    byId("main").classList.toggle("words", !graph);
    byId("page").hidden = graph;
    byId("view-claims").textContent = `Claims ≠ ${claims.here().length}`;
    Parley.masthead.show();
    story.show();
    facets.show();
    rail.show();
    views.show();
    byId(`view-${state.view}`).scrollIntoView({ inline: "nearest", block: "nearest" });
    if (!graph) return;
    if (!draw.started() && nodes.length) draw.start((n) => select(n), unfold);
    draw.renew();
    light();
  };
  const showView = (view, step = true) => {
    state.view = view;
    if (state.selected === null) panel.showDetails();
    byId("main").scrollTop = 0;
    show();
    if (step) address.write(true);
  };
  const changed = () => {
    reset();
    panel.showDetails();
    show();
    announce(`${now().items.length} items shown`);
    address.write(true);
  };
  const openTalks = (number, step = true, view = null) => {
    Parley.shown.clear();
    Object.assign(state, { talks: number, selected: null });
    reset();
    if (number === null || !["timeline", "table", "items", "positions", "sparql"].includes(state.view))
      state.view = firstTable();
    if (number === null) state.view = "overview";
    if (view) state.view = view;
    panel.showDetails();
    byId("panel").classList.remove("chosen");
    showTab("details");
    byId("main").scrollTop = 0;
    show();
    if (!step) return;
    address.write(true);
    announce(number === null ? "All negotiations" : talks[number].title);
    byId("title").focus({ preventScroll: true });
  };
  const unfold = (key) => {
    if (!layout.unfold(key)) {
      announce("Too many for one table: choose something in the filters first");
      return;
    }
    draw.renew();
    light();
    draw.redraw();
  };

  /* One step back: what is selected, then the filters. A negotiation is left by its button, or by going back. */
  const stepBack = () => {
    if (state.selected !== null || state.tab === "article") {
      showTab("details");
      select(null);
    } else if (Parley.shown.narrowed()) {
      Parley.shown.clear();
      changed();
    }
  };
  const firstTable = () => (phone.matches ? "items" : "graph");
  const firstView = () => (many ? "overview" : firstTable());
  /* At the beginning, back and forward, or when an address is typed in. */
  const restore = (text = location.hash) => {
    address.read(firstView(), text);
    if (text.length < 2 && lone !== null) Object.assign(state, { talks: lone, view: firstTable() });
    reset();
    const inOne = state.view === "overview" || !allowed().includes(state.view);
    if (state.talks === null && state.selected !== null && many && inOne) {
      const view = state.view;
      state.talks = talksOf[state.selected].length ? talksOf[state.selected][0] : null;
      reset();
      if (view === "overview") state.view = state.talks === null ? "table" : firstTable();
    }
    if (!allowed().includes(state.view)) state.view = allowed()[0];
    panel.showDetails();
    const tab = state.tab;
    showTab(tab);
    if (tab === "article") article.show(null);
    byId("panel").classList.toggle("chosen", state.selected !== null || tab === "article");
    show();
    if (draw.started() && state.selected !== null) draw.reveal(state.selected);
  };
  const listen = (id, name, then) => byId(id).addEventListener(name, then);
  const begin = () => {
    paper.begin();
    if (phone.matches) byId("filters").open = false;
    Parley.words.connect(select, openArticle);
    panel.connect(select, openArticle);
    article.connect(select, openArticle);
    overview.connect(openTalks, (n, number) => {
      openTalks(number, false);
      select(n);
    });
    claims.connect(
      () => {
        const focused = document.activeElement && document.activeElement.dataset.claim;
        showView("claims");
        const again = focused && byId("page").querySelector(`[data-claim="${Number(focused)}"]`);
        if (again) again.focus();
      },
      select,
      openArticle,
    );
    Parley.strip.connect(changed, select, openTalks);
    rail.connect(changed, select);
    story.connect((text) => {
      if (text === null) {
        state.story = null;
        story.show();
      } else restore(text);
      address.write(true);
    });
    facets.connect(changed);
    walk.connect(changed);
    search.connect(select, openArticle, openTalks);
    if (!nodes.length) {
      byId("empty").hidden = false;
      byId("empty").textContent = "This graph is empty: no source has been added yet.";
    }
    restore(location.hash.length < 2 && story.length ? story.first : location.hash);
    if (location.hash.length > 1) address.write(); // in its own spelling
    address.VIEWS.forEach((view) => listen(`view-${view}`, "click", () => showView(view)));
    byId("view-graph").parentElement.addEventListener("keydown", keys.onTabs(tabs, "view-", showView));
    listen("tab-details", "click", () => {
      showTab("details");
      address.write();
    });
    listen("close-panel", "click", () => {
      showTab("details");
      select(null);
    });
    const showArticle = () => {
      const said = article.saidOf(state.selected);
      if (said !== null) state.article = statements[said].source;
      showTab("article");
      article.show(said);
      address.write();
    };
    listen("tab-article", "click", showArticle);
    const panelTabs = keys.onTabs(
      () => ["details", "article"],
      "tab-",
      (tab) => (tab === "article" ? showArticle() : showTab(tab)),
    );
    byId("tab-details").parentElement.addEventListener("keydown", panelTabs);
    listen("about", "click", () => {
      asked = document.body.classList.contains("no-panel");
      if (!asked) {
        state.tab = "details";
        state.selected = null;
        showTab("details");
      }
      panel.showDetails();
      show();
    });
    listen("up", "click", () => openTalks(null));
    listen("to-cards", "click", (event) => {
      event.preventDefault();
      byId(state.view === "graph" ? "graph" : "page").focus();
    });
    listen("graph", "keydown", keys.onGraph(select));
    listen("unfold", "click", () => {
      if (!layout.unfoldAll()) announce("Too many for one table: choose something in the filters first");
      draw.renew();
      light();
      draw.redraw();
    });
    listen("later", "click", () => showView("timeline"));
    listen("zoom-in", "click", () => draw.zoom(1.25));
    listen("zoom-out", "click", () => draw.zoom(0.8));
    listen("zoom-fit", "click", () => draw.fit());
    listen("export", "change", (event) => {
      const kind = event.target.value;
      event.target.value = "";
      if (["png", "svg"].includes(kind) && allowed().includes("graph") && state.view !== "graph") showView("graph");
      Parley.exports.as(kind);
    });
    listen("copy-link", "click", () => {
      address.write();
      copy(location.href, "Link copied");
    });
    listen("theme", "click", paper.turn);
    tight.addEventListener("change", settlePanel);
    addEventListener("popstate", () => restore());
    addEventListener("keydown", keys.onPage(stepBack));
  };
  begin();
})();
