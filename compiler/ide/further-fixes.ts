// Repairs that the editor can offer beside those of a problem itself: they need a choice, so `avtal check --fix` never
// makes them. Rule: what only the author can know is written as `saknas` or as words that ask for it, never made up.

import { dateText } from "@avtal/runtime/calendar";
import { bare } from "../check/subexpressions.ts";
import { kindWords } from "../check/kind-words.ts";
import { unitText } from "../check/unit-text.ts";
import { nearestWords } from "../check/quote-search.ts";
import { say } from "../format/words.ts";
import { replaceWith, type Problem } from "../problem.ts";
import type { Expression, FileTree, Statement } from "../syntax/ast.ts";
import { textOf, treeOf, type Analysis } from "./analysis.ts";
import type { Fix, Span } from "./answers.ts";
import { isReference } from "./hover-citation.ts";
import { nodesAt, type Written } from "./nodes.ts";
import { sourceOf } from "./source-texts.ts";
import { documentHolding, insideOf } from "./things.ts";

export function furtherFixes(problem: Problem, analysis: Analysis): readonly Fix[] {
  const tree = treeOf(problem.span.file, analysis);
  if (tree === undefined) return [];
  const at: At = { span: problem.span, tree, text: textOf(problem.span.file, analysis), analysis };
  switch (problem.code) {
    case "AV2001":
      return declared(at);
    case "AV2006":
      return removed(at);
    case "AV3043":
      return guarded(at);
    case "AV3047":
      return rounded(at);
    case "AV4002":
      return rowRemoved(at);
    case "AV4005":
      return rowAdded(at, problem);
    case "AV5001":
      return assumed(at);
    case "AV5002":
      return nearQuotes(at);
    case "AV6001":
      return chosen(at);
    case "AV6055":
      return reasoned(at);
    default:
      return [];
  }
}

interface At {
  readonly span: Span;
  readonly tree: FileTree;
  readonly text: string;
  readonly analysis: Analysis;
}

