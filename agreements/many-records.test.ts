// More records than kernels look at in one go, of every sort in turn: what one goes by is what the general way says.
// Rule: the same results to the last figure, the order of undecided records and notes among them.

import { describe, expect, test } from "vitest";
import { evaluatorFor, kernelEvaluatorFor } from "@avtal/compiler/emit/typescript/load";
import * as runtime from "@avtal/runtime/runtime";
import { programOf, type Episode } from "./run-for-tests.ts";
import { optionsFromCase, type CaseOptions } from "../test/harness/case-options.ts";
import { columnsOf } from "../test/harness/columns-from-csv.ts";

describe("four and a half thousand records", () => {
  test.each<[string, readonly string[], CaseOptions]>([
    [
      "stockholm",
      ["0126", "0180", "0680", "0136"],
      { values: { tidsgräns: "1,3 dagar", "pris.dygnsbelopp": "9 300 kr/dygn" } },
    ],
    ["jönköping", ["0680", "0682", "0126"], {}],
    ["lus", ["0126", "0180", "0680"], {}],
  ])("of %s give the same in kernels, in one part and in two", (document, municipalities, options) => {
    const program = programOf(document);
    const columns = columnsOf(program, episodes(municipalities));
    const decided = optionsFromCase(options, program);
    const expected = evaluatorFor(program, runtime).evaluate(columns, decided);
    const inKernels = kernelEvaluatorFor(program, runtime);
    for (const parts of [1, 2]) expect(inKernels.inParts(columns, decided, parts)).toStrictEqual(expected);
  });
});

/** Each fact goes round by itself, so that they meet in many ways; every moment but the first may be lacking. */
function episodes(municipalities: readonly string[]): readonly Episode[] {
  return Array.from({ length: 4_500 }, (_, index): Episode => {
    const turn = <T>(things: readonly T[], every: number): T | null =>
      things[Math.floor(index / every) % things.length] ?? null;
    const date = (day: number): string => runtime.dateText(firstDay + (index % 1_500) + day);
    const ready = index % 37 === 0 ? null : `${date(0)}T${index % 2 === 0 ? "09:15" : "13:40"}`;
    return {
      id: `v-${index}`,
      municipality: turn(municipalities, 1),
      care_type: turn(["somatic", "psychiatric"], 5),
      admission_notice_at: index % 41 === 0 ? null : `${date(-2)}T08:00`,
      ready_notice_at: ready,
      discharged_at: `${date(index % 11 === 0 ? -1 : index % 9)}T15:00`,
      sip_summons_date: index % 7 === 0 ? null : date(index % 5),
      care_contact_needed: turn([true, false, true, null], 3),
      care_contact: turn([true, true, false, true, null], 2),
      sip_needed: turn([true, false, null], 4),
      outpatient_unavailable: turn([false, false, false, true, null, false], 6),
    };
  });
}

/** 2017-06-01: under the old law and under the new one. */
const firstDay = 17_318;
