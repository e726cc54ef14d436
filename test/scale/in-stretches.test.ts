// A run that holds no more than a stretch of its records at a time, beside one that holds them all: the same result, the
// same traces, the same refusals, to the last sign.

import { readFileSync, writeFileSync } from "node:fs";
import { getHeapStatistics } from "node:v8";
import { expect, test } from "vitest";
import type { AskedOptions } from "@avtal/replay/asked-options";
import { allMonths, monthFromText, type Months } from "@avtal/replay/months";
import { plainDescription } from "@avtal/replay/read/description";
import { resultJson } from "@avtal/replay/result-json";
import { run, type RunOutcome, type RunRequest } from "@avtal/replay/run";
import { groupsThatFit } from "@avtal/replay/lines-that-fit";
import { traces } from "@avtal/replay/trace";
import { writtenSteps } from "@avtal/replay/written-steps";
import { agreementsWith, sample } from "../compare/sides.ts";
import { readingThread } from "../harness/reading-thread.ts";

const asked: AskedOptions = { wording: null, readings: [], events: [], values: [] };
const minute = 60_000;

interface Choice {
  readonly agreement: string;
  readonly data: string;
  readonly asked?: Partial<AskedOptions>;
  readonly months?: Months;
  readonly maxRefused?: number;
}

function runOf({ agreement, data, ...choice }: Choice, held: Partial<RunRequest>): Promise<RunOutcome> {
  const { front, programs } = agreementsWith();
  const program = programs.get(agreement);
  if (program === undefined) throw new Error(`No ${agreement}`);
  return run({
    program,
    front,
    asked: { ...asked, ...choice.asked },
    data,
    description: plainDescription,
    months: choice.months ?? allMonths,
    statistics: true,
    maxRefused: choice.maxRefused ?? 0,
    ...held,
  });
}

/** All that a run says, but for the columns that one of the two keeps. */
function told(outcome: RunOutcome): unknown {
  if (outcome.kind !== "completed") return { ...outcome, front: null, program: null, columns: null };
  const { refused, warnings, facts, discharged, outsideMonths } = outcome;
  return {
    result: resultJson(outcome, { statistics: true }),
    traces: JSON.stringify(traces(outcome, writtenSteps(agreementsWith().front))),
    ...{ refused, warnings, facts, discharged, outsideMonths },
  };
}

async function expectAlike(choice: Choice, records: number): Promise<RunOutcome> {
  const [whole, inStretches] = [
    await runOf(choice, { keepsRecords: true }),
    await runOf(choice, { held: { records } }),
  ];
  expect(told(inStretches)).toEqual(told(whole));
  return inStretches;
}

const year = { from: 2022 * 12, through: 2022 * 12 + 11 };

test.each([
  { agreement: "stockholm" },
  { agreement: "jönköping", asked: { values: ["pris.dygnsbelopp=8 500 kr"] } },
  { agreement: "lus", asked: { values: ["pris.dygnsbelopp=8 500 kr"] } },
  { agreement: "lbk" },
])(
  "$agreement over three thousand episodes gives in seven stretches what it gives at once",
  { timeout: minute },
  async (choice) => {
    const data = await sample({ agreement: "stockholm", episodes: 3_000, seed: 11, ...year });
    const outcome = await expectAlike({ ...choice, data }, 450);
    expect(outcome.kind).toBe("completed");
    expect(outcome.kind === "completed" && outcome.columns).toBeUndefined();
  },
);

test("a file that another thread reads gives what it gives at once", { timeout: minute }, async () => {
  const data = await sample({ agreement: "stockholm", episodes: 3_000, seed: 17, ...year });
  const choice: Choice = { agreement: "stockholm", data };
  const [whole, byThread] = [
    await runOf(choice, { keepsRecords: true }),
    await runOf(choice, { thread: readingThread(80_000) }),
  ];
  expect(told(byThread)).toEqual(told(whole));
  expect(byThread.kind === "completed" && byThread.columns).toBeUndefined();
  expect(byThread.kind === "completed" && byThread.result.lines.length).toBeGreaterThan(10);
});

test("a Parquet file gives in stretches what it gives at once", { timeout: minute }, async () => {
  const data = await sample({ agreement: "stockholm", episodes: 9_000, seed: 12, ...year, format: "parquet" });
  const outcome = await expectAlike({ agreement: "stockholm", data }, 2_000);
  expect(outcome.kind === "completed" && outcome.result.lines.length).toBeGreaterThan(10);
});

