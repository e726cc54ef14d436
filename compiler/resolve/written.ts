// What a piece of the tree says, as one text: equal for everything that was only written in another way.
// Rule: blind to places, comments, layout, the keyword table, needless parentheses and the order in which the lines of a
// rule happen to stand; everything else counts. The text is canonical JSON, put together without a copy of the tree.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { canonical } from "../ir/canonical.ts";
import { rankOf, type Line } from "./line-slots.ts";

/** What is not written: `true` for a field of a node that shall not count. */
export type Unsaid = (kind: unknown, field: string) => boolean;

export function written(node: unknown): string {
  return text(node, () => false);
}

/** The same without some of its fields. */
export function writtenWithout(unsaid: Unsaid, node: unknown): string {
  return text(node, unsaid);
}

function text(value: unknown, unsaid: Unsaid): string {
  if (typeof value === "string") return JSON.stringify(value.normalize("NFC"));
  if (Array.isArray(value)) return `[${value.map((each) => text(each, unsaid)).join(",")}]`;
  if (!isNode(value)) return canonical(value);
  switch (value["kind"]) {
    case "name": {
      const document = value["document"] === undefined ? "" : `"document":${text(value["document"], unsaid)},`;
      return `{${document}"name":${JSON.stringify(textIn(value, "text"))}}`;
    }
    case "text":
      return `{"text":${JSON.stringify(textIn(value, "text").replace(/\s+/gu, " ").trim())}}`;
    case "number":
      return canonical({ number: withoutEndingZeros(textIn(value, "digits")), unit: value["unit"] });
    case "parenthesis":
      return value["per"] === undefined ? text(value["of"], unsaid) : fieldsOf(value, unsaid);
    default:
      return fieldsOf(value, unsaid);
  }
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function fieldsOf(node: Node, unsaid: Unsaid): string {
  const kind = node["kind"];
  const parts: string[] = [];
  for (const field of Object.keys(node).sort()) {
    const held = node[field];
    if (held === undefined || field === "span" || field === "doc" || unsaid(kind, field)) continue;
    parts.push(`${JSON.stringify(field)}:${text(field === "lines" ? linesInOrder(kind, held) : held, unsaid)}`);
  }
  return `{${parts.join(",")}}`;
}

/** Which line of a rule or of a head stands first means nothing; in a condition it decides which reason is given. */
function linesInOrder(kind: unknown, lines: unknown): unknown {
  if (!Array.isArray(lines)) return lines;
  switch (kind) {
    case "rule":
    case "statistic":
      return [...lines].sort((a: Line, b: Line) => rankOf(a) - rankOf(b));
    case "document":
    case "agreement":
      return [...lines].sort((a: Line, b: Line) => byCodePoint(a.kind, b.kind));
    default:
      return lines;
  }
}

function textIn(node: Node, field: string): string {
  const held = node[field];
  return typeof held === "string" ? held.normalize("NFC") : "";
}

/** `2.0` and `2` are the same number. */
function withoutEndingZeros(digits: string): string {
  const stripped = digits.includes(".") ? digits.replace(/0+$/, "").replace(/\.$/, "") : digits;
  return stripped.replace(/^0+(?=\d)/, "");
}
