// When two rules meet, and when one is out of reach: validity, events, readings, days, and words that settle the order.

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import { folderWorkspace } from "../harness/folder-workspace.ts";
import { agreement, rounded } from "../meaning/run-text.ts";

const vocabulary = folderWorkspace([join(import.meta.dirname, "../problems/vocabulary")]);
const vårdtillfällen = "gäller vårdtillfällen";
const psykiatri = "gäller vårdtillfällen där vårdform är psykiatrisk";
const dygn = "gäller dygn från utskrivningsklar-datum (räknas inte) till utskrivningsdatum (räknas) för vårdtillfällen";
const it = `händelse it-stöd "IT-stödet finns" ännu inte enligt text 4`;

describe("A19: two rules", () => {
  test.each([
    ["of every episode meet", rule("a", vårdtillfällen), rule("b", vårdtillfällen), ["AV3500"]],
    [
      "meet where one is about some of what the other is about",
      rule("a", vårdtillfällen),
      rule("b", psykiatri),
      ["AV3500"],
    ],
    ["are apart by a choice", rule("a", psykiatri), rule("b", "gäller vårdtillfällen där vårdform är somatisk"), []],
    ["are settled by `i stället för`", rule("a", vårdtillfällen), rule("b", `i stället för a\n${psykiatri}`), []],
    ["are settled by `utöver`", rule("a", vårdtillfällen), rule("b", `utöver a\n${psykiatri}`), []],
    [
      "are apart in time",
      rule("a", `före 2021-01-01\n${vårdtillfällen}`),
      rule("b", `från och med 2021-01-01\n${vårdtillfällen}`),
      [],
    ],
    [
      "meet on one day",
      rule("a", `till och med 2021-01-01\n${vårdtillfällen}`),
      rule("b", `från och med 2021-01-01\n${vårdtillfällen}`),
      ["AV3500"],
    ],
    [
      "meet when they follow different days",
      rule("a", `före 2021-01-01\n${vårdtillfällen}`, "utskrivningsklar-datum"),
      rule("b", `från och med 2021-01-01\n${vårdtillfällen}`),
      ["AV3500"],
    ],
    [
      "are apart by an event",
      rule("a", `före it-stöd\n${vårdtillfällen}`),
      rule("b", `från och med it-stöd\n${vårdtillfällen}`),
      [],
    ],
    [
      "meet when one waits for an event that may come late",
      rule("a", `före det sista av (2021-01-01; it-stöd)\n${vårdtillfällen}`),
      rule("b", `från och med 2021-01-01\n${vårdtillfällen}`),
      ["AV3500"],
    ],
    [
      "are apart when the first of two days ends the one",
      rule("a", `före det första av (2021-01-01; it-stöd)\n${vårdtillfällen}`),
      rule("b", `från och med 2021-01-01\n${vårdtillfällen}`),
      [],
    ],
    [
      "of days are apart day by day",
      rule("a", `${dygn} där dygnet är vardag`, "dygnet"),
      rule("b", `${dygn} där inte dygnet är vardag`, "dygnet"),
      [],
    ],
    [
      "of days meet on a day",
      rule("a", `${dygn} där dygnet är vardag`, "dygnet"),
      rule("b", dygn, "dygnet"),
      ["AV3500"],
    ],
    [
      "of days and of episodes meet on an episode",
      rule("a", vårdtillfällen),
      rule("b", `${dygn} där dygnet är vardag`, "dygnet"),
      ["AV3500"],
    ],
    [
      "are apart by the days between two dates",
      rule("a", "gäller vårdtillfällen där klara-dagar överstiger 7 dagar"),
      rule("b", "gäller vårdtillfällen där klara-dagar är högst 7 dagar"),
      [],
    ],
    [
      "that charge nothing meet others too",
      rule("a", vårdtillfällen),
      "regel b\nenligt text 1\ngäller vårdtillfällen\nföljer utskrivningsdatum\ningen debitering",
      ["AV3500"],
    ],
  ])("%s", (_, first, second, expected) => {
    expect(codesOf(`${it}\n${first}\n${second}`)).toEqual(expected);
  });

  test("are settled through a third", () => {
    const third = rule("c", `i stället för b\ngäller vårdtillfällen där sip-behövs`);
    const second = rule("b", `i stället för a\n${psykiatri}`);
    expect(codesOf([rule("a", vårdtillfällen), second, third].join("\n"))).toEqual([]);
  });

  test("may be settled under one reading and meet under another", () => {
    const question = (other: string): string => `tolkningsfråga vem
      enligt text 5 fråga "Vem går först?"
      tolkning först "Undantaget" som skrivet
      tolkning sist "Båda"
        i regeln b
          ${other}
      vald först preliminärt motiv "orden"`;
    const second = rule("b", `i stället för a se tolkningsfråga vem\n${psykiatri}`);
    expect(codesOf(`${rule("a", vårdtillfällen)}\n${second}\n${question("utöver a")}`)).toEqual([]);
    expect(codesOf(`${rule("a", vårdtillfällen)}\n${second}\n${question('faktureras av "K"')}`)).toEqual(["AV3500"]);
  });
});

