// Runs every conformance case on every target: an agreement, episodes and the lines worked out by hand in its comment.
// Rule: a case is files only, so that any implementation can run it; nothing about it stands in this code.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { withOperands } from "@avtal/compiler/ir/with-operands";
import { operandsApart } from "@avtal/replay/operands";
import type { Completed } from "@avtal/runtime/result";
import { ratioText } from "@avtal/runtime/ratio";
import { kronorText } from "@avtal/runtime/money";
import { compileFolder } from "../harness/compile-folder.ts";
import { columnsFromCsv } from "../harness/columns-from-csv.ts";
import { runOnEveryTarget } from "../harness/run-targets.ts";
import { optionsFromCase, type CaseOptions } from "../harness/case-options.ts";

interface Case extends CaseOptions {
  readonly agreement: string;
  readonly expected: {
    readonly lines: readonly Record<string, string>[];
    readonly figures?: readonly Record<string, string>[];
    readonly notCharged: number;
    readonly undecided: number;
  };
}

const cases = join(import.meta.dirname, "cases");
const vocabulary = join(import.meta.dirname, "../../agreements/national");

describe.each(readdirSync(cases).sort())("%s", (name) => {
  const folder = join(cases, name);
  const stated = parse(readFileSync(join(folder, "case.yaml"), "utf8")) as Case;

  test("gives the lines worked out by hand", () => {
    const program = compileFolder([vocabulary, folder], stated.agreement);
    const columns = columnsFromCsv(program, readFileSync(join(folder, "episodes.csv"), "utf8"));
    const evaluation = runOnEveryTarget(program, columns, optionsFromCase(stated, program));

    const withNumbers = runOnEveryTarget(withOperands(program), columns, optionsFromCase(stated, program));
    expect(operandsApart(withNumbers).evaluation).toStrictEqual(evaluation);
    expect(evaluation.kind).toBe("completed");
    if (evaluation.kind !== "completed") return;
    expect(linesOf(evaluation, stated.expected.lines)).toEqual(stated.expected.lines);
    expect(figuresOf(evaluation, stated.expected.figures ?? [])).toEqual(stated.expected.figures ?? []);
    expect({ notCharged: evaluation.accounting.notCharged, undecided: evaluation.accounting.undecided }).toEqual({
      notCharged: stated.expected.notCharged,
      undecided: stated.expected.undecided,
    });
  });
});

/** The lines with the keys that the case states, so that a case says only what it is about. */
function linesOf(evaluation: Completed, expected: readonly Record<string, string>[]): Record<string, string>[] {
  return evaluation.lines.map((line, index) => {
    const all: Record<string, string> = {
      payer: line.keys.payer.code,
      period: line.keys.period,
      rule: line.place.rule,
      document: line.place.document,
      quantity: line.quantity === null ? "" : ratioText(line.quantity),
      amount: kronorText(line.amount),
      episode: line.keys.episode ?? "",
      part: line.keys.part === null ? "" : `${line.keys.part.from}–${line.keys.part.through}`,
      invoicer: line.invoicer ?? "",
    };
    return stated(all, expected[index]);
  });
}

function figuresOf(evaluation: Completed, expected: readonly Record<string, string>[]): Record<string, string>[] {
  return evaluation.figures.map((figures, index) => {
    const all: Record<string, string> = {
      payer: figures.keys.payer.code,
      period: figures.keys.period,
      statistic: figures.place.rule,
      triggers: figures.triggers ?? "",
    };
    for (const step of figures.figures) {
      if (step.value.kind === "quantity") all[step.name] = ratioText(step.value.exact);
    }
    const one = stated(all, expected[index]);
    if (figures.triggers === null) return one;
    return { ...one, triggers: figures.triggers };
  });
}

function stated(all: Record<string, string>, expected: Record<string, string> | undefined): Record<string, string> {
  if (expected === undefined) return all;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, all[key] ?? "(not given)"]));
}
