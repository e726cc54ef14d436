// A line that ends before its value would take the name of the next step for it: `medeldagar =` and then `överskott = …`.
// Rule: a name that `=` follows at the beginning of a line opens a step; what stands open above it lacks its end.

import type { IToken } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import { endOf } from "./cst.ts";
import { aValue } from "./expectations.ts";
import { lineAtHand } from "./line-at-hand.ts";
import { somethingMissing } from "./problems/something-missing.ts";
import { spanOf, type Reading } from "./reading.ts";
import { completes, isA } from "./token-roles.ts";

/** The tokens with an empty name where a value was left out; the tree has a missing one there. */
export function withEmptyValues(reading: Reading, tokens: readonly IToken[]): readonly IToken[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    if (before === undefined || completes(before) || !opensStep(reading, before, token, tokens[index + 1]))
      return token;
    const end = endOf(before);
    const line = lineAtHand(tokens, index);
    reading.problems.push(somethingMissing(spanOf(reading, end, end), line.reading, aValue, line.example));
    return [emptyName(end), token];
  });
}

const beforeFormula = [word.in, word.seeQuestion, word.under, sign.semicolon];

function opensStep(reading: Reading, before: IToken, token: IToken, next: IToken | undefined): boolean {
  if (!isA(token, sign.name) || !isA(next, sign.equals)) return false;
  // The kind, the question or the source that stands last before the `=` of a term.
  if (beforeFormula.some((type) => isA(before, type))) return false;
  return /[\r\n]/.test(reading.text.slice(endOf(before), token.startOffset));
}

export function emptyName(at: number): IToken {
  return {
    image: "",
    startOffset: at,
    endOffset: at - 1,
    tokenTypeIdx: sign.name.tokenTypeIdx ?? 0,
    tokenType: sign.name,
    isInsertedInRecovery: true,
  };
}
