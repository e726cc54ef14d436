// Repairs of names: one that nothing gives, one that nobody uses, one that several documents give, one of another kind.
// Rule: what only the author can know is left to be filled in.

import { kindWords } from "../check/kind-words.ts";
import { unitText } from "../check/unit-text.ts";
import { say } from "../format/words.ts";
import { replaceWith, type Problem } from "../problem.ts";
import type { FileTree } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import type { Fix, Span } from "./answers.ts";
import { scopesIn } from "./completion-names.ts";
import { afterLine, docStart, isExpression, lineStart, statementAround, type FixPlace } from "./fix-place.ts";
import { nodesAt } from "./nodes.ts";
import { documentOf, rulesIn } from "./things.ts";

/** The name as a term of its own, in front of the statement that uses it; its kind is to be filled in. */
export function declared({ span, tree, text, analysis }: FixPlace): readonly Fix[] {
  const name = text.slice(span.start, span.end);
  const statement = statementAround(span, tree);
  if (statement === undefined || name.includes(".")) return [];
  const language = tree.language;
  const kind = kindBeside(span, tree, analysis) ?? say("days", language);
  const zero = kind === say("days", language) ? `0 ${kind}` : say("missing", language);
  const start = lineStart(text, docStart(statement, tree));
  const written = `${say("term", language)} ${name} ${say("in", language)} ${kind}\n  = ${zero}\n\n`;
  const label = { sv: `Förklara \`${name}\` som ett begrepp`, en: `Declare \`${name}\` as a term` };
  return [{ label, edits: [{ span: { ...span, start, end: start }, text: written }] }];
}

/** The kind on the other side of a comparison, as an author writes it after `i`. */
function kindBeside(span: Span, tree: FileTree, { front }: Analysis): string | undefined {
  const around = nodesAt(tree, span.start).findLast((node) => node.kind === "comparison" || node.kind === "arithmetic");
  if (around === undefined || !("left" in around) || !("right" in around)) return undefined;
  const sides = [around.left, around.right].filter(isExpression);
  const kind = sides
    .map((side) => front.kinds.kindOf.get(side))
    .find((each) => each?.kind === "quantity" || each?.kind === "date");
  return kind === undefined ? undefined : kindWords(kind)[tree.language].replace(/^(?:ett|en|an?) /, "");
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
  const unit = kind.kind === "quantity" ? unitText(kind, "2", tree.language) : undefined;
  const words = unit ?? kindWords(kind)[tree.language].replace(/^(?:ett|en|an?) /, "");
  return /^[\p{L}]+(?:\/\p{L}+)?$/u.test(words) ? [replaceWith(type, words)] : [];
}

/** Words after `i` that may also stand after a number. */
function units(language: "sv" | "en"): readonly string[] {
  return (["days", "weekdays", "careDays", "hours", "kronor"] as const).map((unit) => say(unit, language));
}
