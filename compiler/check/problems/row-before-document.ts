// AV4003. A row begins before the document does.

import { dateText } from "@avtal/runtime/calendar";
import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Day, ValueText } from "../../resolve/document.ts";
import type { ValueRow } from "../../syntax/ast.ts";

export function rowBeforeDocument(about: {
  readonly text: ValueText;
  readonly row: ValueRow;
  readonly day: Day;
  readonly first: Day;
}): Problem {
  const { text, row } = about;
  const [day, first] = [dateText(about.day), dateText(about.first)];
  return problem({
    code: "AV4003",
    severity: "warning",
    span: row.from.span,
    headline: {
      sv: `Raden börjar ${day}, men dokumentet gäller från och med ${first}.`,
      en: `The row begins on ${day}, but the document is in force from ${first}.`,
    },
    cause: {
      sv: `Före ${first} läses \`${text.statement.name.text}\` bara med \`vid\`. Ofta är det årtalet som är fel.`,
      en: `Before ${first}, \`${text.statement.name.text}\` is only read with \`on\`. Often the year is a slip.`,
    },
    advice: {
      sv: `Jämför med källan. Annars gäller raden som den står.`,
      en: `Compare it with the source. Otherwise the row holds as it stands.`,
    },
  });
}
