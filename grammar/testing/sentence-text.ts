// A random sentence as text: every spelling that is read, and anything that may stand between two words.
// Rule: the same text for the same seed on every machine.

import type { TokenType } from "chevrotain";
import { concepts, keywords, spellings, type Language } from "../keywords.ts";
import { sign, token } from "../tokens.ts";

export interface Writing {
  readonly language: Language;
  readonly seed: number;
  /** What may stand between two words. */
  readonly gaps: readonly string[];
}

export function sentenceText(types: readonly TokenType[], { language, seed, gaps }: Writing): string {
  let state = seed;
  const next = (count: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % count;
  };
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
