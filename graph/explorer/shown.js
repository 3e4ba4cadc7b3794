"use strict";
/* What the reader has chosen, and what is left to show by it: one set of nodes and one of facts for all views. */
Parley.shown = (() => {
  const { nodes, facts, statements, sources, talks, factsOf, sidesOf, stackOf, sideOf } = Parley.model;
  const { statusKey, unanswered, look } = Parley.status;
  const UNANSWERED = "unanswered";
  const FILTERS = ["kind", "side", "issue", "status", "told", "standing", "speaker", "publisher", "source"];
  const NEUTRAL = new Set(["post", "place", "process", "document"]);
  const many = talks.length > 1;
  /* The only negotiation there is, where something stands beside it. */
  const tables = [...talks.keys()].filter((number) => talks[number].node !== null);
  const lone = many && tables.length === 1 ? tables[0] : null;
  const state = {
    selected: null,
    hovered: null,
    view: "graph",
    tab: "details",
    article: 0,
    lit: null,
    talks: null,
    step: null,
    claim: null,
    compared: [],
    near: null,
    path: null,
    story: null,
    from: "",
    to: "",
    unfolded: new Set(),
    only: Object.fromEntries(FILTERS.map((name) => [name, new Set()])),
  };

  /* The values of an item, a person or a fact under each filter, as the address spells them. */
  const sideKeys = (n) => (nodes[n].kind === "item" ? sidesOf[n] : [sideOf(n)]).map(String);
  const issueKeys = (n) => (nodes[n].issues.length ? nodes[n].issues : [""]);
  const toneKey = (n) => look(statusKey(n))[1];
  const publisherKey = (source) => String(sources[source].publisher ?? "");
  const statusKeysOf = (n) => [statusKey(n), ...(unanswered(n) ? [UNANSWERED] : [])];
  /* How many publishers tell of an item or event, and how many of them have something that no other had before. */
  const toldBy = (n) => {
    const told = nodes[n].kind === "item" ? factsOf[n].filter((fact) => fact.kind === "act") : factsOf[n];
    const all = told.flatMap((fact) => fact.statements);
    const papers = (some) => new Set(some.map((s) => publisherKey(statements[s].source) || statements[s].source)).size;
    return { all: papers(all), own: papers(all.filter((s) => !statements[s].origin)) };
  };
  const toldKey = (n) => (told[n] ||= [toldBy(n).own > 1 ? "several" : "one"]);
  const told = [];
  const OF_ITEM = { side: sideKeys, issue: issueKeys, status: statusKeysOf, told: toldKey };
  const OF_FACT = {
    standing: (fact) => [fact.standing],
    speaker: (fact) => fact.speakers.map(String),
    publisher: (fact) => fact.sources.map(publisherKey),
    source: (fact) => fact.sources.map(String),
  };
  const passes = (name, values) => !state.only[name].size || values.some((value) => state.only[name].has(value));

  const talksNow = () => (state.talks === null ? null : talks[state.talks]);
  /* The negotiation that the views are about: the one chosen, or the only one there is. */
  const subject = () => talksNow() || (many || !talks.length || talks[0].node === null ? null : talks[0]);
  const inScope = (n) => {
    const one = talksNow();
    return !one || one.has.has(n) || NEUTRAL.has(nodes[n].kind);
  };
  const named = (fact) => fact.nodes.filter((n) => !NEUTRAL.has(nodes[n].kind));
  const factInScope = (fact) => {
    const one = talksNow();
    if (!one) return true;
    if (fact.act) return fact.act.talks.includes(one.number);
    const about = named(fact);
    return about.length ? about.every(inScope) : fact.sources.some((source) => one.sourceSet.has(source));
  };
  const dayOf = (fact) => (fact.act ? fact.act : fact.kind === "event" ? nodes[fact.nodes[0]].event : null);
  const inPeriod = (fact) => {
    if (!state.from && !state.to) return true;
    const when = dayOf(fact);
    return (
      Boolean(when && when.first) && (!state.from || when.last >= state.from) && (!state.to || when.first <= state.to)
    );
  };
  /* The round chosen is a period of its own: what happened at it, or since the one before. */
  const inStep = (fact, step = state.step === null ? null : roundsOf(subject())[state.step]) => {
    if (!step) return true;
    const when = dayOf(fact),
      event = fact.act ? fact.act.event : fact.kind === "event" ? fact.nodes[0] : null;
    if (event !== null && step.events.includes(event)) return true;
    const elsewhere = event !== null && roundsOf(subject()).some((other) => other.events.includes(event));
    const until = when && (when.exact ? when.first : when.last);
    return !elsewhere && Boolean(until) && when.first > step.after && until <= step.last;
  };
  /* The rounds of a negotiation in order, each with the day after which what happens belongs to it. */
  const roundsOf = (one) => {
    if (!one) return [];
    if (!one.railed) {
      let before = "";
      one.railed = one.rounds.map((round) => {
        const made = { ...round, after: before };
        if (round.held && round.last) before = round.last;
        return made;
      });
      const dated = one.railed.filter((round) => round.held && round.first);
      one.steps.forEach((step, i) => {
        if (step.after) dated[i + 1].step = step;
      });
      const since = one.steps.find((step) => !step.after);
      if (since && since.changes.some((change) => change.kind !== "silent")) {
        const held = one.railed.findLastIndex((round) => round.held) + 1; // before the rounds that are only planned
        one.railed.splice(held, 0, {
          number: null,
          name: "",
          events: [],
          first: before,
          last: "9999",
          after: before,
          held: true,
          step: since,
        });
      }
    }
    return one.railed;
  };
  /* The items that something is told of at a round. */
  const movedIn = (round) =>
    subject().items.filter((n) => factsOf[n].some((fact) => factInScope(fact) && inStep(fact, round)));
  const factFits = (fact, except = "") =>
    inStep(fact) &&
    inPeriod(fact) &&
    Object.keys(OF_FACT).every((name) => name === except || passes(name, OF_FACT[name](fact)));
  const itemFits = (n, except = "") =>
    Object.keys(OF_ITEM).every((name) => name === except || passes(name, OF_ITEM[name](n)));
  /* Of a fact that several tell, only what those whom the filters leave tell. */
  const statementFits = ({ source, chain }) =>
    passes("publisher", [publisherKey(source)]) &&
    passes("source", [String(source)]) &&
    passes("speaker", [String(chain.at(-1))]);
  const ofFacts = () =>
    Object.keys(OF_FACT).some((name) => state.only[name].size) ||
    Boolean(state.from || state.to) ||
    state.step !== null;
  /* Whether what changed on an item is to be shown: by all that is chosen but the round. */
  const changeFits = (n) => {
    const told = (fact) =>
      factInScope(fact) && inPeriod(fact) && Object.keys(OF_FACT).every((name) => passes(name, OF_FACT[name](fact)));
    return isNear(n) && itemFits(n) && factsOf[n].some(told);
  };
  const ofItems = () => Object.keys(OF_ITEM).some((name) => state.only[name].size);
  const narrowed = () => ofFacts() || ofItems() || state.only.kind.size > 0 || state.near !== null;
  /* What lies within some steps of a node, where the reader wants no more. */
  const isNear = (n) => {
    if (!state.near || NEUTRAL.has(nodes[n].kind)) return true;
    near ||= Parley.walk.within(state.near.node, state.near.steps);
    return near.has(n);
  };

  let made = null,
    near = null;
  const reset = () => {
    made = near = null;
    Parley.status.setRound(state.step === null ? null : roundsOf(subject())[state.step]);
  };
  const items = (except = "") =>
    nodes
      .map((_, n) => n)
      .filter(
        (n) =>
          nodes[n].kind === "item" &&
          inScope(n) &&
          isNear(n) &&
          itemFits(n, except) &&
          (!factsOf[n].length ? !ofFacts() : factsOf[n].some((f) => factInScope(f) && factFits(f, except))),
      );
  const compute = () => {
    const left = new Set(passes("kind", ["item"]) ? items() : []);
    const fits = (fact) =>
      factInScope(fact) &&
      factFits(fact) &&
      fact.nodes.every(isNear) &&
      fact.nodes.every((n) => nodes[n].kind !== "item" || left.has(n) || !ofItems());
    const kept = new Set(facts.filter(fits));
    const chosen = new Set();
    kept.forEach((fact) => {
      if (!ofItems() || fact.nodes.some((n) => left.has(n)))
        [...fact.nodes, ...fact.chains].forEach((n) => chosen.add(n));
    });
    const party = (n) => {
      const one = subject();
      return one ? one.parties.includes(n) : nodes[n].side === n;
    };
    const stays = (n) => {
      const kind = nodes[n].kind;
      if (!inScope(n) || !isNear(n) || !passes("kind", [kind])) return false;
      if (kind === "item") return left.has(n);
      if (kind !== "event" && !NEUTRAL.has(kind) && !passes("side", [String(sideOf(n))])) return false;
      return !ofFacts() && !ofItems() ? true : chosen.has(n) || party(n);
    };
    return { nodes: new Set(nodes.map((_, n) => n).filter(stays)), facts: kept, items: [...left] };
  };
  const now = () => made || (made = compute());
  const nodeShown = (n) => now().nodes.has(n);
  /* Of items that share a card those that are shown, and the one whose card it is: that selected, else the last. */
  const stackShown = (n) => stackOf[n].filter(nodeShown);
  const onTop = (n) => {
    const stack = stackShown(n);
    return stack.length < 2 || (stack.includes(state.selected) ? state.selected : stack[0]) === n;
  };
  const factShown = (fact) => now().facts.has(fact);

  /* How many items, or facts where the view lists facts, a click on each value would leave. */
  const counts = (name, byFact) => {
    const values = OF_ITEM[name] || OF_FACT[name];
    if (byFact && OF_FACT[name])
      return Parley.dom.tally(
        facts.filter((fact) => factInScope(fact) && factFits(fact, name)).flatMap((fact) => [...new Set(values(fact))]),
      );
    const left = items(name);
    if (OF_ITEM[name]) return Parley.dom.tally(left.flatMap((n) => [...new Set(values(n))]));
    const ofItem = (n) => [...new Set(factsOf[n].filter((f) => factInScope(f) && factFits(f, name)).flatMap(values))];
    return Parley.dom.tally(left.flatMap(ofItem));
  };
  /* All values that occur in what is open, whatever the filters leave of them. */
  const values = (name, byFact) => {
    const key = `${name} ${state.talks} ${byFact}`;
    if (!known.has(key)) {
      const of = OF_ITEM[name] || OF_FACT[name],
        items = [...nodes.keys()].filter((n) => nodes[n].kind === "item" && inScope(n));
      const told = byFact ? facts : items.flatMap((n) => factsOf[n]);
      known.set(key, new Set((OF_ITEM[name] ? items : told.filter(factInScope)).flatMap(of)));
    }
    return known.get(key);
  };
  const known = new Map();
  const sourcesNow = () => (talksNow() ? talksNow().sources : sources.map((_, number) => number));
  const clear = () => {
    Object.values(state.only).forEach((keys) => keys.clear());
    Object.assign(state, { from: "", to: "", step: null, compared: [], near: null, path: null });
  };
  return {
    FILTERS,
    UNANSWERED,
    state,
    many,
    lone,
    talksNow,
    subject,
    inScope,
    factInScope,
    factFits,
    changeFits,
    statementFits,
    roundsOf,
    movedIn,
    narrowed,
    items,
    nodeShown,
    stackShown,
    onTop,
    factShown,
    now,
    reset,
    counts,
    values,
    sourcesNow,
    clear,
    publisherKey,
    toldBy,
    toneKey,
  };
})();
