// The keyword table: every concept can be said in both languages, and no spelling is read in two ways by accident.

import { expect, test } from "vitest";
import { concepts, keywords, spelling, spellings, wrongOperators, type Concept, type Language } from "./keywords.ts";

test("every keyword has both spellings, and help in both languages that ends like a sentence", () => {
  for (const concept of concepts) {
    const { sv, en, help } = keywords[concept];
    expect(
      [sv.trim(), en.trim()].every((text) => text !== ""),
      concept,
    ).toBe(true);
    expect(help.sv, concept).toMatch(/^[A-ZÅÄÖ].*\.$/);
    expect(help.en, concept).toMatch(/^[A-Z].*\.$/);
  }
});

test("only these spellings say two things, told apart by where they stand", () => {
  expect({ sv: shared("sv"), en: shared("en") }).toEqual({
    sv: ["gäller: inForce, appliesTo", "månad: months, month", "saknas: isMissing, missing"],
    en: ["month: months, month"],
  });
});

test("a spelling that the formatter replaces is never the stored one of another keyword", () => {
  for (const language of ["sv", "en"] as const) {
    const stored = new Set(concepts.map((concept) => spelling(concept, language)));
    for (const concept of concepts) {
      const also = language === "sv" ? keywords[concept].alsoSv : keywords[concept].alsoEn;
      expect(
        also.filter((text) => stored.has(text)),
        concept,
      ).toEqual([]);
    }
  }
});

test("words that are refused as comparisons are no keywords", () => {
  for (const language of ["sv", "en"] as const) {
    const stored = new Set(concepts.flatMap((concept) => spellings(concept, language)));
    expect(wrongOperators.flatMap((operator) => operator[language]).filter((text) => stored.has(text))).toEqual([]);
  }
});

function shared(language: Language): string[] {
  const said = new Map<string, Concept[]>();
  for (const concept of concepts) {
    for (const text of spellings(concept, language)) said.set(text, [...(said.get(text) ?? []), concept]);
  }
  const twice = [...said].filter(([, all]) => all.length > 1);
  return twice.map(([text, all]) => `${text}: ${all.join(", ")}`).sort();
}
