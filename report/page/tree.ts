// A page as a small tree, and the one place that prints it: what an author or a data file says can only become text.
// Rule: names of elements and attributes are ours; values are escaped; broken surrogates become U+FFFD.

export type Node = Element | Raw | string;

export interface Element {
  readonly kind: "element";
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | true | undefined>>;
  readonly children: readonly Node[];
}

/** Text of our own making that is already as it must stand: a drawing, a script, a style, embedded data. */
export interface Raw {
  readonly kind: "raw";
  readonly text: string;
}

export function element(
  name: string,
  attributes: Element["attributes"] = {},
  ...children: readonly (Node | readonly Node[])[]
): Element {
  return { kind: "element", name, attributes, children: children.flat() };
}

export function raw(text: string): Raw {
  return { kind: "raw", text };
}

export function print(node: Node): string {
  if (typeof node === "string") return escaped(node);
  if (node.kind === "raw") return node.text;
  const attributes = Object.entries(node.attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(value ?? "")}"`))
    .join("");
  const start = `<${node.name}${attributes}>`;
  if (empty.has(node.name)) return start;
  return `${start}${node.children.map(print).join("")}</${node.name}>${blocks.has(node.name) ? "\n" : ""}`;
}

/** For texts and attribute values alike; no sign of it can end either. */
export function escaped(text: string): string {
  return wellFormed(text).replaceAll(
    /[&<>"'`\u2028\u2029\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g,
    (sign) => {
      const entity = entities.get(sign);
      return entity ?? (sign === "\u2028" || sign === "\u2029" ? " " : "\ufffd");
    },
  );
}

/** Lone surrogates cannot be written as UTF-8. */
export function wellFormed(text: string): string {
  return text.replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
  ["`", "&#96;"],
]);
const empty: ReadonlySet<string> = new Set(["meta", "br", "hr", "col"]);
const blocks: ReadonlySet<string> = new Set([
  "tr",
  "table",
  "section",
  "p",
  "h1",
  "h2",
  "h3",
  "head",
  "header",
  "li",
  "figure",
  "div",
]);
