"use strict";
/* Facts as sentences with links, who says them, their exact words, and the chips that tell how they stand. */
Parley.words = (() => {
  const { nodes, statements, sources, differsOf, STANDING, label, heading, byline, sourceName } = Parley.model;
  const { statusWords, statusLook } = Parley.status;
  const { stackShown } = Parley.shown;
  const { el, capital } = Parley.dom;
  let choose = () => {};
  let openArticle = () => {};
  const here = location.href.split("#")[0];

  const link = (n, title = false) =>
    el(
      "a",
      {
        class: "link",
        href: `${here}#node=${encodeURIComponent(nodes[n].id)}`,
        onclick: (event) => {
          event.preventDefault();
          choose(n);
        },
      },
      title ? heading(n) : label(n),
    );
  /* Who published a source, over its title; nothing where the title is all that is known. */
  const overTitle = (source) =>
    byline(source) ? el("p", { class: "kicker" }, byline(source)) : null;
  /* That sources differ on something, as the way to what each of them says. */
  const badge = (n) =>
    differsOf[n].map((one) =>
      el(
        "button",
        { type: "button", class: "badge", title: "Show what each says", onclick: () => Parley.claims.open(one) },
        `≠ ${one.versions.length} versions`,
      ),
    );
  /* How many items stand on one card, as the way to all of them. */
  const times = (n) => {
    const stack = stackShown(n);
    if (stack.length < 2) return null;
    const words = `${stack.length} items in the same words, not known to be one`;
    return el(
      "button",
      { type: "button", class: "badge times", title: words, onclick: () => choose(n) },
      `${stack.length}×`,
      el("span", { class: "unseen" }, ` ${words}`),
    );
  };
  const itemChip = (n) => {
    const [glyph, tone] = statusLook(n);
    return el("span", { class: `chip ${tone}` }, `${glyph} ${capital(statusWords(n))}`);
  };
  const standingChip = (standing) =>
    standing === "structure"
      ? null
      : el(
          "span",
          { class: `standing ${standing}`, title: STANDING[standing] ? STANDING[standing][1] : "" },
          `${(STANDING[standing] || ["·"])[0]} ${standing}`,
        );
  /* What is told of a post as held stays as it was told; that it is told to be a former one stands beside it. */
  const endedChip = ({ ended }) => {
    const since = ended === "others" ? "others tell" : `told on ${ended}`;
    return ended ? el("span", { class: "standing ended" }, ` ↩ formerly, as ${since}`) : null;
  };

  /* An identifier of others, as the way to them: nothing is asked for until somebody follows it. */
  const outward = (address) =>
    el("a", { class: "link", href: address, target: "_blank", rel: "noopener noreferrer" }, address);
  const known = (fact, word) => (fact.kind === "listed" && /^https?:\/\//.test(word) ? outward(word) : word);
  /* A sentence with its names as links; the node in view is left out where it opens it, or ends it after a colon. */
  const sentenceOf = (fact, view) => {
    const opens = fact.words[0] === view && ![",", "and"].includes(fact.words[1]);
    const ends = fact.words.at(-1) === view && fact.words.at(-2) === ":";
    const words = fact.words.slice(opens ? 1 : 0, ends ? -2 : undefined);
    const parts = [];
    words.forEach((word, i) => {
      if (i && !/^[,):]/.test(word) && !String(words[i - 1]).endsWith("(")) parts.push(" ");
      const first = !i && !opens;
      parts.push(
        typeof word !== "number"
          ? known(fact, word)
          : word === view
            ? el("b", {}, first ? heading(word) : label(word))
            : link(word, first),
      );
    });
    return parts;
  };

  const whoSays = (s, disputed) => {
    const chain = s.chain,
      last = chain.at(-1),
      verb = disputed ? "disputed by" : s.label ? "labelled by" : chain.length > 1 ? "said by" : "stated by";
    const parts = last === undefined ? ["source not given"] : [`${verb} `, link(last)];
    for (let i = chain.length - 2; i >= 0; i--)
      parts.push(i === 0 ? " · reported by " : " · as told by ", link(chain[i]));
    if (sources.length > 1 && s.source !== null) {
      const source = sources[s.source];
      const here = chain.includes(source.publisher);
      if (here && source.published) parts.push(` (${source.published})`);
      else if (!here || source.title !== label(source.publisher))
        parts.push(` · in ${here ? source.title : sourceName(s.source)}`);
    }
    return parts;
  };
  /* How the words carry a fact where that is not plain: implied by a heading, word for word. */
  const evidence = (s) => {
    const notes = s.evidence && s.evidence !== "explicit" ? [s.evidence] : [];
    if (s.mode === "direct quote") notes.push("word for word");
    return notes.join(" · ");
  };
  const quoteOf = (number) => {
    const s = statements[number];
    if (!s.quote) return null;
    return el(
      "button",
      { type: "button", class: "quote", title: "Show in the article", onclick: () => openArticle(s.source, number) },
      s.quote,
    );
  };
  const partOf = (number) => {
    const s = statements[number],
      quote = quoteOf(number);
    if (quote) quote.classList.add("part");
    return quote
      ? el(
          "div",
          { class: "part" },
          el("span", { class: "note" }, s.mode === "direct quote" ? "word for word" : "in it"),
          quote,
        )
      : null;
  };
  /* One utterance is shown once, with its parts under it: [whole, parts] for each that is not within another. */
  const within = (one, other) =>
    one !== other &&
    one.source === other.source &&
    one.chain.at(-1) === other.chain.at(-1) &&
    (one.whole === other.number ||
      (one.start >= other.start && one.end <= other.end && one.end - one.start < other.end - other.start));
  const utterances = (numbers) => {
    const all = numbers.map((number) => statements[number]);
    const wholes = all.filter((one) => !all.some((other) => within(one, other)));
    return wholes.map((one) => [
      one.number,
      all.filter((other) => within(other, one) && other.quote !== one.quote).map((other) => other.number),
    ]);
  };
  const statementBlock = ([number, parts], disputed) => {
    const s = statements[number],
      note = evidence(s);
    return el(
      "div",
      { class: "said" },
      el("p", { class: "who" }, whoSays(s, disputed), note ? el("span", { class: "note" }, ` · ${note}`) : null),
      quoteOf(number),
      parts.map(partOf),
      s.links.map(([words, other]) =>
        el(
          "div",
          { class: "tension" },
          el("p", {}, el("b", {}, words), ": ", whoSays(statements[other], false)),
          quoteOf(other),
        ),
      ),
    );
  };
  const factBlock = (fact, view) =>
    el(
      "li",
      { class: "fact" },
      el("p", { class: "sentence" }, sentenceOf(fact, view), " ", standingChip(fact.standing), endedChip(fact)),
      utterances(fact.statements).map((said) => statementBlock(said, false)),
      utterances(fact.disputes).map((said) => statementBlock(said, true)),
    );
  const connect = (onChoose, onArticle) => {
    choose = onChoose;
    openArticle = onArticle;
  };
  return {
    connect,
    link,
    overTitle,
    outward,
    itemChip,
    standingChip,
    endedChip,
    badge,
    times,
    sentenceOf,
    whoSays,
    quoteOf,
    partOf,
    utterances,
    factBlock,
  };
})();
