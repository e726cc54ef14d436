// From readable text to tokens, with the comments beside them and the signs that mean nothing.
// Rule: both lexers are built together when the first is needed: the parser learns each table's words from its lexer.

import { Lexer, type IToken } from "chevrotain";
import type { Language } from "./keywords.ts";
import { tokensOf } from "./tokens.ts";

export interface Lexed {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  /** Signs that the language does not have; left out of `tokens`. */
  readonly strays: readonly { readonly start: number; readonly length: number }[];
}

let built: Readonly<Record<Language, Lexer>> | undefined;

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
  built ??= { sv: made("sv"), en: made("en") };
  return built[language];
}

function made(language: Language): Lexer {
  return new Lexer(tokensOf(language), { positionTracking: "onlyOffset", skipValidations: true });
}