describe("A19: a rule", () => {
  test.each([
    [
      "is left something where its exception ends",
      rule("a", vårdtillfällen),
      rule("b", `i stället för a\nföre 2021-01-01\n${vårdtillfällen}`),
      [],
    ],
    [
      "is left nothing by an exception of everything",
      rule("a", vårdtillfällen),
      rule("b", `i stället för a\n${vårdtillfällen}`),
      ["AV3502"],
    ],
    [
      "is left what two exceptions leave",
      rule("a", psykiatri),
      rule("b", `i stället för a\ngäller vårdtillfällen där vårdform är somatisk`),
      [],
    ],
    [
      "is left doubtful records by nobody",
      rule("a", vårdtillfällen),
      rule("b", `i stället för a\ngäller vårdtillfällen där sip-behövs eller inte sip-behövs`),
      ["AV3502"],
    ],
    [
      "may wait for an event that has not happened",
      rule("a", vårdtillfällen),
      rule("b", `i stället för a\nfrån och med it-stöd\n${vårdtillfällen}`),
      [],
    ],
    [
      "cannot begin after it has ended",
      rule("a", vårdtillfällen),
      rule("b", `i stället för a\nfrån och med det sista av (2021-01-01; it-stöd) före 2021-01-01\n${vårdtillfällen}`),
      ["AV4500"],
    ],
    [
      "cannot be about what is both",
      rule("a", "gäller vårdtillfällen där sip-kallelse före 2020-03-01 och sip-kallelse efter 2020-04-01"),
      "",
      ["AV3501"],
    ],
    [
      "of a statistic cannot either",
      "",
      `statistik s\nenligt text 1\n${psykiatri} och vårdform är somatisk\nföljer utskrivningsdatum\nper betalande-kommun och månad\nalla = antal vårdtillfällen`,
      ["AV3501"],
    ],
  ])("%s", (_, first, second, expected) => {
    expect(codesOf(`${it}\n${first}\n${second}`)).toEqual(expected);
  });
});

/** `about` holds the lines before `följer`; each rule gives a line per episode. */
function rule(name: string, about: string, follows = "utskrivningsdatum"): string {
  const belopp = follows === "dygnet" ? "antal dygn * dygnsbelopp" : "klara-dagar * dygnsbelopp";
  return `regel ${name}
enligt text 1
${about}
följer ${follows}
per betalande-kommun och vårdtillfälle
betalas av betalande-kommun till "Regionen"
belopp = ${belopp}
${rounded}`;
}

/** What is said about meaning, each code once; anything else fails the test. */
function codesOf(rules: string): readonly string[] {
  const text = agreement(rules, {
    lines: "gäller från och med 2020-01-01 tills vidare enligt text 1\nvardagar utom söndagar",
  });
  const { problems } = compile({ ...vocabulary, files: [...vocabulary.files, { path: "prov.avtal", text }] });
  const errors = problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
  return [...new Set(errors)];
}
