// Every conformance case in DuckDB and in PostgreSQL gives what the interpreter gives; its lines alone likewise, from
// records with numbers and from records that are known by their ids, as those of a table are.

import { describe, expect, test } from "vitest";
import { writtenEpisodes } from "@avtal/compiler/emit/sql/written-episodes";
import { interpret } from "@avtal/compiler/interpret/interpret";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { embedded, started } from "./engines-embedded.ts";
import { linesOfResult, linesOfRows, statementOfLines, withoutNumbers } from "./lines-alone.ts";
import { conformanceCase, conformanceCases } from "./sql-case.ts";
import { runIn } from "./sql-engine.ts";

describe.each(embedded)("$name", ({ start }) => {
  const engine = started(start);
  let lines = 0;

  test.each(conformanceCases)("%s is the same", async (name) => {
    const { program, columns, options } = conformanceCase(name);
    const run = await runIn(engine(), program, columns, options);
    expect(run.kind).toBe("evaluated");
    if (run.kind !== "evaluated") return;
    expect({ ...run.evaluation, notes: [] }).toStrictEqual({ ...interpret(program, columns, options), notes: [] });
  });

  test.each(conformanceCases)("%s gives the same lines alone", async (name) => {
    const { program, columns, options } = conformanceCase(name);
    const { dialect, texts } = engine();
    const expected = interpret(program, columns, options);
    const episodes = writtenEpisodes(columns, program, dialect);
    const statements = [episodes, withoutNumbers(episodes)].map((table) =>
      statementOfLines(program, options, dialect, table),
    );
    // What a line cannot do is stop a run that needs a price: a view over such data has to be asked as a whole.
    if (expected.kind !== "completed" || !areInOrder(columns.ids)) return;
    lines += expected.lines.length;
    const wanted = linesOfResult(expected.lines);
    for (const sql of statements) expect(linesOfRows(await texts(sql))).toEqual(wanted);
  });

  test("there are lines among them", () => expect(lines).toBeGreaterThan(0));
});

/** A table without numbers has its records in this order. */
function areInOrder(ids: readonly string[]): boolean {
  return ids.every((id, record) => record === 0 || byCodePoint(ids[record - 1] ?? "", id) < 0);
}
