// Where a repair is written: the statement around a problem, its comment, and the ends of its lines.

import type { Problem } from "../problem.ts";
import type { Expression, FileTree, RuleLine, Statement } from "../syntax/ast.ts";
import { textOf, treeOf, type Analysis } from "./analysis.ts";
import type { Span } from "./answers.ts";
import { insideOf, rulesIn } from "./things.ts";

/** What a repair is found with. */
export interface FixPlace {
  readonly span: Span;
  readonly tree: FileTree;
  readonly text: string;
  readonly analysis: Analysis;
}

/** Undefined where the problem does not lie in an agreement. */
export function fixPlace({ span }: Problem, analysis: Analysis): FixPlace | undefined {
  const tree = treeOf(span.file, analysis);
  return tree === undefined ? undefined : { span, tree, text: textOf(span.file, analysis), analysis };
}

export function statementAround(span: Span, tree: FileTree): Statement | undefined {
  const holds = (each: Statement): boolean => each.span.start <= span.start && span.end <= each.span.end;
  return tree.statements.find(holds) ?? insideOf(tree).find(holds);
}

/** Where the `##` comment directly above a statement begins. */
export function docStart(statement: Statement, { comments }: FileTree): number {
  if (statement.doc === undefined) return statement.span.start;
  const lines = statement.doc.split("\n").length;
  const above = comments.filter(({ span, doc }) => doc && span.end <= statement.span.start).slice(-lines);
  return above[0]?.span.start ?? statement.span.start;
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

export function lineEnd(text: string, offset: number): number {
  const end = text.slice(offset).search(/[^\S\r\n]*(?:#[^\r\n]*)?(?:\r|\n|$)/);
  return offset + Math.max(0, end);
}

/** The first letter of the next line. */
export function afterLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** The line of a rule that stands exactly there. */
export function ruleLineAt({ start, end }: Span, tree: FileTree): RuleLine | undefined {
  return rulesIn(tree)
    .flatMap(({ lines }) => lines)
    .find(({ span }) => span.start === start && span.end === end);
}

export function isExpression(node: unknown): node is Expression {
  return typeof node === "object" && node !== null && "kind" in node && "span" in node;
}
