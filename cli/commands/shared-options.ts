// The options that several commands have: declared once, so that they read the same everywhere.

import type { Command } from "commander";
import { both, several } from "../cli.ts";

/** What is chosen of a text: readings, events, values. */
export function addChoices(command: Command): Command {
  return addReadingAndEvent(command).option(
    "--set <value[@date]=amount>",
    both({ sv: 'ange ett värde: tidsgräns="1,2 dagar"', en: "supply a value" }),
    several,
  );
}

/** Without `--set`, for a command that gives it a meaning of its own. */
export function addReadingAndEvent(command: Command): Command {
  return command
    .option(
      "--reading <question=reading>",
      both({ sv: "välj en annan tolkning: faktor=alla", en: "choose another reading" }),
      several,
    )
    .option(
      "--event <event=date>",
      both({ sv: "säg när något inträffade (=inte: inte än)", en: "say when something happened (=not-yet)" }),
      several,
    );
}

/** The file that must be given. */
export function addEpisodes(command: Command): Command {
  return command.requiredOption("--data <file>", episodesWords);
}

/** The file, for a command that says something without one too. */
export function addEpisodesIfAny(command: Command): Command {
  return command.option("--data <file>", episodesWords);
}

const episodesWords = both({ sv: "vårdtillfällen, CSV eller Parquet", en: "care episodes, CSV or Parquet" });

/** How a file is read, and which months of it. */
export function addColumnsAndMonths(command: Command): Command {
  return addColumns(command)
    .option(
      "--from <month>",
      both({ sv: "första utskrivningsmånad, 2022-01", en: "first month of discharge, 2022-01" }),
    )
    .option("--to <month>", both({ sv: "sista utskrivningsmånad", en: "last month of discharge" }));
}

export function addColumns(command: Command): Command {
  return command.option(
    "--columns <file>",
    both({ sv: "YAML som säger vad kolumnerna heter", en: "YAML that says what the columns are called" }),
  );
}

export function addMaxRefused(command: Command): Command {
  return command.option(
    "--max-refused <count>",
    both({ sv: "så många rader får avvisas", en: "so many rows may be refused" }),
    "0",
  );
}

export function addJson(command: Command): Command {
  return command.option("--json", both({ sv: "som JSON", en: "as JSON" }));
}

/** Where the file of a run lies by now. */
export function addMovedData(command: Command): Command {
  return command.option(
    "--data <file>",
    both({ sv: "var underlaget ligger nu, om det har flyttats", en: "where the data lie now, if they were moved" }),
  );
}
