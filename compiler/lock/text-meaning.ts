// What one decided file says, as a hash: the base of a document, or one amendment, each by itself.
// Rule: titles, quotes, reasons, comments, layout, the keyword table and the order of statements that are no rules do not
// count. Each file is sealed alone, so that a new amendment breaks no older seal.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { sha256 } from "../ir/sha256.ts";
import { written } from "../resolve/written.ts";
import type { FileTree, Head } from "../syntax/ast.ts";

/** 64 hexadecimal digits. */
export function textMeaning(tree: FileTree): string {
  const { head, statements } = tree;
  const said = statements.filter((statement) => statement.kind !== "leftOut").map(withoutWords);
  const [rules, others] = [said.filter(isRule), said.filter((statement) => !isRule(statement))];
  const parts = [written(headMeaning(head)), ...rules.map(written), ...others.map(written).sort(byCodePoint)];
  return sha256(parts.join("\n"));
}

/** The draft or decision of an amendment says that it applies, not what it says. */
function headMeaning(head: Head | undefined): unknown {
  if (head?.kind !== "amendment") return withoutWords(head);
  return { kind: head.kind, name: head.name, amends: head.amends, validity: head.validity };
}

/** Records are offered to rules in written order, so their order is part of what they mean. */
function isRule(statement: unknown): boolean {
  const kind = typeof statement === "object" && statement !== null && "kind" in statement ? statement.kind : undefined;
  return kind === "rule" || kind === "statistic";
}

/** The tree without what is said to people only. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== "object" || value === null) return value;
  const node = new Map<string, unknown>(Object.entries(value));
  if (node.get("kind") === "assumption") node.delete("text");
  if (node.get("kind") === "source") node.delete("file");
  return Object.fromEntries(
    [...node].filter(([key]) => !forPeople.has(key)).map(([key, held]) => [key, withoutWords(held)]),
  );
}

const forPeople: ReadonlySet<string> = new Set(["title", "quote", "asks", "reason"]);
