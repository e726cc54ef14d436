// AV4002. Two rows of a value begin on the same day.

import { dateText } from "@avtal/runtime/calendar";
import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { ValueText } from "../../resolve/document.ts";
import type { ValueRow } from "../../syntax/ast.ts";

export function twoRowsOnOneDay(about: {
  readonly text: ValueText;
  readonly first: ValueRow;
  readonly second: ValueRow;
}): Problem {
  const { text, first, second } = about;
  const name = text.statement.name.text;
  const day = second.from.day === undefined ? "" : dateText(second.from.day);
  return problem({
    code: "AV4002",
    span: second.from.span,
    headline: {
      sv: `\`${name}\` har två rader från och med ${day}.`,
      en: `\`${name}\` has two rows from and including ${day}.`,
    },
    cause: {
      sv: "En rad gäller tills nästa börjar, så den dagen skulle två rader gälla samtidigt.",
      en: "A row applies until the next begins, so on that day two rows would apply at once.",
    },
    advice: { sv: "Ändra datumet, eller ta bort en av raderna.", en: "Change the date, or remove one of the rows." },
    related: [{ span: first.from.span, says: { sv: "Den andra raden börjar här.", en: "The other row begins here." } }],
  });
}
