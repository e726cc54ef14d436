// Selecting readings, events and a wording ahead of a run gives what the run would have given.

import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assertInvariants } from "@avtal/compiler/ir/invariants";
import type { Field, Program } from "@avtal/compiler/ir/ir";
import { select, type Selection } from "@avtal/compiler/ir/select";
import { interpret } from "@avtal/compiler/interpret/interpret";
import { dateText, dayFromText } from "@avtal/runtime/calendar";
import type { Columns } from "@avtal/runtime/columns";
import { ratio } from "@avtal/runtime/ratio";
import type { PlainRecord } from "@avtal/runtime/records";
import type { Evaluation, RunOptions, SuppliedValue } from "@avtal/runtime/result";
import { compileFolder } from "../harness/compile-folder.ts";
import { columnsOf } from "../harness/columns-from-csv.ts";

const seed = Date.now() & 0x7fffffff;
const agreements = ["national", "lus", "lbk", "stockholm", "jonkoping"].map((name) =>
  join(import.meta.dirname, "../../agreements", name),
);
const vocabulary = join(import.meta.dirname, "../problems/vocabulary");
const shapes = [vocabulary, join(import.meta.dirname, "cases/readings-of-another-shape")];
const amended = [vocabulary, join(import.meta.dirname, "cases/amended-rule")];

describe.each([
  ["stockholm", compileFolder(agreements, "stockholm")],
  ["jönköping", compileFolder(agreements, "jönköping")],
  ["a rule of several shapes", compileFolder(shapes, "prov")],
  ["a rule and a reading that are amended", compileFolder(amended, "prov")],
])(`%s, seed ${seed}`, (_, program) => {
  const values = suppliedFor(program);

  test("a selected program gives what the whole one gives", () => {
    let counted = 0;
    fc.assert(
      fc.property(selection(program), episodes(program), (chosen, drawn) => {
        const selected = select(program, chosen);
        assertInvariants(selected);
        const whole = interpret(program, drawn, { ...chosen, values });
        const afterwards: RunOptions = { wording: chosen.wording, readings: new Map(), events: new Map(), values };
        expect(withoutReadings(interpret(selected, drawn, afterwards))).toEqual(withoutReadings(whole));
        counted += whole.kind === "completed" ? whole.accounting.inRule : 0;
      }),
      { seed, numRuns: 30 },
    );
    expect(counted).toBeGreaterThan(0);
  });

  test("nothing is left to choose where one reading stands on every day", () => {
    const everything = select(program, { wording: "2022-01-01", readings: readingsOf(program, 0), events: new Map() });
    expect(everything.rules.flatMap(({ guards }) => guards)).toEqual([]);
    expect(
      everything.terms.flatMap(({ definitions }) => definitions.flatMap(({ by }) => by)).map(({ guard }) => guard),
    ).toEqual(everything.terms.flatMap(({ definitions }) => definitions.flatMap(({ by }) => by)).map(() => null));
  });
});

/** What the texts do not know, so that few runs stop for want of it. */
function suppliedFor(program: Program): readonly SuppliedValue[] {
  const missing = program.values.flatMap(({ id, kind, rows }) =>
    rows.flatMap(({ from, cells }) => {
      if (kind.kind !== "quantity" || cells.every(({ value }) => value !== null)) return [];
      const exact = kind.unit === "moneyPerDay" ? ratio(880_000n) : ratio(2n);
      return [{ value: id, from: from === null ? null : dateText(from), exact }];
    }),
  );
  return [...missing, ...program.measured.map(({ id }) => ({ value: id, from: null, exact: ratio(87n, 50n) }))];
}

function readingsOf({ questions }: Program, place: number): ReadonlyMap<string, string> {
  return new Map(questions.map(({ id, readings }) => [id, readings[place % readings.length]?.name ?? ""]));
}

function selection(program: Program): fc.Arbitrary<Selection> {
  const readings = program.questions.map(({ id, readings: all }) =>
    fc.option(fc.constantFrom(...all.map(({ name }) => name))).map((name) => [id, name] as const),
  );
  const events = program.events.map(({ id }) =>
    fc.option(fc.option(day())).map((happened) => [id, happened === null ? undefined : (happened ?? null)] as const),
  );
  return fc.record({
    wording: fc.option(day()),
    readings: fc
      .tuple(...readings)
      .map((all) => new Map(all.flatMap(([id, name]) => (name === null ? [] : [[id, name]])))),
    events: fc
      .tuple(...events)
      .map((all) => new Map(all.flatMap(([id, happened]) => (happened === undefined ? [] : [[id, happened]])))),
  });
}

function episodes(program: Program): fc.Arbitrary<Columns> {
  const record = fc
    .tuple(day(), fc.integer({ min: 0, max: 12 }))
    .chain(([start, length]) =>
      fc.record(Object.fromEntries(program.fields.map((field) => [field.code, held(field, start, length, program)]))),
    );
  return fc.array(record, { maxLength: 8 }).map((records) =>
    columnsOf(
      program,
      records.map((each, index) => ({ ...each, id: `e${index}` }) as PlainRecord),
    ),
  );
}

function held(field: Field, start: string, length: number, { registers }: Program): fc.Arbitrary<PlainRecord[string]> {
  const some = <T extends PlainRecord[string]>(it: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
    fc.option(it, { freq: 6 });
  switch (field.kind.kind) {
    case "condition":
      return some(fc.boolean());
    case "choice":
      return some(fc.constantFrom(...field.choices.map(({ code }) => code)));
    case "payer": {
      const { register } = field.kind;
      const entries = registers.find(({ id }) => id === register)?.entries ?? [];
      return field.optional
        ? fc.constant(null)
        : some(fc.constantFrom(...entries.map(({ code }) => code).slice(0, 40)));
    }
    case "quantity":
      return some(fc.integer({ min: 0, max: 90 }));
    case "date":
      return some(fc.constant(start));
    case "moment":
      return some(fc.constant(`${momentDay(field, start, length)}T${field.code.length % 2 === 0 ? "09" : "13"}:00`));
    default:
      return fc.constant(null);
  }
}

/** In the order of what happens: in, ready, out. */
function momentDay({ code }: Field, start: string, length: number): string {
  const first = dayFromText(start) ?? 0;
  if (code === "discharged_at") return dateText(first + length);
  return dateText(code === "admitted_at" || code === "admission_notice_at" ? first - 3 : first);
}

/** Mostly around the days on which the agreements change. */
function day(): fc.Arbitrary<string> {
  const edges = ["2018-01-01", "2018-03-01", "2020-01-01", "2021-01-01", "2021-07-01", "2021-11-01", "2022-02-01"];
  return fc
    .tuple(fc.constantFrom(...edges), fc.integer({ min: -9, max: 9 }))
    .map(([edge, by]) => dateText((dayFromText(edge) ?? 0) + by));
}

function withoutReadings(evaluation: Evaluation): unknown {
  if (evaluation.kind === "stopped") return evaluation;
  return { ...evaluation, lines: evaluation.lines.map((line) => ({ ...line, readings: [] })) };
}
