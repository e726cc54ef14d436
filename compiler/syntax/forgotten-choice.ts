// A question without `vald` would let its last reading swallow the statements below it, without any problem.
// Rule: such a question ends before the next statement at or left of its column; that nothing is chosen is reported later.

import type { IToken } from "@avtal/grammar/parser";
import { token as word } from "@avtal/grammar/tokens";
import { endOf } from "./cst.ts";
import { emptyName } from "./empty-values.ts";
import type { Reading } from "./reading.ts";
import { isA, opensStatement } from "./token-roles.ts";

/** The tokens with an empty `vald` where one was forgotten; the tree takes it for none. */
export function withChoices(reading: Reading, tokens: readonly IToken[]): readonly IToken[] {
  const ends = new Map<number, IToken>();
  for (const [index, token] of tokens.entries()) {
    if (!isA(token, word.question)) continue;
    const end = endOfQuestion(reading, tokens, index);
    if (end !== undefined) ends.set(end, token);
  }
  if (ends.size === 0) return tokens;
  return [...tokens, undefined].flatMap((token, index) => [
    ...(ends.has(index) ? emptyChoice(tokens[index - 1]) : []),
    ...(token === undefined ? [] : [token]),
  ]);
}

/** Index of the first token after a question that has readings but no `vald`; undefined for any other question. */
function endOfQuestion(reading: Reading, tokens: readonly IToken[], start: number): number | undefined {
  const column = columnOf(reading.text, tokens[start]);
  let end: number | undefined;
  let readings = false;
  for (let at = start + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || isA(token, word.question)) break;
    if (isA(token, word.chosen)) return undefined;
    if (isA(token, word.reading)) {
      readings = true;
      end = undefined;
    } else if (opensStatement(token) && columnOf(reading.text, token) <= column) end ??= at;
  }
  return readings ? end : undefined;
}

function columnOf(text: string, token: IToken | undefined): number {
  const start = token?.startOffset ?? 0;
  let lineStart = start;
  while (lineStart > 0 && !/[\r\n]/.test(text.charAt(lineStart - 1))) lineStart--;
  return start - lineStart;
}

function emptyChoice(before: IToken | undefined): IToken[] {
  const name = emptyName(before === undefined ? 0 : endOf(before));
  return [{ ...name, tokenType: word.chosen, tokenTypeIdx: word.chosen.tokenTypeIdx ?? 0 }, name];
}
