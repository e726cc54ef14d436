// What one decided file says, as a hash: the base of a document, or one amendment, each by itself.
// Rule: titles, quotes, reasons, comments, layout, the keyword table and the order of statements that are no rules do not
// count. Each file is sealed alone, so that a new amendment breaks no older seal.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { sha256 } from "../ir/sha256.ts";
import { written, writtenWithout, type Unsaid } from "../resolve/written.ts";
import type { FileTree, Head, Statement } from "../syntax/ast.ts";

/** 64 hexadecimal digits. */
export function textMeaning(tree: FileTree): string {
  const said = tree.statements.filter((statement) => statement.kind !== "leftOut");
  const words = (statements: readonly unknown[]): string[] =>
    statements.map((statement) => writtenWithout(forPeople, statement));
  const rules = words(said.filter(isRule));
  const others = words(said.filter((statement) => !isRule(statement)));
  return sha256([headMeaning(tree.head), ...rules, ...others.sort(byCodePoint)].join("\n"));
}

/** The draft or decision of an amendment says that it applies, not what it says. */
function headMeaning(head: Head | undefined): string {
  if (head?.kind !== "amendment") return writtenWithout(forPeople, head);
  return written({ kind: head.kind, name: head.name, amends: head.amends, validity: head.validity });
}

/** Records are offered to rules in written order, so their order is part of what they mean. */
function isRule({ kind }: Statement): boolean {
  return kind === "rule" || kind === "statistic";
}

/** What is said to people only, and decides nothing. */
const forPeople: Unsaid = (kind, field) =>
  wordsOnly.has(field) || (field === "text" && kind === "assumption") || (field === "file" && kind === "source");

const wordsOnly: ReadonlySet<string> = new Set(["title", "quote", "asks", "reason"]);
