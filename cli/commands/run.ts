// avtal run: an agreement over care episodes from a file, out comes who pays what.

import { Option, type Command } from "commander";
import type { RunCommandOptions } from "../actions/run.ts";
import { both, type Cli } from "../cli.ts";
import { addChoices, addColumnsAndMonths, addMaxRefused } from "./shared-options.ts";

export function addRun(program: Command, { terminal, does }: Cli): void {
  const command = program
    .command("run")
    .alias("kör")
    .alias("kor")
    .description(both({ sv: "kör en överenskommelse över vårdtillfällen", en: "run an agreement over care episodes" }))
    .argument(
      "<agreement[@date]>",
      both({
        sv: "namn; @2021-11-01 tar allt som det löd den dagen",
        en: "name; @2021-11-01 takes everything as worded that day",
      }),
    )
    .requiredOption(
      "--data <file>",
      both({ sv: "vårdtillfällen: CSV, Parquet eller postgres://", en: "care episodes: CSV, Parquet or postgres://" }),
    );
  addEngine(addWhatIsShown(addChoices(addColumnsAndMonths(command))));
  addMaxRefused(command).action((agreement: string, options: RunCommandOptions) =>
    does(async () => (await import("../actions/run.ts")).runCommand(agreement, options, terminal)),
  );
}

function addWhatIsShown(command: Command): Command {
  return command
    .option("--statistics", both({ sv: "visa också statistiken", en: "show the statistics too" }))
    .option(
      "--out <folder>",
      both({ sv: "skriv hela resultatet i en ny mapp", en: "write the whole result to a new folder" }),
    )
    .option(
      "--per-payer",
      both({ sv: "med --out: också en fil per betalare", en: "with --out: a file for each payer too" }),
    )
    .option(
      "--publish",
      both({
        sv: "med --out: bara det som kan publiceras, utan antal under fem",
        en: "with --out: only what can be published, without counts under five",
      }),
    )
    .option(
      "--supersede <folder>",
      both({
        sv: "med --out: rätta körningen i mappen; gamla rader krediteras, nya debiteras",
        en: "with --out: correct the run in the folder; old lines are credited, new ones debited",
      }),
    )
    .option(
      "--report <folder>",
      both({ sv: "skriv en rapport att öppna i webbläsare och Excel", en: "write a report for a browser and Excel" }),
    )
    .addOption(
      new Option("--format <format>", both({ sv: "form på stdout", en: "form on stdout" }))
        .choices(["table", "json", "csv", "csv-sv"])
        .default("table"),
    )
    .option("--json", both({ sv: "samma som --format json", en: "the same as --format json" }));
}

function addEngine(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--engine <engine>",
        both({
          sv: "vad som räknar; annars efter var uppgifterna finns",
          en: "what computes; else by where the data are",
        }),
      ).choices(["typescript", "duckdb", "postgres", "spark"]),
    )
    .option("--master <address>", both({ sv: "Sparkklustrets adress", en: "address of the Spark cluster" }));
}
