// A selected expression as a term of its own, with the expression's place taken by the name.
// Rule: only where the expression means the same by itself: no step, no group and no day of the rule in it.

import { within } from "../check/subexpressions.ts";
import { say } from "../format/words.ts";
import type { Expression, FileTree } from "../syntax/ast.ts";
import { textOf, treeOf, type Analysis } from "./analysis.ts";
import type { Refactoring, Span } from "./answers.ts";
import { writtenKind } from "./kind-text.ts";
import { isWritten, nodesAt } from "./nodes.ts";
import type { RefactoringAsked } from "./refactorings.ts";
import { insideOf, thingsIn } from "./things.ts";

export function extractedTerm({ span }: RefactoringAsked, analysis: Analysis): Refactoring | undefined {
  const tree = treeOf(span.file, analysis);
  const expression = tree === undefined ? undefined : expressionIn(span, tree, analysis);
  const statement = tree?.statements.find(({ span: whole }) => whole.start <= span.start && span.end <= whole.end);
  if (tree === undefined || expression === undefined || statement === undefined) return undefined;
  const kind = analysis.front.kinds.kindOf.get(expression);
  if (kind === undefined || !standsAlone(expression, analysis)) return undefined;
  const { language } = tree;
  const text = textOf(span.file, analysis);
  const name = freeName(language === "sv" ? "nytt-begrepp" : "new-term", tree, analysis);
  const word = writtenKind(kind, language);
  if (word === undefined) return undefined;
  const written = text.slice(expression.span.start, expression.span.end);
  const start = text.lastIndexOf("\n", aboveStatement(statement.span.start, tree) - 1) + 1;
  const declared = `${say("term", language)} ${name} ${say("in", language)} ${word}\n  = ${written}\n\n`;
  return {
    sort: "extract",
    label: { sv: "Gör uttrycket till ett begrepp", en: "Make the expression a term" },
    edits: [
      { span: { ...span, start, end: start }, text: declared },
      { span: expression.span, text: name },
    ],
    creates: undefined,
  };
}

/** The largest expression inside the selection; nothing selected extracts nothing. */
function expressionIn(span: Span, tree: FileTree, { front }: Analysis): Expression | undefined {
  if (span.end - span.start < 2) return undefined;
  const middle = Math.floor((span.start + span.end) / 2);
  return [...nodesAt(tree, span.start + 1), ...nodesAt(tree, middle)].find(
    (node): node is Expression =>
      isWritten(node) &&
      node.span.start >= span.start &&
      node.span.end <= span.end &&
      front.kinds.kindOf.has(node as Expression),
  );
}

function standsAlone(expression: Expression, { front }: Analysis): boolean {
  return [...within(expression)].every((each) => {
    if (each.kind === "aggregate") return false;
    if (each.kind !== "name") return true;
    const declaration = front.bindings.targetOf.get(each);
    return declaration !== undefined && declaration.kind !== "step" && declaration.kind !== "builtIn";
  });
}

export function freeName(wish: string, tree: FileTree, analysis: Analysis): string {
  const taken = new Set(analysis.front.trees.flatMap((each) => thingsIn(each, analysis)).map(({ name }) => name));
  if (!taken.has(wish)) return wish;
  let number = 2;
  while (taken.has(`${wish}-${number}`)) number++;
  return insideOf(tree).length === 0 ? wish : `${wish}-${number}`;
}

/** Above the `##` comment that documents the statement. */
function aboveStatement(start: number, { comments }: FileTree): number {
  let at = start;
  for (const { span, doc, ownLine } of [...comments].reverse()) {
    if (span.end > at) continue;
    if (!doc || !ownLine || at - span.end > 4) break;
    at = span.start;
  }
  return at;
}
