// What the page does in the browser: opens the packed lines and episodes and shows one level at a time, by its address.
// Rule: nodes are made of text, never of markup; nothing is fetched, stored or sent. Without it the page still reads.

import type { Lang, Sides } from "../words.ts";

const words = {
  sv: {
    total: "Total",
    line: "Fakturarad",
    steps: "Steg för steg",
    step: "Steg",
    written: "Som regeln är skriven",
    clause: "Avsnitt",
    noLine: "ingen debitering",
    records: "Vårdtillfällen",
    stands: "Bygger på",
    nothing: "inga vårdtillfällen",
    episodes: "Vårdtillfällena bakom raden",
    id: "Pseudonym",
    brings: "Tillför",
    withoutA: "A utan det (kr)",
    withoutB: "B utan det (kr)",
    without: "Raden utan det (kr)",
    value: "Värde",
    onlyA: "bara i A",
    onlyB: "bara i B",
    more: "Visa fler",
    shown: "visar",
    of: "av",
    noPrice:
      "Ett vårdtillfälle har inget eget pris i en sådan rad. Marginaleffekten säger vad raden hade blivit utan det.",
    uncounted: "Marginaleffekten är inte räknad för den här raden.",
    quoted: "Ur källan",
    noQuote: "Inga ord är citerade.",
    back: "Tillbaka till raden",
    missing: "Det finns inget på den här adressen.",
    amount: "belopp (kr)",
    alone: "Belopp (kr)",
    difference: "Skillnad (kr)",
    rule: "Regel",
  },
  en: {
    total: "Total",
    line: "Invoice line",
    steps: "Step by step",
    step: "Step",
    written: "As the rule is written",
    clause: "Clause",
    noLine: "no charge",
    records: "Care episodes",
    stands: "Stands on",
    nothing: "no care episodes",
    episodes: "The care episodes behind the line",
    id: "Pseudonym",
    brings: "Brings",
    withoutA: "A without it (kr)",
    withoutB: "B without it (kr)",
    without: "The line without it (kr)",
    value: "Value",
    onlyA: "only in A",
    onlyB: "only in B",
    more: "Show more",
    shown: "showing",
    of: "of",
    noPrice:
      "An episode has no price of its own in such a line. The marginal effect says what the line had been without it.",
    uncounted: "The marginal effect was not counted for this line.",
    quoted: "From the source",
    noQuote: "No words are quoted.",
    back: "Back to the line",
    missing: "There is nothing at this address.",
    amount: "amount (kr)",
    alone: "Amount (kr)",
    difference: "Difference (kr)",
    rule: "Rule",
  },
} as const;

/** The script, whole; its hash stands in the page's policy. A run shown alone is the second side without a first. */
export function script(lang: Lang, sides: Sides): string {
  const own = `const W=${JSON.stringify(words[lang])},ALONE=${sides === "one"};`;
  return `"use strict";(()=>{${own}\n${browserCode}\n})();`;
}

