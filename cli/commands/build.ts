// avtal build: an agreement as something that other programs use, or a check that what was built still holds.

import { Option, type Command } from "commander";
import type { BuildOptions } from "../actions/build.ts";
import { dialects } from "../built-files.ts";
import { both, type Cli } from "../cli.ts";

interface Typed extends Pick<BuildOptions, "dialect" | "json"> {
  readonly target?: BuildOptions["target"];
  readonly out?: string;
  readonly check?: string;
}

export function addBuild(program: Command, { terminal, does }: Cli): void {
  program
    .command("build")
    .alias("bygg")
    .description(both({ sv: "bygg det som andra program använder", en: "build what other programs use" }))
    .argument("[agreement]", both({ sv: "en överenskommelse; annars alla", en: "one agreement; otherwise all" }))
    .addOption(
      new Option("--target <target>", both({ sv: "vad som byggs", en: "what to build" })).choices([
        "typescript",
        "sql",
        "json",
      ]),
    )
    .addOption(
      new Option("--dialect <dialect>", both({ sv: "vilken SQL", en: "which SQL" }))
        .choices(dialects)
        .default("duckdb"),
    )
    .option("--out <folder>", both({ sv: "ny mapp för filerna", en: "new folder for the files" }))
    .addOption(
      new Option(
        "--check <folder>",
        both({
          sv: "bygg inget: pröva om mappens filer är vad överenskommelserna ger nu",
          en: "build nothing: see whether the folder's files are what the agreements give now",
        }),
      ).conflicts(["target", "out"]),
    )
    .option("--json", both({ sv: "lista filerna som JSON", en: "list the files as JSON" }))
    .action(async (agreement: string | undefined, typed: Typed, command: Command) => {
      const { check, target, out, dialect, json } = typed;
      const asJson = json === true ? { json } : {};
      if (check !== undefined) {
        const options = { check, ...asJson };
        return does(async () => (await import("../actions/build-check.ts")).buildCheck(agreement, options, terminal));
      }
      if (target === undefined) return missing(command, "--target <target>");
      if (out === undefined) return missing(command, "--out <folder>");
      const options = { target, dialect, out, ...asJson };
      return does(async () => (await import("../actions/build.ts")).build(agreement, options, terminal));
    });
}

/** As commander says it of an option that must always be there. */
function missing(command: Command, option: string): never {
  return command.error(`error: required option '${option}' not specified`, {
    code: "commander.missingMandatoryOptionValue",
    exitCode: 1,
  });
}
