// A fault of our own: says so, with the place in our code and nothing of the data that was at hand.

import { exitCode, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

/** The message of an error may repeat what a file held, so only its name and the places in our code are shown. */
export function sayOwnFault(error: unknown, terminal: Terminal): ExitCode {
  terminal.say(
    terminal.words({
      sv: "Det här är ett fel i avtal, inte i din överenskommelse eller dina data. Inget resultat har lämnats.",
      en: "This is a mistake in avtal, not in your agreement or your data. No result was given.",
    }),
  );
  terminal.say(
    terminal.words({
      sv: "Rapportera det gärna med raderna nedan, kommandot och `avtal doctor`. De innehåller inga uppgifter ur dina filer.",
      en: "Please report it with the lines below, the command and `avtal doctor`. They hold nothing from your files.",
    }),
  );
  terminal.say(placesOf(error).join("\n"));
  return exitCode.ourFault;
}

/** Name of the error and the functions it came through, by file name without folders. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return ["?"];
  const places = (error.stack ?? "").split("\n").flatMap((line) => {
    const found = /^\s*at (?:(?:async )?([\w$.<> ]+) \()?.*?([^/\\()]+:\d+:\d+)\)?$/.exec(line);
    return found === null ? [] : [`  ${found[1] ?? "…"} (${found[2] ?? ""})`];
  });
  return [error.name, ...places];
}
