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
import { endsValue, isA, isKeyword, opensLine, startsValue } from "./token-roles.ts";

export function reportParseErrors(
  reading: Reading,
  errors: readonly IRecognitionException[],
  tokens: readonly IToken[],
): void {
  const lines = lineStarts(tokens);
  const taken = new Set(reading.problems.map((problem) => lineAt(lines, problem.span.start, reading)));
  for (const error of errors) {
    const found = parseError(reading, error, tokens);
    const line = lineAt(lines, found.span.start, reading);
    if (taken.has(line)) continue;
    taken.add(line);
    reading.problems.push(found);
  }
}

/** Offsets of the words that open lines, and of the names that open steps. */
function lineStarts(tokens: readonly IToken[]): number[] {
  return tokens
    .filter((token, index) => opensLine(token) || (isA(token, sign.name) && isA(tokens[index + 1], sign.equals)))
    .map((token) => token.startOffset);
}

/** Number of the line in which a place of the file lies. */
function lineAt(starts: readonly number[], place: number, reading: Reading): number {
  let line = 0;
  while (line < starts.length && reading.original(starts[line] ?? 0) <= place) line++;
  return line;
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
  if (before !== undefined && endsValue(before) && startsValue(found)) return sideBySide(reading, before, found);
  if (expected === "AnyName" && isKeyword(found)) {
    return keywordAsName(spanOfToken(reading, found), found.image, reading.language);
  }
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
