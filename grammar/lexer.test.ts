// How a text falls into words: order of the tokens, ends of keywords, numbers, quotes and what comes from word processors.

import { Lexer } from "chevrotain";
import { describe, expect, test } from "vitest";
import type { Language } from "./keywords.ts";
import { tokenise } from "./lexer.ts";
import { isReserved, tokensOf } from "./tokens.ts";

/** `image:kind` of each token; a keyword's kinds are its concepts. */
function lexed(text: string, language: Language = "sv"): string[] {
  return tokenise(text, language).tokens.map((token) => {
    const kinds = (token.tokenType.CATEGORIES ?? []).map((each) => each.name.replace("Word:", ""));
    return `${token.image}:${kinds.length > 0 ? kinds.join("|") : token.tokenType.name}`;
  });
}

test("both lexers are valid and fast: each token's first letters are known", () => {
  for (const language of ["sv", "en"] as const) {
    const lexer = new Lexer(tokensOf(language), { positionTracking: "onlyOffset", ensureOptimizations: true });
    expect(lexer.lexerDefinitionErrors).toEqual([]);
  }
});

describe("keywords", () => {
  test.each([
    ["i-snitt", ["i-snitt:AnyName"]],
    ["årsmedel år", ["årsmedel:AnyName", "år:year|AnyName"]],
    ["till tills vidare", ["till:to", "tills vidare:untilFurtherNotice"]],
    ["från  och\nmed", ["från  och\nmed:from"]],
    ["gäller inte när gäller", ["gäller inte när:notWhen", "gäller:inForce|appliesTo"]],
    ["är inte är-inte är", ["är inte:isNot", "är-inte:isNot", "är:is"]],
    ["( räknas  inte )(räknas)", ["( räknas  inte ):notCounted", "(räknas):counted"]],
    ["Regel regel_2", ["Regel:rule", "regel_2:AnyName"]],
    [
      "tillsvidare fr.o.m. t.o.m. istället för kap",
      ["tillsvidare:untilFurtherNotice", "fr.o.m.:from", "t.o.m.:through", "istället för:insteadOf", "kap:chapter"],
    ],
    ["i vardagar\nfrån och med", ["i:in", "vardagar:weekdays", "från och med:from"]],
    ["vardagar från x", ["vardagar från:weekdaysFrom", "x:AnyName"]],
    ["kr/dygn kr / dygn", ["kr/dygn:kronorPerDay", "kr:kronor", "/:Slash", "dygn:careDays"]],
    ["ja/nej ja", ["ja/nej:yesNo", "ja:yes"]],
  ])("%s", (text, expected) => expect(lexed(text)).toEqual(expected));

  test("English code names do not fall over English keywords", () => {
    expect(lexed("kod payer kod rule")).toEqual(["kod payer:CodeName", "kod rule:CodeName"]);
    expect(lexed("code payer", "en")).toEqual(["code payer:CodeName"]);
  });

  test("reserved words are those of both tables that are no contextual ones", () => {
    expect(["regel", "rule", "när", "when", "dagar", "nej"].filter((word) => !isReserved(word))).toEqual([]);
    expect(["månad", "timmar", "fil", "month", "hours", "date"].filter(isReserved)).toEqual([]);
  });
});

describe("numbers and dates", () => {
  test.each([
    ["7 800 kr", ["7 800:NumberSign", "kr:kronor"]],
    ["7\u00A0800 7\u202F800 7\u2009800", ["7\u00A0800:NumberSign", "7\u202F800:NumberSign", "7\u2009800:NumberSign"]],
    ["1 234 567,89", ["1 234 567,89:NumberSign"]],
    ["7 8000", ["7:NumberSign", "8000:NumberSign"]],
    ["1 3", ["1:NumberSign", "3:NumberSign"]],
    ["12.3 12,3", ["12.3:Section", "12,3:NumberSign"]],
    ["2020-11-01 2020-10 2020", ["2020-11-01:DateSign", "2020-10:MonthSign", "2020:NumberSign"]],
    ["(a; 2,0)", ["(:Open", "a:AnyName", ";:Semicolon", "2,0:NumberSign", "):Close"]],
    ["kl. 12.00 kl 9:30 klockan 12.00.30", ["kl. 12.00:ClockSign", "kl 9:30:ClockSign", "klockan 12.00.30:ClockSign"]],
    ["1–3", ["1:NumberSign", "–:Minus", "3:NumberSign"]],
    ["5 kap. 7 a §", ["5:NumberSign", "kap.:chapter", "7:NumberSign", "a:AnyName", "§:Paragraph"]],
  ])("%s", (text, expected) => expect(lexed(text)).toEqual(expected));
});

describe("texts, comments and signs", () => {
  test("a straight quote closes a straight one, a curly a curly", () => {
    expect(lexed('"a ” b" ”c " d” “e”')).toEqual(['"a ” b":AnyText', '”c " d”:AnyText', "“e”:AnyText"]);
  });

  test("an unclosed text ends with its line", () => {
    expect(lexed('"a b\nregel')).toEqual(['"a b:AnyText', "regel:rule"]);
  });

  test("comments stand beside the tokens, with their signs", () => {
    const { tokens, comments } = tokenise("## doc\nregel x # sist", "sv");
    expect(tokens.map((token) => token.image)).toEqual(["regel", "x"]);
    expect(comments.map((comment) => comment.image)).toEqual(["## doc", "# sist"]);
  });

  test("hyphens from word processors belong to names, dashes are minus", () => {
    expect(lexed("dag\u2011noll a – b − c")).toEqual([
      "dag\u2011noll:AnyName",
      "a:AnyName",
      "–:Minus",
      "b:AnyName",
      "−:Minus",
      "c:AnyName",
    ]);
  });

  test("signs that mean nothing are told apart and left out", () => {
    const { tokens, strays } = tokenise("a {} b @@", "sv");
    expect(tokens.map((token) => token.image)).toEqual(["a", "b"]);
    expect(strays).toEqual([
      { start: 2, length: 2 },
      { start: 7, length: 2 },
    ]);
  });

  test("a name of another document is one word", () => {
    expect(lexed("lus.betalningsansvar lus. x")).toEqual(["lus.betalningsansvar:AnyName", "lus:AnyName", "x:AnyName"]);
  });
});
