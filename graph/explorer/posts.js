"use strict";
/* Posts that changed hands: who held them formerly, who holds them now, and the words. */
Parley.posts = (() => {
  const { facts, statements, label } = Parley.model;
  const { inScope, factShown } = Parley.shown;
  const { el, capital, byName } = Parley.dom;
  const { link, sentenceOf, standingChip, endedChip, whoSays, quoteOf } = Parley.words;
  const FEW = 4,
    POSTS = 12;

  const former = (fact) => Boolean(fact.ended) || /formerly|was/.test(String(fact.words[1]));
  /* Posts of which more than one holder is told, or a former one: each with who says so. */
  const all = () => {
    const held = facts.filter(
      (fact) => fact.kind === "post" && factShown(fact) && fact.nodes.length > 1 && inScope(fact.nodes[0]),
    );
    const byPost = new Map();
    held.forEach((fact) => {
      const post = fact.nodes[1];
      byPost.set(post, [...(byPost.get(post) || []), fact]);
    });
    return [...byPost]
      .filter(([, found]) => new Set(found.map((fact) => fact.nodes[0])).size > 1 || found.some(former))
      .sort((a, b) => b[1].length - a[1].length || byName(label(a[0]), label(b[0])));
  };
  /* Who held a post formerly, and who else holds it. */
  const passedOn = ([post, found]) => {
    const holders = (some) => [...new Set(some.map((fact) => fact.nodes[0]))];
    const from = holders(found.filter(former));
    const to = holders(found.filter((fact) => !former(fact))).filter((n) => !from.includes(n));
    return from.length && to.length ? { post, from, to } : null;
  };
  /* Of the same people one row, with all their posts: two papers may name one post in two ways. */
  const together = (found) => {
    const by = new Map();
    found.forEach((one) => by.set(`${one.from} ${one.to}`, [...(by.get(`${one.from} ${one.to}`) || []), one]));
    return [...by.values()].map((same) => ({ ...same[0], words: named(same.map(({ post }) => label(post))) }));
  };
  /* The names of posts, each once in whatever order its words stand: a minister of trade is the trade minister. */
  const named = (titles) => {
    const key = (title) => title.toLowerCase().split(/\s+(?:of |for |the )*/).sort().join(" ");
    return [...new Map(titles.map((title) => [key(title), title])).values()].join(", ");
  };
  const listed = (some) => some.map((n, i) => [i ? ", " : "", link(n)]);
  const replaced = (changed) => {
    const found = together(changed.map(passedOn).filter(Boolean));
    if (!found.length) return null;
    return el(
      "div",
      { class: "replaced" },
      el("h2", {}, "Replaced"),
      el(
        "ul",
        { class: "plain" },
        found
          .slice(0, FEW)
          .map(({ words, from, to }) =>
            el("li", {}, capital(words), ": ", listed(from), " → ", el("b", {}, listed(to))),
          ),
      ),
      el(
        "p",
        { class: "note" },
        found.length > FEW ? `${found.length - FEW} more, and the words, stand below.` : "The words stand below.",
      ),
    );
  };
  const postBlock = ([post, found]) =>
    el(
      "li",
      { class: "card" },
      el("h3", {}, link(post, true)),
      el(
        "ul",
        { class: "plain" },
        found.map((fact) =>
          el(
            "li",
            { class: "fact" },
            el("p", { class: "sentence" }, sentenceOf(fact, post), " ", standingChip(fact.standing), endedChip(fact)),
            fact.statements
              .slice(0, 1)
              .map((s) => [el("p", { class: "who" }, whoSays(statements[s], false)), quoteOf(s)]),
          ),
        ),
      ),
    );
  const handed = (changed) =>
    changed.length
      ? [
          el("h2", {}, "Posts that changed hands, or are told to be former ones"),
          el("ul", { class: "plain cards" }, changed.slice(0, POSTS).map(postBlock)),
          changed.length > POSTS
            ? el("p", { class: "note" }, `${changed.length - POSTS} more posts in the table of facts.`)
            : null,
        ]
      : null;
  /* Over all negotiations only what changed hands: who sat where is told in each. */
  const overall = () => {
    const changed = all();
    return [
      el("p", { class: "note" }, "Who sat at which round stands under People in each negotiation."),
      replaced(changed),
      handed(changed) || el("p", { class: "silence" }, "No source tells of a post that changed hands."),
    ];
  };
  return { all, replaced, handed, overall };
})();
