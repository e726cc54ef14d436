// The grammar as Chevrotain sees it, and the language line before it.

import { expect, test } from "vitest";
import { findLanguage } from "./language-line.ts";
import { tokenise } from "./lexer.ts";
import { AvtalParser, parseTokens } from "./parser.ts";

test("the grammar has no conflict at two tokens, no duplicate and no empty alternative", () => {
  expect(() => new AvtalParser({ skipValidations: false })).not.toThrow();
});

test("an empty row of tokens gives a tree and no error", () => {
  const { cst, errors } = parseTokens(tokenise("# bara en kommentar", "sv").tokens);
  expect(errors).toEqual([]);
  expect(cst?.name).toBe("file");
});

test("the language is found past white space, a byte order mark and comments", () => {
  expect(findLanguage("\uFEFF# språk en\n## x # y\n\n  språk sv\nlag")).toMatchObject({ kind: "said", language: "sv" });
  expect(findLanguage("language en")).toMatchObject({ kind: "said", language: "en", at: 0 });
});

test("another language, and none, are told apart; reading goes on in the table that fits best", () => {
  expect(findLanguage("språk fi")).toEqual({ kind: "unknown", language: "sv", at: 0, start: 6, end: 8 });
  expect(findLanguage("språk fi\nagreement x")).toMatchObject({ kind: "unknown", language: "en" });
  expect(findLanguage("agreement x")).toEqual({ kind: "absent", language: "en", at: 0 });
  expect(findLanguage("överenskommelse x")).toEqual({ kind: "absent", language: "sv", at: 0 });
  expect(findLanguage("# bara # kommentarer ## # #")).toMatchObject({ kind: "absent", language: "sv" });
});

test("a language that the head contradicts is found, and the head decides", () => {
  expect(findLanguage("language en\n# x\növerenskommelse y")).toMatchObject({ kind: "wrong", language: "sv" });
  expect(findLanguage("språk sv\nagreement y")).toEqual({ kind: "wrong", language: "en", at: 0, start: 6, end: 8 });
  expect(findLanguage("språk sv\nlagar")).toMatchObject({ kind: "said", language: "sv" });
});

test("many signs of comments on a line take no time", () => {
  const text = `${"# ".repeat(200_000)}\nspråk sv`;
  expect(findLanguage(text)).toMatchObject({ kind: "said" });
});
