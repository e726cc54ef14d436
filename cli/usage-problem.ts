// What was typed and cannot be understood, in the user's language instead of the library's.

import type { Command, CommanderError } from "commander";
import { nearest } from "@avtal/compiler/nearest";
import type { Words } from "@avtal/compiler/problem";
import { exitCode, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

export function sayUsageProblem(error: CommanderError, program: Command, terminal: Terminal): ExitCode {
  if (error.exitCode === 0) return exitCode.ok;
  terminal.say(terminal.words(wordsFor(error)));
  const guess = nearest(quotedIn(error), namesIn(program));
  if (guess !== undefined) {
    terminal.say(terminal.words({ sv: `Menade du \`${guess}\`?`, en: `Did you mean \`${guess}\`?` }));
  }
  terminal.say(
    terminal.words({
      sv: "Skriv `avtal --help`, eller `avtal run --help` för ett kommando.",
      en: "Type `avtal --help`, or `avtal run --help` for one command.",
    }),
  );
  return exitCode.refused;
}

/** Commander quotes what was typed; the quoted part is all that is taken from its message. */
function wordsFor(error: CommanderError): Words {
  const quoted = quotedIn(error);
  switch (error.code) {
    case "commander.unknownOption":
      return { sv: `Det finns inget val \`${quoted}\`.`, en: `There is no option \`${quoted}\`.` };
    case "commander.unknownCommand":
      return { sv: `Det finns inget kommando \`${quoted}\`.`, en: `There is no command \`${quoted}\`.` };
    case "commander.missingArgument":
      return { sv: `\`${quoted}\` fattas.`, en: `\`${quoted}\` is missing.` };
    case "commander.optionMissingArgument":
      return { sv: `Något fattas efter \`${quoted}\`.`, en: `Something is missing after \`${quoted}\`.` };
    case "commander.missingMandatoryOptionValue":
      return { sv: `\`${quoted}\` måste anges.`, en: `\`${quoted}\` must be given.` };
    case "commander.conflictingOption":
      return {
        sv: `\`${quoted}\` går inte ihop med de andra valen.`,
        en: `\`${quoted}\` does not go with the other options.`,
      };
    case "commander.excessArguments":
      return { sv: "Det står fler ord än kommandot tar emot.", en: "There are more words than the command takes." };
    default:
      return { sv: `Jag förstår inte \`${quoted}\`.`, en: `I do not understand \`${quoted}\`.` };
  }
}

function quotedIn(error: CommanderError): string {
  return /'([^']*)'/.exec(error.message)?.[1] ?? "";
}

/** Every command and option, for a guess. */
function namesIn(command: Command): string[] {
  const own = [command.name(), ...command.aliases(), ...command.options.flatMap((option) => option.long ?? [])];
  return [...own, ...command.commands.flatMap(namesIn)];
}
