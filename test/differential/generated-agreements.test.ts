// Thousands of drawn agreements, each run in several ways over drawn episodes: interpreter and emitted evaluator agree.
// Rule: a fresh seed each run, printed; `AVTAL_SEED=… npx vitest run test/differential` has it again.

import { describe, expect, test } from "vitest";
import { constructs, type Construct } from "./generated-draft.ts";
import { filesOf, generatedAgreement } from "./generated-agreement.ts";
import { generatedEpisodes } from "./generated-episodes.ts";
import { seedOfRun } from "./generated-random.ts";
import { compiled, expectEveryRecordOnce, narrowed, runAndCompare, runsOf } from "./generated-run.ts";

/** A few in every run; `npm run test:differential` takes 2 000. */
const agreements = Number(process.env["AVTAL_AGREEMENTS"] ?? "100");
const perTest = 20;
const seed = seedOfRun();
process.stdout.write(`AVTAL_SEED=${seed} for ${agreements} generated agreements\n`);

const occurred = new Map<Construct, number>();
const counts = { accepted: 0, runs: 0, completed: 0, stopped: 0, lines: 0, undecided: 0 };
const refused = new Map<string, number>();

describe("generated agreements", () => {
  for (let first = 0; first < agreements; first += perTest) {
    test(`${first}–${first + perTest - 1}: the emitted evaluator gives what the interpreter gives`, () => {
      const differences: string[] = [];
      for (let index = first; index < first + perTest; index += 1) {
        const difference = compare(index, differences.length === 0);
        if (difference !== undefined) differences.push(difference);
      }
      expect(differences.join("\n\n")).toBe("");
    });
  }

  test("compile without error in at least 95 of 100 cases, and say everything that they should", () => {
    process.stdout.write(`${summary()}\n`);
    const absent = constructs.filter((construct) => (occurred.get(construct) ?? 0) === 0);
    // A hundred drawn agreements may well miss the rarest of what there is to say.
    expect(absent.slice(agreements < 1_000 ? 3 : 0)).toEqual([]);
    expect(counts.accepted / agreements).toBeGreaterThanOrEqual(agreements < 1_000 ? 0.85 : 0.95);
    expect(counts.completed).toBeGreaterThan(counts.runs / 2);
    expect(counts.lines).toBeGreaterThan(agreements);
    expect(counts.undecided).toBeGreaterThan(0);
  });
});

/** The report of a difference, narrowed down where that is asked for. */
function compare(index: number, narrow: boolean): string | undefined {
  const agreement = generatedAgreement(seed, index);
  const result = compiled(agreement.pieces);
  if (result.kind === "rejected") {
    for (const code of new Set(result.codes)) refused.set(code, (refused.get(code) ?? 0) + 1);
    return undefined;
  }
  counts.accepted += 1;
  for (const construct of agreement.used) occurred.set(construct, (occurred.get(construct) ?? 0) + 1);
  const records = generatedEpisodes(
    seed,
    index,
    agreement.pieces.map(({ text }) => text),
  );
  for (const { name, options } of runsOf(agreement, result.program, seed, index)) {
    const compared = runAndCompare(result.program, records, options);
    if (compared.kind === "different") {
      const whole = { pieces: agreement.pieces, records };
      return told(index, name, compared.how, narrow ? narrowed(whole.pieces, records, options) : whole);
    }
    const { evaluation } = compared;
    expectEveryRecordOnce(evaluation, records.length);
    counts.runs += 1;
    counts[evaluation.kind] += 1;
    if (evaluation.kind === "completed") {
      counts.lines += evaluation.lines.length;
      counts.undecided += evaluation.undecided.length;
    }
  }
  return undefined;
}

function told(index: number, name: string, difference: string, least: ReturnType<typeof narrowed>): string {
  const texts = filesOf(least.pieces).map(({ path, text }) => `--- ${path}\n${text}`);
  const records = least.records.map((record) => JSON.stringify(record));
  return [`AVTAL_SEED=${seed}, agreement ${index}, ${name}`, difference, ...texts, ...records].join("\n");
}

function summary(): string {
  const of = ({ size }: ReadonlyMap<string, number>, rows: readonly string[]): string => `${size}: ${rows.join(" · ")}`;
  const rows = (counted: ReadonlyMap<string, number>): string[] =>
    [...counted].map(([what, times]) => `${what} ${times}`);
  return [
    `AVTAL_SEED=${seed}: ${counts.accepted} of ${agreements} accepted, ${counts.runs} runs (${counts.stopped} stopped), ${counts.lines} lines, ${counts.undecided} undecided`,
    `constructs ${of(occurred, rows(occurred))}`,
    `refused ${of(refused, rows(refused))}`,
  ].join("\n");
}
