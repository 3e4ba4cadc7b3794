"use strict";
/* A story that whoever made the page tells: step by step, each with words of its own over what it opens. */
Parley.story = (() => {
  const { data } = Parley.model;
  const { state } = Parley.shown;
  const { el, byId, announce } = Parley.dom;
  const steps = data.story ? data.story.steps : [];
  let open = () => {};

  const go = (at) => {
    open(at === null ? null : `${steps[at].at}&story=${at + 1}`);
    if (at === null) {
      byId("tell").focus();
      return;
    }
    announce(`${at + 1} of ${steps.length}: ${steps[at].title}`);
    byId("story").querySelector("h2").focus({ preventScroll: true });
  };
  const button = (words, at, possible = true) =>
    el("button", { type: "button", disabled: !possible, onclick: () => go(at) }, words);
  const show = () => {
    const box = byId("story"),
      at = state.story;
    byId("tell").hidden = !steps.length || at !== null;
    box.hidden = at === null;
    if (at === null) return;
    box.replaceChildren(
      el(
        "div",
        {},
        el("p", { class: "kicker" }, `${data.story.title} · ${at + 1} of ${steps.length}`),
        el("h2", { tabindex: -1 }, steps[at].title),
        el("p", {}, steps[at].text),
      ),
      el(
        "p",
        { class: "buttons" },
        button("Back", at - 1, at > 0),
        button("Next", at + 1, at + 1 < steps.length),
        button("Close", null),
      ),
    );
  };
  const connect = (onOpen) => {
    open = onOpen;
    byId("tell").addEventListener("click", () => go(0));
  };
  const first = steps.length ? `${steps[0].at}&story=1` : "";
  return { connect, show, first, length: steps.length };
})();
