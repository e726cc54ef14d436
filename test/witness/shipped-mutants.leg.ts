// Small changes of the shipped agreements: what is said of each agrees with the prover from outside, and every case that
// is shown is a scenario that passes.
// Rule: `AVTAL_MUTANTS` of each agreement, spread evenly over all; the seed is their number.

import { join } from "node:path";
import { expect, test } from "vitest";
import type { RunOptions } from "@avtal/runtime/result";
import { mutantsOf } from "@avtal/replay/scenarios/mutation/from-program";
import { survivorLimits } from "@avtal/replay/scenarios/mutation/survivors";
import { scenarioTexts } from "@avtal/replay/witness/scenario";
import { assertHolds } from "@avtal/replay/witness/scenario-holds";
import { secondOpinion } from "@avtal/replay/witness/second-opinion/second-opinion";
import { openZ3 } from "@avtal/replay/witness/second-opinion/z3";
import type { Side } from "@avtal/replay/witness/verdict";
import { witness } from "@avtal/replay/witness/witness";
import { compileFolder } from "../harness/compile-folder.ts";

const folder = join(import.meta.dirname, "../../agreements");
const wanted = Number(process.env["AVTAL_MUTANTS"] ?? "12");

test.each(["stockholm", "jönköping", "lus", "lbk"])(
  "%s",
  async (document) => {
    const solver = await openZ3();
    if (solver === undefined) throw new Error("z3-solver is not installed.");
    const program = compileFolder([folder], document);
    const mutants = mutantsOf(document, program);
    const step = Math.max(1, Math.floor(mutants.length / wanted));
    const counts = new Map<string, number>();
    const faults: string[] = [];
    for (const mutant of mutants.filter((_, index) => index % step === 0)) {
      const options: RunOptions = { wording: null, readings: mutant.readings, events: new Map(), values: [] };
      const [a, b]: readonly [Side, Side] = [
        { program, options },
        { program: mutant.change(program), options },
      ];
      const verdict = witness(a, b, { ...survivorLimits, figures: "left out" });
      const opinion = await secondOpinion(a, b, solver);
      const pair = `${verdict.kind}${verdict.kind === "differ" ? ` in ${verdict.in}` : ""}, z3 ${opinion.kind}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
      const contradicts =
        (verdict.kind === "same" && opinion.kind === "differ") ||
        (verdict.kind === "differ" && verdict.in === "amounts" && opinion.kind === "same");
      if (contradicts) faults.push(`${mutant.owner.sv}: ${mutant.before.sv} → ${mutant.after.sv}: ${pair}`);
      if (verdict.kind === "unknown")
        process.stdout.write(
          `unknown: ${mutant.owner.sv}: ${mutant.before.sv} → ${mutant.after.sv}: z3 ${opinion.kind}\n`,
        );
      if (verdict.kind !== "differ") continue;
      const [scenario] = scenarioTexts(a, a, { ...verdict, b: verdict.a });
      if (scenario !== undefined) assertHolds(scenario, new Map([[document, program]]));
    }
    solver.close();
    process.stdout.write(`${document}: ${JSON.stringify(Object.fromEntries(counts))}\n`);
    expect(faults.join("\n")).toBe("");
  },
  1_200_000,
);
