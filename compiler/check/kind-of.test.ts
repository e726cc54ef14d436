import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Texts } from "../resolve/test-documents.ts";
import type { Expression } from "../syntax/ast.ts";
import { kindWords } from "./kind-words.ts";
import { checkAgreement, checkTexts, ruleWith } from "./test-check.ts";

/** Kind of a term's definition, with a star where it is proved whole. */
function kindOfTerm(kind: string, definition: string): string {
  const { documents, kinds, codes } = checkAgreement(
    `begrepp x i ${kind} enligt text 1 = ${definition}\n${ruleWith({ krävs: "krävs x finns" })}`,
  );
  if (codes.length > 0) return codes.join(" ");
  const value = documents.get("prov")?.terms.get("x")?.[0]?.it.definition;
  const found = value === undefined ? undefined : kinds.kindOf.get(value);
  if (found === undefined) return "no kind";
  return `${kindWords(found).sv}${found.kind === "quantity" && found.whole ? " *" : ""}`;
}

describe("the kind of an expression", () => {
  test.each([
    ["dagar", "5 dagar", "dagar *"],
    ["dagar", "2,0 dagar", "dagar *"],
    ["dagar", "1,3 dagar", "dagar"],
    ["dagar", "klara-dagar + 1 dag", "dagar *"],
    ["dagar", "klara-dagar - 1,5 dagar", "dagar"],
    ["dagar", "klara-dagar / 2", "dagar"],
    ["dygn", "påbörjade dygn från klar-tid till utskrivningstid", "dygn *"],
    ["vardagar", "vardagar från klar-datum (räknas inte) till utskrivningsdatum (räknas)", "vardagar *"],
    ["kr", "klara-dagar * 7 800,50 kr/dygn", "kronor *"],
    ["kr", "klara-dagar * 100 kr/dygn * 15 %", "kronor"],
    ["tal", "2 / 37", "ett tal utan enhet"],
    ["antal", "ålder + 1", "ett tal utan enhet *"],
    ["datum", "klar-datum + 3 dagar", "ett datum"],
    ["datum", "klar-datum + 5 vardagar + 1 dag", "ett datum"],
    ["datum", "klar-datum + (1 dag om klar-tid efter kl. 12.00 annars 0 dagar)", "ett datum"],
    ["datum", "det sista av (klar-datum; 2020-01-01)", "ett datum"],
    ["tidpunkt", "klar-tid + 72 timmar", "en tidpunkt"],
    ["klockslag", "klockslag för klar-tid", "ett klockslag"],
    ["månad", "månad för klar-datum", "en månad"],
    ["år", "år för klar-tid", "ett år"],
    ["betalare", 'kommun om sip-behövs annars "Stockholm"', "en betalare"],
    ["text", "län för kommun", "en text"],
    ["dagar", "minsta av (klara-dagar; 10 dagar)", "dagar *"],
    ["ja/nej", "klar-tid finns och vårdform är somatisk", "ett ja eller nej"],
  ])("i %s = %s", (kind, definition, expected) => {
    expect(kindOfTerm(kind, definition)).toBe(expected);
  });

  test.each([
    ["dagar", "klara-dagar + 5 kr", "AV3003"],
    ["dagar", "klara-dagar + 2", "AV3041"],
    ["dagar", "utskrivningsdatum - klar-datum", "AV3004"],
    ["datum", "klar-datum + klara-dagar / 2", "AV3013"],
    ["datum", "klar-datum + 1,5 dagar", "AV3013"],
    ["datum", "klar-datum + 3 timmar", "AV3004"],
    ["datum", "klar-datum - 3 vardagar", "AV3004"],
    ["tidpunkt", "klar-tid + 3 dagar", "AV3004"],
    ["antal", "ålder / 2", "AV3001"],
    ["kr", "klara-dagar", "AV3001"],
    ["datum", "största av (klar-datum; 2020-01-01)", "AV3019"],
    ["dagar", "det första av (klara-dagar; 1 dag)", "AV3019"],
    ["dagar", "minsta av (klara-dagar; 10)", "AV3041"],
    ["dagar", "5 dagar om sip-behövs", "AV3010"],
    ["dagar", "5 dagar om sip-behövs annars klar-datum", "AV3009"],
    ["månad", "månad för klara-dagar", "AV3015"],
    ["text", "län för sjukhus", "AV3015"],
    ["dagar", "klara-dagar + fel-namn", "AV2001"],
    ["dagar", "genomsnitt av klara-dagar", "AV3022"],
    ["dagar", "genomsnitt av klara-dagar för vårdtillfällen", "AV3022"],
    ["dagar", "genomsnitt av 1 dag för dygn från klar-datum (räknas) till utskrivningsdatum (räknas)", "AV3022"],
    ["dagar", "1 dag om dygnet är vardag annars 0 dagar", "AV3053"],
  ])("i %s = %s is refused once, with %s", (kind, definition, code) => {
    expect(kindOfTerm(kind, definition)).toBe(code);
  });
});

