// AV3033. A line of a table has more or fewer keys than the value depends on.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import { cover } from "../../source.ts";
import type { Expression, TableRow } from "../../syntax/ast.ts";

export function keysDoNotFit(about: { readonly line: TableRow; readonly picks: readonly Expression[] }): Problem {
  const { line, picks } = about;
  const [first, last] = [line.keys[0], line.keys.at(-1)];
  return problem({
    code: "AV3033",
    span: first === undefined || last === undefined ? line.span : cover(first.span, last.span),
    headline: {
      sv: `Här står ${line.keys.length} val, men värdet beror på ${picks.length}.`,
      en: `Here are ${line.keys.length} choices, but the value depends on ${picks.length}.`,
    },
    cause: {
      sv: "Varje rad i tabellen säger ett val för var och en av de saker som värdet beror på.",
      en: "Each line of the table says one choice for each thing that the value depends on.",
    },
    advice: {
      sv: "Skriv valen i samma ordning som efter `beror på`, med komma emellan. `övriga` betyder alla andra, och skrivs en gång för varje.",
      en: "Write the choices in the order of `depends on`, with commas. `others` means all others, and is written once for each.",
    },
    related: picks.map((pick) => ({ span: pick.span, says: { sv: "Det beror på detta.", en: "It depends on this." } })),
  });
}
