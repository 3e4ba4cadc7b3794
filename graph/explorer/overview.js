"use strict";
/* The first page where there is more than one negotiation: a tile for each, one for the rest, the latest changes. */
Parley.overview = (() => {
  const { talks, label } = Parley.model;
  const { TONES } = Parley.status;
  const { el, count, tally, ordered } = Parley.dom;
  const { tile, latest, news } = Parley.tiles;
  const DAYS = 2,
    EACH = 3,
    TILES = 24;
  let open = () => {};
  let choose = () => {};

  /* An act that is of several negotiations is told of the first. */
  const byDay = () => {
    const days = [],
      listed = new Set();
    talks
      .filter((one) => one.node !== null)
      .forEach((one) => {
        const found = latest(one).filter((act) => act.first && !listed.has(act.number));
        found.forEach((act) => listed.add(act.number));
        [...new Set(found.map((act) => act.first))]
          .slice(0, DAYS)
          .forEach((day) => days.push({ one, day, acts: found.filter((act) => act.first === day) }));
      });
    return days.sort((a, b) => ordered(b.day, a.day)).slice(0, 12);
  };
  const latestChanges = () => {
    const days = byDay();
    return el(
      "aside",
      { class: "latest", "aria-label": "Latest changes" },
      el("h2", {}, "Latest changes"),
      days.length
        ? days.map(({ one, acts: found }) =>
            el(
              "section",
              {},
              el(
                "h3",
                {},
                el("span", {}, found[0].when),
                " ",
                el("button", { type: "button", class: "link", onclick: () => open(one.number) }, one.title),
              ),
              el(
                "ul",
                { class: "plain" },
                found
                  .slice(0, EACH)
                  .map((act) =>
                    el(
                      "li",
                      {},
                      el(
                        "button",
                        { type: "button", class: "news", onclick: () => choose(act.item, one.number) },
                        news(act),
                      ),
                    ),
                  ),
              ),
              found.length > EACH ? el("p", { class: "note" }, `${found.length - EACH} more that day`) : null,
            ),
          )
        : el("p", { class: "silence" }, "No source gives a day."),
    );
  };
  const shared = () => {
    const tables = tally(talks.filter((one) => one.node !== null).flatMap((one) => one.parties));
    const found = [...tables].filter(([, number]) => number > 1).sort((a, b) => b[1] - a[1]);
    if (!found.length) return null;
    return el(
      "div",
      { class: "shared" },
      el("h2", {}, "At more than one table"),
      el(
        "ul",
        { class: "plain" },
        found.slice(0, 8).map(([n, number]) =>
          el(
            "li",
            {},
            el("b", {}, label(n)),
            ` at ${number}: `,
            talks
              .filter((one) => one.parties.includes(n))
              .slice(0, 6)
              .map((one, i) => [
                i ? ", " : "",
                el("button", { type: "button", class: "link", onclick: () => open(one.number) }, one.title),
              ]),
          ),
        ),
      ),
    );
  };
  const key = () =>
    el(
      "p",
      { class: "key", "aria-hidden": "true" },
      TONES.map(([tone, glyph, words]) =>
        el("span", {}, el("span", { class: `swatch fill-${tone}` }, glyph), ` ${words}`),
      ),
      el("span", {}, "❯ round"),
      el("span", {}, "■ meeting"),
      el("span", {}, "○ call"),
      el("span", {}, "┃ sources"),
    );
  let all = false;
  const view = () => {
    const shown = all ? talks : talks.filter((one, i) => i < TILES || one.node === null);
    return el(
      "div",
      { class: "overview" },
      el(
        "div",
        {},
        key(),
        el(
          "ul",
          { class: "plain tiles" },
          shown.map((one) => tile(one, open)),
        ),
        shown.length < talks.length
          ? el(
              "button",
              {
                type: "button",
                onclick: () => {
                  all = true;
                  Parley.views.show();
                },
              },
              `Show ${count(talks.length - shown.length, "more negotiation")}`,
            )
          : null,
        shared(),
      ),
      latestChanges(),
    );
  };
  const connect = (onOpen, onChoose) => {
    open = onOpen;
    choose = onChoose;
  };
  return { connect, view };
})();
