"use strict";
/* Strokes of a pen written down once, and played wherever they are wanted: what is drawn in every frame while the table
   moves is neither measured nor cut to length again. */
Parley.tape = (() => {
  const SETS = ["globalAlpha", "fillStyle", "strokeStyle", "lineWidth", "font", "textAlign", "textBaseline"];
  const CALLS = ["beginPath", "closePath", "moveTo", "lineTo", "arc", "roundRect", "setLineDash"];
  const PAINTS = ["fill", "stroke", "fillRect", "fillText"];

  /* Measures a text once in each font. */
  const pen = document.createElement("canvas").getContext("2d"),
    known = new Map();
  const ruler = {
    font: "",
    measureText(text) {
      const key = `${this.font} ${text}`;
      if (!known.has(key)) {
        if (pen.font !== this.font) pen.font = this.font;
        known.set(key, pen.measureText(text));
      }
      return known.get(key);
    },
  };

  class Tape {
    constructor() {
      this.steps = [];
      this.values = {};
    }
    measureText(text) {
      ruler.font = this.font;
      return ruler.measureText(text);
    }
    play(ctx) {
      this.steps.forEach(([name, value]) => {
        if (Array.isArray(value)) ctx[name](...value);
        else ctx[name] = value;
      });
    }
  }
  SETS.forEach((name) =>
    Object.defineProperty(Tape.prototype, name, {
      get() {
        return this.values[name];
      },
      set(value) {
        if (this.values[name] === value) return;
        this.values[name] = value;
        this.steps.push([name, value]);
      },
    }),
  );
  [...CALLS, ...PAINTS].forEach((name) => {
    Tape.prototype[name] = function (...values) {
      this.steps.push([name, values]);
    };
  });
  return { Tape, ruler };
})();
