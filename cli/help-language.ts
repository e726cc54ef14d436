// Help in one language: it is written in both, `svenska / English`, and `--lang` leaves the other out.
// Rule: what has no other language, such as a command to type, stays as it is.

import type { Lang } from "./terminal.ts";

/** Undefined keeps both. */
export function helpIn(lang: Lang | undefined, text: string): string {
  if (lang === undefined) return text;
  return text
    .split("\n")
    .map((line) => lineIn(lang, line))
    .join("\n");
}

function lineIn(lang: Lang, line: string): string {
  const [, before = "", sv, en, after = ""] = parts.exec(line) ?? [];
  if (sv === undefined || en === undefined) return line;
  return `${before}${lang === "sv" ? sv : en}${lang === "sv" ? inSwedish(after) : after}`;
}

/** What is typed or counted and a gap, the two languages, and what the library adds of choices and defaults. */
const parts = /^((?: {2}\S.*? {2,})?)(.*?) \/ (.*?)((?: \((?:choices|default): .*\))?:?)$/;

/** The library's own words. */
function inSwedish(added: string): string {
  return added.replace("(choices: ", "(välj: ").replace("default: ", "annars: ");
}
