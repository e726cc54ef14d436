// Says why something was refused, and ends with the exit code for it.

import type { DataProblem } from "@avtal/replay/data-problem";
import { sayStyle } from "../say-style.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { renderDataProblem } from "../render-problem.ts";
import type { Terminal } from "../terminal.ts";

export function refuse(
  problems: readonly DataProblem[],
  terminal: Terminal,
  code: ExitCode = exitCode.refused,
): ExitCode {
  terminal.say(problems.map((problem) => renderDataProblem(problem, sayStyle(terminal))).join("\n"));
  return code;
}
