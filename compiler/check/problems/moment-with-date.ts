// AV3007. A moment is compared with a date, and the moment's own hour would decide without being mentioned.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression, Language } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function momentWithDate(about: {
  readonly moment: Expression;
  readonly other: Expression;
  readonly compared: Kind;
  readonly language: Language;
}): Problem {
  const { moment, compared, language } = about;
  const sv = { date: "datum för", month: "månad för", quarter: "kvartal för", year: "år för" };
  const en = { date: "date for", month: "month for", quarter: "quarter for", year: "year for" };
  const part =
    compared.kind === "month" || compared.kind === "quarter" || compared.kind === "year" ? compared.kind : "date";
  const words = language === "sv" ? sv[part] : en[part];
  const what = kindWords(compared);
  return problem({
    code: "AV3007",
    span: moment.span,
    headline: {
      sv: `Här jämförs en tidpunkt, med sitt klockslag, med ${what.sv}.`,
      en: `This compares a moment, with its time of day, with ${what.en}.`,
    },
    cause: {
      sv: "En tidpunkt samma dag är varken före eller efter dagen, så det måste sägas vad av den som avses.",
      en: "A moment on the same day is neither before nor after the day, so you must say which part of it is meant.",
    },
    advice: { sv: `Skriv \`${sv[part]} …\`.`, en: `Write \`${en[part]} …\`.` },
    fixes:
      moment.kind === "name"
        ? [
            {
              label: { sv: `Skriv \`${words} ${moment.text}\``, en: `Write \`${words} ${moment.text}\`` },
              edits: [{ span: { ...moment.span, end: moment.span.start }, text: `${words} ` }],
            },
          ]
        : [],
  });
}
