"use strict";
/* The rounds of one negotiation above its table, and what changed from one to the next. */
Parley.rail = (() => {
  const { nodes, heading } = Parley.model;
  const { statusWords } = Parley.status;
  const { state, subject, roundsOf, movedIn, changeFits } = Parley.shown;
  const { el, byId, some, tally } = Parley.dom;
  const { marksOf } = Parley.tiles;
  const KINDS = {
    "own terms changed": ["→", "with other terms"],
    countered: ["⇄", "countered"],
    new: ["+", "new"],
    agreed: ["✓", "agreed"],
    considered: ["◐", "considered"],
    promised: ["◇", "promised"],
    "made conditional": ["◇", "made conditional"],
    refused: ["✕", "refused"],
    withdrawn: ["↩", "withdrawn"],
    "carried out": ["●", "carried out"],
    "step taken": ["▸", "steps taken"],
    "agreed, claimed": ["◔", "said to be agreed"],
    "carried out, claimed": ["◔", "said to be carried out"],
    "step taken, claimed": ["◔", "steps said to be taken"],
    contradicted: ["≠", "contradicted"],
    "told again": ["↻", "told again"],
    silent: ["…", "silent"],
  };
  let change = () => {},
    choose = () => {},
    kind = "",
    all = false;

  /* So many as stand in one row while no panel is open, with room for how many more there are. */
  const few = () => {
    const panel = byId("panel"),
      beside = panel.offsetTop === byId("main").offsetTop ? panel.offsetWidth : 0;
    return Math.max(1, Math.floor((byId("main").clientWidth + beside - 20) / 218) - 1);
  };
  const name = (round) => (round.number === null ? "Since then" : `Round ${round.name}`);
  const when = (round) => {
    const event = round.events.length ? nodes[round.events[0]].event : null;
    if (round.number === null) return "after the last round with a day";
    return [event && event.when ? event.when : "no day", event && event.place].filter(Boolean).join(" · ");
  };
  /* From when to when what moved belongs to a round: what is said between two rounds, to the later one. */
  const span = ({ number, name: own, step: made }) =>
    !made
      ? `until round ${own}`
      : number === null
        ? `since round ${made.before}`
        : `from round ${made.before} to ${own}`;
  const arrow = (round, i) =>
    el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: `round${round.held ? "" : " planned"}`,
          "aria-pressed": String(state.step === i),
          "data-step": i,
          onclick: () => {
            state.step = state.step === i ? null : i;
            kind = "";
            all = false;
            change();
          },
        },
        el("b", {}, name(round)),
        el("span", { class: "note" }, when(round)),
        round.held ? null : el("span", { class: "moved" }, "expected"),
        round.held && round.step ? el("span", { class: "moved" }, `${movedIn(round).length} moved`) : null,
      ),
    );
  const asOf = (round) =>
    round.number !== null && round.held && round.last
      ? `What moved ${span(round)}, as it stood after round ${round.name}`
      : "";
  const keys = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key],
      all_ = [...byId("rail").querySelectorAll(".round")];
    if (!step || !all_.length) return;
    event.preventDefault();
    const now = all_.indexOf(document.activeElement);
    all_[Math.min(all_.length - 1, Math.max(0, now + step))].focus();
  };
  const card = (one) =>
    el(
      "li",
      {},
      el(
        "button",
        { type: "button", class: "changed", onclick: () => choose(one.item) },
        el("b", {}, one.item === null ? "?" : heading(one.item)),
        el(
          "span",
          { class: "terms" },
          one.when ? `${one.when}: ` : "",
          marksOf(one.by),
          " ",
          one.replaces !== null
            ? [
                el(one.kind === "countered" ? "span" : "s", {}, amountOf(one.replaces)),
                one.kind === "countered" ? " against " : " → ",
                el("mark", {}, amountOf(one.item)),
              ]
            : one.kind === "silent"
              ? `was ${one.before || statusWords(one.item)}`
              : one.after || statusWords(one.item),
        ),
      ),
    );
  const amountOf = (n) => nodes[n].amount || heading(n);
  /* What is only said, or hangs on a condition, is no kind of its own among what is done. */
  const kindOf = ({ kind: what, standing }) => {
    const said = `${what}, claimed`;
    if (!Object.hasOwn(KINDS, said)) return what;
    return standing.startsWith("claimed") ? said : standing.startsWith("conditional") ? "made conditional" : what;
  };
  /* What changed since the round before: by kind, four of the kind chosen, the others counted. */
  const strip = (rounds) => {
    const round =
      state.step === null
        ? rounds.findLast((one) => one.step && one.number !== null) || rounds.find((one) => one.step)
        : rounds[state.step];
    if (!round || !round.step)
      return state.step === null
        ? null
        : el("p", { class: "silence" }, "Nothing is told to have changed from the round before to this one.");
    const every = round.step.changes.filter((one) => one.item !== null),
      found = every.filter((one) => changeFits(one.item)),
      kinds = tally(found.map(kindOf)),
      hidden = every.length - found.length;
    if (!every.length)
      return el("p", { class: "silence" }, `Nothing is told to have changed since round ${round.step.before}.`);
    const chosen = kinds.has(kind) ? kind : Object.keys(KINDS).find((one) => kinds.has(one));
    const shown = found.filter((one) => kindOf(one) === chosen),
      first = all ? shown : shown.slice(0, few());
    const title =
      round.number === null
        ? `Changed since round ${round.step.before}`
        : `Changed from round ${round.step.before} to ${round.step.after}`;
    return el(
      "div",
      { class: "changes" },
      el(
        "p",
        { class: "kinds" },
        el("b", {}, title),
        " ",
        Object.keys(KINDS)
          .filter((one) => kinds.has(one))
          .map((one) =>
            el(
              "button",
              {
                type: "button",
                class: "kind",
                "aria-pressed": String(one === chosen),
                onclick: () => {
                  kind = one;
                  all = false;
                  show();
                },
              },
              `${KINDS[one][0]} ${some(kinds.get(one), KINDS[one][1])}`,
            ),
          ),
        hidden ? el("span", { class: "note" }, `${hidden} hidden by the filters`) : null,
      ),
      el(
        "ul",
        { class: "plain cards-changed" },
        first.map(card),
        shown.length > first.length
          ? el(
              "li",
              {},
              el(
                "button",
                {
                  type: "button",
                  class: "more",
                  onclick: () => {
                    all = true;
                    show();
                  },
                },
                `+${shown.length - first.length} more`,
              ),
            )
          : null,
      ),
    );
  };
  const show = () => {
    const box = byId("rail"),
      rounds = roundsOf(subject()),
      focused = document.activeElement && document.activeElement.dataset.step;
    box.hidden = state.view !== "graph" || !Parley.draw.railed();
    if (box.hidden) return;
    const hint =
      state.step === null
        ? "All rounds together, as things stand now; choose one to see what moved since the one before"
        : asOf(rounds[state.step]);
    box.replaceChildren(
      ...el(
        "div",
        {},
        el("ol", { class: "plain rounds", onkeydown: keys }, rounds.map(arrow)),
        hint ? el("p", { class: "note" }, hint) : null,
        strip(rounds),
      ).childNodes,
    );
    const chosen = box.querySelector('.round[aria-pressed="true"]');
    if (chosen) {
      const list = chosen.closest("ol");
      list.scrollLeft = chosen.parentElement.offsetLeft - list.clientWidth / 3;
    }
    if (focused !== undefined && focused !== null) {
      const again = box.querySelector(`[data-step="${Number(focused)}"]`);
      if (again) again.focus();
    }
  };
  const step = (by) => {
    const rounds = roundsOf(subject());
    if (!rounds.length) return;
    const now = state.step === null ? (by > 0 ? -1 : rounds.length) : state.step;
    state.step = Math.min(rounds.length - 1, Math.max(0, now + by));
    change();
  };
  const connect = (onChange, onChoose) => {
    change = onChange;
    choose = onChoose;
  };
  return { connect, show, step, name, span, KINDS };
})();