const browserCode = String.raw`
const place = document.getElementById("djup");
const opened = {};
function unpack(id) {
  if (!opened[id]) {
    const text = atob(document.getElementById(id).textContent);
    const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    opened[id] = new Response(stream).json();
  }
  return opened[id];
}
function node(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
const sided = (alone, ...both) => (ALONE ? [alone] : both);
const sum = (data, line) => data.texts[ALONE ? line.b.amount : line.difference];
const link = (address, text) => node("a", { href: address }, text);
const lineAddress = (id) => "#rad/" + encodeURIComponent(id);
function table(caption, heads, rows) {
  const head = node("tr", {}, ...heads.map(([text, kind]) => node("th", kind ? { scope: "col", class: kind } : { scope: "col" }, text)));
  const body = rows.map((cells) => node("tr", {}, ...cells.map((cell, at) => {
    const attributes = heads[at][1] ? { class: heads[at][1] } : {};
    return at === 0 ? node("th", { ...attributes, scope: "row" }, cell) : node("td", attributes, cell);
  })));
  return node("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption },
    node("table", {}, node("caption", {}, caption), node("thead", {}, head), node("tbody", {}, ...body)));
}
function show(way, title, ...parts) {
  const steps = way.map(([address, text], at) => node("li", {}, at === way.length - 1 ? node("span", { "aria-current": "page" }, text) : link(address, text)));
  const heading = node("h2", { tabindex: "-1" }, title);
  place.replaceChildren(node("nav", { "aria-label": W.line }, node("ol", {}, ...steps)), heading, ...parts);
  place.hidden = false;
  heading.focus();
  place.scrollIntoView();
}
function wayTo(data, line) {
  const t = (at) => data.texts[at];
  const code = encodeURIComponent(t(line.payer[0]));
  return [["#total", W.total], ["#betalare-" + code, t(line.payer[1])],
    ["#manad/" + code + "/" + encodeURIComponent(t(line.period)), t(line.period) || "–"], [lineAddress(t(line.id)), t(line.id)]];
}
function showMonth(data, code, period) {
  const t = (at) => data.texts[at];
  const lines = data.lines.filter((line) => t(line.payer[0]) === code && t(line.period) === period);
  if (lines.length === 0) return missing();
  const amount = (side) => (side ? t(side.amount) : "–");
  const title = t(lines[0].payer[1]) + " " + period;
  show(wayTo(data, lines[0]).slice(0, 3), title, table(title,
    [[W.line, ""], [W.rule, ""], ...sided([W.alone, "n"], ["A (kr)", "n"], ["B (kr)", "n"], [W.difference, "n"])],
    lines.map((line) => [link(lineAddress(t(line.id)), t(line.id)), t(line.rule), ...sided(amount(line.b), amount(line.a), amount(line.b), t(line.difference))])));
}
function stepRows(data, line) {
  const t = (at) => (at < 0 ? "" : data.texts[at]);
  const [a, b] = [line.a, line.b];
  const names = [...new Set([...(a ? a.steps : []), ...(b ? b.steps : [])].map((step) => step[0]))];
  const of = (side, name) => (side ? side.steps.find((step) => step[0] === name) : undefined);
  return names.map((name) => {
    const [inA, inB] = [of(a, name), of(b, name)];
    const one = inB || inA;
    const written = [inA, inB].map((step) => (step ? t(step[1]) : "")).filter((text, at, all) => text && all.indexOf(text) === at);
    const shown = (step) => (step ? t(step[2]) : "–");
    return [t(name), ...sided(shown(inB), shown(inA), shown(inB)), node("code", {}, written.join("\n")), clauseLink(data, line, one[3])];
  });
}
function clauseLink(data, line, at) {
  if (at < 0) return "";
  const [where, source] = data.clauses[at];
  return link(lineAddress(data.texts[line.id]) + "/klausul/" + at, data.texts[where] || data.texts[source]);
}
function showLine(data, line) {
  const t = (at) => data.texts[at];
  const amount = (side) => (side ? (side.charged ? t(side.amount) : t(side.amount) + " (" + W.noLine + ")") : W.nothing);
  const count = (side) => (side ? String(side.records) : "–");
  const stood = new Map([line.a, line.b].flatMap((side) => (side ? side.stands : [])));
  const stands = [...stood].map(([says, at]) => node("li", {}, t(says), at < 0 ? "" : " – ", clauseLink(data, line, at)));
  const clause = (line.b || line.a).clause;
  show(wayTo(data, line), t(line.payer[1]) + ", " + t(line.period) + ": " + sum(data, line) + " kr",
    table(W.steps, [[W.step, ""], ...sided([W.value, "n"], ["A", "n"], ["B", "n"]), [W.written, ""], [W.clause, ""]], [
      [W.records, ...sided(count(line.b), count(line.a), count(line.b)), "", clauseLink(data, line, clause)],
      ...stepRows(data, line),
      [W.amount, ...sided(amount(line.b), amount(line.a), amount(line.b)), "", ""]]),
    node("p", {}, link(lineAddress(t(line.id)) + "/episoder", W.episodes)),
    node("h3", {}, W.stands), node("ul", {}, ...stands));
}
function showClause(data, line, at) {
  const clause = data.clauses[at];
  if (!clause) return missing();
  const [where, source, quote] = clause.map((one) => (one < 0 ? "" : data.texts[one]));
  const way = [...wayTo(data, line), ["", where || source]];
  show(way, W.clause + " " + (where || ""), node("p", {}, source),
    node("h3", {}, W.quoted), quote ? node("blockquote", {}, quote) : node("p", {}, W.noQuote),
    node("p", {}, link(lineAddress(data.texts[line.id]), W.back)));
}
function members(flat) {
  const found = new Map();
  let record = 0;
  for (let at = 0; at < flat.length; at += 2) { record += flat[at]; found.set(record, flat[at + 1]); }
  return found;
}
function settled(data) {
  if (data.list) return data;
  data.list = data.ids.split("\n");
  data.days = data.days.map((steps) => {
    let day = 0;
    return steps.map((step) => (step === null ? "" : new Date((day += step) * 86400000).toISOString().slice(0, 10)));
  });
  return data;
}
async function showEpisodes(data, line) {
  const episodes = settled(await unpack("episoder"));
  const own = episodes.of[data.lines.indexOf(line)];
  const [a, b] = [members(own.a), members(own.b || own.a)];
  const records = [...new Set([...a.keys(), ...b.keys()])].sort((x, y) => x - y);
  const t = (at) => (at === undefined ? "" : episodes.texts[at]);
  const counted = Object.keys(own.withoutA).length + Object.keys(own.withoutB).length > 0;
  const heads = [[W.id, ""], ...episodes.dates.map((name) => [name, ""]), [own.word || W.brings, "n"],
    ...(counted ? sided([W.without, "n"], [W.withoutA, "n"], [W.withoutB, "n"]) : [])];
  const row = (record) => {
    const [inA, inB] = [a.get(record), b.get(record)];
    const brings = ALONE ? t(inB) : inA === inB ? t(inA) : inA === undefined ? t(inB) + " (" + W.onlyB + ")" : inB === undefined ? t(inA) + " (" + W.onlyA + ")" : "A " + t(inA) + ", B " + t(inB);
    const [withoutA, withoutB] = [own.withoutA[inA] || "–", own.withoutB[inB] || "–"];
    const without = counted ? sided(withoutB, withoutA, withoutB) : [];
    return [episodes.list[record], ...episodes.days.map((days) => days[record]), brings, ...without];
  };
  const draw = (many) => {
    const some = records.slice(0, many);
    const caption = W.episodes + ": " + W.shown + " " + some.length + " " + W.of + " " + records.length;
    const more = node("button", { type: "button" }, W.more);
    more.addEventListener("click", () => draw(many + 500));
    show([...wayTo(data, line), ["", W.records]], W.episodes, node("p", {}, W.noPrice),
      ...(counted ? [] : [node("p", {}, W.uncounted)]),
      records.length === 0 ? node("p", {}, W.nothing) : table(caption, heads, some.map(row)),
      ...(some.length < records.length ? [more] : []));
  };
  draw(100);
}
function missing() { show([["#total", W.total], ["", "–"]], W.missing); }
async function route() {
  const [kind, ...rest] = location.hash.slice(1).split("/").map(decodeURIComponent);
  if (kind !== "manad" && kind !== "rad") { place.hidden = true; return; }
  const data = await unpack("rader");
  if (kind === "manad") return showMonth(data, rest[0], rest[1]);
  const line = data.lines.find((one) => data.texts[one.id] === rest[0]);
  if (!line) return missing();
  if (rest[1] === "episoder") return showEpisodes(data, line);
  if (rest[1] === "klausul") return showClause(data, line, Number(rest[2]));
  return showLine(data, line);
}
addEventListener("hashchange", route);
route();
`.trim();
