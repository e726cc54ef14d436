// A problem as a few plain lines, where no terminal renders it: place, what was found, why, what to do.

import type { Problem } from "@avtal/compiler/problem";
import { positionAt } from "@avtal/compiler/source";
import type { Lang } from "./lang.ts";

export function problemText(problem: Problem, textOf: (path: string) => string, lang: Lang): string {
  const { code, span, title, headline, cause, advice } = problem;
  const { line, column } = positionAt(textOf(span.file), span.start);
  return [
    `${span.file}:${line}:${column} ${code} · ${title[lang]}`,
    `  ${headline[lang]}`,
    `  ${cause[lang]}`,
    `  ${advice[lang]}`,
  ].join("\n");
}
