"use strict";
/* Places the cards of the table: sides left and right, what is on the table between them, rounds on top; every
   choice of the reader is laid out anew, at the size of its words, and what does not fit is folded and counted. */
Parley.layout = (() => {
  const { data, nodes, sides, facts, sideAt, sidesOf, actsOf } = Parley.model;
  const { statusWords, onTable, closed } = Parley.status;
  const { state, subject, nodeShown, stackShown, onTop } = Parley.shown;
  const { height, stateWidth } = Parley.cards;
  const { tally, capital, count, byName } = Parley.dom;
  const GAP = 8,
    PAD = 12,
    TITLE = 34,
    AISLE = 34,
    ROAD = 22,
    EDGE = 10,
    FOLD = 28,
    EVENT = 232;
  const ITEMS = 60,
    NODES = 300,
    ISSUES = 30,
    LANE = 9,
    KEPT = 7,
    FEW = 12,
    LANES = 6;
  const order = data.network.nodes;

  /* Heads and members of delegations come first, then who has most facts; what is only a team of one round, last. */
  const ranks = new Map(order.map((n, place) => [n, place]));
  const people = (side, members) => {
    const teams = members.filter((n) => nodes[n].kind === "delegation");
    const own = (n) => nodes[n].kind === "state" || n === side;
    if (teams.length > 1)
      return [...members.filter(own), ...members.filter((n) => !own(n) && !teams.includes(n)), ...teams];
    const inTeam = new Set(
      facts
        .filter((fact) => ["head", "member"].includes(fact.kind) && fact.nodes.includes(teams[0]))
        .flatMap((fact) => fact.nodes),
    );
    const rank = (n) => (own(n) ? 0 : teams.includes(n) ? 1 : inTeam.has(n) ? 2 : 3);
    return [...members].sort((a, b) => rank(a) - rank(b) || ranks.get(a) - ranks.get(b));
  };
  /* So many are kept when a lane has too many; the one selected always is. */
  const keep = (key, all, most, kept) => {
    if (all.length <= most || state.unfolded.has(key)) return [all, []];
    const first = all.slice(0, kept);
    if (state.selected !== null && all.includes(state.selected) && !first.includes(state.selected))
      first.push(state.selected);
    return [first, all.filter((n) => !first.includes(n))];
  };
  const agentLane = (title, side, members) => {
    const key = `lane ${side}`,
      [cards, hidden] = keep(key, people(side, members), LANE, KEPT);
    return { key, title, side, cards, hidden, words: `${hidden.length} more${side === null ? "" : ` of ${title}`}` };
  };
  const sideLanes = (agents) => {
    const about = subject(),
      left = [],
      right = [],
      taken = new Set();
    const isParty = (side) => (about ? about.parties.includes(side.node) : side.party);
    const guest = (side) => Boolean(about) && about.guests.includes(side.node);
    const ranked = sides.filter(isParty).concat(sides.filter((side) => !isParty(side)));
    ranked.slice(0, isParty(ranked[LANES] || {}) ? LANES : undefined).forEach((side, number) => {
      const members = agents.filter((n) => nodes[n].side === side.node);
      const party = isParty(side);
      if (!members.length || !(party || guest(side) || (members.length > 1 && right.length < LANES))) return;
      members.forEach((n) => taken.add(n));
      (party && number % 2 === 0 && !(number && ranked.filter(isParty).length > 2) ? left : right).push(
        agentLane(side.label, side.node, members),
      );
    });
    const rest = agents.filter((n) => !taken.has(n));
    const size = (lanes) => lanes.reduce((sum, lane) => sum + lane.cards.length, 0);
    if (rest.length) {
      const title = taken.size ? "Sources and others" : "People and organisations";
      (size(left) < size(right) ? left : right).push(agentLane(title, null, rest));
    }
    return [left, right];
  };

  const mixed = (items) =>
    [...tally(items.map(statusWords))]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([words, number]) => `${number} ${words}`)
      .join(", ");
  /* Of several issues of an item the one that is filtered by, else the first. */
  const issueOf = (n) => nodes[n].issues.find((issue) => state.only.issue.has(issue)) || nodes[n].issues[0] || "";
  const byLife = (a, b) => closed(a) - closed(b) || actsOf[b].length - actsOf[a].length || ranks.get(a) - ranks.get(b);
  /* As many cards for each issue as leave room for all of them. */
  const share = (groups) => {
    for (let each = ITEMS; each > 1; each--) {
      if (groups.reduce((sum, [, found]) => sum + Math.min(found.length, each), 0) <= ITEMS) return each;
    }
    return 1;
  };
  const issueLanes = (items) => {
    const groups = [...items.reduce((map, n) => map.set(issueOf(n), [...(map.get(issueOf(n)) || []), n]), new Map())];
    groups.sort((a, b) => (a[0] === "") - (b[0] === "") || b[1].length - a[1].length || byName(a[0], b[0]));
    if (groups.length > ISSUES) {
      const more = groups.splice(ISSUES - 1);
      groups.push([count(more.length, "more issue"), more.flatMap(([, found]) => found)]);
    }
    const each = share(groups);
    return groups.map(([issue, found]) => {
      const key = `issue ${issue}`,
        [cards, hidden] = keep(key, [...found].sort(byLife), each, each);
      const words = `${hidden.length} more: ${mixed(hidden)}`;
      return {
        key,
        title: capital(issue) || "No issue named",
        side: null,
        cards,
        hidden,
        words,
        note: count(
          found.reduce((sum, n) => sum + stackShown(n).length, 0),
          "item",
        ),
        halves: true,
      };
    });
  };
  const plainLane = (title, found) => {
    const [cards, hidden] = keep(title, found, ITEMS, ITEMS);
    return { key: title, title, side: null, cards, hidden, words: `${hidden.length} more` };
  };
  const tableLanes = (items) => {
    if (items.length > FEW && items.some(issueOf)) return issueLanes(items);
    return onTable(items).map(([words, found]) => plainLane(capital(words), found));
  };

  /* Puts one lane at a place; returns its height. */
  const stack = (cards, x, y, width, boxes) => {
    cards.forEach((n) => {
      const own = nodes[n].kind === "state" ? stateWidth(n, width) : width,
        h = height(n, own);
      boxes.set(n, { x: x + width / 2, y: y + h / 2, w: own, h });
      y += h + GAP;
    });
    return y;
  };
  const inHalves = (lane, y, inner, boxes, leftSides) => {
    const half = (inner - GAP) / 2,
      x = lane.x + PAD;
    const left = (n) => sidesOf[n].length === 1 && leftSides.has(sidesOf[n][0]);
    const right = (n) => sidesOf[n].length === 1 && sidesOf[n][0] >= 0 && !left(n);
    const both = lane.cards.filter((n) => !left(n) && !right(n));
    let one = lane.cards.filter(left),
      two = lane.cards.filter(right);
    const pour = (found) => [found.filter((_, i) => i % 2 === 0), found.filter((_, i) => i % 2)];
    if (!one.length || !two.length) [one, two] = pour([...one, ...two]);
    const under = Math.max(stack(one, x, y, half, boxes), stack(two, x + half + GAP, y, half, boxes));
    return stack(both, x, under, inner, boxes);
  };
  const placeLane = (lane, x, y, width, boxes, leftSides) => {
    const inner = width - 2 * PAD;
    Object.assign(lane, { x, y, w: width });
    const start = y + TITLE;
    let end =
      lane.halves && inner > 460
        ? inHalves(lane, start, inner, boxes, leftSides)
        : stack(lane.cards, x + PAD, start, inner, boxes);
    if (lane.hidden.length) {
      lane.fold = { x: x + PAD, y: end, w: inner, h: FOLD, key: lane.key, words: lane.words };
      end += FOLD + GAP;
    } else lane.fold = null;
    lane.h = end - y + PAD - GAP;
    return y + lane.h + GAP;
  };
  const placeEvents = (events, width, boxes) => {
    const room = Math.max(1, Math.floor((width + GAP) / (EVENT + 2 * GAP))),
      shown = events.slice(0, 2 * room);
    let y = EDGE;
    for (let start = 0; start < shown.length; start += room) {
      const row = shown.slice(start, start + room),
        tall = Math.max(...row.map((n) => height(n, EVENT)));
      const first = (width - row.length * (EVENT + 2 * GAP)) / 2 + EVENT / 2 + GAP;
      row.forEach((n, i) => boxes.set(n, { x: first + i * (EVENT + 2 * GAP), y: y + tall / 2, w: EVENT, h: tall }));
      y += tall + ROAD;
    }
    return [y, events.slice(shown.length)];
  };
  /* Where everything goes on a canvas of a width; the same choice always gives the same places. */
  const arrange = (width, withEvents) => {
    const shown = order.filter((n) => nodeShown(n) && onTop(n)),
      boxes = new Map(),
      of = (...kinds) => shown.filter((n) => kinds.includes(nodes[n].kind));
    const inTime = data.timeline.flat(),
      full = Math.max(width, 700);
    const [left, right] = sideLanes(shown.filter((n) => !["item", "document", "event"].includes(nodes[n].kind)));
    const middle = tableLanes(of("item"));
    const papers = of("document");
    if (papers.length) middle.push(plainLane("Documents", papers));
    const events = withEvents ? inTime.filter((n) => shown.includes(n)) : [];
    let [top, laterEvents] = placeEvents(events, full, boxes);
    const columns = [left, middle, right].filter((lanes) => lanes.length);
    const side = Math.min(250, Math.max(196, full * 0.26)),
      aisles = (columns.length - 1) * AISLE + 2 * EDGE;
    const sideCount = [left, right].filter((lanes) => lanes.length).length;
    const free = full - aisles - sideCount * side;
    const wide = middle.length ? Math.min(free, middle.some((lane) => lane.halves) ? 860 : 520) : 0;
    const own = middle.length ? side : Math.min(360, (full - aisles) / Math.max(1, sideCount));
    const total = aisles + wide + sideCount * own;
    let x = (full - total) / 2 + EDGE,
      bottom = top;
    const leftSides = new Set(left.filter((lane) => lane.side !== null).map((lane) => sideAt(lane.side)));
    for (const lanes of columns) {
      const own_width = lanes === middle ? wide : own;
      let y = top;
      lanes.forEach((lane) => {
        y = placeLane(lane, x, y, own_width, boxes, leftSides);
      });
      bottom = Math.max(bottom, y);
      x += own_width + AISLE;
    }
    const lanes = columns.flat();
    const hidden = lanes.reduce((sum, lane) => sum + lane.hidden.length, 0);
    return { boxes, lanes, width: full, height: bottom + EDGE, hidden, laterEvents };
  };
  let current = { boxes: new Map(), lanes: [], width: 0, height: 0, hidden: 0, laterEvents: [] };
  const renew = (width, withEvents) => {
    current = arrange(width, withEvents);
    return current;
  };
  const now = () => current;
  const unfold = (key) => {
    const lane = current.lanes.find((one) => one.key === key);
    if (!lane || current.boxes.size + lane.hidden.length > NODES) return false;
    state.unfolded.add(key);
    return true;
  };
  const unfoldAll = () =>
    current.lanes
      .filter((lane) => lane.hidden.length)
      .map((lane) => unfold(lane.key))
      .some(Boolean);
  return { renew, now, unfold, unfoldAll, ITEMS, NODES };
})();
