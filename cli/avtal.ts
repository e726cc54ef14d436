#!/usr/bin/env node
// The command line: reads what was typed, loads what that command needs, and ends with one of six exit codes.
// Rule: an error of our own shows where it happened and never what stood in a row.

import { Command, CommanderError } from "commander";
import type { Cli } from "./cli.ts";
import { addBuild } from "./commands/build.ts";
import { addCheck } from "./commands/check.ts";
import { addData } from "./commands/data.ts";
import { addDiff } from "./commands/diff.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addExplain } from "./commands/explain.ts";
import { addFormat } from "./commands/format.ts";
import { addInit } from "./commands/init.ts";
import { addLsp } from "./commands/lsp.ts";
import { addReadings } from "./commands/readings.ts";
import { addRun } from "./commands/run.ts";
import { addSweep } from "./commands/sweep.ts";
import { addScenario } from "./commands/scenario.ts";
import { addTest } from "./commands/test.ts";
import { addVerify } from "./commands/verify.ts";
import { addVersions } from "./commands/versions.ts";
import { addWitness } from "./commands/witness.ts";
import { exitCode, type ExitCode } from "./exit-code.ts";
import { helpAfter, helpBefore } from "./help-text.ts";
import { sayOwnFault } from "./own-fault.ts";
import { terminalOf, type Lang, type Terminal } from "./terminal.ts";
import { sayUsageProblem } from "./usage-problem.ts";
import { version } from "./version.ts";

const typed = process.argv.slice(2).map((word) => word.normalize("NFC"));
const terminal = terminalOf(langIn(typed));

// An interrupt is left to the host: the process ends at once (130 in a shell), where a handler would wait for the work.
// Whoever read our output has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCode.ok);
});
process.exitCode = await main(terminal, typed);

async function main(talk: Terminal, words: readonly string[]): Promise<ExitCode> {
  let ended: ExitCode = exitCode.ok;
  const cli: Cli = {
    terminal: talk,
    does: async (work) => {
      ended = await work();
    },
  };
  const program = commandLine(cli);
  try {
    if (words.length === 0) program.outputHelp();
    else await program.parseAsync(words, { from: "user" });
    return ended;
  } catch (error) {
    if (error instanceof CommanderError) return sayUsageProblem(error, program, talk);
    return sayOwnFault(error, talk);
  }
}

function commandLine(cli: Cli): Command {
  const program = new Command("avtal")
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({ styleTitle: inBothLanguages })
    .description(helpBefore)
    .addHelpText("after", helpAfter)
    .option("--lang <sv|en>", "språk i meddelanden / language of messages", "sv")
    .version(version, "-V, --version", "visa versionen / show the version")
    .helpOption("-h, --help", "visa hjälp / show help")
    .helpCommand(false)
    .showSuggestionAfterError(false);
  for (const add of [
    addCheck,
    addFormat,
    addVersions,
    addBuild,
    addRun,
    addTest,
    addScenario,
    addDiff,
    addReadings,
    addSweep,
    addWitness,
    addExplain,
    addVerify,
    addData,
    addInit,
    addLsp,
    addDoctor,
  ]) {
    add(program, cli);
  }
  return program;
}

/** Commander's own headings. */
function inBothLanguages(title: string): string {
  const swedish = new Map([
    ["Usage:", "Användning / Usage:"],
    ["Arguments:", "Det som anges / Arguments:"],
    ["Options:", "Val / Options:"],
    ["Commands:", "Kommandon / Commands:"],
  ]);
  return swedish.get(title) ?? title;
}

/** `--lang` is wanted before anything is parsed, so that what is wrong with the rest is said in it. */
function langIn(words: readonly string[]): Lang {
  const at = words.indexOf("--lang");
  const asked = at < 0 ? words.find((word) => word.startsWith("--lang="))?.slice("--lang=".length) : words[at + 1];
  return asked === "en" ? "en" : "sv";
}
