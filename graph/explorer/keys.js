"use strict";
/* The keyboard: arrows over the cards and the tabs, and the keys that work wherever the reader is. */
Parley.keys = (() => {
  const { state, subject } = Parley.shown;
  const { draw, rail } = Parley;
  const { byId } = Parley.dom;

  /* Each is given what it moves, and gives what listens to keys. */
  const onGraph = (select) => (event) => {
    if (!draw.started()) return;
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (arrows[event.key]) {
      event.preventDefault();
      const next = draw.neighbour(state.selected, ...arrows[event.key]);
      if (next !== null) select(next);
    } else if (event.key === "+" || event.key === "=") draw.zoom(1.2);
    else if (event.key === "-") draw.zoom(1 / 1.2);
    else if (event.key === "0") draw.fit();
    else if (event.key === "Enter") byId("panel").focus();
  };
  const onTabs = (names, prefix, then) => (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const all = names(),
      at = all.findIndex((name) => `${prefix}${name}` === document.activeElement.id);
    const next = all[(at + step + all.length) % all.length];
    then(next);
    byId(`${prefix}${next}`).focus();
  };
  const onPage = (stepBack) => (event) => {
    if (/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName) || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (event.key === "/") {
      event.preventDefault();
      byId("search").focus();
    }
    if (event.key === "Escape") stepBack();
    if (event.key === "[" && subject()) rail.step(-1);
    if (event.key === "]" && subject()) rail.step(1);
  };
  return { onGraph, onTabs, onPage };
})();
