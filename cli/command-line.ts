// Every command with its options, as one tree: what can be typed, and nothing of what it does.

import { Command, Option } from "commander";
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
import { helpIn } from "./help-language.ts";
import { helpAfter, helpBefore } from "./help-text.ts";
import type { Lang } from "./terminal.ts";
import { version } from "./version.ts";

/** `lang`: the language of help, where one was asked for; else it stands in both. */
export function commandLine(cli: Cli, lang?: Lang): Command {
  const inLang = (text: string): string => helpIn(lang, text);
  const program = new Command("avtal")
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({
      styleTitle: (title) => inLang(inBothLanguages(title)),
      styleDescriptionText: inLang,
      // Names alone: what a command takes stands in its own help, and the list fits a terminal.
      subcommandTerm: (command) => [command.name(), ...command.aliases().slice(0, 1)].join(", "),
    })
    .description(lang === undefined ? `${helpBefore.sv}\n${helpBefore.en}` : helpBefore[lang])
    .addHelpText("after", inLang(helpAfter))
    .addOption(
      new Option("--lang <sv|en>", "språk i meddelanden / language of messages").choices(["sv", "en"]).default("sv"),
    )
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
