"use strict";
/* Light and dark, and what the page looks like on paper. */
Parley.paper = (() => {
  const { state } = Parley.shown;
  const { draw } = Parley;
  const { el, byId } = Parley.dom;

  const setTheme = (theme) => {
    document.documentElement.dataset.theme = theme;
    if (draw.started()) draw.recolour();
  };
  const firstTheme = () => {
    let kept = null;
    try {
      kept = localStorage.getItem("parley-theme");
    } catch {
      /* not kept */
    }
    return kept || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  };
  /* On paper the table is drawn in lines and in light colours; what is printed of an entity is its panel alone. */
  const beforePrint = () => {
    const shown = state.view === "graph" && draw.started() && !document.body.classList.contains("print-panel");
    document.documentElement.dataset.screen = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = "light";
    if (!shown) return;
    draw.recolour();
    const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(draw.vector())}`;
    byId("printed").replaceChildren(el("img", { src: address, alt: "" }));
  };
  const afterPrint = () => {
    document.documentElement.dataset.theme = document.documentElement.dataset.screen;
    document.body.classList.remove("print-panel");
    byId("printed").replaceChildren();
    if (draw.started()) draw.recolour();
  };
  /* What the reader chose is kept; what the system wants is asked for each time. */
  const turn = () => {
    const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("parley-theme", theme);
    } catch {
      /* not kept */
    }
    setTheme(theme);
  };
  const begin = () => {
    setTheme(firstTheme());
    addEventListener("beforeprint", beforePrint);
    addEventListener("afterprint", afterPrint);
  };
  return { begin, turn };
})();
