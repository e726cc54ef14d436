// Drawn agreements over more drawn episodes than kernels look at in one go, so that their tables of days are whole: a kernel
// gives what the general way gives, which other tests hold to the interpreter.
// Rule: a fresh seed each run, printed; `AVTAL_SEED=… npx vitest run test/differential` has it again.

import { describe, expect, test } from "vitest";
import { evaluatorFor, kernelEvaluatorFor } from "@avtal/compiler/emit/typescript/load";
import { recordsAtHand } from "@avtal/runtime/kernel-steps";
import type { PlainRecord } from "@avtal/runtime/records";
import * as runtime from "@avtal/runtime/runtime";
import { columnsOf } from "../harness/columns-from-csv.ts";
import { generatedAgreement } from "./generated-agreement.ts";
import { generatedEpisodes } from "./generated-episodes.ts";
import { seedOfRun } from "./generated-random.ts";
import { compiled, runsOf } from "./generated-run.ts";

/** A twentieth of the agreements that few episodes are drawn for. */
const agreements = Math.ceil(Number(process.env["AVTAL_AGREEMENTS"] ?? "100") / 20);
const seed = seedOfRun();
process.stdout.write(`AVTAL_SEED=${seed} for ${agreements} generated agreements over many records\n`);

describe("kernels over many drawn episodes", () => {
  let lines = 0;
  test.each(Array.from({ length: agreements }, (_, index) => index))("%i: give what the general way gives", (index) => {
    const agreement = generatedAgreement(seed, index);
    const result = compiled(agreement.pieces);
    // That few are refused is another test's to say.
    if (result.kind === "rejected") return;
    const { program } = result;
    const texts = agreement.pieces.map(({ text }) => text);
    const columns = columnsOf(program, manyEpisodes(index, texts));
    const [general, inKernels] = [evaluatorFor(program, runtime), kernelEvaluatorFor(program, runtime)];
    for (const { name, options } of runsOf(agreement, program, seed, index)) {
      const expected = general.evaluate(columns, options);
      const message = `AVTAL_SEED=${seed}, agreement ${index}, ${name}`;
      for (const parts of [1, 2]) expect(inKernels.inParts(columns, options, parts), message).toStrictEqual(expected);
      if (expected.kind === "completed") lines += expected.lines.length;
    }
  });

  test("come to lines", () => {
    expect(lines).toBeGreaterThan(0);
  });
});

function manyEpisodes(index: number, texts: readonly string[]): readonly PlainRecord[] {
  const episodes: PlainRecord[] = [];
  for (let draw = 0; episodes.length <= recordsAtHand; draw += 1) {
    // What is drawn for another agreement has the words of this one too.
    const drawn = generatedEpisodes(seed, index + 1_000_000 * draw, texts);
    episodes.push(...drawn.map((episode) => ({ ...episode, id: `${draw}-${String(episode["id"])}` })));
  }
  return episodes;
}
