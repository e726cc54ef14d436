// From readable text to tokens, with the comments beside them and the signs that mean nothing.
// Rule: one lexer per keyword table, built when it is first needed.

import { Lexer, type IToken } from "chevrotain";
import type { Language } from "./keywords.ts";
import { tokensOf } from "./tokens.ts";

export interface Lexed {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  /** Signs that the language does not have; left out of `tokens`. */
  readonly strays: readonly { readonly start: number; readonly length: number }[];
}

const lexers = new Map<Language, Lexer>();

export function tokenise(text: string, language: Language): Lexed {
  const { tokens, groups, errors } = lexerOf(language).tokenize(text);
  // The lexer tracks starts only, which is cheaper than lines and columns; the parser needs ends for its places.
  for (const token of tokens) token.endOffset = token.startOffset + token.image.length - 1;
  return {
    tokens,
    comments: groups["comments"] ?? [],
    strays: errors.map((error) => ({ start: error.offset, length: error.length })),
  };
}

function lexerOf(language: Language): Lexer {
  const known = lexers.get(language);
  if (known !== undefined) return known;
  const made = new Lexer(tokensOf(language), { positionTracking: "onlyOffset", skipValidations: true });
  lexers.set(language, made);
  return made;
}
