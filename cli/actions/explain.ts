// What `avtal explain` does: prints the page of a problem code, or the reasons of one line of a run.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nothingToExplain } from "@avtal/replay/problems/explained";
import { isStandIn } from "@avtal/replay/protected-records";
import { traceOf } from "@avtal/replay/read-run";
import { runFiles } from "@avtal/replay/write-run";
import type { Words } from "@avtal/compiler/problem";
import { fileOfOurs } from "../file-of-ours.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { lineReport } from "../line-report.ts";
import { pageIn } from "../problem-page.ts";
import type { Terminal } from "../terminal.ts";
import { refuse } from "./refuse.ts";

export interface ExplainOptions {
  readonly run?: string;
  readonly json?: true;
}

export function explain(what: string, options: ExplainOptions, terminal: Terminal): ExitCode {
  return /^AV\d{4}$/i.test(what)
    ? explainCode(what.toUpperCase(), options, terminal)
    : explainLine(what, options, terminal);
}

function explainCode(code: string, options: ExplainOptions, terminal: Terminal): ExitCode {
  const path = join(fileOfOurs("problems"), `${code}.md`);
  if (!existsSync(path)) return refuse([nothingToExplain()], terminal);
  const page = readFileSync(path, "utf8");
  if (options.json === true) terminal.out(`${JSON.stringify({ formatVersion: 1, code, page }, null, 2)}\n`);
  else terminal.out(pageIn(page, terminal.lang));
  return exitCode.ok;
}

function explainLine(line: string, options: ExplainOptions, terminal: Terminal): ExitCode {
  if (options.run === undefined) return refuse([nothingToExplain()], terminal);
  const found = traceOf(line, options.run);
  if (!found.ok) return refuse([found.problem], terminal);
  if (options.json === true) terminal.out(`${JSON.stringify({ formatVersion: 1, line: found.trace }, null, 2)}\n`);
  else terminal.out(lineReport(found.trace, terminal));
  if (isStandIn(found.trace.episode)) terminal.say(terminal.words(hiddenSteps));
  return exitCode.ok;
}

const hiddenSteps: Words = {
  sv: `Raden gäller någon med skyddade personuppgifter. Stegen visas därför inte; de ligger i ${runFiles.protected}.`,
  en: `The line is about somebody with protected personal data. So its steps are not shown; they lie in ${runFiles.protected}.`,
};
