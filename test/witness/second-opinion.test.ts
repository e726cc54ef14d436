// The prover from outside: it reads the same two rules in formulas of its own, and says the same of them.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { secondOpinion } from "@avtal/replay/witness/second-opinion/second-opinion";
import { endThreads, openZ3, type Solver } from "@avtal/replay/witness/second-opinion/z3";
import type { Side } from "@avtal/replay/witness/verdict";
import { agreement, noOptions, perEpisode, programOf, rounded, type Head } from "../meaning/run-text.ts";

let solver: Solver | undefined;
beforeAll(async () => {
  solver = await openZ3();
});
afterAll(() => solver?.close());

async function opinion(before: string, after: string, head?: Head): Promise<string> {
  const side = (text: string): Side => ({ program: programOf(agreement(text, head)), options: noOptions });
  if (solver === undefined) throw new Error("z3-solver is not installed.");
  return (await secondOpinion(side(before), side(after), solver)).kind;
}

/** A rule over every payer's month, whose mean is a sum by a count. */
function monthly(when: string, amount: string): string {
  return `regel snitt
  enligt text 3
  gäller vårdtillfällen
  krävs utskrivningsklar-tid finns
  följer utskrivningsdatum
  per betalande-kommun och månad
  betalas av betalande-kommun till "Regionen"
  medel = genomsnitt av klara-dagar
  när ${when}
  belopp = ${amount}
  ${rounded}`;
}

function single(condition: string): string {
  return `regel var-för-sig
  enligt text 3
  gäller vårdtillfällen
  krävs ${condition}
  ${perEpisode}
  belopp = klara-dagar * dygnsbelopp
  ${rounded}`;
}

/** An agreement that waits for something that has not happened: as a whole, or with its charging alone. */
function waiting(line: string): Head {
  return {
    lines: `gäller från och med 2020-01-01 tills vidare enligt text 1
  ${line} beslutet`,
  };
}

const event = 'händelse beslutet "Beslutet" ännu inte enligt text 1\n';

const amount = "(medel - 1,3 dagar) * antal vårdtillfällen * dygnsbelopp";

describe("no case can come out otherwise", () => {
  test.each([
    ["whole days over two, and three or more", "klara-dagar överstiger 2 dagar", "klara-dagar är minst 3 dagar"],
    [
      "days counted, and dates compared",
      "klara-dagar är minst 2 dagar",
      "utskrivningsdatum tidigast utskrivningsklar-datum + 2 dagar",
    ],
  ])("%s", async (_, before, after) => {
    expect(await opinion(single(before), single(after))).toBe("same");
  });

  test("a mean over a limit, and a sum over the limit times the number", async () => {
    const bySum = "summa av klara-dagar överstiger 1,3 dagar * antal vårdtillfällen";
    expect(await opinion(monthly("medel överstiger 1,3 dagar", amount), monthly(bySum, amount))).toBe("same");
  });
});

describe("a case comes out otherwise", () => {
  test.each([
    ["a limit of whole days that is moved", "klara-dagar överstiger 2 dagar", "klara-dagar är minst 2 dagar"],
    ["a fact that nobody asked for", "utskrivningsklar-tid finns", "utskrivningsklar-tid finns och sip-behövs"],
  ])("%s", async (_, before, after) => {
    expect(await opinion(single(before), single(after))).toBe("differ");
  });

  test("a mean whose limit is a hundredth of a day higher, which takes a hundred episodes to show", async () => {
    const [over, from] = ["medel överstiger 2 dagar", "medel är minst 2,01 dagar"];
    expect(await opinion(monthly(over, amount), monthly(from, amount))).toBe("differ");
  });

  test("a sum that is shown though nothing may be charged yet", async () => {
    const [before, after] = ["medel", "2 * medel"].map(
      (by) => `${event}${monthly("medel finns", `${by} * dygnsbelopp`)}`,
    );
    expect(await opinion(before ?? "", after ?? "", waiting("vilande tills"))).toBe("differ");
  });
});

test("a sum of an agreement that is not in force is nobody's, so no case can come out otherwise", async () => {
  const [before, after] = ["medel", "2 * medel"].map(
    (by) => `${event}${monthly("medel finns", `${by} * dygnsbelopp`)}`,
  );
  expect(await opinion(before ?? "", after ?? "", waiting("förutsätter"))).toBe("same");
});

test("a thread that tells that it is done when it has been ended is not heard, and every thread is ended once", () => {
  const ended: string[] = [];
  const worker = (name: string) => ({
    onmessage: (): void => expect.fail(`${name} was heard.`),
    terminate: () => void ended.push(name),
  });
  const [running, unused] = [worker("running"), worker("unused")];
  endThreads({ PThread: { runningWorkers: [running], unusedWorkers: [unused] } });
  for (const { onmessage } of [running, unused]) onmessage();
  expect(ended).toEqual(["running", "unused"]);
});
