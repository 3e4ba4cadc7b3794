"use strict";
/* How an item stands: after the round that is chosen, or now; what that is called, and the sign and tone of it. */
Parley.status = (() => {
  const { nodes, facts } = Parley.model;
  /* The sign and the tone of each status that an act leaves its item in. */
  const STATUS = {
    proposed: ["○", "open"],
    offered: ["○", "open"],
    promised: ["◇", "open"],
    madeConditional: ["◇", "held"],
    demanded: ["!", "asked"],
    requested: ["!", "asked"],
    underConsideration: ["◐", "held"],
    agreed: ["✓", "done"],
    carriedOut: ["●", "done"],
    stepTaken: ["▸", "beside"],
    anticipated: ["▹", "beside"],
    underDiscussion: ["…", "beside"],
    rejected: ["✕", "out"],
    denied: ["✕", "out"],
    expected: ["◌", "held"],
    withdrawn: ["↩", "out"],
    unanswered: ["?", "asked"],
  };
  /* The tones of an item's status in the order of a bar, with a word for all that have it. */
  const TONES = [
    ["done", "✓", "agreed, done"],
    ["word", "◔", "said to be agreed or done"],
    ["held", "◐", "considered"],
    ["open", "○", "proposed, offered"],
    ["asked", "!", "demanded"],
    ["out", "✕", "refused"],
    ["beside", "▸", "steps and threats"],
  ];

  /* Where a round is chosen, things stand as they stood after it; else as they stand now. */
  let until = null;
  const happened = ({ act }) =>
    Boolean(act) && (until.events.includes(act.event) || Boolean(act.first && act.last <= until.last));
  const lastStatus = (node) => nodes[node].statuses.at(-1) || null;
  const statusOf = (node) => {
    const then = until && nodes[node].statuses.findLast((status) => happened(facts[status.fact]));
    return then || lastStatus(node);
  };
  /* What somebody only says, or what hangs on a condition, never looks agreed or done. */
  const SETTLED = ["agreed", "carriedOut", "stepTaken"];
  const HEDGES = { claimed: ["◔", "word"], conditional: ["◇", "held"] };
  const hedged = (key, standing) => Object.hasOwn(HEDGES, standing) && SETTLED.includes(key);
  /* How an act leaves its item, as the filters and the address spell it; what is denied or expected is nothing else. */
  const keyOf = (key, standing) =>
    ["denied", "expected"].includes(standing) ? standing : hedged(key, standing) ? `${key}-${standing}` : key;
  const wordsOf = (words, key, standing) => {
    if (standing === "denied") return `denied: ${words}`;
    const plain = standing === "asserted" || (standing === "claimed" && !hedged(key, standing));
    return plain ? words : `${words}, ${standing}`;
  };
  const look = (key) => STATUS[key] || HEDGES[key.split("-")[1]] || ["·", "beside"];
  const keyed = (status) => (status ? keyOf(status.key, status.standing) : "none");
  const statusKey = (node) => keyed(statusOf(node));
  /* Every way in which an item stands or once stood. */
  const statusKeys = new Map(
    nodes
      .filter((node) => node.kind === "item")
      .flatMap(({ statuses }) => (statuses.length ? statuses : [null]).map((status) => [keyed(status), status])),
  );
  const statusName = (key) => {
    const status = statusKeys.get(key);
    return status && key === status.standing ? key : inWords(status);
  };
  const statusLook = (node) => look(statusKey(node));
  const inWords = (status) => (status ? wordsOf(status.words, status.key, status.standing) : "mentioned");
  const statusWords = (node) => inWords(statusOf(node));
  /* What has become of an item since the round that is chosen; nothing where it still stands so. */
  const since = (node) => (statusOf(node) === lastStatus(node) ? "" : inWords(lastStatus(node)));
  /* Done, withdrawn or refused, or never there at all: no longer on the table. */
  const OVER = ["carriedOut", "stepTaken", "withdrawn", "rejected"];
  const closed = (node) => {
    const status = statusOf(node);
    if (!status || status === lastStatus(node)) return nodes[node].closed;
    const told = ["asserted", "claimed"].includes(status.standing);
    return status.standing === "denied" || (told && OVER.includes(status.key));
  };
  /* Asked for, and nobody else is told to have answered. */
  const unanswered = (node) => Boolean(nodes[node].unanswered) && statusOf(node) === lastStatus(node);
  const actLook = (act) => look(keyOf(act.status, act.standing));
  const actWords = (act) => wordsOf(act.words, act.status, act.standing);
  /* What became of items: on the table, done, or refused. */
  const CLOSED = [
    ["carried out already", (node) => statusKey(node) === "carriedOut"],
    ["said to be carried out", (node) => statusKey(node) === "carriedOut-claimed"],
    ["steps taken", (node) => statusOf(node).key === "stepTaken" && statusKey(node) !== "denied"],
    ["denied, rejected or withdrawn", () => true],
  ];
  const onTable = (items) => {
    const groups = [["on the table", items.filter((n) => !closed(n))]];
    let rest = items.filter(closed);
    CLOSED.forEach(([words, fits]) => {
      groups.push([words, rest.filter(fits)]);
      rest = rest.filter((n) => !fits(n));
    });
    return groups.filter(([, found]) => found.length);
  };
  const setRound = (round) => {
    until = round && round.held && round.last ? round : null;
  };
  return {
    TONES,
    statusOf,
    statusKey,
    statusKeys,
    statusName,
    statusWords,
    since,
    unanswered,
    closed,
    statusLook,
    look,
    actLook,
    actWords,
    onTable,
    setRound,
  };
})();
