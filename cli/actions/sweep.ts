// What `avtal sweep` does: runs an agreement once for every value of a range over the same episodes.

import { askedRange } from "@avtal/replay/compare/asked-range";
import { sweepJson } from "@avtal/replay/compare/reading-values-json";
import { mostSteps, sweep } from "@avtal/replay/compare/sweep";
import { unreadableRange } from "@avtal/replay/problems/differences";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { progressOn } from "../progress.ts";
import { sweepReport } from "../sweep-report.ts";
import type { Terminal } from "../terminal.ts";
import { chosenFrom, type ChosenOptions } from "./chosen.ts";
import { readyOver, type AskedOverData } from "./over-data.ts";
import { refuse } from "./refuse.ts";
import { refuseStopped } from "./refuse-run.ts";

export interface SweepCommandOptions extends AskedOverData, ChosenOptions {
  readonly set: readonly string[];
  readonly json?: true;
}

export async function sweepCommand(
  agreement: string,
  options: SweepCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const [range, ...others] = options.set.filter((one) => one.includes(".."));
  if (range === undefined || others.length > 0) {
    return refuse([unreadableRange(others[0] ?? options.set[0] ?? "", mostSteps)], terminal);
  }
  const shared = chosenFrom({ ...options, set: options.set.filter((one) => one !== range) });
  const ready = await readyOver(agreement, options, shared, terminal);
  if (typeof ready === "number") return ready;
  const asked = askedRange(range, ready.side.program);
  if ("problems" in asked) return refuse(asked.problems, terminal);
  const progress = progressOn(terminal);
  progress.says({ sv: `Prövar ${asked.range.steps.length} värden`, en: `Trying ${asked.range.steps.length} values` });
  const found = sweep(asked.range, ready.options, ready.run);
  progress.ends();
  if (found.kind === "stopped") return refuseStopped(found, ready.side.program, terminal);
  const { label } = ready.side;
  terminal.out(
    options.json === true ? sweepJson(label, asked, found.sweep) : sweepReport(ready, asked, found.sweep, terminal),
  );
  return exitCode.ok;
}
