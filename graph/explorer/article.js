"use strict";
/* The article around the words: in pieces that lead to what they carry; sentences that yielded nothing are dimmed. */
Parley.article = (() => {
  const { nodes, statements, sources, factsOf, sourceLine } = Parley.model;
  const { state, sourcesNow } = Parley.shown;
  const { el, byId } = Parley.dom;
  const { overTitle } = Parley.words;
  let choose = () => {};
  let open = () => {};

  /* The article in pieces that break wherever a statement begins or ends. Offsets count code points. */
  const show = (highlight, word = "") => {
    const source = sources[state.article],
      box = byId("article");
    if (!source) return box.replaceChildren(el("p", { class: "silence" }, "No source."));
    const listed = [...new Set([...sourcesNow(), state.article])];
    const chooser =
      sources.length < 2
        ? null
        : el(
            "p",
            {},
            el("label", { for: "article-source", class: "unseen" }, "Article"),
            el(
              "select",
              { id: "article-source", onchange: (event) => open(Number(event.target.value), null) },
              listed.map((i) => el("option", { value: i, selected: i === state.article }, sourceLine(i))),
            ),
          );
    if (!source.text)
      return box.replaceChildren(
        ...[chooser, el("p", { class: "silence" }, "This page was made without the words of its sources.")].filter(
          Boolean,
        ),
      );
    const points = Array.from(source.text),
      mine = statements.filter((s) => s.source === state.article && s.end > s.start);
    const cuts = new Set([0, points.length]);
    mine.forEach((s) => {
      cuts.add(s.start);
      cuts.add(s.end);
    });
    points.forEach((point, i) => {
      if (point === "\n") {
        cuts.add(i);
        cuts.add(i + 1);
      }
    });
    const silent = silentSentences(source.text, mine);
    silent.spans.forEach(([start, end]) => {
      cuts.add(start);
      cuts.add(end);
    });
    const marks = [...cuts].filter((cut) => cut <= points.length).sort((a, b) => a - b);
    let paragraph = el("p", {});
    const out = [
      chooser,
      overTitle(state.article),
      silent.spans.length
        ? el(
            "p",
            { class: "silence" },
            `${silent.spans.length} of ${silent.all} sentences yielded nothing: they are dimmed.`,
          )
        : null,
      paragraph,
    ];
    for (let i = 0; i + 1 < marks.length; i++) {
      const [from, to] = [marks[i], marks[i + 1]],
        text = points.slice(from, to).join("");
      if (text === "\n") {
        if (paragraph.childNodes.length) out.push((paragraph = el("p", {})));
        continue;
      }
      const over = mine.filter((s) => s.start <= from && s.end >= to).sort((a, b) => a.end - a.start - b.end + b.start);
      const dimmed = !over.length && silent.spans.some(([start, end]) => start <= from && to <= end);
      paragraph.append(
        over.length
          ? piece(text, over, highlight)
          : dimmed
            ? el("span", { class: "dimmed", title: "Nothing was read in this sentence" }, text)
            : text,
      );
    }
    box.replaceChildren(...out.filter((child) => child && (child.tagName !== "P" || child.childNodes.length)));
    const holds = (element) => word && Parley.dom.plain(element.textContent).includes(word);
    const first = box.querySelector(".strong") || [...box.querySelectorAll("p:not(.kicker):not(.silence)")].find(holds);
    if (first) first.scrollIntoView({ block: "center" });
    return undefined;
  };
  /* The sentences that no statement touches, and how many sentences there are. Offsets count code points. */
  const silentSentences = (text, mine) => {
    const spans = [];
    let at = 0,
      all = 0;
    for (const { segment } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)) {
      const start = at,
        end = at + Array.from(segment.trimEnd()).length;
      at += Array.from(segment).length;
      if (!/\p{L}/u.test(segment)) continue;
      all += 1;
      if (!mine.some((s) => s.start < end && s.end > start)) spans.push([start, end]);
    }
    return { spans, all };
  };
  const piece = (text, over, highlight) => {
    const about =
      state.selected !== null && over.some((s) => s.facts.some((fact) => fact.nodes.includes(state.selected)));
    const strong = highlight !== null && over.some((s) => s.number === highlight);
    const target = subject(over);
    const go = () => target !== null && choose(target, true);
    return el(
      "span",
      {
        class: `piece${about ? " about" : ""}${strong ? " strong" : ""}`,
        role: "button",
        tabindex: 0,
        onclick: go,
        onkeydown: (event) => {
          if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            go();
          }
        },
      },
      text,
    );
  };
  /* The node that the narrowest statement is about: an item before others, else its subject, else the speaker. */
  const subject = (over) => {
    for (const s of over) {
      const all = s.facts.flatMap((fact) => fact.nodes);
      const item = all.find((n) => nodes[n].kind === "item");
      if (item !== undefined) return item;
      if (all.length) return all[0];
      if (s.chain.length) return s.chain.at(-1);
    }
    return null;
  };
  /* The words of what is selected: in the article that is open if they stand there, else in the first that has them. */
  const saidOf = (n) => {
    if (n === null) return null;
    const acts = (fact) => Number(fact.kind !== "act");
    const told = [...factsOf[n]].sort((a, b) => acts(a) - acts(b)).flatMap((fact) => fact.statements);
    const found = [...told, ...statements.filter((s) => s.chain.includes(n)).map((s) => s.number)];
    const placed = found.filter((s) => statements[s].source !== null);
    return placed.find((s) => statements[s].source === state.article) ?? placed[0] ?? null;
  };
  const connect = (onChoose, onArticle) => {
    choose = onChoose;
    open = onArticle;
  };
  return { connect, saidOf, show };
})();
