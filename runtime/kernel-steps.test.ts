import { expect, test } from "vitest";
import { MISSING, UNKNOWN } from "./columns.ts";
import { groupTable } from "./group-table.ts";
import { kindIn, latelyMet, NOT_MET, placeOf, recordsAtHand, rowFound, rowMet, rowsByKeys } from "./kernel-steps.ts";
import type { PlainRule } from "./plain-rule.ts";
import type { KeyCode } from "./rule-code.ts";
import { firstTold, kindsBegin, OPEN } from "./rule-day-kinds.ts";
import type { RunState } from "./run-state.ts";

/** What the steps read of a rule of a run over so many records; each kind of day is a part of its own. */
function ruleOver(count: number): PlainRule<RunState, null> {
  const kinds = Array.from({ length: 8 }, (_, part) => ({ part }));
  const rule: unknown = {
    run: { columns: { count } },
    state: { values: [] },
    groups: groupTable(null, 2),
    dayKinds: { kinds },
    tables: [],
    lately: [],
  };
  return rule as PlainRule<RunState, null>;
}

const key = (name: string): KeyCode<RunState> => ({
  name,
  role: "other",
  meaning: { kind: "month" },
  value: () => UNKNOWN,
  reads: [],
});
const keys = [key("payer"), key("month")];

/** The row as a kernel comes by it: met, or else found and then met. */
function rowOf(rule: PlainRule<RunState, null>, first: number, second: number, kind: number): number {
  const ask = (): number => rowMet(rowsByKeys(rule, 0), latelyMet(rule, 0), first, second, kind);
  const row = ask();
  if (row !== NOT_MET) return row;
  expect(rowFound(rule, 7, 0, keys, kind, first, second)).toBe(7);
  return ask();
}

test.each([100, 100_000])("every group has one row, however far apart its keys lie, among %i records", (count) => {
  const rule = ruleOver(count);
  const rows = new Map<string, number>();
  for (let turn = 0; turn < 2; turn += 1) {
    for (const first of [0, 1, 290, 1_023, 1_024, 70_000]) {
      for (const second of [24_264, 24_265, 24_327, 24_328, 24_200, 24_199, 3, 0, -5]) {
        for (const kind of [kindsBegin, kindsBegin + 1, kindsBegin + 3, kindsBegin + 4, kindsBegin + 7]) {
          const row = rowOf(rule, first, second, kind);
          const name = `${first} ${second} ${kind}`;
          expect(row).toBeGreaterThanOrEqual(0);
          expect(rows.get(name) ?? row).toBe(row);
          rows.set(name, row);
        }
      }
    }
  }
  expect(new Set(rows.values()).size).toBe(rows.size);
  expect(rule.groups.count).toBe(rows.size);
});

test("a group of which a key is absent has no row", () => {
  const rule = ruleOver(100_000);
  for (const absent of [MISSING, UNKNOWN]) {
    expect(rowOf(rule, absent, 24_264, kindsBegin)).toBe(-1);
    expect(rowOf(rule, 4, absent, kindsBegin)).toBe(-1);
  }
  expect(rowOf(rule, 4, 24_264, kindsBegin)).toBe(0);
});

test("days outside the table of kinds are open, absent ones among them", () => {
  const byDay = Int32Array.of(4, 5);
  expect([firstTold, firstTold + 1].map((day) => kindIn(byDay, day))).toEqual([4, 5]);
  for (const day of [firstTold - 1, firstTold + 2, MISSING, UNKNOWN]) expect(kindIn(byDay, day)).toBe(OPEN);
});

test("as many records in a row as are at hand have a place each, wherever they begin", () => {
  const places = Array.from({ length: recordsAtHand }, (_, index) => placeOf(12_345 + index));
  expect(new Set(places).size).toBe(recordsAtHand);
});
