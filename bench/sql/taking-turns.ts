// Runs contenders in turns and puts what they took side by side, the first of them being what the others are held against.
// Rule: every answer is looked at before its time counts.

import { verdict } from "../verdict.ts";

export interface Ran {
  readonly milliseconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

export interface Contender<R extends Ran> {
  readonly name: string;
  readonly run: () => R | Promise<R>;
  /** Throws where the answer is another than it has to be. */
  readonly check: (run: R) => void;
  /** What its ratio shall be; of others nothing is asked. */
  readonly aim?: Aim;
}

/** Of fewer episodes nothing is asked: most of their time is that of the beginning. */
export const fewestAsked = 1_000_000;

export interface Aim {
  readonly atMost: number;
  readonly of: "clock" | "processors";
}

/** The table, with medians of so many turns; its ratios are to the contender that is named. */
export async function takingTurns<R extends Ran>(
  title: string,
  contenders: readonly Contender<R>[],
  { times, against }: { readonly times: number; readonly against: string },
): Promise<string> {
  const spent = contenders.map((contender) => ({ contender, runs: [] as Ran[] }));
  for (let turn = 0; turn < times; turn += 1) {
    for (const { contender, runs } of spent) {
      const run = await contender.run();
      contender.check(run);
      const { milliseconds, processor, megabytes } = run;
      runs.push({ milliseconds, processor, megabytes });
    }
  }
  const held = spent.find(({ contender }) => contender.name === against)?.runs ?? [];
  const [clock, processor] = [median(held, clockOf), median(held, processorOf)];
  const rows = spent.map(({ contender, runs }) => {
    const ratios = { clock: median(runs, clockOf) / clock, processors: median(runs, processorOf) / processor };
    const cells = [
      contender.name,
      `${Math.round(median(runs, clockOf))} ms`,
      ratios.clock.toFixed(2),
      `${Math.round(median(runs, processorOf))} ms`,
      ratios.processors.toFixed(2),
      `${Math.round(Math.max(...runs.map(({ megabytes }) => megabytes)))} MB`,
      ...aimShown(contender.aim, ratios),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const head = `| ${title} | by the clock | of "${against}" | processors | of "${against}" | most memory | asked | holds |`;
  return `${[head, "|---|---|---|---|---|---|---|---|", ...rows, ""].join("\n")}\n`;
}

/** What was asked of a ratio, and whether it is so. */
function aimShown(aim: Aim | undefined, ratios: Readonly<Record<Aim["of"], number>>): readonly [string, string] {
  if (aim === undefined) return ["", ""];
  const says = aim.of === "clock" ? "by the clock" : "of the processors";
  return [`at most ${aim.atMost} ${says}`, verdict(ratios[aim.of] <= aim.atMost)];
}

const clockOf = (run: Ran): number => run.milliseconds;
const processorOf = (run: Ran): number => run.processor;

function median(runs: readonly Ran[], of: (run: Ran) => number): number {
  return runs.map(of).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
}