test("a wording, a reading and months alone are those of every stretch", { timeout: minute }, async () => {
  const data = await sample({ agreement: "stockholm", episodes: 3_000, seed: 13, ...year });
  const months = { from: monthFromText("2022-03") ?? null, through: monthFromText("2022-05") ?? null };
  const outcome = await expectAlike({ agreement: "stockholm", data, months, asked: { wording: "2022-02-01" } }, 500);
  expect(outcome.kind === "completed" && outcome.outsideMonths).toBeGreaterThan(1_000);
});

test("rows that only the whole file refuses are refused, and counted in no group", { timeout: minute }, async () => {
  const data = await sample({ agreement: "stockholm", episodes: 3_000, seed: 14, ...year });
  const [header = "", ...rows] = readFileSync(data, "utf8").trimEnd().split("\n");
  const again = rows.map((row, at) => (at % 700 === 650 ? (rows[at - 600] ?? row) : row));
  const patientOf = (row = ""): string => row.split(";")[1] ?? "";
  const shared = again.map((row, at) =>
    at % 30 === 29 ? row.replace(patientOf(row), patientOf(again[at - 29])) : row,
  );
  writeFileSync(data, `${[header, ...shared].join("\n")}\n`);
  const outcome = await expectAlike({ agreement: "stockholm", data, maxRefused: 500 }, 400);
  const codes = outcome.kind === "completed" ? outcome.refused.rows.map(({ code }) => code) : [];
  expect(new Set(codes)).toEqual(new Set(["AV9115", "AV9117"]));
  expect((await expectAlike({ agreement: "stockholm", data }, 400)).kind).toBe("too-many-refused");
});

test("a run that stops for a value that nobody knows stops at the same record", { timeout: minute }, async () => {
  const data = await sample({ agreement: "stockholm", episodes: 3_000, seed: 15, ...year });
  const outcome = await expectAlike({ agreement: "lus", data }, 450);
  expect(outcome.kind).toBe("stopped");
});

test(
  "AV9220: more lines than fit in memory end the run with words, and with nothing else",
  { timeout: minute },
  async () => {
    const data = await sample({ agreement: "stockholm", episodes: 3_000, seed: 16, ...year });
    const choice: Choice = { agreement: "lus", data, asked: { values: ["pris.dygnsbelopp=8 500 kr"] } };
    const whole = await runOf(choice, { held: { records: 450 } });
    const groups = whole.kind === "completed" ? whole.result.groups.length : 0;
    expect(groups).toBeGreaterThan(300);
    expect((await runOf(choice, { held: { records: 450, groups } })).kind).toBe("completed");
    const left = await runOf(choice, { held: { records: 450, groups: groups - 1 } });
    expect(left.kind === "rejected" && left.problems.map(({ code }) => code)).toEqual(["AV9220"]);
  },
);

test("AV9220: so does a run over all records at once", { timeout: minute }, async () => {
  const data = await sample({ agreement: "stockholm", episodes: 900, seed: 16, ...year });
  const choice: Choice = { agreement: "lus", data, asked: { values: ["pris.dygnsbelopp=8 500 kr"] } };
  const whole = await runOf(choice, { keepsRecords: true });
  const groups = whole.kind === "completed" ? whole.result.groups.length : 0;
  expect(groups).toBeGreaterThan(100);
  const fitting = await runOf(choice, { keepsRecords: true, held: { groups } });
  expect(told(fitting)).toEqual(told(whole));
  const left = await runOf(choice, { keepsRecords: true, held: { groups: groups - 1 } });
  expect(left.kind === "rejected" && left.problems.map(({ code }) => code)).toEqual(["AV9220"]);
});

test("AV9220: what fits takes no more than the memory of the engine, and a run that corrects another fits less", () => {
  const memory = getHeapStatistics().heap_size_limit;
  for (const [run, measured] of [
    ["alone", 1_500],
    ["correcting", 3_500],
    ["reported", 7_000],
    ["compared", 2_500],
    ["comparedInReport", 13_000],
  ] as const) {
    expect(groupsThatFit(run) * measured, run).toBeLessThan(0.6 * memory);
  }
  expect(groupsThatFit("correcting")).toBeLessThan(groupsThatFit("alone"));
});
