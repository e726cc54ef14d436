// Ways to write the same thing, which are proved the same, and ways that look the same and are not.

import { describe, expect, test } from "vitest";
import type { RunOptions } from "@avtal/runtime/result";
import { usualLimits, type Side, type Verdict } from "@avtal/replay/witness/verdict";
import { witness } from "@avtal/replay/witness/witness";
import { agreement, noOptions, perEpisode, programOf, rounded } from "../meaning/run-text.ts";

const limits = { ...usualLimits, cases: 9_000 };

const lines = `gäller från och med 2020-01-01 tills vidare enligt text 1
vardagar utom lördagar, söndagar, helgdagar`;

function side(statements: string, options: Partial<RunOptions> = {}): Side {
  return { program: programOf(agreement(statements, { lines })), options: { ...noOptions, ...options } };
}

function verdict(before: string, after: string): Verdict {
  return witness(side(before), side(after), limits);
}

/** A rule over every payer's month; `lines` are its steps, its `när` and its amount. */
function monthly(lines: string, requires = "krävs utskrivningsklar-tid finns"): string {
  return `regel snitt
  enligt text 3
  gäller vårdtillfällen
  ${requires}
  följer utskrivningsdatum
  per betalande-kommun och månad
  betalas av betalande-kommun till "Regionen"
  ${lines}
  ${rounded}`;
}

const byMean = monthly(`medel = genomsnitt av klara-dagar
  när medel överstiger 1,3 dagar
  belopp = (medel - 1,3 dagar) * antal vårdtillfällen * dygnsbelopp`);

const bySum = monthly(`dagar-i-allt = summa av klara-dagar
  när dagar-i-allt överstiger 1,3 dagar * antal vårdtillfällen
  belopp = (dagar-i-allt - 1,3 dagar * antal vårdtillfällen) * dygnsbelopp`);

/** A rule for each episode, under a condition. */
function single(condition: string, terms = "", days = "klara-dagar"): string {
  return `${terms}
regel var-för-sig
  enligt text 3
  gäller vårdtillfällen
  krävs ${condition}
  ${perEpisode}
  belopp = (${days}) * dygnsbelopp
  ${rounded}`;
}

describe("proved the same for every case", () => {
  test("another layout and other comments", () => {
    const spread = byMean.replaceAll("\n  ", "\n        # ord\n      ");
    expect(verdict(byMean, spread)).toMatchObject({ kind: "same", argument: { by: "meaning" } });
  });

  test("a mean less its limit times the number, and a sum less the limit times the number", () => {
    const proved = verdict(byMean, bySum);
    expect(proved).toMatchObject({ kind: "same", argument: { by: "formulas" } });
    expect(proved.kind === "same" && proved.argument.steps.length).toBeGreaterThan(1);
  });

  test.each([
    ["a comparison turned inside out", "inte klara-dagar är högst 3 dagar", "klara-dagar överstiger 3 dagar"],
    [
      "members in another order",
      "klara-dagar är minst 1 och utskrivningsklar-tid finns",
      "utskrivningsklar-tid finns och klara-dagar är minst 1",
    ],
    [
      "a denial of two as two denials",
      "inte (klara-dagar är högst 3 eller utskrivningsklar-tid saknas)",
      "klara-dagar överstiger 3 och inte utskrivningsklar-tid saknas",
    ],
    ["both sides of a limit moved", "klara-dagar - 2 dagar överstiger 3 dagar", "klara-dagar överstiger 5 dagar"],
  ])("%s", (_, before, after) => {
    const inDays = (text: string): string => text.replaceAll(/ (1|3)(?= och| eller|\)|$)/gu, " $1 dagar");
    expect(verdict(single(inDays(before)), single(inDays(after)))).toMatchObject({ kind: "same" });
  });

  test("a name for what was written out", () => {
    const named = single(
      "utskrivningsklar-tid finns",
      "begrepp betaldagar i dagar kod paid_days\n  = största av (klara-dagar - 3 dagar; 0 dagar) enligt text 4",
      "betaldagar",
    );
    const written = single("utskrivningsklar-tid finns", "", "största av (0 dagar; klara-dagar - 3 dagar)");
    expect(verdict(written, named)).toMatchObject({ kind: "same", argument: { by: "formulas" } });
  });
});

