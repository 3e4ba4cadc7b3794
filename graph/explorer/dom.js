"use strict";
/* Elements and plain text: what every part of the page is made with. Text is always text. */
const Parley = {};
Parley.dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const fill = (element, properties, children) => {
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name === "css") Object.assign(element.style, value);
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : String(value));
    }
    for (const child of children.flat(4)) {
      if (child === null || child === undefined || child === "" || child === false) continue;
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return element;
  };
  const el = (tag, properties, ...children) => fill(document.createElement(tag), properties, children);
  const svg = (tag, properties, ...children) => fill(document.createElementNS(SVG, tag), properties, children);
  const byId = (id) => document.getElementById(id);
  const announce = (text) => {
    byId("live").textContent = text;
  };

  /* Text without diacritics and case: what search compares. */
  const SPECIAL = { ı: "i", ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d", "’": "'", "‘": "'" };
  const plain = (text) =>
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[ıøłđßæœþð’‘]/g, (character) => SPECIAL[character]);
  /* What comes first by its characters, or of names without regard to marks and case. */
  const ordered = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const byName = (a, b) => ordered(plain(a), plain(b));
  const capital = (text) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
  const figure = (number) => (number < 1000 ? String(number) : number.toLocaleString("en"));
  const count = (number, one, many = `${one}s`) => `${figure(number)} ${number === 1 ? one : many}`;
  /* So many of what is worded for many, "steps taken" for one. */
  const some = (number, words) => `${figure(number)} ${number === 1 ? words.replace(/^steps/, "step") : words}`;
  const tally = (values) => values.reduce((counts, one) => counts.set(one, (counts.get(one) || 0) + 1), new Map());
  const copy = (text, done) => {
    const refused = () => announce("Copying is not allowed here");
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => announce(done), refused);
    else refused();
  };
  return { el, svg, byId, announce, plain, ordered, byName, capital, figure, count, some, tally, copy };
})();
