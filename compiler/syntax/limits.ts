// What no agreement needs: files, lines and expressions beyond these limits are refused before they are read.
// Rule: measured on the text or on the tokens, never by trying, so that no input can exhaust stack or time.

import type { IToken } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import type { Problem } from "../problem.ts";
import type { SourceFile } from "../source.ts";
import { fileTooLarge } from "./problems/file-too-large.ts";
import { lineTooLong } from "./problems/line-too-long.ts";
import { nestedTooDeep } from "./problems/nested-too-deep.ts";
import { spanOfToken, type Reading } from "./reading.ts";
import { isA, opensLine, opensStep } from "./token-roles.ts";

const largestFile = 1_000_000;
const longestLine = 10_000;
const deepest = 64;
const longestChain = 500;

/** A file or a line beyond its limit, in UTF-16 units. */
export function tooLarge(source: SourceFile): Problem | undefined {
  const { path: file, text } = source;
  if (text.length > largestFile) return fileTooLarge({ file, start: 0, end: 0 }, "1 000 000");
  if (text.length <= longestLine) return undefined;
  // From the start of a line to the last break that is not too far away: the lines between are short.
  for (let start = 0; start + longestLine < text.length;) {
    const furthest = start + longestLine;
    const lineBreak = Math.max(text.lastIndexOf("\n", furthest), text.lastIndexOf("\r", furthest));
    if (lineBreak < start) return lineTooLong({ file, start, end: start + 1 }, "10 000");
    start = lineBreak + 1;
  }
  return undefined;
}

/** Words after which an expression lies inside another without a parenthesis, or follows it as one more of a chain. */
const deeper = [word.not, word.otherwise, word.meanOf, word.sumOf, word.for, word.begunDaysFrom];
const chained = [sign.plus, sign.minus, sign.times, sign.slash, word.and, word.or, sign.semicolon, sign.comma];

/** The tokens without the lines that are too deep to be read; each of these is one problem. */
export function withoutDeepLines(reading: Reading, tokens: readonly IToken[]): IToken[] {
  const kept: IToken[] = [];
  for (let start = 0; start < tokens.length;) {
    const end = lineEnd(tokens, start);
    const tooDeep = firstTooDeep(tokens, start, end);
    if (tooDeep === undefined) kept.push(...tokens.slice(start, end));
    else reading.problems.push(nestedTooDeep(spanOfToken(reading, tooDeep), deepest));
    start = end;
  }
  return kept;
}

/** Index after the last token of the line that opens at `start`. */
function lineEnd(tokens: readonly IToken[], start: number): number {
  let end = start + 1;
  for (let token = tokens[end]; token !== undefined; token = tokens[++end]) {
    if (opensLine(token) || opensStep(tokens, end)) return end;
  }
  return end;
}

function firstTooDeep(tokens: readonly IToken[], start: number, end: number): IToken | undefined {
  const outer: number[] = [];
  let depth = 0;
  let chain = 0;
  for (let at = start; at < end; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (token.tokenType === sign.open) {
      outer.push(depth++);
    } else if (token.tokenType === sign.close) depth = outer.pop() ?? 0;
    else if (deeper.some((type) => isA(token, type))) depth++;
    else if (chained.some((type) => isA(token, type))) chain++;
    if (depth > deepest || chain > longestChain) return token;
  }
  return undefined;
}
