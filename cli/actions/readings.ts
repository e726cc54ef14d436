// What `avtal readings` does: runs every reading of every open question over the same episodes.

import { readingValues } from "@avtal/replay/compare/reading-values";
import { readingValuesJson } from "@avtal/replay/compare/reading-values-json";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { progressOn } from "../progress.ts";
import { readingsReport } from "../readings-report.ts";
import type { Terminal } from "../terminal.ts";
import { chosenFrom, type ChosenOptions } from "./chosen.ts";
import { readyOver, type AskedOverData } from "./over-data.ts";
import { refuseStopped } from "./refuse-run.ts";

export interface ReadingsCommandOptions extends AskedOverData, ChosenOptions {
  readonly json?: true;
}

export async function readingsCommand(
  agreement: string,
  options: ReadingsCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const ready = await readyOver(agreement, options, chosenFrom(options), terminal);
  if (typeof ready === "number") return ready;
  const progress = progressOn(terminal);
  progress.says({ sv: "Prövar tolkningarna", en: "Trying the readings" });
  const found = readingValues(ready.side.program, ready.options, ready.run);
  progress.ends();
  if (found.kind === "stopped") return refuseStopped(found, ready.side.program, terminal);
  const { label } = ready.side;
  terminal.out(
    options.json === true ? readingValuesJson(label, found.values) : readingsReport(ready, found.values, terminal),
  );
  return exitCode.ok;
}
