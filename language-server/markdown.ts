// What is shown in a hover, as Markdown in which the parties' own words are inert.
// Rule: every letter of theirs that Markdown or HTML could take as more than a letter is written so that it cannot.

import type { HoverPart, Words } from "@avtal/compiler/ide/answers";
import type { Lang } from "./protocol.ts";

export function markdownOf(parts: readonly HoverPart[], lang: Lang): string {
  return parts.map((part) => partText(part, lang)).join("\n\n");
}

export function inert(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!|~&<>:@/$"'=^]/g, (sign) => (escapable.has(sign) ? `\\${sign}` : sign))
    .replace(/\u0000/g, "")
    .replace(/\r\n?|\n/g, "  \n");
}

function partText(part: HoverPart, lang: Lang): string {
  switch (part.kind) {
    case "code":
      return fencedAs("avtal", part.text);
    case "words":
      return inert(part.words[lang]);
    case "written":
      return inert(part.text);
    case "quoted":
      return `> ${inert(part.text).replace(/\n/g, "\n> ")}\n>\n> — ${inert(part.from)}`;
    case "table":
      return table(part.head, part.rows, lang);
  }
}

/** Markdown's own signs; a backslash before any of them makes it a letter. */
const escapable: ReadonlySet<string> = new Set("\\`*_{}[]()#+-.!|~&<>:@/$\"'=^");

/** A fence longer than any run of its sign inside. */
export function fencedAs(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function table(head: readonly Words[], rows: readonly (readonly string[])[], lang: Lang): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => inert(cell).replace(/\s*\n/g, " ")).join(" | ")} |`;
  const shown = rows.slice(-mostRows);
  return [line(head.map((cell) => cell[lang])), `|${head.map(() => "---").join("|")}|`, ...shown.map(line)].join("\n");
}

const mostRows = 20;
