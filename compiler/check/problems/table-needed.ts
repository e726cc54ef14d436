// AV3035. A value that depends on choices has a row with one single cell.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression, Language } from "../../syntax/ast.ts";

export function tableNeeded(about: {
  readonly cell: Expression;
  readonly dependsOn: readonly Expression[];
  readonly language: Language;
}): Problem {
  const { cell, language } = about;
  const word = language === "sv" ? "övriga" : "others";
  return problem({
    code: "AV3035",
    span: cell.span,
    headline: {
      sv: "Värdet beror på ett val, men raden säger inte för vilket val den gäller.",
      en: "The value depends on a choice, but the row does not say for which one it holds.",
    },
    cause: {
      sv: "En rad som ska gälla alla val säger det med `övriga:`.",
      en: "A row that holds for all choices says so with `others:`.",
    },
    advice: {
      sv: "Skriv `övriga:` före, eller räkna upp valen.",
      en: "Write `others:` before it, or list the choices.",
    },
    fixes: [
      {
        label: { sv: `Skriv \`${word}:\` före`, en: `Write \`${word}:\` before it` },
        edits: [{ span: { ...cell.span, end: cell.span.start }, text: `${word}: ` }],
      },
    ],
  });
}
