// Drawn agreements run with the numbers behind their steps: what the agreements say stays as it was.
// Rule: lines, groups, stops and doubts are those of the run without them, by the emitted evaluator.

import { expect, test } from "vitest";
import { evaluatorFor } from "@avtal/compiler/emit/typescript/load";
import { withOperands } from "@avtal/compiler/ir/with-operands";
import { operandsApart } from "@avtal/replay/operands";
import * as runtime from "@avtal/runtime/runtime";
import { columnsOf } from "../harness/columns-from-csv.ts";
import { generatedAgreement } from "./generated-agreement.ts";
import { generatedEpisodes } from "./generated-episodes.ts";
import { seedOfRun } from "./generated-random.ts";
import { compiled, runsOf } from "./generated-run.ts";

const agreements = Math.ceil(Number(process.env["AVTAL_AGREEMENTS"] ?? "100") / 10);
const seed = seedOfRun();

test(`${agreements} agreements charge the same with the numbers behind their steps, seed ${seed}`, () => {
  const seen = { runs: 0, operands: 0 };
  for (let index = 0; index < agreements; index += 1) {
    const agreement = generatedAgreement(seed, index);
    const result = compiled(agreement.pieces);
    if (result.kind === "rejected") continue;
    const { program } = result;
    const texts = agreement.pieces.map(({ text }) => text);
    const columns = columnsOf(program, generatedEpisodes(seed, index, texts));
    const plain = evaluatorFor(program, runtime);
    const shown = evaluatorFor(withOperands(program), runtime);
    for (const { name, options } of runsOf(agreement, program, seed, index)) {
      const { evaluation, operands } = operandsApart(shown.evaluate(columns, options));
      expect(evaluation, `agreement ${index}, ${name}`).toStrictEqual(plain.evaluate(columns, options));
      seen.runs += 1;
      for (const numbers of operands.values()) seen.operands += numbers.length;
    }
  }
  expect(seen.runs).toBeGreaterThan(0);
  expect(seen.operands).toBeGreaterThan(0);
});
