// What the parser could not read, said in the words of the line it stands in.
// Rule: one problem between two words that open lines; the mark stands where something must change,
// after the last word before a gap and not on the innocent word of the next line.

import type { IRecognitionException, IToken } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import type { Problem } from "../problem.ts";
import { endOf } from "./cst.ts";
import { aValue, continues, formsOf, lines, newPart, tokenWords } from "./expectations.ts";
import { lineAtHand, type LineAtHand } from "./line-at-hand.ts";
import { cannotContinue } from "./problems/cannot-continue.ts";
import { colonMissing } from "./problems/colon-missing.ts";
import { keywordAsName } from "./problems/keyword-as-name.ts";
import { numbersSideBySide } from "./problems/numbers-side-by-side.ts";
import { parenthesisNotClosed } from "./problems/parenthesis-not-closed.ts";
import { somethingMissing } from "./problems/something-missing.ts";
import { valuesSideBySide, type SideBySide } from "./problems/values-side-by-side.ts";
import { spanOf, spanOfToken, type Reading } from "./reading.ts";
import { shown } from "./shown.ts";
import {
  declaresName,
  endsValue,
  isA,
  isKeyword,
  isUnit,
  opensLine,
  opensStatement,
  opensStep,
  startsValue,
} from "./token-roles.ts";

/** The places where reading stopped: the first one of each line. */
export function parseErrors(
  reading: Reading,
  errors: readonly IRecognitionException[],
  tokens: readonly IToken[],
): readonly Problem[] {
  const stops = new Map<number, Problem>();
  if (errors.length === 0) return [];
  const line = lineOf(reading, tokens);
  for (const error of errors) {
    const problem = parseError(reading, error, tokens);
    const at = line(problem.span.start);
    if (!stops.has(at)) stops.set(at, problem);
  }
  return [...stops.values()];
}

/**
 * All problems of the file. In a line that could not be read, what stands after the place where reading stopped is
 * noise; and where something before that place is wrong, that is reason enough.
 */
export function together(reading: Reading, stops: readonly Problem[], tokens: readonly IToken[]): readonly Problem[] {
  const forms = [...new Map(reading.forms.map((form) => [`${form.code} ${form.span.start}`, form])).values()];
  if (stops.length === 0) return [...reading.problems, ...forms];
  const line = lineOf(reading, tokens);
  const stopIn = new Map(stops.map((stop) => [line(stop.span.start), stop.span.start]));
  const others = reading.problems.filter((problem) => !stops.includes(problem));
  const kept = forms.filter((form) => form.span.start < (stopIn.get(line(form.span.start)) ?? Infinity));
  const told = new Set([...others, ...kept].map((problem) => line(problem.span.start)));
  return [...others, ...kept, ...stops.filter((stop) => !told.has(line(stop.span.start)))];
}

/** The number of the line in which a place of the file lies; before the first one it is 0. */
function lineOf(reading: Reading, tokens: readonly IToken[]): (place: number) => number {
  const starts = lineStarts(tokens).map((start) => reading.original(start));
  return (place) => lineAt(starts, place);
}

/** Offsets of the words that open lines, and of the names that open steps; `per` in a parenthesis opens none. */
function lineStarts(tokens: readonly IToken[]): number[] {
  const starts: number[] = [];
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (opensStatement(token)) depth = 0;
    else if (token.tokenType === sign.open) depth++;
    else if (token.tokenType === sign.close) depth = Math.max(0, depth - 1);
    const opens = opensLine(token) || opensStep(tokens, index);
    if (opens && (depth === 0 || !isA(token, word.per))) starts.push(token.startOffset);
  }
  return starts;
}

