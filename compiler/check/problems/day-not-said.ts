// AV4008. A dated value is read where no date has decided yet which of its rows applies.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { DatedRead } from "../dated-reads.ts";
import type { Undecided } from "../decided-days.ts";

export function dayNotSaid(about: { readonly read: DatedRead; readonly where: Undecided }): Problem {
  const { read, where } = about;
  const value = read.text.statement.name.text;
  const direct = read.through.text === value;
  return problem({
    code: "AV4008",
    span: read.through.span,
    headline: direct
      ? {
          sv: `Här står inte vilken dags \`${value}\` som avses.`,
          en: `Nothing says here which day's \`${value}\` is meant.`,
        }
      : {
          sv: `\`${read.through.text}\` läser \`${value}\`, och här står inte vilken dags.`,
          en: `\`${read.through.text}\` reads \`${value}\`, and nothing says which day's.`,
        },
    cause: causes[where],
    advice: direct
      ? { sv: `Skriv \`${value} vid …\` och ett datum.`, en: `Write \`${value} on …\` and a date.` }
      : {
          sv: `Skriv \`${value} vid …\` och ett datum där det läses.`,
          en: `Write \`${value} on …\` and a date where it is read.`,
        },
    related: [
      {
        span: read.text.statement.name.span,
        says: { sv: "Värdet har rader från olika dagar.", en: "The value has rows from different days." },
      },
    ],
  });
}

const causes: Readonly<Record<Undecided, Words>> = {
  end: {
    sv: "Spannets ändar avgör vilka dygn som finns. Först därefter har regeln ett dygn att följa.",
    en: "The ends of the span decide which care days there are. Only then has the rule a day to follow.",
  },
  follows: {
    sv: "Det här datumet avgör själv vilka rader som gäller, så det kan inte bero på en av dem.",
    en: "This date itself decides which rows apply, so it cannot depend on one of them.",
  },
  measured: {
    sv: "Ett mätvärde följer inget datum, så inget avgör vilken rad som gäller.",
    en: "A measured value follows no date, so nothing decides which row applies.",
  },
};
