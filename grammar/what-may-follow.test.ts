import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tokenise } from "./lexer.ts";
import { parserAtHand } from "./parser.ts";
import { sign, token } from "./tokens.ts";
import { whatMayFollow, type Follower } from "./what-may-follow.ts";

const shipped = ["lbk/2017-01-01", "national/vardtillfalle", "stockholm/2020-01-01"];

test.each(shipped)("what may follow some words of %s is what the parser's own walk over its grammar finds", (path) => {
  const { tokens } = tokenise(readFileSync(new URL(`../agreements/${path}.avtal`, import.meta.url), "utf8"), "sv");
  for (let end = 0; end <= tokens.length; end += 97) {
    for (const count of [0, 2, 7, 15]) {
      const words = tokens.slice(Math.max(0, end - count), end);
      for (const rule of ["file", "element"] as const) {
        const walked = parserAtHand().computeContentAssist(rule, words);
        const known = walked.map(({ nextTokenType, ruleStack }) => [nextTokenType.name, ...ruleStack].join(" "));
        const found = whatMayFollow(rule, words).map(({ what, within }) => [nameOf(what), ...within].join(" "));
        expect([...new Set(found)]).toEqual([...new Set(known.filter((each) => !each.startsWith("EOF ")))]);
      }
    }
  }
});

function nameOf(what: Follower): string {
  return what.kind === "keyword" ? token[what.concept].name : sign[what.sign].name;
}

test("words that lead nowhere are answered at once, however many ways there were into them", () => {
  const nested = `begrepp x\n  = ${"(".repeat(40)}a${")".repeat(40)} regel regel`;
  const before = process.cpuUsage();
  expect(whatMayFollow("file", tokenise(nested, "sv").tokens)).toEqual([]);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(2_000);
});

test("in a hundred open parentheses an expression may go on", () => {
  const { tokens } = tokenise(`begrepp x i dagar\n  enligt antagande "y"\n  = ${"(".repeat(60)}`, "sv");
  expect(whatMayFollow("file", tokens).map(({ what }) => what)).toContainEqual({ kind: "sign", sign: "name" });
});

test("a list of a thousand rows and a chain of ten thousand words are answered without running out of anything", () => {
  const rows = `värde x\n${"  12 kr från och med 2018-01-01\n".repeat(1_000)}`;
  const chain = `begrepp x\n  = ${"a + ".repeat(5_000)}`;
  for (const text of [rows, chain])
    expect(Array.isArray(whatMayFollow("file", tokenise(text, "sv").tokens))).toBe(true);
});
