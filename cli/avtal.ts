#!/usr/bin/env node
// The command line: reads what was typed, loads what that command needs, and ends with one of six exit codes.
// Rule: an error of our own shows where it happened and never what stood in a row.

import { CommanderError } from "commander";
import type { Cli } from "./cli.ts";
import { commandLine } from "./command-line.ts";
import { exitCode, type ExitCode } from "./exit-code.ts";
import { optimiseLate } from "./late-optimiser.ts";
import { sayOwnFault } from "./own-fault.ts";
import { terminalOf, type Lang, type Terminal } from "./terminal.ts";
import { sayUsageProblem } from "./usage-problem.ts";

const typed = process.argv.slice(2).map((word) => word.normalize("NFC"));
optimiseLate();
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
  const program = commandLine(cli, langAsked(words));
  try {
    if (words.length === 0) program.outputHelp();
    else await program.parseAsync(words, { from: "user" });
    return ended;
  } catch (error) {
    if (error instanceof CommanderError) return sayUsageProblem(error, { program, typed: words }, talk);
    return sayOwnFault(error, talk);
  }
}

/** `--lang` is wanted before anything is parsed, so that what is wrong with the rest is said in it. */
function langIn(words: readonly string[]): Lang {
  return langAsked(words) ?? "sv";
}

function langAsked(words: readonly string[]): Lang | undefined {
  const at = words.indexOf("--lang");
  const asked = at < 0 ? words.find((word) => word.startsWith("--lang="))?.slice("--lang=".length) : words[at + 1];
  return asked === "en" || asked === "sv" ? asked : undefined;
}