function lineAt(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function parseError(reading: Reading, error: IRecognitionException, tokens: readonly IToken[]): Problem {
  const index = indexOf(error.token, tokens);
  const found = tokens[index];
  const before = tokens[index - 1];
  const gap = spanOf(reading, before === undefined ? 0 : endOf(before), before === undefined ? 0 : endOf(before));
  const expected = error.name === "MismatchedTokenException" ? error.message : "";
  const sameLine = found !== undefined && (before === undefined || !breaks(reading.text, before, found));

  if (expected === "Close") return parenthesisNotClosed(gap, openedBefore(reading, index, tokens));
  if (expected === "Colon") return colonMissing(gap);
  const about = expectation(error, expected, lineAtHand(tokens, index));
  const cutShort = found !== undefined && (isA(found, word.under) || isA(found, word.seeQuestion) || opensLine(found));
  if (
    found === undefined ||
    (cutShort && about.needed === aValue) ||
    (!sameLine && expected !== "EOF" && before !== undefined)
  ) {
    return somethingMissing(gap, about.reading, about.needed, about.example);
  }
  if (about.needed === aValue && isUnit(found)) {
    return keywordAsName(spanOfToken(reading, found), found.image, reading.language);
  }
  if (expected === "AnyName" && isKeyword(found)) {
    const lost = opensLine(found) || (before !== undefined && declaresName(before));
    if (lost) return somethingMissing(gap, about.reading, about.needed, about.example);
    return keywordAsName(spanOfToken(reading, found), found.image, reading.language);
  }
  const numbers = before?.tokenType === sign.number && found.tokenType === sign.number;
  if (isA(found, sign.name) && standsFirst(reading.text, found)) {
    return openingMissing(reading, found);
  }
  if (before !== undefined && (numbers || about.calculates) && endsValue(before)) {
    if (startsValue(found)) return sideBySide(reading, before, found, about.rule);
  }
  return cannotContinue(spanOfToken(reading, found), found.image, about);
}

/** A name at the very start of a line that nothing introduces, such as `tidsgräns` where `värde tidsgräns` is meant. */
function openingMissing(reading: Reading, name: IToken): Problem {
  const { start, needed, example } = newPart(shown(name.image));
  return somethingMissing(spanOfToken(reading, name), start, needed, example);
}

function sideBySide(reading: Reading, before: IToken, found: IToken, rule: string): Problem {
  if (before.tokenType !== sign.number || found.tokenType !== sign.number) {
    return valuesSideBySide(spanOfToken(reading, found), found.image, meantBy(found, rule));
  }
  const span = spanOf(reading, before.startOffset, endOf(found));
  const decimals = /^\d{1,2}$/.test(found.image) && /^\d{1,3}$/.test(before.image);
  const written = `${before.image} ${found.image}`;
  return numbersSideBySide(span, written, decimals ? `${before.image},${found.image}` : undefined);
}

/** After a name a clock time is a cut-off, and in a condition a number is a limit. */
function meantBy(found: IToken, rule: string): SideBySide {
  if (isA(found, sign.clock)) return "a clock time";
  return isA(found, sign.number) && conditions.includes(rule) ? "a limit" : "anything";
}

const conditions: readonly string[] = ["when", "requires", "scope"];

function expectation(error: IRecognitionException, expected: string, at: LineAtHand) {
  const stack = [...error.context.ruleStack].reverse();
  const about = stack.map((rule) => lines.get(rule)).find((line) => line !== undefined);
  const inner = stack[0] ?? "file";
  const forms = expected === "EOF" ? (continues.get(at.rule) ?? formsOf.get("file")) : formsOf.get(inner);
  return { ...at, ...about, needed: tokenWords(expected) ?? forms ?? aValue };
}

function indexOf(token: IToken, tokens: readonly IToken[]): number {
  if (Number.isNaN(token.startOffset)) return tokens.length;
  const found = tokens.indexOf(token);
  return found === -1 ? tokens.length : found;
}

function breaks(text: string, before: IToken, found: IToken): boolean {
  return /[\r\n]/.test(text.slice(endOf(before), found.startOffset));
}

/** Without so much as a space before it, where lines of a statement are set in. */
function standsFirst(text: string, found: IToken): boolean {
  return /[\r\n]/.test(text.charAt(found.startOffset - 1));
}

/** The innermost parenthesis that is open before a token. */
function openedBefore(reading: Reading, index: number, tokens: readonly IToken[]) {
  let closed = 0;
  for (let at = index - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token?.tokenType === sign.close) closed++;
    if (token?.tokenType === sign.open && closed-- === 0) return spanOfToken(reading, token);
  }
  return spanOf(reading, 0, 0);
}
