// AV4001. A value has no row for some day of its document's life.

import { dateText } from "@avtal/runtime/calendar";
import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Day, ValueText } from "../../resolve/document.ts";
import type { ValueRow } from "../../syntax/ast.ts";

export function dayWithoutRow(about: {
  readonly text: ValueText;
  readonly day: Day;
  readonly next: ValueRow | undefined;
  /** Empty where it is so under every reading. */
  readonly combination: string;
}): Problem {
  const { text, next, combination } = about;
  const name = text.statement.name;
  const day = dateText(about.day);
  return problem({
    code: "AV4001",
    span: next?.from.span ?? name.span,
    headline:
      combination === ""
        ? { sv: `\`${name.text}\` har inget värde den ${day}.`, en: `\`${name.text}\` has no value on ${day}.` }
        : {
            sv: `Med ${combination} har \`${name.text}\` inget värde den ${day}.`,
            en: `With ${combination}, \`${name.text}\` has no value on ${day}.`,
          },
    cause: {
      sv: "Dokumentet gäller den dagen, så ett vårdtillfälle då skulle stå utan värde.",
      en: "The document is in force that day, so a care episode then would have no value.",
    },
    advice: {
      sv: `Lägg till en rad från och med ${day}. Är talet inte känt, skriv \`saknas\`.`,
      en: `Add a row from and including ${day}. If the number is not known, write \`missing\`.`,
    },
    related:
      next === undefined ? [] : [{ span: name.span, says: { sv: "Värdet börjar här.", en: "The value begins here." } }],
  });
}
