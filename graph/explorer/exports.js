"use strict";
/* What can be taken out of the page: the table as a picture, the facts shown as a table of cells, all data. */
Parley.exports = (() => {
  const { data, nodes, facts, statements, sources, label, sentence } = Parley.model;
  const { factShown } = Parley.shown;
  const { el, byId } = Parley.dom;
  /* Spreadsheets run cells that begin like a formula; a leading apostrophe stops them. */
  const cell = (value) =>
    `"${String(value ?? "")
      .replace(/^[=+\-@\t\r]/, "'$&")
      .replace(/"/g, '""')}"`;
  const row = (fact, number, disputes) => {
    const s = number === null ? null : statements[number];
    if (!s) return [sentence(fact), fact.standing, "", "", "", "", "", "", disputes];
    return [
      sentence(fact),
      fact.standing,
      s.chain.length ? label(s.chain.at(-1)) : "",
      s.chain.length > 1 ? label(s.chain[0]) : "",
      s.quote,
      s.source !== null ? sources[s.source].id : "",
      s.start,
      s.end,
      disputes,
    ];
  };
  const csv = () => {
    const lines = [["fact", "standing", "speaker", "reported by", "quote", "source", "start", "end", "disputes"]];
    facts.filter(factShown).forEach((fact) => {
      const all = [...fact.statements.map((s) => [s, ""]), ...fact.disputes.map((s) => [s, "yes"])];
      (all.length ? all : [[null, ""]]).forEach(([number, disputes]) => lines.push(row(fact, number, disputes)));
    });
    return lines.map((line) => line.map(cell).join(",")).join("\r\n");
  };
  const save = (name, address) => {
    const anchor = el("a", { href: address, download: name });
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
  };
  const saveText = (name, type, text) => {
    const address = URL.createObjectURL(new Blob([text], { type }));
    save(name, address);
    setTimeout(() => URL.revokeObjectURL(address), 4000);
  };
  const as = (kind) => {
    if (kind === "png" && nodes.length) save("negotiation.png", Parley.draw.picture());
    if (kind === "svg" && nodes.length)
      saveText("negotiation.svg", "image/svg+xml;charset=utf-8", Parley.draw.vector());
    if (kind === "csv") saveText("facts.csv", "text/csv;charset=utf-8", `\ufeff${csv()}`);
    if (kind === "json") saveText("graph.json", "application/json", byId("data").content.textContent);
    return data.version;
  };
  return { as };
})();
