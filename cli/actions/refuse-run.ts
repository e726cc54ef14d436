// Says why a run of a side gave nothing, as `avtal run` says it, and ends with the exit code for it.

import type { Program } from "@avtal/compiler/ir/ir";
import type { StoppedThere } from "@avtal/replay/compare/run-side";
import { stoppedBy } from "@avtal/replay/problems/stopped";
import { tooManyRefused } from "@avtal/replay/problems/too-many-refused";
import type { RunOutcome } from "@avtal/replay/run";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { refusedText } from "../refused-report.ts";
import type { Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";
import { refuse } from "./refuse.ts";

export function refuseRun(
  outcome: RunOutcome & { readonly kind: "too-many-refused" | "stopped" },
  { data, maxRefused }: { readonly data: string; readonly maxRefused: string },
  terminal: Terminal,
): ExitCode {
  if (outcome.kind === "stopped") return refuseStopped(outcome, outcome.program, terminal);
  const { refused, facts } = outcome;
  terminal.say(refusedText(refused, terminal));
  const allowed = wholeNumber(maxRefused) ?? 0;
  const counts = { refused: refused.rows.length, rows: facts.rows, allowed };
  return refuse([tooManyRefused(data, counts)], terminal, exitCode.tooManyRefused);
}

/** A value that stopped a run is named as its agreement would name it. */
export function refuseStopped(
  { stopped, dataGive }: StoppedThere,
  { main }: Pick<Program, "main">,
  terminal: Terminal,
): ExitCode {
  const name = stopped.document === main ? stopped.value : `${stopped.document}.${stopped.value}`;
  return refuse([stoppedBy(stopped, name, dataGive)], terminal);
}
