// docs/meaning.md 3.10: a record whose span held no day is told so, with the clause of the rule that was about it.

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PlainRecord } from "@avtal/runtime/records";
import type { Completed } from "@avtal/runtime/result";
import { compileFolder } from "../harness/compile-folder.ts";
import { agreement, completed, programOf, rounded, stay } from "./run-text.ts";

const noDays = "inga dygn att betala";

function daily(name: string, lines: string, { where = "", follows = "dygnet", clause = "3" } = {}): string {
  return `regel ${name}
  enligt text ${clause}
  ${lines}
  gäller dygn från utskrivningsklar-datum + 3 dagar (räknas) till utskrivningsdatum (räknas inte) för vårdtillfällen ${where}
  följer ${follows}
  per betalande-kommun och vårdtillfälle
  betalas av betalande-kommun till "Regionen"
  belopp = antal dygn * 100 kr/dygn
  ${rounded}
`;
}

/** Why a record that was ready on 2 March 2020 and went home on each of some days was not charged. */
function reasons(
  statements: string,
  homes: readonly string[],
  more: PlainRecord = {},
): readonly (string | undefined)[] {
  const program = programOf(agreement(statements));
  return homes.map((home) => reasonOf(completed(program, [stay("a", "2020-03-02", home, more)])));
}

function reasonOf({ notCharged, accounting }: Completed): string | undefined {
  expect(accounting.recordsIn).toBe(accounting.inRule + accounting.notCharged + accounting.undecided);
  const [only] = notCharged;
  return only === undefined ? undefined : `${only.reason} ${only.rule} ${only.clause}`.trim();
}

describe("a span without a day", () => {
  const around = ["2020-03-04", "2020-03-05", "2020-03-06"];

  test.each(["dygnet", "utskrivningsdatum"])("the day before, the day, and the day after, following %s", (follows) => {
    expect(reasons(daily("dagarna", "", { follows }), around)).toEqual([
      `${noDays} dagarna 3`,
      `${noDays} dagarna 3`,
      undefined,
    ]);
  });

  test.each(["dygnet", "utskrivningsdatum"])(
    "says nothing where the rule was not in force, following %s",
    (follows) => {
      expect(reasons(daily("dagarna", "från och med 2020-03-05", { follows }), around)).toEqual([
        "ingen regel gäller",
        `${noDays} dagarna 3`,
        undefined,
      ]);
    },
  );

  test("says nothing where the scope is no, or not known", () => {
    const psychiatric = daily("dagarna", "", { where: "där vårdform är psykiatrisk" });
    expect(reasons(psychiatric, ["2020-03-04"], { care_type: "somatic" })).toEqual(["ingen regel gäller"]);
    expect(reasons(psychiatric, ["2020-03-04"], { care_type: "psychiatric" })).toEqual([`${noDays} dagarna 3`]);
    expect(reasons(psychiatric, ["2020-03-04"], { care_type: null })).toEqual(["ingen regel gäller"]);
  });

  test("says nothing where an end is missing", () => {
    expect(reasons(daily("dagarna", ""), ["2020-03-04"], { ready_notice_at: null })).toEqual(["ingen regel gäller"]);
  });

  test("the first such rule says it, and only where no other rule takes the record", () => {
    const two = `${daily("senare", "", { clause: "4" })}${daily("först", "i stället för senare", { where: "där vårdform är psykiatrisk" })}`;
    expect(reasons(two, ["2020-03-04"], { care_type: "psychiatric" })).toEqual([`${noDays} först 3`]);
    expect(reasons(two, ["2020-03-04"], { care_type: "somatic" })).toEqual([`${noDays} senare 4`]);
    const episode = `regel resten
  enligt text 5
  gäller vårdtillfällen
  krävs fast-vårdkontakt-utsedd
  följer utskrivningsdatum
  ingen debitering
`;
    const before = `${daily("dagarna", "i stället för resten")}${episode}`;
    expect(reasons(before, ["2020-03-04"], { care_contact: false })).toEqual([
      "krävs fast-vårdkontakt-utsedd resten 5",
    ]);
  });
});

test("a patient who goes home within the three days of the act is told that there are no days to pay", () => {
  const folders = ["national", "lus", "lbk"].map((name) => join(import.meta.dirname, "../../agreements", name));
  const program = compileFolder(folders, "lus");
  const met: PlainRecord = {
    care_type: "somatic",
    hospital: "S",
    admitted_at: "2022-02-01T08:00",
    admission_notice_at: "2022-02-01T10:00",
    care_contact: true,
    care_contact_needed: true,
    sip_needed: false,
    outpatient_unavailable: false,
  };
  const homes = ["2022-03-04", "2022-03-05", "2022-03-06"];
  const result = completed(
    program,
    homes.map((home, index) => stay(String(index), "2022-03-02", home, met)),
  );
  expect(result.notCharged.map(({ reason, rule, records }) => [reason, rule, records])).toEqual([
    [noDays, "dygnsersättning", 2],
  ]);
  expect(result.lines.map(({ keys }) => keys.episode)).toEqual(["2"]);
});
