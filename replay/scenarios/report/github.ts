// Failing cases as commands of GitHub Actions, which shows them at their lines.
// Rule: what would end or split a command is written as its escape.

import { caseName, isPassed, type CaseResult } from "../matrix/case-result.ts";
import type { Tested } from "../test-scenarios.ts";
import { mismatchWords, moreWords, statusWords } from "./case-words.ts";
import type { Lang } from "./lang.ts";
import type { Place } from "./place.ts";

export function githubCommands({ files }: Tested, placeOf: (result: CaseResult) => Place, lang: Lang): string {
  return files
    .flatMap(({ results }) => results.filter((result) => !isPassed(result)))
    .map((result) => command(result, placeOf(result), lang))
    .join("");
}

function command(result: CaseResult, { file, line, column }: Place, lang: Lang): string {
  const title = `${result.of.scenario.name} · ${caseName(result.of)}: ${statusWords[result.status][lang]}`;
  const lines = [...mismatchWords(result).map((words) => words[lang]), moreWords(result.more)];
  const message = lines.filter((one) => one !== "").join("\n");
  return `::error file=${inProperty(file)},line=${line},col=${column},title=${inProperty(title)}::${inMessage(message)}\n`;
}

function inMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function inProperty(text: string): string {
  return inMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
