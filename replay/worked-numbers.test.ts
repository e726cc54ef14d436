// The numbers behind steps, on conformance cases: what a reader follows from the days to the amount.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { withOperands } from "@avtal/compiler/ir/with-operands";
import { optionsFromCase, type CaseOptions } from "../test/harness/case-options.ts";
import { columnsFromCsv } from "../test/harness/columns-from-csv.ts";
import { compileFolder } from "../test/harness/compile-folder.ts";
import { evaluatorFor } from "./evaluator.ts";
import { operandsApart, operandsOf } from "./operands.ts";
import { workedNumbers } from "./worked-numbers.ts";

const cases = join(import.meta.dirname, "../test/conformance/cases");
const national = join(import.meta.dirname, "../agreements/national");

test("a mean is its sum over its count, and what is subtracted and multiplied stands with its unit", () => {
  expect(workedIn("03-monthly-mean")).toEqual([
    "medeldagar: 6 dagar / 3",
    "överskott: 2 dagar − 1,5 dagar",
    "dagar-totalt: 0,5 dagar × 3",
    "belopp: 1,5 dagar × 1\u00a0000 kr/dygn",
  ]);
});

test("what a rounding changed is shown before it", () => {
  expect(workedIn("19-mean-rounded")).toEqual([
    "medeldagar: 4 dagar / 3, 1,333333… dagar before rounding",
    "överskott: 1,3 dagar − 1 dag",
    "dagar-totalt: 0,3 dagar × 3",
    "belopp: 0,9 dagar × 1\u00a0000 kr/dygn",
  ]);
});

test("the least and the greatest are written with what they were taken from", () => {
  expect(workedIn("16-charge-in-steps")).toEqual([
    "första-dagar: minsta av (5 dagar; 3 dagar)",
    "senare-dagar: största av (5 dagar − 3 dagar; 0 dagar)",
    "belopp: 3 dagar × 500 kr/dygn + 2 dagar × 1\u00a0000 kr/dygn",
  ]);
});

/** `step: numbers`, and what was rounded, of the first line of a case. */
function workedIn(name: string): string[] {
  const folder = join(cases, name);
  const stated = parse(readFileSync(join(folder, "case.yaml"), "utf8")) as CaseOptions & { readonly agreement: string };
  const program = compileFolder([national, folder], stated.agreement);
  const columns = columnsFromCsv(program, readFileSync(join(folder, "episodes.csv"), "utf8"));
  const evaluator = evaluatorFor(withOperands(program));
  const { evaluation, operands } = operandsApart(evaluator.evaluate(columns, optionsFromCase(stated, program)));
  const line = evaluation.kind === "completed" ? evaluation.lines[0] : undefined;
  const rule = program.rules.find((each) => each.name === line?.place.rule);
  return (line?.steps ?? []).map((step) => {
    const value = rule?.steps.find((each) => each.name === step.name)?.value;
    if (line === undefined || value === undefined) return `${step.name}: ?`;
    const numbers = { steps: line.steps, operands: operandsOf(operands, line.id) };
    const { worked, beforeRounding } = workedNumbers(step, value, numbers);
    return `${step.name}: ${worked ?? "–"}${beforeRounding === null ? "" : `, ${beforeRounding} before rounding`}`;
  });
}
