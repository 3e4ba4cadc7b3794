"use strict";
/* Search: negotiations, people, items, words of quotes and of articles, publishers; grouped, exact names first. */
Parley.search = (() => {
  const { nodes, statements, sources, talks, talksOf, stackOf, KINDS, label, heading } = Parley.model;
  const { publisherOf, sourceName } = Parley.model;
  const { state, talksNow, inScope } = Parley.shown;
  const { el, byId, plain, announce, byName } = Parley.dom;
  const EACH = 6,
    EXACT = 100,
    WIDE = 110,
    LEAD = 30;
  const GROUPS = ["Negotiations", "People and parties", "Items", "Events and others", "Words", "Articles"];
  const GROUP_OF = { state: 1, delegation: 1, person: 1, unnamed: 1, organization: 1, item: 2 };
  let choose = () => {},
    openArticle = () => {},
    openTalks = () => {},
    found = [],
    active = -1;

  /* Plain text in which 1,000 is 1000. */
  const flat = (text) => plain(text).replace(/(\d)[,\u00a0\u202f](?=\d{3}(?!\d))/g, "$1");

  /* Made at the first search: names to compare, and every quote and article as plain text. */
  let made = null;
  const entries = () => {
    if (made) return made;
    const parts = (names) => names.map(plain).flatMap((name) => name.split(/[\s–—-]+/).filter(Boolean));
    const ofNodes = nodes.map((node, n) => ({
      group: GROUP_OF[node.kind] ?? 3,
      n,
      names: [node.label, ...node.aliases].map(plain),
      parts: parts([node.label, ...node.aliases]),
      rest: plain([node.note, ...node.issues, node.amount].join(" ")),
    }));
    const ofTalks =
      talks.length > 1
        ? talks.map((one) => ({
            group: 0,
            talks: one.number,
            names: [plain(one.title)],
            parts: parts([one.title]),
            rest: "",
          }))
        : [];
    const quotes = statements
      .filter((s) => s.quote)
      .map((s) => ({ group: 4, statement: s.number, text: flat(s.quote) }));
    const articles = sources.map((source, number) => ({
      group: 5,
      source: number,
      names: [plain(source.title)],
      parts: parts([source.title, sourceName(number)]),
      rest: "",
      text: flat(source.text || ""),
    }));
    made = [...ofTalks, ...ofNodes, ...quotes, ...articles];
    return made;
  };
  const near = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    return (
      a.slice(i + 1) === b.slice(i + 1) ||
      a.slice(i) === b.slice(i + 1) ||
      a.slice(i + 1) === b.slice(i) ||
      (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2))
    );
  };
  const wordsOf = (entry) => (entry.words ||= new Set(entry.text.split(/[^\p{L}\p{N}]+/u)));
  const inText = (entry, word) => {
    if (!entry.text) return 0;
    if (entry.text.includes(word)) return 2;
    return word.length > 4 && [...wordsOf(entry)].some((other) => near(other, word)) ? 1 : 0;
  };
  const inName = (entry, word) => {
    if (!entry.names) return 0;
    if (entry.parts.includes(word)) return 9;
    if (entry.parts.some((part) => part.startsWith(word))) return 7;
    if (entry.names.some((name) => name.includes(word))) return 5;
    if (entry.rest.includes(word)) return 4;
    return word.length > 4 && entry.parts.some((part) => near(part, word)) ? 3 : 0;
  };
  const score = (entry, words, whole) => {
    const exact = entry.names ? entry.names.includes(whole) : entry.text === whole;
    let sum = exact ? EXACT : 0;
    for (const word of words) {
      const best = inName(entry, word) || inText(entry, word);
      if (!best) return 0;
      sum += best;
    }
    return sum + (words.length > 1 && entry.text && entry.text.includes(whole) ? 8 : 0);
  };
  const typed = () => flat(byId("search").value).split(/\s+/).filter(Boolean);
  /* Whether a hit lies in the negotiation that is open; without one all do. */
  const here = (entry) => {
    const one = talksNow();
    if (!one) return true;
    if (entry.group === 0) return entry.talks === one.number;
    return entry.n !== undefined
      ? inScope(entry.n)
      : one.sourceSet.has(entry.statement === undefined ? entry.source : statements[entry.statement].source);
  };
  /* Of items that share a card one hit is enough: the first that lies here. */
  const onTop = ({ n }) => n === undefined || n === (stackOf[n].find(inScope) ?? stackOf[n][0]);
  /* Exact names first, then what lies here, then the best of each group; groups in the same order. */
  const results = (words) => {
    const whole = words.join(" "),
      groups = new Map();
    entries().forEach((entry) => {
      const value = score(entry, words, whole);
      if (value && onTop(entry)) groups.set(entry.group, [...(groups.get(entry.group) || []), [value, entry]]);
    });
    const name = ([, entry]) => (entry.n !== undefined ? label(entry.n) : "");
    const first = (a, b) => (b[0] >= EXACT) - (a[0] >= EXACT) || here(b[1]) - here(a[1]);
    return [...groups]
      .map(([group, hits]) => {
        hits.sort((a, b) => first(a, b) || b[0] - a[0] || name(a).length - name(b).length || byName(name(a), name(b)));
        return { group, hits };
      })
      .sort(
        (a, b) =>
          first(a.hits[0], b.hits[0]) ||
          (a.group > 3) - (b.group > 3) ||
          b.hits[0][0] - a.hits[0][0] ||
          a.group - b.group,
      );
  };
  const alias = (entry, words) => {
    const node = nodes[entry.n],
      other = node.aliases.find((name) => words.some((word) => plain(name).includes(word)));
    if (words.every((word) => plain(node.label).includes(word)) || !other) return node.note;
    return `also “${other}”`;
  };
  /* The stretch of a text that has most of the words, the whole of them together before all. */
  const around = (text, words) => {
    const own = flat(text),
      whole = own.indexOf(words.join(" "));
    const places = words.flatMap((word) => [...own.matchAll(new RegExp(escaped(word), "g"))].map((hit) => hit.index));
    const held = (at) => words.filter((word) => own.slice(at, at + WIDE - LEAD).includes(word)).length;
    const best = whole >= 0 ? whole : places.reduce((a, b) => (held(b) > held(a) ? b : a), places[0] ?? 0);
    const at = Math.max(0, best - LEAD);
    return `${at ? "…" : ""}${text.slice(at, at + WIDE)}${text.length > at + WIDE ? "…" : ""}`;
  };
  const escaped = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const belongs = (n) => {
    const one = talksOf[n].includes(state.talks) ? state.talks : talksOf[n][0];
    return talks.length > 1 && one !== undefined ? talks[one].title : "";
  };
  /* Who says it, unless that is the publisher, whom the name of the source tells. */
  const said = ({ chain, source }) => {
    const who = chain.at(-1);
    return who === undefined || (source !== null && sources[source].publisher === who) ? "" : label(who);
  };
  const words = (entry, typedWords) => {
    if (entry.group === 0)
      return [
        talks[entry.talks].title,
        `${talks[entry.talks].items.length} items, ${talks[entry.talks].sources.length} sources`,
      ];
    if (entry.n !== undefined)
      return [
        heading(entry.n),
        [KINDS[nodes[entry.n].kind][0], alias(entry, typedWords), belongs(entry.n)].filter(Boolean).join(" · "),
      ];
    if (entry.statement !== undefined) {
      const s = statements[entry.statement];
      return [
        `“${around(s.quote, typedWords)}”`,
        [...new Set([said(s), s.source !== null ? sourceName(s.source) : ""])].filter(Boolean).join(" · "),
      ];
    }
    const source = sources[entry.source],
      hit = !entry.names[0].includes(typedWords[0]) && source.text;
    return [
      source.title,
      [publisherOf(entry.source), source.published, hit ? around(source.text, typedWords) : ""]
        .filter(Boolean)
        .join(" · "),
    ];
  };
  const close = () => {
    byId("results").hidden = true;
    byId("search").setAttribute("aria-expanded", "false");
    byId("search").removeAttribute("aria-activedescendant");
  };
  const mark = () => {
    byId("results")
      .querySelectorAll("[role=option]")
      .forEach((item, i) => {
        item.setAttribute("aria-selected", String(i === active));
        if (i === active) item.scrollIntoView({ block: "nearest" });
      });
    if (active >= 0) byId("search").setAttribute("aria-activedescendant", `result-${active}`);
    else byId("search").removeAttribute("aria-activedescendant");
  };
  const take = (i) => {
    const entry = found[i];
    if (!entry) return;
    close();
    if (entry.group === 0) openTalks(entry.talks);
    else if (entry.n !== undefined) choose(entry.n);
    else if (entry.statement !== undefined) openArticle(statements[entry.statement].source, entry.statement);
    else openArticle(entry.source, null, typed()[0]);
  };
  const show = () => {
    const list = byId("results"),
      asked = typed();
    if (!asked.length) {
      close();
      return;
    }
    const groups = results(asked),
      all = groups.reduce((sum, group) => sum + group.hits.length, 0);
    found = [];
    list.replaceChildren(
      ...groups.map(({ group, hits }) =>
        el(
          "div",
          { role: "group", "aria-label": GROUPS[group] },
          el(
            "p",
            { class: "group" },
            GROUPS[group],
            el("span", { class: "note" }, hits.length > EACH ? ` ${EACH} of ${hits.length}` : ` ${hits.length}`),
          ),
          el(
            "ul",
            { class: "plain", role: "presentation" },
            hits.slice(0, EACH).map(([, entry]) => {
              const i = found.push(entry) - 1,
                [title, note] = words(entry, asked);
              return el(
                "li",
                {
                  role: "option",
                  id: `result-${i}`,
                  "aria-selected": "false",
                  onmousedown: (event) => event.preventDefault(),
                  onclick: () => take(i),
                },
                el("span", { class: "name" }, title),
                el("span", { class: "note" }, note),
              );
            }),
          ),
        ),
      ),
    );
    active = found.length ? 0 : -1;
    if (!found.length) list.append(el("p", { class: "silence" }, "Nothing by this name or in these words"));
    list.hidden = false;
    byId("search").setAttribute("aria-expanded", "true");
    mark();
    announce(`${all} results`);
  };
  const keys = (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter") take(active);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (byId("results").hidden) {
        show();
        return;
      }
      active = found.length ? (active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length : -1;
      mark();
    }
  };
  const connect = (onChoose, onArticle, onTalks) => {
    choose = onChoose;
    openArticle = onArticle;
    openTalks = onTalks;
    byId("search").addEventListener("input", show);
    byId("search").addEventListener("keydown", keys);
    byId("search").addEventListener("blur", close);
  };
  return { connect };
})();
