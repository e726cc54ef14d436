// Says why a run of a side gave nothing, as `avtal run` says it, and ends with the exit code for it.

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
  if (outcome.kind === "stopped") {
    const { stopped, program, dataGive } = outcome;
    const name = stopped.document === program.main ? stopped.value : `${stopped.document}.${stopped.value}`;
    return refuse([stoppedBy(stopped, name, dataGive)], terminal);
  }
  const { refused, facts } = outcome;
  terminal.say(refusedText(refused, terminal));
  const allowed = wholeNumber(maxRefused) ?? 0;
  const counts = { refused: refused.rows.length, rows: facts.rows, allowed };
  return refuse([tooManyRefused(data, counts)], terminal, exitCode.tooManyRefused);
}