describe("comparisons", () => {
  test.each([
    ["klar-tid efter kl. 12.00", ""],
    ["kl. 12.00 före klar-tid", ""],
    ["klar-tid före 2020-10-01", "AV3007"],
    ["månad för klar-datum är 2020-10", ""],
    ["klar-datum är 2020-10", "AV3005"],
    ["år för klar-datum är 2020", ""],
    ["år för klar-datum tidigast 2020", ""],
    ["klara-dagar är 2020", "AV3041"],
    ["klara-dagar överstiger 2 vardagar", "AV3005"],
    ["klara-dagar efter 2 dagar", "AV3006"],
    ["klar-datum överstiger utskrivningsdatum", "AV3006"],
    ["kommun är minst kommun", "AV3006"],
    ['kommun är "0180"', ""],
    ['"Stockholm" är kommun', ""],
    ['kommun är "Stockolm"', "AV3012"],
    ["vårdform är somatisk", ""],
    ['vårdform är "somatisk"', "AV3011"],
    ["vårdform är sjukhus", "AV3011"],
    ['sjukhus är "S1"', ""],
    ["sip-behövs är ja", ""],
    ["inte sip-behövs eller klar-tid saknas", ""],
    ["inte klar-tid", "AV3008"],
    ["ålder är minst 65", ""],
    ["klar-tid är vardag", "AV3016"],
    ["klar-datum är vardag", ""],
  ])("%s gives %s", (condition, code) => {
    expect(checkAgreement(ruleWith({ krävs: `krävs ${condition}` })).codes.join(" ")).toBe(code);
  });

  test("`krävs A om C` needs no `annars`", () => {
    expect(checkAgreement(ruleWith({ krävs: "krävs klar-tid finns om sip-behövs" })).codes).toEqual([]);
  });
});

describe("what lowering reads", () => {
  test("every expression of every agreement has a kind, under every reading", () => {
    const { trees, kinds, problems } = checkTexts(agreements());
    const bare = trees.flatMap((tree) => expressionsIn(tree)).filter((each) => !kinds.kindOf.has(each));
    expect(problems.filter((problem) => problem.severity === "error").map((problem) => problem.headline.sv)).toEqual(
      [],
    );
    expect(bare.map((each) => `${each.kind} at ${each.span.file}:${each.span.start}`)).toEqual([]);
  });

  test("a file with mistakes has kinds too, and nothing is thrown", () => {
    const { kinds, codes } = checkAgreement(ruleWith({ steg: "medel = genomsnitt av (", när: "när medel" }));
    expect(codes.length).toBeGreaterThan(0);
    expect(kinds.kindOf.size).toBeGreaterThan(0);
  });
});

function agreements(): Texts {
  const root = join(import.meta.dirname, "../../agreements");
  const texts: Record<string, string> = {};
  for (const folder of readdirSync(root, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const name of readdirSync(join(root, folder.name))) {
      if (/\.(avtal|yaml)$/.test(name))
        texts[`${folder.name}/${name}`] = readFileSync(join(root, folder.name, name), "utf8");
    }
  }
  return texts;
}

/** Everything in a tree that stands where an expression does; names that only point at things are left out. */
function expressionsIn(node: unknown): Expression[] {
  if (Array.isArray(node)) return node.flatMap(expressionsIn);
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, held]) => {
    // `at` is an end of a span or a day after `vid`; in a validity it is a point of time.
    const isSlot = slots.has(key) || (key === "at" && ("of" in node || "counted" in node));
    const standing: unknown[] = isSlot ? [held] : listSlots.has(key) && Array.isArray(held) ? held : [];
    return [...standing.filter(isExpression), ...expressionsIn(held)];
  });
}

const slots = new Set(["definition", "formula", "condition", "where", "value", "left", "right", "then", "cell"]);
const listSlots = new Set(["dependsOn"]);
const kindsOfExpressions = new Set(
  "number date month clock text name parenthesis at attribute aggregate extreme span begunDays arithmetic comparison test not and or if".split(
    " ",
  ),
);

function isExpression(held: unknown): held is Expression {
  if (typeof held !== "object" || held === null || !("kind" in held) || !("span" in held)) return false;
  return typeof held.kind === "string" && kindsOfExpressions.has(held.kind);
}
