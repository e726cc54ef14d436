// What the parser could not read, said in the words of the line it stands in.
// Rule: one problem between two words that open lines; the mark stands where something must change,
// after the last word before a gap and not on the innocent word of the next line.

import type { IRecognitionException, IToken } from "@avtal/grammar/parser";
import { sign } from "@avtal/grammar/tokens";
import type { Problem } from "../problem.ts";
import { endOf } from "./cst.ts";
import { anyLine, aValue, formsOf, lines, tokenWords } from "./expectations.ts";
import { cannotContinue } from "./problems/cannot-continue.ts";
import { colonMissing } from "./problems/colon-missing.ts";
import { keywordAsName } from "./problems/keyword-as-name.ts";
import { numbersSideBySide } from "./problems/numbers-side-by-side.ts";
import { parenthesisNotClosed } from "./problems/parenthesis-not-closed.ts";
import { somethingMissing } from "./problems/something-missing.ts";
import { valuesSideBySide } from "./problems/values-side-by-side.ts";
import { spanOf, spanOfToken, type Reading } from "./reading.ts";
import { declaresName, endsValue, isA, isKeyword, opensLine, startsValue } from "./token-roles.ts";

/**
 * Adds the parse errors to the problems. In a line that could not be read, what stands after the place where reading
 * stopped is noise, and where something before it is wrong, that is reason enough.
 */
export function reportParseErrors(
  reading: Reading,
  errors: readonly IRecognitionException[],
  found: { readonly tokens: readonly IToken[]; readonly forms: readonly Problem[] },
): void {
  const starts = lineStarts(found.tokens).map((start) => reading.original(start));
  const stops = new Map<number, Problem>();
  for (const error of errors) {
    const problem = parseError(reading, error, found.tokens);
    const line = lineAt(starts, problem.span.start);
    if (!stops.has(line)) stops.set(line, problem);
  }
  const told = new Set(reading.problems.map((problem) => lineAt(starts, problem.span.start)));
  for (const form of found.forms) {
    const line = lineAt(starts, form.span.start);
    if ((stops.get(line)?.span.start ?? Infinity) <= form.span.start) continue;
    told.add(line);
    reading.problems.push(form);
  }
  for (const [line, problem] of stops) if (!told.has(line)) reading.problems.push(problem);
}

/** Offsets of the words that open lines, and of the names that open steps. */
function lineStarts(tokens: readonly IToken[]): number[] {
  return tokens
    .filter((token, index) => opensLine(token) || (isA(token, sign.name) && isA(tokens[index + 1], sign.equals)))
    .map((token) => token.startOffset);
}

/** Number of the line in which a place of the file lies; before the first one it is 0. */
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
  const about = expectation(error, expected);
  if (found === undefined || (!sameLine && expected !== "EOF" && before !== undefined)) {
    return somethingMissing(gap, about.reading, about.needed, about.example);
  }
  if (expected === "AnyName" && isKeyword(found)) {
    const lost = opensLine(found) || (before !== undefined && declaresName(before));
    if (lost) return somethingMissing(gap, about.reading, about.needed, about.example);
    return keywordAsName(spanOfToken(reading, found), found.image, reading.language);
  }
  if (before !== undefined && endsValue(before) && startsValue(found)) return sideBySide(reading, before, found);
  return cannotContinue(spanOfToken(reading, found), found.image, about);
}

function sideBySide(reading: Reading, before: IToken, found: IToken): Problem {
  if (before.tokenType !== sign.number || found.tokenType !== sign.number) {
    return valuesSideBySide(spanOfToken(reading, found), found.image);
  }
  const span = spanOf(reading, before.startOffset, endOf(found));
  const decimals = /^\d{1,2}$/.test(found.image) && /^\d{1,3}$/.test(before.image);
  const written = `${before.image} ${found.image}`;
  return numbersSideBySide(span, written, decimals ? `${before.image},${found.image}` : undefined);
}

function expectation(error: IRecognitionException, expected: string) {
  const stack = [...error.context.ruleStack].reverse();
  const about = stack.map((rule) => lines.get(rule)).find((line) => line !== undefined) ?? anyLine;
  const inner = stack[0] ?? "file";
  const forms = expected === "EOF" ? formsOf.get("file") : formsOf.get(inner);
  return { ...about, needed: tokenWords(expected) ?? forms ?? aValue };
}

function indexOf(token: IToken, tokens: readonly IToken[]): number {
  if (Number.isNaN(token.startOffset)) return tokens.length;
  const found = tokens.indexOf(token);
  return found === -1 ? tokens.length : found;
}

function breaks(text: string, before: IToken, found: IToken): boolean {
  return /[\r\n]/.test(text.slice(endOf(before), found.startOffset));
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
