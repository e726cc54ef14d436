// What must hold of every result, over made-up months of Stockholm's agreement with its fallbacks.

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { dateText, dayFromText } from "@avtal/runtime/calendar";
import { ratio } from "@avtal/runtime/ratio";
import type { PlainRecord } from "@avtal/runtime/records";
import type { Completed, RunOptions } from "@avtal/runtime/result";
import { compileFolder } from "../harness/compile-folder.ts";
import { completed } from "./run-text.ts";

const folders = ["national", "lus", "lbk", "stockholm"].map((name) =>
  join(import.meta.dirname, "../../agreements", name),
);
const program = compileFolder(folders, "stockholm");
const options: Partial<RunOptions> = {
  values: [
    { value: "länsgenomsnitt", from: null, exact: ratio(87n, 50n) },
    { value: "pris.dygnsbelopp", from: "2021-01-01", exact: ratio(880_000n) },
  ],
};
const seed = Date.now() & 0x7fffffff;
const runs = { seed, numRuns: 25 };

describe(`over made-up episodes, seed ${seed}`, () => {
  test("the order of the records changes no line, group or sum", () => {
    fc.assert(
      fc.property(fc.array(episode(), { maxLength: 12 }), fc.nat(), (drawn, turn) => {
        const records = named(drawn);
        const turned = [
          ...records.slice(turn % (records.length + 1)),
          ...records.slice(0, turn % (records.length + 1)),
        ];
        const [one, other] = [completed(program, records, options), completed(program, turned, options)];
        expect({ ...other, undecided: [], notes: [] }).toEqual({ ...one, undecided: [], notes: [] });
        expect(other.undecided.length).toBe(one.undecided.length);
      }),
      runs,
    );
  });

  test("payers do not see each other: each alone gives its own lines", () => {
    fc.assert(
      fc.property(fc.array(episode(), { maxLength: 12 }), (drawn) => {
        const records = named(drawn);
        const together = completed(program, records, options);
        const apart = [true, false].map((isHuddinge) =>
          completed(
            program,
            records.filter(({ municipality }) => (municipality === "0126") === isHuddinge),
            options,
          ),
        );
        expect(idsAndAmounts(...apart)).toEqual(idsAndAmounts(together));
      }),
      runs,
    );
  });

  test("every record is accounted for once, every line has its group, and no line is split öre", () => {
    let lines = 0;
    fc.assert(
      fc.property(fc.array(episode(), { maxLength: 20 }), (drawn) => {
        const records = named(drawn);
        const result = completed(program, records, options);
        const { recordsIn, inRule, notCharged, undecided, refused } = result.accounting;
        expect(recordsIn).toBe(records.length);
        expect(inRule + notCharged + undecided + refused).toBe(recordsIn);
        expect(result.groups.filter(({ outcome }) => outcome === "charged").length).toBe(result.lines.length);
        expect(new Set(result.lines.map(({ id }) => id)).size).toBe(result.lines.length);
        for (const line of result.lines) expect(typeof line.amount).toBe("bigint");
        lines += result.lines.length;
      }),
      runs,
    );
    expect(lines).toBeGreaterThan(0);
  });

  test("an episode without a day never raises what its payer pays for the month", () => {
    fc.assert(
      fc.property(fc.array(somatic(), { minLength: 1, maxLength: 8 }), (drawn) => {
        const records = named(drawn);
        const zero = { ...met, id: "noll", municipality: "0126", ...span(dayIn("2022-03-10"), 0) };
        const before = completed(program, records, options);
        const after = completed(program, [...records, zero], options);
        expect(sumOf(after)).toBeLessThanOrEqual(sumOf(before));
      }),
      runs,
    );
  });
});

const met: PlainRecord = {
  care_type: "somatic",
  hospital: "S",
  admitted_at: "2019-12-01T08:00",
  admission_notice_at: "2019-12-01T10:00",
  care_contact: true,
  care_contact_needed: true,
  sip_needed: false,
  outpatient_unavailable: false,
};

function episode(): fc.Arbitrary<PlainRecord> {
  const edges = ["2019-12-30", "2020-01-01", "2020-10-30", "2021-06-29", "2021-10-30", "2022-02-27"].map(dayIn);
  return fc
    .record({
      ready: fc.constantFrom(...edges),
      moved: fc.integer({ min: 0, max: 4 }),
      length: fc.integer({ min: 0, max: 9 }),
      more: fc.record({
        municipality: fc.constantFrom("0126", "0182"),
        care_type: fc.constantFrom("somatic", "psychiatric", null),
        care_contact: fc.constantFrom(true, false, null),
        outpatient_unavailable: fc.constantFrom(false, false, true),
        admission_notice_at: fc.constantFrom("2019-12-01T10:00", "2019-12-01T10:00", null),
      }),
    })
    .map(({ ready, moved, length, more }) => ({ ...met, ...more, ...span(ready + moved, length) }));
}

/** Somatic episodes of Huddinge in one month, all conditions met. */
function somatic(): fc.Arbitrary<PlainRecord> {
  return fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })).map(([start, length]) => ({
    ...met,
    municipality: "0126",
    ...span(dayIn("2022-03-05") + start, length),
  }));
}

function span(ready: number, length: number): PlainRecord {
  return { ready_notice_at: `${dateText(ready)}T09:00`, discharged_at: `${dateText(ready + length)}T15:00` };
}

function named(records: readonly PlainRecord[]): PlainRecord[] {
  return records.map((record, index) => ({ ...record, id: `e${index}` }));
}

function idsAndAmounts(...results: readonly Completed[]): string[] {
  return results.flatMap(({ lines }) => lines.map(({ id, amount }) => `${id} ${amount}`)).sort();
}

function sumOf({ lines }: Completed): bigint {
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
}

function dayIn(text: string): number {
  const day = dayFromText(text);
  if (day === undefined) throw new Error(text);
  return day;
}
