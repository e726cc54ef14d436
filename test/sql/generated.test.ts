// Drawn agreements over drawn episodes: DuckDB gives what the interpreter gives, or the agreement is refused by name.
// Rule: a fresh seed each run, printed; `AVTAL_SEED=… npx vitest run test/sql/generated.test.ts` has it again.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDuckDb, type DuckDb } from "@avtal/replay/engines/duckdb";
import { interpret } from "@avtal/compiler/interpret/interpret";
import { columnsOf } from "../harness/columns-from-csv.ts";
import { generatedAgreement } from "../differential/generated-agreement.ts";
import { generatedEpisodes } from "../differential/generated-episodes.ts";
import { seedOfRun } from "../differential/generated-random.ts";
import { compiled, runsOf } from "../differential/generated-run.ts";
import { runInDuckDb } from "./duckdb-run.ts";
import { linesInDuckDb, linesOfResult } from "./lines-alone.ts";

/** A few in every run; more with AVTAL_SQL_AGREEMENTS. */
const agreements = Number(process.env["AVTAL_SQL_AGREEMENTS"] ?? "6");
const first = Number(process.env["AVTAL_SQL_FIRST"] ?? "0");
const seed = seedOfRun();
process.stdout.write(`AVTAL_SEED=${seed} for ${agreements} generated agreements in SQL\n`);

let db: DuckDb;
const unsayable = new Map<string, number>();
const counts = { runs: 0, evaluated: 0, lines: 0 };

beforeAll(async () => {
  db = await openDuckDb("1GB");
});

afterAll(() => db.close());

describe("generated agreements", () => {
  for (let index = first; index < first + agreements; index += 1) {
    test(`${index}: DuckDB gives what the interpreter gives`, async () => {
      expect(await differencesOf(index)).toEqual([]);
    });
  }

  test("most can be said in SQL", () => {
    process.stdout.write(`${JSON.stringify({ ...counts, unsayable: Object.fromEntries(unsayable) })}\n`);
    expect(counts.evaluated).toBeGreaterThan(counts.runs / 2);
    expect(counts.lines).toBeGreaterThan(0);
  });
});

async function differencesOf(index: number): Promise<string[]> {
  const agreement = generatedAgreement(seed, index);
  const result = compiled(agreement.pieces);
  if (result.kind === "rejected") return [];
  const records = generatedEpisodes(
    seed,
    index,
    agreement.pieces.map(({ text }) => text),
  );
  const columns = columnsOf(result.program, records);
  const found: string[] = [];
  for (const { name, options } of runsOf(agreement, result.program, seed, index)) {
    counts.runs += 1;
    const expected = interpret(result.program, columns, options);
    const run = await runInDuckDb(db, result.program, columns, options);
    if (run.kind === "unsayable") {
      unsayable.set(run.construct, (unsayable.get(run.construct) ?? 0) + 1);
      continue;
    }
    counts.evaluated += 1;
    if (expected.kind === "completed") counts.lines += expected.lines.length;
    const which = `AVTAL_SEED=${seed}, agreement ${index}, ${name}`;
    found.push(...difference(which, run.evaluation, expected));
    if (expected.kind === "completed") {
      const alone = await linesInDuckDb(db, result.program, columns, options);
      found.push(...difference(`${which}, lines alone`, alone, linesOfResult(expected.lines)));
    }
  }
  return found;
}

function difference(which: string, actual: object, expected: object): string[] {
  const text = (value: object): string[] =>
    JSON.stringify(
      { ...value, notes: [] },
      (_, part: unknown) => (typeof part === "bigint" ? String(part) : part),
      1,
    ).split("\n");
  const [given, wanted] = [text(actual), text(expected)];
  const gone = wanted.filter((line, index) => line !== given[index]);
  if (gone.length === 0 && given.length === wanted.length) return [];
  const lost = wanted.filter((line) => !given.includes(line)).map((line) => `interpreter: ${line.trim()}`);
  const come = given.filter((line) => !wanted.includes(line)).map((line) => `DuckDB: ${line.trim()}`);
  if (lost.length + come.length === 0) {
    const at = wanted.findIndex((line, index) => line !== given[index]);
    const around = (lines: readonly string[]): string => lines.slice(Math.max(0, at - 12), at + 12).join(" ");
    return [which, `interpreter: ${around(wanted)}`, `DuckDB: ${around(given)}`];
  }
  return [which, ...lost.slice(0, 6), ...come.slice(0, 6)];
}
