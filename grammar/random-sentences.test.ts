// Sentences made from the grammar itself are printed, lexed and parsed, in both keyword tables.
// Rule: each is read without problem and in the very shape in which it was made.

import fc from "fast-check";
import type { TokenType } from "chevrotain";
import { expect, test } from "vitest";
import { concepts, keywords } from "./keywords.ts";
import { tokenise } from "./lexer.ts";
import { AvtalParser, parseTokens } from "./parser.ts";
import { derivationOf, randomSentence } from "./testing/random-sentence.ts";
import { sentenceText } from "./testing/sentence-text.ts";
import { token } from "./tokens.ts";

const rules = new AvtalParser({ skipValidations: true }).getGAstProductions();
const gaps = [" ", " ", " ", "\n  ", "\n", "\u00A0", "   # kommentar\n", "\r\n"];
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

for (const language of ["sv", "en"] as const) {
  test(`every sentence of the grammar is read as it was made, in ${language}`, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const sentence = randomSentence(rules, "file", seed);
        const text = sentenceText(sentence.tokens, { language, seed, gaps });
        const lexed = tokenise(text, language);
        const { cst, errors } = parseTokens(lexed.tokens);
        expect(lexed.strays, text).toEqual([]);
        expect(
          errors.map((error) => `${error.name} at ${error.token.image}`),
          text,
        ).toEqual([]);
        expect(cst === undefined ? "" : derivationOf(cst), text).toBe(sentence.derivation);
      }),
      { numRuns: 150, verbose: 1 },
    );
  });
}

test("the sentences use every keyword and every sign that may be written", () => {
  const used = new Set<TokenType>();
  for (let seed = 1; seed < 400; seed++)
    for (const type of randomSentence(rules, "file", seed * 7919).tokens) used.add(type);
  const unused = concepts.filter((concept) => keywords[concept].role !== "name" && !used.has(token[concept]));
  expect(unused.sort()).toEqual(["code", "language"]);
});