/** The name as a term of its own, in front of the statement that uses it; its kind is to be filled in. */
function declared({ span, tree, text, analysis }: At): readonly Fix[] {
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

function isExpression(node: unknown): node is Expression {
  return typeof node === "object" && node !== null && "kind" in node && "span" in node;
}

/** A source, value or term that nobody uses is taken away with its lines and comment. */
function removed({ span, tree, text }: At): readonly Fix[] {
  const statement = tree.statements.find((each) => "name" in each && each.name.span.start === span.start);
  if (statement === undefined) return [];
  const start = lineStart(text, docStart(statement, tree));
  const end = afterLine(text, statement.span.end);
  const label = { sv: "Ta bort det som ingen använder", en: "Remove what nobody uses" };
  return [{ label, edits: [{ span: { ...span, start, end }, text: "" }] }];
}

/** `a / b` becomes `(a / b om b överstiger 0 annars …)`, in the unit of the quotient. */
function guarded({ span, tree, text, analysis }: At): readonly Fix[] {
  const quotient = nodesAt(tree, span.start).findLast(
    (node) => node.kind === "arithmetic" && "operator" in node && node.operator === "/",
  );
  if (quotient === undefined || !isExpression(quotient)) return [];
  const kind = analysis.front.kinds.kindOf.get(quotient);
  const divisor = analysis.front.kinds.kindOf.get(expressionAt(span, quotient) ?? quotient);
  if (kind?.kind !== "quantity" || divisor?.kind !== "quantity") return [];
  const { language } = tree;
  const zero = (unit: string | undefined): string => (unit === undefined ? "0" : `0 ${unit}`);
  const written = text.slice(quotient.span.start, quotient.span.end);
  const over = text.slice(span.start, span.end);
  const words = [
    `(${written} ${say("if", language)} (${over}) ${say("exceeds", language)} ${zero(unitText(divisor, "0", language))}`,
    `${say("otherwise", language)} ${zero(unitText(kind, "0", language))})`,
  ];
  const label = { sv: "Säg vad som gäller när nämnaren är noll", en: "Say what holds when the divisor is zero" };
  return [{ label, edits: [{ span: quotient.span, text: words.join(" ") }] }];
}

function expressionAt(span: Span, quotient: Expression): Expression | undefined {
  return quotient.kind === "arithmetic" && bare(quotient.right).span.end === span.end ? quotient.right : undefined;
}

/** Rounding to whole öre, said to be an assumption: which rounding is meant is the author's to know. */
function rounded({ span, tree, text }: At): readonly Fix[] {
  const line = nodesAt(tree, span.start).findLast((node) => node.kind === "step");
  const { language } = tree;
  const unit = language === "sv" ? "ören" : "öre";
  const name = line !== undefined && hasName(line) ? line.name.text : "belopp";
  const end = lineEnd(text, line?.span.end ?? span.end);
  const rounding = `${say("round", language)} ${name} ${say("toWhole", language)} ${unit}, ${say("halvesUp", language)}`;
  const label = { sv: "Avrunda till hela ören, halva uppåt", en: "Round to whole öre, halves up" };
  const words = `\n  ${rounding}   ${assumption(language, "texten säger inget om avrundning", "the text says nothing about rounding")}`;
  return [{ label, edits: [{ span: { ...span, start: end, end }, text: words }] }];
}

function hasName(node: Written): node is Written & { readonly name: { readonly text: string } } {
  return "name" in node && typeof node.name === "object" && node.name !== null && "text" in node.name;
}

function rowRemoved({ span, tree, text }: At): readonly Fix[] {
  const row = nodesAt(tree, span.start).findLast((node) => "content" in node && "from" in node);
  if (row === undefined) return [];
  const start = lineStart(text, row.span.start);
  const label = { sv: "Ta bort den här raden", en: "Remove this row" };
  return [{ label, edits: [{ span: { ...span, start, end: afterLine(text, row.span.end) }, text: "" }] }];
}

/** A first row that says that the value is not known, from the first day on which it is asked for. */
function rowAdded({ span, tree, analysis }: At, { related }: Problem): readonly Fix[] {
  const value = related[0]?.span;
  const home = value === undefined ? undefined : treeOf(value.file, analysis);
  const statement = home === undefined || value === undefined ? undefined : statementAround(value, home);
  const from = documentHolding(tree, analysis)?.validity.days.from;
  if (home === undefined || statement?.kind !== "value" || from === undefined || span.end === 0) return [];
  const [first] = statement.rows;
  if (first === undefined) return [];
  const { language } = home;
  const row = `${say("from", language)} ${dateText(from)}: ${say("missing", language)}`;
  const label = {
    sv: `Skriv att värdet saknas från ${dateText(from)}`,
    en: `Say that the value is missing from ${dateText(from)}`,
  };
  return [{ label, edits: [{ span: { ...first.span, end: first.span.start }, text: `${row}\n  ` }] }];
}

function assumed({ span, tree, text }: At): readonly Fix[] {
  const statement = statementAround(span, tree);
  if (statement === undefined) return [];
  const end = lineEnd(text, statement.kind === "event" ? statement.span.end : span.end);
  const words = `   ${assumption(tree.language, "ange skälet", "give the reason")}`;
  const label = { sv: "Säg att det är ett antagande", en: "Say that it is an assumption" };
  return [{ label, edits: [{ span: { ...span, start: end, end }, text: words }] }];
}

function assumption(language: "sv" | "en", sv: string, en: string): string {
  return `${say("under", language)} ${say("assumption", language)} "${language === "sv" ? sv : en}"`;
}

/** The three places of the source that come nearest. */
function nearQuotes({ span, tree, analysis }: At): readonly Fix[] {
  const reference = nodesAt(tree, span.start).findLast(isReference);
  const source = reference === undefined ? undefined : sourceOf(reference, tree, analysis);
  if (reference?.quote === undefined || source === undefined) return [];
  return nearestWords(reference.quote.text, source.text)
    .filter(({ words }) => !/["\r\n]/.test(words))
    .map(({ words }) => replaceWith(span, `"${words}"`));
}

/** One choice for each reading; why, the author says. */
function chosen({ span, tree, text }: At): readonly Fix[] {
  const statement = statementAround(span, tree);
  if (statement?.kind !== "question") return [];
  const { language } = tree;
  const end = lineEnd(text, statement.span.end);
  return statement.readings.map(({ name }) => {
    const words = [say("chosen", language), name.text, say("preliminarily", language), reasonText(language)].join(" ");
    const label = { sv: `Välj \`${name.text}\` preliminärt`, en: `Choose \`${name.text}\` preliminarily` };
    return { label, edits: [{ span: { ...span, start: end, end }, text: `\n  ${words}` }] };
  });
}

function reasoned({ span, tree, text }: At): readonly Fix[] {
  const end = lineEnd(text, span.end);
  const label = { sv: "Skriv ett motiv", en: "Write a reason" };
  return [{ label, edits: [{ span: { ...span, start: end, end }, text: ` ${reasonText(tree.language)}` }] }];
}

function reasonText(language: "sv" | "en"): string {
  return `${say("reason", language)} "${language === "sv" ? "ange skälet" : "give the reason"}"`;
}

function statementAround(span: Span, tree: FileTree): Statement | undefined {
  const holds = (each: Statement): boolean => each.span.start <= span.start && span.end <= each.span.end;
  return tree.statements.find(holds) ?? insideOf(tree).find(holds);
}

/** Where the `##` comment directly above a statement begins. */
function docStart(statement: Statement, { comments }: FileTree): number {
  if (statement.doc === undefined) return statement.span.start;
  const lines = statement.doc.split("\n").length;
  const above = comments.filter(({ span, doc }) => doc && span.end <= statement.span.start).slice(-lines);
  return above[0]?.span.start ?? statement.span.start;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.slice(offset).search(/[^\S\r\n]*(?:#[^\r\n]*)?(?:\r|\n|$)/);
  return offset + Math.max(0, end);
}

/** The first letter of the next line. */
function afterLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}
