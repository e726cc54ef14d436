// Drawn agreements over drawn episodes: DuckDB and PostgreSQL give what the interpreter gives, or the agreement is refused
// by name. Rule: a fresh seed each run, printed; with it as AVTAL_SEED,
// `npx vitest run --config vitest.differences.config.ts test/sql/generated.test.ts` has it again.

import { describe, expect, test } from "vitest";
import { writtenEpisodes } from "@avtal/compiler/emit/sql/written-episodes";
import { interpret } from "@avtal/compiler/interpret/interpret";
import type { Program } from "@avtal/compiler/ir/ir";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Columns } from "@avtal/runtime/columns";
import type { RunOptions } from "@avtal/runtime/result";
import { columnsOf } from "../harness/columns-from-csv.ts";
import { generatedAgreement } from "../differential/generated-agreement.ts";
import { generatedEpisodes } from "../differential/generated-episodes.ts";
import { seedOfRun } from "../differential/generated-random.ts";
import { compiled, runsOf } from "../differential/generated-run.ts";
import { embedded, started } from "./engines-embedded.ts";
import { linesOfResult, linesOfRows, statementOfLines, withoutNumbers } from "./lines-alone.ts";
import { runIn, type SqlEngine } from "./sql-engine.ts";

/** A few in every run; more with AVTAL_SQL_AGREEMENTS. */
const agreements = Number(process.env["AVTAL_SQL_AGREEMENTS"] ?? "6");
const first = Number(process.env["AVTAL_SQL_FIRST"] ?? "0");
const seed = seedOfRun();
process.stdout.write(`AVTAL_SEED=${seed} for ${agreements} generated agreements in SQL\n`);

interface Counts {
  runs: number;
  evaluated: number;
  lines: number;
  readonly unsayable: Map<string, number>;
}

describe.each(embedded)("generated agreements in $name", ({ name, start }) => {
  const engine = started(start);
  const counts: Counts = { runs: 0, evaluated: 0, lines: 0, unsayable: new Map() };

  for (let index = first; index < first + agreements; index += 1) {
    test(`${index}: gives what the interpreter gives`, async () => {
      expect(await differencesOf(index, engine(), counts)).toEqual([]);
    });
  }

  test("most can be said in SQL", () => {
    const { unsayable, ...others } = counts;
    process.stdout.write(`${name}: ${JSON.stringify({ ...others, unsayable: Object.fromEntries(unsayable) })}\n`);
    expect(counts.evaluated).toBeGreaterThan(counts.runs / 2);
    expect(counts.lines).toBeGreaterThan(0);
  });
});

async function differencesOf(index: number, engine: SqlEngine, counts: Counts): Promise<string[]> {
  const agreement = generatedAgreement(seed, index);
  const result = compiled(agreement.pieces);
  if (result.kind === "rejected") return [];
  const drawn = generatedEpisodes(
    seed,
    index,
    agreement.pieces.map(({ text }) => text),
  );
  // In the order of their ids, in which a table without numbers has them.
  const records = [...drawn].sort((a, b) => byCodePoint(String(a["id"]), String(b["id"])));
  const columns = columnsOf(result.program, records);
  const found: string[] = [];
  for (const { name, options } of runsOf(agreement, result.program, seed, index)) {
    const which = `AVTAL_SEED=${seed}, agreement ${index}, ${name}`;
    counts.runs += 1;
    found.push(...(await differencesIn(result.program, columns, options, { engine, which, counts })));
  }
  return found;
}

async function differencesIn(
  program: Program,
  columns: Columns,
  options: RunOptions,
  { engine, which, counts }: { readonly engine: SqlEngine; readonly which: string; readonly counts: Counts },
): Promise<string[]> {
  const expected = interpret(program, columns, options);
  const run = await runIn(engine, program, columns, options);
  if (run.kind === "unsayable") {
    counts.unsayable.set(run.construct, (counts.unsayable.get(run.construct) ?? 0) + 1);
    return [];
  }
  counts.evaluated += 1;
  const found = difference(which, run.evaluation, expected);
  if (expected.kind !== "completed") return found;
  counts.lines += expected.lines.length;
  const wanted = linesOfResult(expected.lines);
  const numbered = writtenEpisodes(columns, program, engine.dialect);
  for (const [by, episodes] of [
    ["numbers", numbered],
    ["ids", withoutNumbers(numbered)],
  ] as const) {
    const alone = linesOfRows(await engine.texts(statementOfLines(program, options, engine.dialect, episodes)));
    found.push(...difference(`${which}, lines alone, records known by ${by}`, alone, wanted));
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
  const come = given.filter((line) => !wanted.includes(line)).map((line) => `given: ${line.trim()}`);
  if (lost.length + come.length === 0) {
    const at = wanted.findIndex((line, index) => line !== given[index]);
    const around = (lines: readonly string[]): string => lines.slice(Math.max(0, at - 12), at + 12).join(" ");
    return [which, `interpreter: ${around(wanted)}`, `given: ${around(given)}`];
  }
  return [which, ...lost.slice(0, 6), ...come.slice(0, 6)];
}
