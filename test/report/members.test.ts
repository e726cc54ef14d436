// Which episodes stand behind a line: all of its group and no other's, where a line covers part of a period too.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Program } from "@avtal/compiler/ir/ir";
import { evaluatorFor } from "@avtal/replay/evaluator";
import { groupNames } from "@avtal/report/episodes/group-names";
import { membersOf, type Member } from "@avtal/report/episodes/members";
import type { Columns } from "@avtal/runtime/columns";
import type { PlainRecord } from "@avtal/runtime/records";
import type { Completed, Group, RunOptions } from "@avtal/runtime/result";
import { optionsFromCase, type CaseOptions } from "../harness/case-options.ts";
import { columnsFromCsv, columnsOf } from "../harness/columns-from-csv.ts";
import { compileFolder } from "../harness/compile-folder.ts";
import { agreement, noOptions, programOf, rounded, stay } from "../meaning/run-text.ts";

interface Behind {
  readonly group: Group;
  readonly members: readonly Member[];
}

/** Every group of the run with its episodes, after making sure that each has as many as the run counted. */
function behind(program: Program, columns: Columns, options: RunOptions): readonly Behind[] {
  const result = evaluatorFor(program).evaluate(columns, options);
  if (result.kind === "stopped") throw new Error(`Stopped for want of ${result.value}`);
  const { of } = membersOf(program, options, columns, result.groups);
  const nameOf = groupNames(result);
  assertNamedApart(result);
  return result.groups.map((group) => {
    const members = of.get(nameOf(group)) ?? [];
    expect(new Set(members.map(({ record }) => record)).size, nameOf(group)).toBe(members.length);
    expect(members.length, nameOf(group)).toBe(group.records);
    return { group, members };
  });
}

function assertNamedApart(result: Completed): void {
  const nameOf = groupNames(result);
  expect(new Set(result.groups.map(nameOf)).size).toBe(result.groups.length);
  for (const line of result.lines) expect(result.groups.map(nameOf)).toContain(nameOf(line));
}

const mean = (rest: string): string => `regel snitt
  enligt text 3
  gäller vårdtillfällen
  följer utskrivningsdatum
  per betalande-kommun och månad
  betalas av betalande-kommun till "Regionen"
  dagar-totalt = summa av klara-dagar
${rest}
  ${rounded}`;

const records = [
  stay("a", "2020-03-02", "2020-03-04"),
  stay("b", "2020-03-12", "2020-03-15"),
  stay("c", "2020-03-14", "2020-03-16"),
  stay("d", "2020-03-20", "2020-03-27"),
  stay("e", "2020-04-20", "2020-04-21"),
];

function idsBehind(program: Program, some: readonly PlainRecord[] = records): readonly string[] {
  return behind(program, columnsOf(program, some), noOptions).map(({ group: { keys }, members }) => {
    const part = keys.part === null ? "" : ` ${keys.part.from}–${keys.part.through}`;
    const each = members.map(({ record, brings }) => `${String(some[record]?.["id"])} ${brings}`).join(", ");
    return `${keys.period}${part}: ${each}`;
  });
}

describe("a line that covers part of a month", () => {
  test("because a value changes inside it, has its own episodes", () => {
    const text = agreement(`${mean("  belopp = dagar-totalt * avgift")}
värde avgift i kr/dygn
  från och med 2020-01-01: 100 kr/dygn enligt text 4
  från och med 2020-03-16: 200 kr/dygn enligt text 4`);
    expect(idsBehind(programOf(text))).toEqual([
      "2020-03 2020-03-01–2020-03-15: a 2 dagar, b 3 dagar",
      "2020-03 2020-03-16–2020-03-31: c 2 dagar, d 7 dagar",
      "2020-04: e 1 dag",
    ]);
  });

  test("because an amendment puts another version of its rule in force inside it, has those of its own version", () => {
    const amended = `språk sv
ändring dyrare av prov utkast från och med 2020-03-16
i regeln snitt
  belopp = dagar-totalt * 200 kr/dygn`;
    expect(idsBehind(programOf(agreement(mean("  belopp = dagar-totalt * 100 kr/dygn")), amended))).toEqual([
      "2020-03: a 2 dagar, b 3 dagar",
      "2020-03: c 2 dagar, d 7 dagar",
      "2020-04: e 1 dag",
    ]);
  });

  test("because its rule is in force for part of it, has those that it was in force for", () => {
    const text = agreement(mean("  belopp = dagar-totalt * 100 kr/dygn"), {
      lines: "gäller från och med 2020-03-10 till och med 2020-03-20 enligt text 1",
    });
    expect(idsBehind(programOf(text))).toEqual(["2020-03: b 3 dagar, c 2 dagar"]);
  });

  test("where its rule has no period at all, by the days of its records", () => {
    const text = agreement(`${mean("  belopp = dagar-totalt * avgift").replace(" och månad", "")}
värde avgift i kr/dygn
  från och med 2020-01-01: 100 kr/dygn enligt text 4
  från och med 2020-03-16: 200 kr/dygn enligt text 4`);
    expect(idsBehind(programOf(text))).toEqual([
      " 2020-03-04–2020-03-15: a 2 dagar, b 3 dagar",
      " 2020-03-16–2020-04-21: c 2 dagar, d 7 dagar, e 1 dag",
    ]);
  });

  test("where its rule divides the days of an episode, has each episode with the days that are in the part", () => {
    const text = agreement(`regel dagarna
  enligt text 3
  gäller dygn från utskrivningsklar-datum (räknas inte) till utskrivningsdatum (räknas) för vårdtillfällen
  följer dygnet
  per betalande-kommun och månad
  betalas av betalande-kommun till "Regionen"
  dygn-totalt = antal dygn
  belopp = dygn-totalt * avgift
  ${rounded}
värde avgift i kr/dygn
  från och med 2020-01-01: 100 kr/dygn enligt text 4
  från och med 2020-03-16: 200 kr/dygn enligt text 4`);
    expect(
      idsBehind(programOf(text), [stay("x", "2020-03-14", "2020-03-18"), stay("y", "2020-03-30", "2020-04-02")]),
    ).toEqual([
      "2020-03 2020-03-01–2020-03-15: x 1 dygn",
      "2020-03 2020-03-16–2020-03-31: x 3 dygn, y 1 dygn",
      "2020-04: y 2 dygn",
    ]);
  });
});

const cases = join(import.meta.dirname, "../conformance/cases");
const vocabulary = join(import.meta.dirname, "../../agreements/national");

test.each(readdirSync(cases).sort())(
  "conformance case %s: every group has the episodes that the run counted",
  (name) => {
    const folder = join(cases, name);
    const stated = parse(readFileSync(join(folder, "case.yaml"), "utf8")) as CaseOptions & {
      readonly agreement: string;
    };
    const program = compileFolder([vocabulary, folder], stated.agreement);
    const columns = columnsFromCsv(program, readFileSync(join(folder, "episodes.csv"), "utf8"));
    expect(behind(program, columns, optionsFromCase(stated, program)).length).toBeGreaterThanOrEqual(0);
  },
);
