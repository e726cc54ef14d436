// Ways to write the same thing, which are proved the same, and ways that look the same and are not.

import { describe, expect, test } from "vitest";
import type { RunOptions } from "@avtal/runtime/result";
import { usualLimits, type Side, type Verdict } from "@avtal/replay/witness/verdict";
import { witness } from "@avtal/replay/witness/witness";
import { agreement, noOptions, perEpisode, programOf, rounded } from "../meaning/run-text.ts";

const limits = { ...usualLimits, cases: 9_000 };

function side(statements: string, options: Partial<RunOptions> = {}): Side {
  return { program: programOf(agreement(statements)), options: { ...noOptions, ...options } };
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

describe("never called the same", () => {
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
  const before = single("utskrivningsklar-tid finns", "", "största av (klara-dagar; 0 dagar)");
  const found = verdict(single("utskrivningsklar-tid finns"), before);
  expect(found).toMatchObject({
    kind: "unknown",
    reasons: [{ sv: "Regeln var-för-sig: vad som betalas är inte skrivet så att jag kan visa att det är lika." }],
  });
  expect(found.kind === "unknown" && found.tried).toBeGreaterThan(2_000);
  expect(found.kind === "unknown" && found.episodes).toBeGreaterThan(2);
});
