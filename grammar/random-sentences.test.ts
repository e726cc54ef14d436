// Sentences made from the grammar itself are printed, lexed and parsed, in both keyword tables.
// Rule: each is read without problem and in the very shape in which it was made.

import fc from "fast-check";
import type { TokenType } from "chevrotain";
import { expect, test } from "vitest";
import { concepts, keywords, spellings, type Language } from "./keywords.ts";
import { tokenise } from "./lexer.ts";
import { AvtalParser, parseTokens } from "./parser.ts";
import { derivationOf, randomSentence } from "./testing/random-sentence.ts";
import { sign, token } from "./tokens.ts";

const rules = new AvtalParser({ skipValidations: true }).getGAstProductions();
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

for (const language of ["sv", "en"] as const) {
  test(`every sentence of the grammar is read as it was made, in ${language}`, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const sentence = randomSentence(rules, "file", seed);
        const text = textOf(sentence.tokens, language, seed);
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

function textOf(types: readonly TokenType[], language: Language, seed: number): string {
  let state = seed;
  const next = (count: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % count;
  };
  const gaps = [" ", " ", " ", "\n  ", "\n", "\u00A0", "   # kommentar\n", "\r\n"];
  return types
    .map((type, at) => `${wordFor(type, language, next, types[at + 1])}${gaps[next(gaps.length)] ?? " "}`)
    .join("");
}

function wordFor(
  type: TokenType,
  language: Language,
  next: (count: number) => number,
  after: TokenType | undefined,
): string {
  const concept = concepts.find((each) => token[each] === type);
  if (concept !== undefined) {
    const all = spellings(concept, language);
    return (all[next(all.length)] ?? "").replace(/ /g, next(4) === 0 ? "\n" : " ");
  }
  const samples = samplesOf[language].get(type) ?? [];
  const whole =
    after === token.months || after === token.decimals || after === token.chapter || after === sign.paragraph;
  const usable = type === sign.number && whole ? ["3", "12"] : samples;
  return usable[next(usable.length)] ?? type.name;
}

const samplesOf = { sv: samplesIn("sv"), en: samplesIn("en") };

function samplesIn(language: Language): ReadonlyMap<TokenType, readonly string[]> {
  const contextual = language === "sv" ? ["timmar", "månad", "fil"] : ["hours", "month", "file"];
  return new Map<TokenType, readonly string[]>([
    [
      sign.name,
      ["medeldagar", "alltid-1-3", "lus.betalningsansvar", "i-snitt", "årsmedel", "när-som-helst", ...contextual],
    ],
    [sign.text, ['"Region Stockholm"', "”kurva”", '""', '"a # b"']],
    [sign.languageLine, [language === "sv" ? "språk sv" : "language en"]],
    [sign.codeName, [`${keywords.code[language]} ready_days`]],
    [sign.clock, language === "sv" ? ["kl. 12.00", "kl 8:30"] : ["clock 12:00"]],
    [sign.date, ["2020-11-01"]],
    [sign.month, ["2020-10"]],
    [sign.section, ["12.3", "11.1.2"]],
    [sign.number, ["3", "12", "1,3"]],
    [sign.equals, ["="]],
    [sign.semicolon, [";"]],
    [sign.comma, [","]],
    [sign.colon, [":"]],
    [sign.open, ["("]],
    [sign.close, [")"]],
    [sign.plus, ["+"]],
    [sign.minus, ["-", "–", "−"]],
    [sign.times, ["*"]],
    [sign.slash, ["/"]],
    [sign.percent, ["%"]],
    [sign.paragraph, ["§"]],
  ]);
}
