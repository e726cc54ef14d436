// Repairs of citations, quotes and choices between readings.
// Rule: why something was assumed or chosen is the author's to say; the repair only makes room for it.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { sectionAt } from "../check/cited-place.ts";
import { nearestWords, placesOfQuote } from "../check/quote-search.ts";
import { say } from "../format/words.ts";
import { editDistance } from "../nearest.ts";
import { replaceWith } from "../problem.ts";
import type { Fix } from "./answers.ts";
import { lineEnd, statementAround, type FixPlace } from "./fix-place.ts";
import { isReference } from "./hover-citation.ts";
import { nodesAt } from "./nodes.ts";
import { sourceOf } from "./source-texts.ts";

export function assumed({ span, tree, text }: FixPlace): readonly Fix[] {
  const statement = statementAround(span, tree);
  if (statement === undefined) return [];
  const end = lineEnd(text, statement.kind === "event" ? statement.span.end : span.end);
  const words = `   ${assumption(tree.language, "ange skälet", "give the reason")}`;
  const label = { sv: "Säg att det är ett antagande", en: "Say that it is an assumption" };
  return [{ label, edits: [{ span: { ...span, start: end, end }, text: words }] }];
}

/** `enligt antagande "…"`, in the language of the file. */
export function assumption(language: "sv" | "en", sv: string, en: string): string {
  return `${say("under", language)} ${say("assumption", language)} "${language === "sv" ? sv : en}"`;
}

/** The three places of the source that come nearest. */
export function nearQuotes({ span, tree, analysis }: FixPlace): readonly Fix[] {
  const reference = nodesAt(tree, span.start).findLast(isReference);
  const source = reference === undefined ? undefined : sourceOf(reference, tree, analysis);
  if (reference?.quote === undefined || source === undefined) return [];
  return nearestWords(reference.quote.text, source.text)
    .filter(({ words }) => !/["\r\n]/.test(words))
    .map(({ words }) => replaceWith(span, `"${words}"`));
}

/** The three sections of the source whose numbers come nearest, those that hold the quoted words first. */
export function nearSections({ span, tree, text, analysis }: FixPlace): readonly Fix[] {
  const reference = nodesAt(tree, span.start).findLast(isReference);
  const source = reference === undefined ? undefined : sourceOf(reference, tree, analysis)?.text;
  if (reference === undefined || source === undefined) return [];
  const written = text.slice(span.start, span.end);
  const quoted = reference.quote === undefined ? [] : placesOfQuote(reference.quote.text, source);
  const holding = new Set(quoted.flatMap((offset) => sectionAt(offset, source) ?? []));
  const numbers = [
    ...source.headings.flatMap(({ number, inAppendix }) => (number === undefined || inAppendix ? [] : [number])),
    ...source.chapters.map(({ number }) => `${number} kap.`),
    ...source.paragraphs.map(({ number }) => `${number} §`),
  ];
  const distance = (number: string): number => (holding.has(number) ? -1 : editDistance(written, number));
  return [...new Set(numbers)]
    .filter((number) => distance(number) <= 2)
    .sort((a, b) => distance(a) - distance(b) || byCodePoint(a, b))
    .slice(0, 3)
    .map((number) => replaceWith(span, number));
}

/** One choice for each reading; why, the author says. */
export function chosen({ span, tree, text }: FixPlace): readonly Fix[] {
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

export function reasoned({ span, tree, text }: FixPlace): readonly Fix[] {
  const end = lineEnd(text, span.end);
  const label = { sv: "Skriv ett motiv", en: "Write a reason" };
  return [{ label, edits: [{ span: { ...span, start: end, end }, text: ` ${reasonText(tree.language)}` }] }];
}

function reasonText(language: "sv" | "en"): string {
  return `${say("reason", language)} "${language === "sv" ? "ange skälet" : "give the reason"}"`;
}
