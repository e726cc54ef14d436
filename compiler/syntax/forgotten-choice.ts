// A question without `vald` would let its last reading swallow the statements below it, without any problem.
// Rule: such a question ends before the next statement at or left of its column; that nothing is chosen is reported later.

import type { IToken } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import { endOf } from "./cst.ts";
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
  return start - Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) - 1;
}

function emptyChoice(before: IToken | undefined): IToken[] {
  const at = before === undefined ? 0 : endOf(before);
  return [word.chosen, sign.name].map((type) => ({
    image: "",
    startOffset: at,
    endOffset: at - 1,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
    tokenType: type,
    isInsertedInRecovery: true,
  }));
}
