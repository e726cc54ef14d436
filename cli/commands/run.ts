// avtal run: an agreement over care episodes from a file, out comes who pays what.

import { Option, type Command } from "commander";
import type { EngineName } from "@avtal/replay/engines/engine";
import { both, several, type Cli } from "../cli.ts";

export interface RunCommandOptions {
  readonly data: string;
  readonly columns?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reading?: readonly string[];
  readonly event?: readonly string[];
  readonly set?: readonly string[];
  readonly statistics?: true;
  readonly out?: string;
  readonly perPayer?: true;
  readonly publish?: true;
  readonly format: "table" | "json" | "csv" | "csv-sv";
  readonly json?: true;
  readonly maxRefused: string;
  readonly engine?: EngineName;
  readonly master?: string;
}

export function addRun(program: Command, { terminal, does }: Cli): void {
  program
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
    )
    .option(
      "--columns <file>",
      both({ sv: "YAML som säger vad kolumnerna heter", en: "YAML that says what the columns are called" }),
    )
    .option(
      "--from <month>",
      both({ sv: "första utskrivningsmånad, 2022-01", en: "first month of discharge, 2022-01" }),
    )
    .option("--to <month>", both({ sv: "sista utskrivningsmånad", en: "last month of discharge" }))
    .option(
      "--reading <question=reading>",
      both({ sv: "välj en annan tolkning", en: "choose another reading" }),
      several,
    )
    .option(
      "--event <event=date>",
      both({ sv: "säg när något inträffade (=inte: inte än)", en: "say when something happened (=not-yet)" }),
      several,
    )
    .option(
      "--set <value[@date]=amount>",
      both({ sv: 'ange ett värde: länsgenomsnitt="1,74 dagar"', en: "supply a value" }),
      several,
    )
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
    .addOption(
      new Option("--format <format>", both({ sv: "form på stdout", en: "form on stdout" }))
        .choices(["table", "json", "csv", "csv-sv"])
        .default("table"),
    )
    .addOption(
      new Option(
        "--engine <engine>",
        both({ sv: "vad som räknar; annars efter storlek och plats", en: "what computes; else by size and place" }),
      ).choices(["typescript", "duckdb", "postgres", "spark"]),
    )
    .option("--master <address>", both({ sv: "Sparkklustrets adress", en: "address of the Spark cluster" }))
    .option("--json", both({ sv: "samma som --format json", en: "the same as --format json" }))
    .option("--max-refused <count>", both({ sv: "så många rader får avvisas", en: "so many rows may be refused" }), "0")
    .action((agreement: string, options: RunCommandOptions) =>
      does(async () => (await import("../actions/run.ts")).runCommand(agreement, options, terminal)),
    );
}
