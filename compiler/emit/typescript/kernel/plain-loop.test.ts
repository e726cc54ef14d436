// A loop for plain records as it is made out of a whole one: what gives a record back, and in which order things stand.

import { describe, expect, test } from "vitest";
import { MISSING, UNKNOWN } from "@avtal/runtime/columns";
import {
  binary,
  call,
  conditional,
  constant,
  name,
  number,
  returned,
  when,
  type Code,
  type Statement,
} from "../code.ts";
import { printJavaScript } from "../print.ts";
import { plainLoop } from "./plain-loop.ts";
import type { Kernel } from "./scope.ts";

const [day, row, days] = [name("day"), name("row"), name("days")];
const nextRecord: Statement = { kind: "continue" };
const isNone = (code: Code): Code => binary(code, "===", number(0));
const at = (column: string): Code => ({ kind: "element", of: name(column), index: row, otherwise: number(0) });
const run = (value: Code): Statement => ({ kind: "run", value });
const says = (verdict: string): Statement => ({
  kind: "assign",
  to: { kind: "element", of: name("verdicts"), index: name("place"), otherwise: number(0) },
  operator: "=",
  value: name(verdict),
});

/** As JavaScript; null where there is no such loop. */
function plain(...statements: readonly Statement[]): string | null {
  const emission = { use: (wanted: string) => wanted, hoisted: (_: string, wish: string) => name(wish) };
  const kernel: unknown = { emission, localName: (wish: string) => wish };
  const written = plainLoop(statements, kernel as Kernel);
  return written === null ? null : printJavaScript(written);
}

const lines = (...each: readonly string[]): string => `${each.join("\n")}\n`;

describe("a record is given back", () => {
  const counted = run(call("addOneTo", name("records"), row));
  test.each<[string, readonly Statement[], string]>([
    ["that is left open", [when(isNone(day), says("DOUBTFUL"), nextRecord), counted], "if (day === 0) return record;"],
    [
      "that is the first to meet something",
      [when(isNone(day), returned(call("kindTold", name("rule"), name("record")))), counted],
      "if (day === 0) return record;",
    ],
    [
      "of which a table does not tell",
      [
        constant({ name: "fact", value: call("factIn", name("undated"), name("register"), row, number(1), day) }),
        when(isNone(name("fact")), nextRecord),
        counted,
      ],
      lines(
        "if (row < 0 || row >= undated.length) return record;",
        "const fact = undated[row];",
        `if (fact === ${UNKNOWN}) return record;`,
        "if (fact === 0) continue;",
      ).trimEnd(),
    ],
    [
      "for which something would be called",
      [
        constant({ name: "days", value: conditional(isNone(day), call("daysBetween", day, row), day) }),
        run(call("addOneTo", name("records"), name("days"))),
      ],
      lines("if (day === 0) return record;", "const days = day;").trimEnd(),
    ],
    [
      "where it is neither yes nor no, without waiting for one of which it is not yes",
      [
        when({ kind: "not", of: isNone(day) }, when({ kind: "not", of: isNone(row) }, says("DOUBTFUL")), nextRecord),
        counted,
      ],
      lines("if ((Number(day !== 0) & Number(row !== 0)) !== 0) return record;", "if (day !== 0) continue;").trimEnd(),
    ],
  ])("%s", (_, statements, expected) => {
    expect(
      plain(...statements)
        ?.split("\n")
        .slice(0, expected.split("\n").length)
        .join("\n"),
    ).toBe(expected);
  });
});

test("what comes of two numbers of which one is absent is no call, and is worked out before it is asked for", () => {
  expect(UNKNOWN - MISSING).toBe(1);
  const sum = conditional(isNone(day), call("absenceOf", day, row), binary(day, "+", row));
  expect(plain(constant({ name: "days", value: sum }), run(call("addOneTo", name("records"), name("days"))))).toBe(
    lines(
      `const absent = ${MISSING} + (Number(day === ${UNKNOWN}) | Number(row === ${UNKNOWN}));`,
      "const days = day === 0 ? absent : day + row;",
      "records[days] = records[days] + 1;",
    ),
  );
});

test("nothing is added up before the last question, and a record is added to all sums or to none", () => {
  expect(
    plain(
      run(call("addOneTo", name("counts"), row)),
      run(call("addSmallTo", name("wholes"), name("tally"), row, days)),
      when(isNone(days), run(call("markUnclear", name("tally"), row))),
      says("COUNTED"),
    ),
  ).toBe(
    lines(
      `if (days <= ${UNKNOWN}) return record;`,
      "if (days === 0) return record;",
      "counts[row] = counts[row] + 1;",
      "wholes[row] = wholes[row] + days;",
      "verdicts[place] = COUNTED;",
    ),
  );
});

test("what cannot be written passes over the records of others, and gives the first of its own back", () => {
  const isTaken = when(isNone(name("verdict")), nextRecord);
  const isOther = when(isNone(name("careType")), nextRecord);
  const made = constant({ name: "row", value: call("rowOfMany", name("rule"), name("keys")) });
  expect(plain(isTaken, isOther, made, run(call("addOneTo", name("records"), row)))).toBe(
    lines("if (verdict === 0) continue;", "if (careType === 0) continue;", "return record;"),
  );
});

describe("there is no such loop", () => {
  test.each<[string, readonly Statement[]]>([
    ["where every record is given back", [run(call("noteRecord", name("rule"), name("record")))]],
    [
      "where a question is about a sum before it",
      [run(call("addOneTo", name("counts"), row)), when(isNone(at("counts")), says("DOUBTFUL"), nextRecord)],
    ],
    [
      "where the record is done with after one of two sums",
      [run(call("addOneTo", name("counts"), row)), when(isNone(day), says("TAKEN"), nextRecord), says("COUNTED")],
    ],
    [
      "where a group is made for every record",
      [
        constant({ name: "row", value: call("rowOfMany", name("rule"), name("keys")) }),
        run(call("addOneTo", name("counts"), row)),
      ],
    ],
  ])("%s", (_, statements) => {
    expect(plain(...statements)).toBeNull();
  });
});
