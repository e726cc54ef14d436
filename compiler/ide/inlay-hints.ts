// What is said between the lines: the unit of a step, a value's worth today, which days count, whether an end is included.
// Rule: each sort can be left out by itself; today is handed in.

import { bare } from "../check/subexpressions.ts";
import { kindWords } from "../check/kind-words.ts";
import type { Document } from "../resolve/document.ts";
import type { Expression, FileTree, RuleLine, Validity } from "../syntax/ast.ts";
import { cellsText } from "./about-thing.ts";
import { treeOf, type Analysis } from "./analysis.ts";
import type { InlayHint, Span, Words } from "./answers.ts";
import { nodesIn, type Written } from "./nodes.ts";
import { documentHolding, rulesIn, thingsIn } from "./things.ts";

export interface HintsAsked {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly today: number;
}

export function inlayHints({ path, start, end, today }: HintsAsked, analysis: Analysis): readonly InlayHint[] {
  const tree = treeOf(path, analysis);
  if (tree === undefined) return [];
  const all = [
    ...unitHints(tree, analysis),
    ...valueHints(tree, today, analysis),
    ...spanHints(tree, analysis),
    ...endHints(tree),
  ];
  return all.filter(({ at }) => at >= start && at <= end).sort((a, b) => a.at - b.at);
}

/** Behind the name of a step: `överskott: dagar =`. */
function unitHints(tree: FileTree, analysis: Analysis): readonly InlayHint[] {
  return rulesIn(tree).flatMap(({ lines }) =>
    lines.flatMap((line) => {
      const unit = line.kind === "step" ? unitOf(line, analysis) : undefined;
      if (line.kind !== "step" || unit === undefined) return [];
      const help: Words = { sv: "Enheten som uttrycket ger.", en: "The unit that the expression gives." };
      return [hint("unit", line.name.span, { sv: `: ${unit.sv}`, en: `: ${unit.en}` }, help)];
    }),
  );
}

function unitOf(line: RuleLine & { readonly kind: "step" }, { front }: Analysis): Words | undefined {
  const kind = front.kinds.kindOf.get(line.value) ?? front.kinds.kindOf.get(bare(line.value));
  return kind === undefined || kind.kind === "unknown" ? undefined : kindWords(kind);
}

/** Behind a value that is read: what it is today. */
function valueHints(tree: FileTree, today: number, analysis: Analysis): readonly InlayHint[] {
  return thingsIn(tree, analysis).flatMap((thing) => {
    if (thing.sort !== "value" || thing.declares) return [];
    const document = analysis.front.documents.get(thing.document);
    const text = document === undefined ? undefined : valueToday(thing.name, today, document);
    if (text === undefined) return [];
    const help: Words = { sv: "Värdet i dag.", en: "The value today." };
    return [hint("value", thing.at.span, { sv: `(${text})`, en: `(${text})` }, help)];
  });
}

/** Only a value that is one plain quantity; a table or a computed one would be longer than its line. */
function valueToday(name: string, today: number, document: Document): string | undefined {
  const row = document.values
    .get(name)
    ?.rows.findLast(
      ({ days }) => (days.from === undefined || days.from <= today) && (days.until === undefined || today < days.until),
    );
  if (row?.it.content.kind !== "cell" || row.it.content.cell.kind !== "number") return undefined;
  return cellsText(row.it, document.files[0]?.language ?? "sv");
}

/** Behind a span: which days lie in it. */
function spanHints(tree: FileTree, analysis: Analysis): readonly InlayHint[] {
  const weekdays = documentHolding(tree, analysis)?.head.lines.find((line) => line.kind === "weekdaysExcept");
  const days = weekdays?.kind === "weekdaysExcept" ? weekdays.days.map(({ text }) => text).join(", ") : "";
  return expressionsIn(tree).flatMap((expression): InlayHint[] => {
    if (expression.kind !== "span") return [];
    const { from, to, counts, span } = expression;
    if (from.counted === undefined || to.counted === undefined) return [];
    const words = countedWords(from.counted, to.counted);
    const help =
      counts === "weekdays"
        ? { sv: `Vardagar: inte ${days}.`, en: `Weekdays: not ${days}.` }
        : { sv: "Alla dagar i kalendern.", en: "All days of the calendar." };
    return [hint("days", span, words, help)];
  });
}

function countedWords(first: boolean, last: boolean): Words {
  if (first && last) return { sv: "båda dagarna räknas", en: "both days count" };
  if (!first && !last) return { sv: "ingen av dagarna räknas", en: "neither day counts" };
  return first
    ? { sv: "första dagen räknas, inte den sista", en: "the first day counts, not the last" }
    : { sv: "sista dagen räknas, inte den första", en: "the last day counts, not the first" };
}

/** Behind the dates of a validity: whether the day itself is inside. */
function endHints(tree: FileTree): readonly InlayHint[] {
  return validitiesIn(tree).flatMap(({ from, end }) => {
    const first = from?.kind === "date" ? [hint("ends", from.span, inclusive, undefined)] : [];
    if (end === undefined || end.kind === "open" || end.at.kind !== "date") return first;
    return [...first, hint("ends", end.at.span, end.kind === "through" ? inclusive : exclusive, undefined)];
  });
}

const inclusive: Words = { sv: "inklusive", en: "inclusive" };
const exclusive: Words = { sv: "exklusive", en: "exclusive" };

function hint(sort: InlayHint["sort"], { file, end }: Span, text: Words, help: Words | undefined): InlayHint {
  return { file, at: end, sort, text, help };
}

function expressionsIn(tree: FileTree): readonly Expression[] {
  return nodesIn(tree).filter((node): node is Expression => node.kind === "span");
}

function validitiesIn(tree: FileTree): readonly Validity[] {
  return nodesIn(tree).filter(
    (node: Written): node is Validity => !("kind" in node) && "from" in node && "end" in node,
  );
}
