// What was typed and cannot be understood, in the user's language instead of the library's.

import type { Command, CommanderError } from "commander";
import { nearest } from "@avtal/compiler/nearest";
import type { Words } from "@avtal/compiler/problem";
import { exitCode, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

/** `typed`: the words of the command line, for the name of the command that they begin with. */
export function sayUsageProblem(
  error: CommanderError,
  { program, typed }: { readonly program: Command; readonly typed: readonly string[] },
  terminal: Terminal,
): ExitCode {
  if (error.exitCode === 0) return exitCode.ok;
  const { command, names } = commandTyped(program, typed);
  terminal.say(terminal.words(wordsFor(error, command, names)));
  const guess = nearest(quotedIn(error), namesIn(command));
  if (guess !== undefined) {
    terminal.say(terminal.words({ sv: `Menade du \`${guess}\`?`, en: `Did you mean \`${guess}\`?` }));
  }
  const help = `\`${["avtal", ...names, "--help"].join(" ")}\``;
  terminal.say(
    terminal.words({ sv: `Skriv ${help} för att se vad som går.`, en: `Type ${help} to see what there is.` }),
  );
  return exitCode.refused;
}

/** Commander quotes what was typed; the quoted parts and the choices are all that is taken from its message. */
function wordsFor(error: CommanderError, command: Command, names: readonly string[]): Words {
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
    case "commander.invalidArgument":
      return choicesWords(error.message, quoted);
    case "commander.help":
      return subcommandWords(command, names);
    case "commander.excessArguments":
      return { sv: "Det står fler ord än kommandot tar emot.", en: "There are more words than the command takes." };
    default:
      return { sv: `Jag förstår inte \`${quoted}\`.`, en: `I do not understand \`${quoted}\`.` };
  }
}

/** "…Allowed choices are a, b." */
function choicesWords(message: string, quoted: string): Words {
  const choices = /Allowed choices are ([^.]*)/.exec(message)?.[1] ?? "";
  return {
    sv: `Det som står efter \`${quoted}\` finns inte att välja. Det som finns är ${choices}.`,
    en: `What stands after \`${quoted}\` cannot be chosen. There are ${choices}.`,
  };
}

/** A command that is nothing without one of its own. */
function subcommandWords(command: Command, names: readonly string[]): Words {
  const list = command.commands.map((one) => `\`${["avtal", ...names, one.name()].join(" ")}\``).join(", ");
  return { sv: `Kommandot behöver ett ord till: ${list}.`, en: `The command needs one more word: ${list}.` };
}

function quotedIn(error: CommanderError): string {
  return /'([^']*)'/.exec(error.message)?.[1] ?? "";
}

/** The deepest command that was named, by the names that were typed for it. */
function commandTyped(program: Command, typed: readonly string[]): { command: Command; names: readonly string[] } {
  let command = program;
  const names: string[] = [];
  for (const word of typed.filter((one) => !one.startsWith("-"))) {
    const next = command.commands.find((one) => one.name() === word || one.aliases().includes(word));
    if (next === undefined) continue;
    command = next;
    names.push(word);
  }
  return { command, names };
}

/** The options and commands that could stand there, for a guess: its own, and what every command takes. */
function namesIn(command: Command): string[] {
  const own = command.options.flatMap((option) => option.long ?? []);
  const below = command.commands.flatMap((one) => [one.name(), ...one.aliases()]);
  const above = command.parent === null ? [] : namesOfOptions(command.parent);
  return [...own, ...below, ...above];
}

function namesOfOptions(command: Command): string[] {
  const own = command.options.flatMap((option) => option.long ?? []);
  return command.parent === null ? own : [...own, ...namesOfOptions(command.parent)];
}
