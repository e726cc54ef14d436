// Every keyword is coloured, and names that only begin like one are not.

import { expect, test } from "vitest";
import { concepts, keywords, spellings } from "./keywords.ts";
import { textMateGrammar } from "./textmate.ts";

const rules = textMateGrammar().patterns.map(({ name, match }) => ({ name, pattern: new RegExp(match, "gu") }));

/** The scopes of a line as an editor finds them: the earliest match wins, then the first rule. */
function coloured(line: string): { readonly text: string; readonly scope: string }[] {
  const found: { text: string; scope: string }[] = [];
  for (let at = 0; at < line.length;) {
    let best: { readonly text: string; readonly index: number; readonly scope: string } | undefined;
    for (const { name, pattern } of rules) {
      pattern.lastIndex = at;
      const match = pattern.exec(line);
      if (match !== null && match[0] !== "" && (best === undefined || match.index < best.index)) {
        best = { text: match[0], index: match.index, scope: name };
      }
    }
    if (best === undefined) break;
    found.push({ text: best.text, scope: best.scope });
    at = best.index + best.text.length;
  }
  return found;
}

test("every keyword of both tables is coloured whole, by what it does", () => {
  for (const concept of concepts) {
    if (concept === "language" || concept === "code") continue;
    for (const text of [...spellings(concept, "sv"), ...spellings(concept, "en")]) {
      const [first, second] = coloured(text);
      expect({ text: first?.text, more: second }).toEqual({ text, more: undefined });
      expect(first?.scope, `${concept} ${text}`).toMatch(/^(?:keyword|support)\./);
    }
  }
});

test("a keyword that opens a statement has a scope of its own", () => {
  expect(coloured(keywords.rule.sv)[0]?.scope).toBe("keyword.control.statement.avtal");
  expect(coloured(keywords.and.en)[0]?.scope).toBe("keyword.operator.word.avtal");
});

test("a name that begins with a keyword is a name", () => {
  expect(coloured("årsmedel")).toEqual([{ text: "årsmedel", scope: "variable.other.avtal" }]);
  expect(coloured("i-snitt")).toEqual([{ text: "i-snitt", scope: "variable.other.avtal" }]);
  expect(coloured("lus.betalningsansvar")).toEqual([{ text: "lus.betalningsansvar", scope: "variable.other.avtal" }]);
});

test("numbers, dates, sections, texts and comments are told apart", () => {
  const line = 'enligt ök 12.3 citat "a b" 7 800 kr 1,3 dagar 2020-11-01 2020-10 kl. 12.00 # sist';
  expect(coloured(line).map((each) => `${each.text}: ${each.scope.split(".").slice(0, 3).join(".")}`)).toEqual([
    "enligt: keyword.other.line",
    "ök: variable.other.avtal",
    "12.3: constant.other.section",
    "citat: keyword.operator.word",
    '"a b": string.quoted.double',
    "7 800: constant.numeric.avtal",
    "kr: support.type.unit",
    "1,3: constant.numeric.avtal",
    "dagar: support.type.unit",
    "2020-11-01: constant.other.date",
    "2020-10: constant.other.date",
    "kl. 12.00: constant.other.clock",
    "# sist: comment.line.number-sign",
  ]);
});

test("what the language refuses is shown as wrong", () => {
  expect(coloured("a > b").map((each) => each.scope)).toContain("invalid.illegal.operator.avtal");
  expect(coloured("större än")[0]?.scope).toBe("invalid.illegal.operator.avtal");
});
