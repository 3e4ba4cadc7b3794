"use strict";
/* A pen with the strokes of a canvas that the cards and lines use, which writes them down as SVG: one way of drawing
   gives the screen, the picture in points and the picture in lines. */
Parley.vector = (() => {
  const number = (value) => String(Math.round(value * 100) / 100);
  const escaped = (text) =>
    String(text)
      .replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c])
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  const ANCHOR = { left: "start", center: "middle", right: "end" };
  const KEPT = [
    "globalAlpha",
    "fillStyle",
    "strokeStyle",
    "lineWidth",
    "font",
    "textAlign",
    "textBaseline",
    "dash",
    "move",
  ];

  class Pen {
    constructor() {
      this.out = [];
      this.saved = [];
      this.path = "";
      this.ruler = document.createElement("canvas").getContext("2d");
      Object.assign(this, { globalAlpha: 1, fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, textAlign: "left" });
      Object.assign(this, { textBaseline: "alphabetic", font: "12px sans-serif", dash: [], move: "" });
    }
    save() {
      this.saved.push(Object.fromEntries(KEPT.map((key) => [key, this[key]])));
    }
    restore() {
      Object.assign(this, this.saved.pop());
    }
    translate(x, y) {
      this.move += `translate(${number(x)} ${number(y)})`;
    }
    rotate(angle) {
      this.move += `rotate(${number((angle * 180) / Math.PI)})`;
    }
    setLineDash(dash) {
      this.dash = dash;
    }
    measureText(text) {
      this.ruler.font = this.font;
      return this.ruler.measureText(text);
    }
    beginPath() {
      this.path = "";
    }
    closePath() {
      this.path += "Z";
    }
    moveTo(x, y) {
      this.at = [x, y];
      this.path += `M${number(x)} ${number(y)}`;
    }
    lineTo(x, y) {
      this.at = [x, y];
      this.path += `L${number(x)} ${number(y)}`;
    }
    rect(x, y, w, h) {
      this.path += `M${number(x)} ${number(y)}h${number(w)}v${number(h)}h${number(-w)}Z`;
    }
    roundRect(x, y, w, h, round) {
      const r = Math.min(round, w / 2, h / 2),
        turn = (dx, dy) => `a${number(r)} ${number(r)} 0 0 1 ${number(dx)} ${number(dy)}`;
      this.path +=
        `M${number(x + r)} ${number(y)}h${number(w - 2 * r)}${turn(r, r)}v${number(h - 2 * r)}${turn(-r, r)}` +
        `h${number(2 * r - w)}${turn(-r, -r)}v${number(2 * r - h)}${turn(r, -r)}Z`;
    }
    /* Only whole circles are drawn. */
    arc(x, y, r) {
      const half = (dx) => `a${number(r)} ${number(r)} 0 1 1 ${number(dx)} 0`;
      this.path += `M${number(x - r)} ${number(y)}${half(2 * r)}${half(-2 * r)}Z`;
    }
    /* A corner between two straight lines, as near to it as the radius says. */
    arcTo(x, y, u, v, r) {
      const toward = (px, py) => {
        const far = Math.hypot(px - x, py - y) || 1,
          share = Math.min(r, far) / far;
        return [x + (px - x) * share, y + (py - y) * share];
      };
      const [a, b] = toward(...this.at),
        [c, d] = toward(u, v);
      this.path += `L${number(a)} ${number(b)}Q${number(x)} ${number(y)} ${number(c)} ${number(d)}`;
      this.at = [c, d];
    }
    put(tag, text, attributes) {
      const all = {
        ...attributes,
        opacity: this.globalAlpha < 1 ? number(this.globalAlpha) : null,
        transform: this.move || null,
      };
      const written = Object.entries(all)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => ` ${name}="${escaped(value)}"`)
        .join("");
      this.out.push(text === null ? `<${tag}${written}/>` : `<${tag}${written}>${escaped(text)}</${tag}>`);
    }
    fill() {
      this.put("path", null, { d: this.path, fill: this.fillStyle });
    }
    stroke() {
      this.put("path", null, {
        d: this.path,
        fill: "none",
        stroke: this.strokeStyle,
        "stroke-width": number(this.lineWidth),
        "stroke-dasharray": this.dash.length ? this.dash.join(" ") : null,
      });
    }
    fillRect(x, y, w, h) {
      this.put("rect", null, { x: number(x), y: number(y), width: number(w), height: number(h), fill: this.fillStyle });
    }
    fillText(text, x, y) {
      const [, weight, size, family] = this.font.match(/^(?:(\d+) )?([\d.]+)px (.*)$/) || [
        null,
        "400",
        "12",
        "sans-serif",
      ];
      const lower = this.textBaseline === "middle" ? Number(size) * 0.35 : 0;
      this.put("text", text, {
        x: number(x),
        y: number(y + lower),
        "font-family": family.replace(/"/g, "'"),
        "font-size": size,
        "font-weight": weight || "400",
        "text-anchor": ANCHOR[this.textAlign] || "start",
        fill: this.fillStyle,
        "xml:space": "preserve",
      });
    }
    text(width, height, title) {
      const [w, h] = [number(width), number(height)];
      const size = `width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"`;
      const inside = `<title>${escaped(title)}</title>${this.out.join("")}`;
      return `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${size}>${inside}</svg>`;
    }
  }
  return { Pen };
})();
