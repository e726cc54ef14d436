// AV2021. A later text gives a value another kind, or lets it depend on something else, than the first one does.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { Name } from "../../syntax/ast.ts";

export function valueSaidAnew(span: Span, value: Name, first: Name): Problem {
  return problem({
    code: "AV2021",
    span,
    headline: {
      sv: `Här sägs något annat om \`${value.text}\` än där värdet först står.`,
      en: `This says something else of \`${value.text}\` than where the value first stands.`,
    },
    cause: {
      sv: "Nya rader hör till samma tabell som de gamla. De har samma slag och beror på samma val.",
      en: "New rows belong to the same table as the old ones. They have the same kind and depend on the same choices.",
    },
    advice: {
      sv: `Skriv bara \`värde ${value.text}\` och de nya raderna, eller inför ett nytt värde med ett eget namn.`,
      en: `Write only \`value ${value.text}\` and the new rows, or bring in a new value with a name of its own.`,
    },
    related: [{ span: first.span, says: { sv: "Värdet står först här.", en: "The value first stands here." } }],
  });
}
