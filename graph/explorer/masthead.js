"use strict";
/* The head of the page: which negotiation, from how many sources and publishers, of which days. */
Parley.masthead = (() => {
  const { data, talks, sources, publisherOf } = Parley.model;
  const { lone, talksNow, sourcesNow } = Parley.shown;
  const { byId, count, ordered } = Parley.dom;

  const period = (days) => {
    const all = days.filter((source) => source.day).sort((a, b) => ordered(a.day, b.day));
    if (!all.length) return [...new Set(days.map((source) => source.published))].filter(Boolean).sort().join(", ");
    const [first, last] = [all[0].published, all.at(-1).published];
    return first === last ? first : `${first.split(",")[0]} to ${last.split(",")[0]}`;
  };
  /* What stands beside the only negotiation is counted on the way to it. */
  const beside = () => {
    const { items, events } = talks.find((one) => one.node === null);
    const parts = [items.length && count(items.length, "item"), events.length && count(events.length, "event")];
    return `Overview, with ${parts.filter(Boolean).join(", ") || "more"} in no negotiation`;
  };
  /* What the build could not know, and what tells it: no year and no day is guessed. */
  const unknown = (listed) => {
    const never = listed.filter((source) => !source.published).length,
      vague = listed.filter((source) => source.published && !source.day).length,
      all = count(listed.length, "source");
    const parts = [
      never ? `${never} of ${all} without a year (--published YEAR)` : "",
      vague ? `${never ? vague : `${vague} of ${all}`} without a day (--published DAY)` : "",
    ];
    return parts.filter(Boolean).join("; ");
  };
  const show = () => {
    const one = talksNow(),
      listed = sourcesNow();
    byId("up").hidden = !one;
    byId("up").textContent = lone === null ? "All negotiations" : one === talks[lone] ? beside() : "Overview";
    byId("title").textContent = one ? one.title : data.title;
    const names = [...new Set(listed.map(publisherOf))].filter(Boolean);
    const who =
      one && one.independent
        ? count(one.independent, "independent publisher")
        : names.length > 4
          ? count(names.length, "publisher")
          : names.join(", ");
    const kept = data.quotes ? "every fact leads to its words" : "made without the sources' words";
    const parts = [
      listed.length ? `From ${count(listed.length, "source")}` : "Named beside the negotiations",
      who,
      period(listed.map((source) => sources[source])),
      kept,
    ];
    byId("source-line").textContent = parts.filter(Boolean).join(" · ");
    const open = unknown(listed.map((source) => sources[source]));
    byId("undated").hidden = !open;
    byId("undated").textContent = open;
  };
  return { show };
})();
