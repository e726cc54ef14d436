// docs/meaning.md 3.12: an undecided record is reported with the causes alone, by every target.

import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Program } from "@avtal/compiler/ir/ir";
import type { PlainRecord } from "@avtal/runtime/records";
import { compileFolder } from "../harness/compile-folder.ts";
import { agreement, completed, perEpisode, programOf, rounded, stay } from "./run-text.ts";

/** What is needed of a condition, what is left out of the record, and what is named. */
const cases: readonly (readonly [condition: string, absent: PlainRecord, causes: readonly string[]])[] = [
  ["sip-behövs", { sip_needed: null }, ["sip_needed"]],
  ["inte sip-behövs", { sip_needed: null }, ["sip_needed"]],
  // A missing field has no part in what an unknown one left open, where asking whether it is there has an answer.
  ["sip-kallelse finns om sip-behövs", { sip_needed: null, sip_summons_date: null }, ["sip_needed"]],
  ["sip-kallelse saknas och sip-behövs", { sip_needed: null, sip_summons_date: null }, ["sip_needed"]],
  ["vårdform finns", { care_type: null }, ["care_type"]],
  ["vårdform är okänt och sip-behövs", { care_type: null, sip_needed: null }, ["sip_needed"]],
  // Both are unknown.
  [
    "fast-vårdkontakt-utsedd eller sip-behövs",
    { care_contact: null, sip_needed: null },
    ["care_contact", "sip_needed"],
  ],
  // The first is no, the second unknown.
  ["fast-vårdkontakt-utsedd eller sip-behövs", { care_contact: false, sip_needed: null }, ["sip_needed"]],
  // Inside the unknown `eller` stands an `och` that is no, whatever its other member is.
  [
    "(fast-vårdkontakt-utsedd och öppenvård-otillgänglig) eller sip-behövs",
    { care_contact: null, outpatient_unavailable: false, sip_needed: null },
    ["sip_needed"],
  ],
  ["sip-kallelse före utskrivningsdatum", { sip_summons_date: null }, ["sip_summons_date"]],
  // The condition decides which branch is asked.
  [
    "(fast-vårdkontakt-utsedd om sip-behövs annars öppenvård-otillgänglig)",
    { sip_needed: null, care_contact: true, outpatient_unavailable: false },
    ["sip_needed"],
  ],
  [
    "(fast-vårdkontakt-utsedd om sip-behövs annars öppenvård-otillgänglig)",
    { sip_needed: true, care_contact: null, outpatient_unavailable: null },
    ["care_contact"],
  ],
  [
    "(fast-vårdkontakt-utsedd om sip-behövs annars öppenvård-otillgänglig)",
    { sip_needed: false, care_contact: null, outpatient_unavailable: null },
    ["outpatient_unavailable"],
  ],
  ["fristen-räcker", { care_type: null }, ["care_type"]],
  ["fristen-räcker", { sip_needed: null }, ["sip_needed"]],
  [
    "(ålder-vid-utskrivning + (1 om sip-behövs annars 2)) är minst 18",
    { sip_needed: null, age_at_discharge: 80 },
    ["sip_needed"],
  ],
  ["allt-klart", { care_contact: null, outpatient_unavailable: null }, ["care_contact", "outpatient_unavailable"]],
  [
    "allt-klart eller sip-behövs",
    { care_contact: null, outpatient_unavailable: false, sip_needed: null },
    ["sip_needed"],
  ],
  ["utskrivningsdatum före beslutet", {}, ["beslutet"]],
  ["frist vid sip-kallelse är minst 1 dag", { sip_summons_date: null, care_type: null }, ["sip_summons_date"]],
  ["frist vid sip-kallelse är minst 1 dag", { care_type: null }, ["care_type"]],
];

const statements = `händelse beslutet "Beslutet" okänt enligt text 2
värde frist i dagar beror på vårdform kod grace
  från och med 2020-01-01: somatisk: 3 dagar; psykiatrisk: 30 dagar enligt text 3
begrepp tid-kvar i dagar kod time_left
  enligt text 3
  = frist + (1 dag om sip-behövs annars 0 dagar)
villkor fristen-räcker
  enligt text 3
  krävs tid-kvar är minst 1 dag
villkor allt-klart
  enligt text 3
  krävs fast-vårdkontakt-utsedd
  krävs öppenvård-otillgänglig
`;

const asked: PlainRecord = {
  care_type: "somatic",
  care_contact: true,
  outpatient_unavailable: true,
  sip_needed: true,
  sip_summons_date: "2020-03-01",
  age_at_discharge: 80,
};

const programs = new Map<string, Program>();

function needing(condition: string): Program {
  const program = programs.get(condition) ?? programNeeding(condition);
  programs.set(condition, program);
  return program;
}

function programNeeding(condition: string): Program {
  return programOf(
    agreement(`${statements}regel enda
  enligt text 4
  gäller vårdtillfällen
  krävs ${condition}
  ${perEpisode}
  belopp = klara-dagar * 100 kr/dygn
  ${rounded}`),
  );
}

describe("what an undecided record lacked", () => {
  test.each(cases)("krävs %s, of %j: %j", (condition, absent, causes) => {
    const result = completed(needing(condition), [stay("a", "2020-03-02", "2020-03-05", { ...asked, ...absent })]);
    expect(result.undecided).toEqual([{ id: "a", missing: causes, document: "prov", rule: "enda" }]);
  });

  test("is never empty, never there in the record, and the same on every target", () => {
    const all = new Set(cases.map(([condition]) => needing(condition)));
    const empty = fc.record(Object.fromEntries(Object.keys(asked).map((name) => [name, fc.boolean()])));
    fc.assert(
      fc.property(fc.array(empty, { minLength: 8, maxLength: 8 }), (drawn) => {
        const records = drawn.map((emptied, index) => ({
          ...stay(String(index), "2020-03-02", "2020-03-05", asked),
          ...Object.fromEntries(Object.entries(emptied).flatMap(([name, is]) => (is ? [[name, null]] : []))),
        }));
        for (const program of all) {
          for (const { id, missing } of completed(program, records).undecided) {
            const record: PlainRecord = records[Number(id)] ?? {};
            expect(missing.length).toBeGreaterThan(0);
            for (const name of missing) expect(name === "beslutet" ? null : record[name]).toBeNull();
          }
        }
      }),
      { seed: 7, numRuns: 10 },
    );
  });
});

test("Stockholm's condition names the need of a plan alone, not what a plan would have needed", () => {
  const folders = ["national", "lus", "lbk", "stockholm"].map((name) =>
    join(import.meta.dirname, "../../agreements", name),
  );
  const record: PlainRecord = {
    ...stay("a", "2022-03-02", "2022-03-05"),
    care_type: "somatic",
    hospital: "S",
    admitted_at: "2022-02-01T08:00",
    admission_notice_at: "2022-02-01T10:00",
    care_contact: true,
    care_contact_needed: true,
    outpatient_unavailable: false,
  };
  const { undecided } = completed(compileFolder(folders, "stockholm"), [record]);
  expect(undecided.map(({ missing }) => missing)).toEqual([["sip_needed"]]);
});
