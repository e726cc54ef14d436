// AV3016. Something else stands where a date is needed: an end of a span, after `vid`, before `är vardag`, after `följer`.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression, Language } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function dateNeeded(about: {
  readonly expression: Expression;
  readonly found: Kind;
  readonly language: Language;
  /** True after `följer`, where only a name may stand. */
  readonly nameOnly: boolean;
}): Problem {
  const { expression, found, language, nameOnly } = about;
  const what = kindWords(found);
  const moment = found.kind === "moment";
  const words = language === "sv" ? "datum för" : "date for";
  const fixable = moment && expression.kind === "name" && !nameOnly;
  return problem({
    code: "AV3016",
    span: expression.span,
    headline: {
      sv: `Här behövs ett datum, men det här är ${what.sv}.`,
      en: `A date is needed here, but this is ${what.en}.`,
    },
    cause: moment
      ? {
          sv: "En tidpunkt har också ett klockslag. Jag bortser inte från det utan att det står.",
          en: "A moment also has a time of day. I do not ignore it unless you say so.",
        }
      : {
          sv: "Dagar räknas mellan datum, och ett datum avgör vilken rad som gäller.",
          en: "Days are counted between dates, and a date decides which row applies.",
        },
    advice: adviceFor(moment, nameOnly),
    fixes: fixable
      ? [
          {
            label: { sv: `Skriv \`${words} ${expression.text}\``, en: `Write \`${words} ${expression.text}\`` },
            edits: [{ span: { ...expression.span, end: expression.span.start }, text: `${words} ` }],
          },
        ]
      : [],
  });
}

function adviceFor(moment: boolean, nameOnly: boolean): Words {
  if (!moment) return { sv: "Skriv ett datum.", en: "Write a date." };
  if (!nameOnly) return { sv: "Skriv `datum för …`.", en: "Write `date for …`." };
  return {
    sv: "Skriv ett begrepp som är `datum för` tidpunkten, och följ det.",
    en: "Write a term that is the `date for` the moment, and follow that.",
  };
}
