// What a piece of the tree says, as one text: equal for everything that was only written in another way.
// Rule: blind to places, comments, layout, the keyword table, needless parentheses and the order in which the lines of a
// rule happen to stand; everything else counts.

import { canonical } from "../ir/canonical.ts";
import { rankOf, type Line } from "./line-slots.ts";

export function written(node: unknown): string {
  return canonical(plain(node));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "string") return value.normalize("NFC");
  if (typeof value !== "object" || value === null) return value;
  const node = new Map<string, unknown>(Object.entries(value));
  switch (node.get("kind")) {
    case "name":
      return { document: plain(node.get("document")), name: textOf(node, "text") };
    case "text":
      return { text: textOf(node, "text").replace(/\s+/gu, " ").trim() };
    case "number":
      return { number: withoutEndingZeros(textOf(node, "digits")), unit: node.get("unit") };
    case "parenthesis":
      return node.get("per") === undefined ? plain(node.get("of")) : plainFields(node);
    default:
      return plainFields(node);
  }
}

function plainFields(node: ReadonlyMap<string, unknown>): unknown {
  const kept = [...node].filter(([key, held]) => !blindTo.has(key) && held !== undefined);
  return Object.fromEntries(kept.map(([key, held]) => [key, plain(key === "lines" ? linesInOrder(node, held) : held)]));
}

const blindTo: ReadonlySet<string> = new Set(["span", "doc"]);

/** Which line of a rule or of a head stands first means nothing; in a condition it decides which reason is given. */
function linesInOrder(node: ReadonlyMap<string, unknown>, lines: unknown): unknown {
  if (!Array.isArray(lines)) return lines;
  switch (node.get("kind")) {
    case "rule":
    case "statistic":
      return [...lines].sort((a: Line, b: Line) => rankOf(a) - rankOf(b));
    case "document":
    case "agreement":
      return [...lines].sort((a: Line, b: Line) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
    default:
      return lines;
  }
}

function textOf(node: ReadonlyMap<string, unknown>, key: string): string {
  const text = node.get(key);
  return typeof text === "string" ? text.normalize("NFC") : "";
}

/** `2.0` and `2` are the same number. */
function withoutEndingZeros(digits: string): string {
  const stripped = digits.includes(".") ? digits.replace(/0+$/, "").replace(/\.$/, "") : digits;
  return stripped.replace(/^0+(?=\d)/, "");
}
