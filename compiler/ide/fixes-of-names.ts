// Repairs of names: one that nothing gives, one that nobody uses, one that several documents give, one of another kind.
// Rule: what only the author can know is left to be filled in.

import type { Kind } from "../check/kind.ts";
import { unitText } from "../check/unit-text.ts";
import { say } from "../format/words.ts";
import { replaceWith, type Problem } from "../problem.ts";
import type { FileTree } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import type { Fix, Span } from "./answers.ts";
import { scopesIn } from "./completion-names.ts";
import { afterLine, docStart, isExpression, lineStart, statementAround, type FixPlace } from "./fix-place.ts";
import { writtenKind } from "./kind-text.ts";
import { nodesAt } from "./nodes.ts";
import { documentOf, rulesIn } from "./things.ts";

/** The name as a term of its own, in front of the statement that reads it; what it comes to is to be filled in. */
export function declared({ span, tree, text, analysis }: FixPlace): readonly Fix[] {
  const name = text.slice(span.start, span.end);
  const statement = statementAround(span, tree);
  if (statement === undefined || name.includes(".") || !isRead(span, tree, analysis)) return [];
  const language = tree.language;
  const beside = kindBeside(span, tree, analysis);
  const kind = (beside === undefined ? undefined : writtenKind(beside, language)) ?? say("days", language);
  const unit = beside?.kind === "quantity" ? unitText(beside, "0", language) : undefined;
  const zero = `0 ${unit ?? say("days", language)}`;
  const start = lineStart(text, docStart(statement, tree));
  const written = `${say("term", language)} ${name} ${say("in", language)} ${kind}\n  = ${zero}\n\n`;
  const label = { sv: `Förklara \`${name}\` som ett begrepp`, en: `Declare \`${name}\` as a term` };
  return [{ label, edits: [{ span: { ...span, start, end: start }, text: written }] }];
}

/** Whether it stands as a value: sources, attributes and rules are given in other ways. */
function isRead({ start, end }: Span, tree: FileTree, { front }: Analysis): boolean {
  return nodesAt(tree, start).some(
    (node) =>
      isExpression(node) &&
      node.kind === "name" &&
      node.span.start === start &&
      node.span.end === end &&
      front.kinds.kindOf.has(node),
  );
}

/** The kind on the other side of a comparison, a sum or a difference; a product says nothing of its parts. */
function kindBeside(span: Span, tree: FileTree, { front }: Analysis): Kind | undefined {
  const around = nodesAt(tree, span.start).findLast((node) => node.kind === "comparison" || node.kind === "arithmetic");
  if (around === undefined || !("left" in around) || !("right" in around)) return undefined;
  if ("operator" in around && (around.operator === "*" || around.operator === "/")) return undefined;
  const sides = [around.left, around.right].filter(isExpression);
  return sides.map((side) => front.kinds.kindOf.get(side)).find((each) => each?.kind === "quantity");
}

/** A source, value or term that nobody uses is taken away with its lines and comment. */
export function removed({ span, tree, text }: FixPlace): readonly Fix[] {
  const statement = tree.statements.find((each) => "name" in each && each.name.span.start === span.start);
  if (statement === undefined) return stepRemoved({ span, tree, text });
  const start = lineStart(text, docStart(statement, tree));
  const end = afterLine(text, statement.span.end);
  const label = { sv: "Ta bort det som ingen använder", en: "Remove what nobody uses" };
  return [{ label, edits: [{ span: { ...span, start, end }, text: "" }] }];
}

function stepRemoved({ span, tree, text }: Pick<FixPlace, "span" | "tree" | "text">): readonly Fix[] {
  const lines = rulesIn(tree).flatMap((rule) => rule.lines);
  const step = lines.find((line) => line.kind === "step" && line.name.span.start === span.start);
  if (step === undefined) return [];
  const start = lineStart(text, step.span.start);
  const label = { sv: "Ta bort steget som ingen använder", en: "Remove the step that nobody uses" };
  return [{ label, edits: [{ span: { ...span, start, end: afterLine(text, step.span.end) }, text: "" }] }];
}

/** One choice for each document whose name it may be. */
export function qualified({ span, tree, text, analysis }: FixPlace): readonly Fix[] {
  const name = text.slice(span.start, span.end);
  const used = scopesIn(analysis).get(documentOf(tree))?.used ?? [];
  return used.flatMap(({ document, own }) => (own.has(name) ? [replaceWith(span, `${document.name}.${name}`)] : []));
}

/** A bare number gets the unit that the word after `i` asks for; else the word becomes what is really given. */
export function kindWritten({ span, tree, text, analysis }: FixPlace, { related }: Problem): readonly Fix[] {
  const type = related[0]?.span;
  const value = nodesAt(tree, span.start).find(
    (node) => node.span.start === span.start && node.span.end === span.end && isExpression(node),
  );
  const kind = isExpression(value) ? analysis.front.kinds.kindOf.get(value) : undefined;
  if (type === undefined || type.file !== tree.file || kind === undefined) return [];
  const written = text.slice(span.start, span.end);
  const declared = text.slice(type.start, type.end);
  if (/^\d[\d \u00A0]*(?:,\d+)?$/.test(written) && units(tree.language).includes(declared)) {
    return [replaceWith(span, `${written} ${declared}`)];
  }
  const word = writtenKind(kind, tree.language);
  return word === undefined ? [] : [replaceWith(type, word)];
}

/** Words after `i` that may also stand after a number. */
function units(language: "sv" | "en"): readonly string[] {
  return (["days", "weekdays", "careDays", "hours", "kronor"] as const).map((unit) => say(unit, language));
}