describe("proved the same class by class", () => {
  const notice = "utskrivningsklar-tid finns";

  test.each([
    ["more than two whole days, and three or more", "klara-dagar överstiger 2 dagar", "klara-dagar är minst 3 dagar"],
    ["more than two whole days, and 2,01 or more", "klara-dagar överstiger 2 dagar", "klara-dagar är minst 2,01 dagar"],
    [
      "days counted, and dates compared",
      "klara-dagar är minst 2 dagar",
      "utskrivningsdatum tidigast utskrivningsklar-datum + 2 dagar",
    ],
    [
      "after noon, and from a second past noon",
      "(klockslag för utskrivningsklar-tid efter kl. 12.00) och utskrivningstid finns",
      "inte (klockslag för utskrivningsklar-tid senast kl. 12.00) och utskrivningstid finns",
    ],
  ])("%s", (_, before, after) => {
    expect(verdict(single(before), single(after))).toMatchObject({ kind: "same" });
  });

  test.each([
    ["days that are never less than none", "klara-dagar", "största av (klara-dagar; 0 dagar)"],
    [
      "the greater of two, and a choice between them",
      "största av (klara-dagar - 3 dagar; 0 dagar)",
      "klara-dagar - 3 dagar om klara-dagar är minst 4 dagar annars 0 dagar",
    ],
    [
      "days after a grace of two, and a span that begins two days later",
      "största av (klara-dagar - 2 dagar; 0 dagar)",
      "kalenderdagar från utskrivningsklar-datum + 2 dagar (räknas inte) till utskrivningsdatum (räknas)",
    ],
  ])("%s", (_, before, after) => {
    const proved = verdict(single(notice, "", before), single(notice, "", after));
    expect(proved).toMatchObject({ kind: "same", argument: { by: "cases" } });
  });

  test.each([
    [
      "every record, and those with no less than no days",
      "antal vårdtillfällen",
      "(antal vårdtillfällen där klara-dagar är minst 0 dagar)",
    ],
    [
      "what lies over the limit, and the greater of it and nothing",
      "(medel - 1,3 dagar)",
      "största av (medel - 1,3 dagar; 0 dagar)",
    ],
  ])("%s", (_, before, after) => {
    const other = byMean.replace(/belopp = .*/u, (line) => line.replace(before, after));
    expect(other).not.toBe(byMean);
    expect(verdict(byMean, other)).toMatchObject({ kind: "same", argument: { by: "cases" } });
  });

  test("a mean with two decimals that is over two, and one that is 2,01 or more", () => {
    const decimals = byMean.replace("\n  när", "\n  avrunda medel till 2 decimaler, halva uppåt enligt text 3\n  när");
    const over = decimals.replace("överstiger 1,3", "överstiger 2");
    const from = decimals.replace("överstiger 1,3", "är minst 2,01");
    expect(verdict(over, from)).toMatchObject({ kind: "same", argument: { by: "cases" } });
  });

  test("who is counted on each side of a condition that the rule itself asks for", () => {
    const asked = byMean.replace("krävs utskrivningsklar-tid finns", "krävs klara-dagar är minst 1 dag");
    const counted = asked.replace(
      "* antal vårdtillfällen",
      "* (antal vårdtillfällen där klara-dagar överstiger 0,5 dagar)",
    );
    expect(verdict(asked, counted)).toMatchObject({ kind: "same", argument: { by: "cases" } });
  });
});

describe("never called the same", () => {
  test.each([
    ["days that may be half", "klara-dagar * 0,5 överstiger 2 dagar", "klara-dagar * 0,5 är minst 3 dagar"],
    [
      "a second that counts",
      "klockslag för utskrivningsklar-tid efter kl. 12.00",
      "klockslag för utskrivningsklar-tid tidigast kl. 12.00",
    ],
    [
      "which facts an episode lacks",
      "utskrivningsklar-tid finns",
      "utskrivningsklar-tid finns och (sip-behövs eller inte sip-behövs)",
    ],
  ])("%s", (_, before, after) => {
    expect(verdict(single(before), single(after))).toMatchObject({ kind: "differ" });
  });

  test("a limit moved by a tenth of a day is told apart by one episode", () => {
    const found = verdict(byMean, byMean.replaceAll("1,3 dagar", "1,4 dagar"));
    expect(found).toMatchObject({ kind: "differ", in: "amounts" });
    expect(found.kind === "differ" && found.episodes.length).toBe(1);
  });

  test("a mean over those with a day is told apart from a mean over all by two episodes", () => {
    const found = verdict(byMean, byMean.replace("av klara-dagar", "av klara-dagar där klara-dagar är minst 1 dag"));
    expect(found.kind === "differ" && found.episodes.length).toBe(2);
  });

  test("an amount of nothing on the very limit is told apart by as many episodes as the limit has parts", () => {
    const found = verdict(byMean, byMean.replace("medel överstiger", "medel är minst"));
    expect(found.kind === "differ" && found.episodes.length).toBe(10);
  });
});

test("what can neither be told apart nor proved is unknown, with how far was looked and why", () => {
  const twice = single("utskrivningsklar-datum + 1 vardag + 1 vardag senast utskrivningsdatum");
  const found = verdict(single("utskrivningsklar-datum + 2 vardagar senast utskrivningsdatum"), twice);
  expect(found).toMatchObject({
    kind: "unknown",
    reasons: [
      { sv: "Regeln var-för-sig: vilka vårdtillfällen den tar är inte skrivet så att jag kan visa att det är lika." },
    ],
  });
  expect(found.kind === "unknown" && found.tried).toBeGreaterThan(2_000);
  expect(found.kind === "unknown" && found.episodes).toBeGreaterThan(2);
});
