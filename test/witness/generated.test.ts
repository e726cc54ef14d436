// Drawn agreements with one number changed: what is said of the two agrees with running both on drawn episodes.
// Rule: a fresh seed each run, printed; `AVTAL_SEED=… npm run test:witness` draws two hundred of them.

import { expect, test } from "vitest";
import type { Program } from "@avtal/compiler/ir/ir";
import type { RunOptions } from "@avtal/runtime/result";
import { columnsOf, confirming } from "@avtal/replay/witness/confirm";
import type { Side, Verdict, WitnessEpisode } from "@avtal/replay/witness/verdict";
import { secondOpinion } from "@avtal/replay/witness/second-opinion/second-opinion";
import { openZ3 } from "@avtal/replay/witness/second-opinion/z3";
import { witness } from "@avtal/replay/witness/witness";
import { filesOf } from "../differential/generated-agreement.ts";
import { seedOfRun } from "../differential/generated-random.ts";
import { compiled } from "../differential/generated-run.ts";
import { episodesFor, mutantOf, type Mutant } from "./generated-mutants.ts";

/** A few in every run. */
const wanted = Number(process.env["AVTAL_WITNESSES"] ?? "2");
const draws = 12;
const seed = seedOfRun();
process.stdout.write(`AVTAL_SEED=${seed} for ${wanted} changed agreements\n`);

const plain: RunOptions = { wording: null, readings: new Map(), events: new Map(), values: [] };
const limits = { episodes: 12, cases: 16_000, figures: "left out" } as const;

test(
  "what drawn episodes tell apart is found all but always, and what is proved the same is never told apart",
  async () => {
    const counts = { differ: 0, same: 0, unknown: 0, toldApart: 0, missed: 0, agreed: 0 };
    const solver = await openZ3();
    const faults: string[] = [];
    for (let index = 0, judged = 0; judged < wanted && index < wanted * 20; index += 1) {
      const mutant = mutantOf(seed, index);
      const sides = mutant === undefined ? undefined : sidesOf(mutant);
      if (mutant === undefined || sides === undefined) continue;
      judged += 1;
      const verdict = witness(sides.a, sides.b, limits);
      counts[verdict.kind] += 1;
      const drawn = toldApartBy(mutant, sides, index);
      if (drawn !== undefined) counts.toldApart += 1;
      if (drawn !== undefined && verdict.kind === "same") faults.push(told(index, mutant, verdict, drawn));
      if (drawn !== undefined && verdict.kind === "unknown") {
        counts.missed += 1;
        process.stdout.write(`AVTAL_SEED=${seed}, agreement ${index}: ${mutant.says}: not found\n`);
      }
      if (solver === undefined) continue;
      const opinion = (await secondOpinion(sides.a, sides.b, solver)).kind;
      if (opinion === verdict.kind) counts.agreed += 1;
      const isShown = verdict.kind === "differ" && verdict.in === "amounts";
      if ((isShown && opinion === "same") || (verdict.kind === "same" && opinion === "differ"))
        faults.push(`${told(index, mutant, verdict, [])}\nz3: ${opinion}`);
    }
    solver?.close();
    process.stdout.write(`AVTAL_SEED=${seed}: ${JSON.stringify(counts)}\n`);
    expect(faults.join("\n\n")).toBe("");
    // A rule may ask more at once than its lot of cases meets by chance; one in fifty is the most that was seen.
    expect(counts.missed).toBeLessThanOrEqual(Math.ceil(wanted / 50));
    expect(counts.differ + counts.same + counts.unknown).toBe(wanted);
  },
  wanted * 60_000,
);

/** By seed, so that what was once missed stays found. */
test.each([
  [2_165_199_172, 19, "a fact that is lacking, beside another care type"],
  [2_165_199_172, 58, "a rule that follows a notice which may come again"],
  [2_165_199_172, 128, "a rule that follows a notice, beside the statute"],
  [2_165_199_172, 172, "one hospital, behind an answer that is not the usual one"],
  [424_242, 31, "a limit of days in a rule for each hospital, in force for eight months"],
  [424_242, 37, "a clock time from which hours lead to another day"],
])("of the drawn agreements %d, number %d is told apart: %s", (drawn, index) => {
  const mutant = mutantOf(drawn, index);
  const sides = mutant === undefined ? undefined : sidesOf(mutant);
  expect(sides).toBeDefined();
  if (sides === undefined) return;
  expect(witness(sides.a, sides.b, limits)).toMatchObject({ kind: "differ", in: "amounts" });
});

interface Sides {
  readonly a: Side;
  readonly b: Side;
}

/** Undefined where the change makes a text that is refused. */
function sidesOf({ before, after }: Mutant): Sides | undefined {
  const [first, second] = [compiled(before), compiled(after)];
  if (first.kind === "rejected" || second.kind === "rejected") return undefined;
  const side = (program: Program): Side => ({ program: withoutStatistics(program), options: plain });
  return { a: side(first.program), b: side(second.program) };
}

/** Figures are not compared here, and what only they need stops nothing. */
function withoutStatistics(program: Program): Program {
  return { ...program, rules: program.rules.filter(({ purpose }) => purpose.kind !== "statistic") };
}

/** Drawn episodes that the interpreter gives two outcomes for, one by one or together. */
function toldApartBy(mutant: Mutant, { a, b }: Sides, index: number): readonly WitnessEpisode[] | undefined {
  const confirm = confirming(a, b);
  for (let draw = 0; draw < draws; draw += 1) {
    const readable = episodesFor(a.program.fields, mutant, seed, index * draws + draw).filter(
      (episode) => columnsOf([episode], a.program) !== undefined,
    );
    for (const episodes of [readable, ...readable.slice(0, 4).map((episode) => [episode])]) {
      const found = confirm(episodes);
      if (found !== undefined && found.in !== "figures") return episodes;
    }
  }
  return undefined;
}

function told(index: number, mutant: Mutant, verdict: Verdict, drawn: readonly WitnessEpisode[]): string {
  const texts = filesOf(mutant.before).map(({ text }) => text);
  const episodes = drawn.map(({ facts }) => facts.map(({ field, text }) => `${field.code} ${text}`).join(", "));
  const said = verdict.kind === "unknown" ? `unknown after ${verdict.tried}` : verdict.kind;
  return [`AVTAL_SEED=${seed}, agreement ${index}: ${mutant.says}: ${said}`, ...texts, ...episodes].join("\n");
}
