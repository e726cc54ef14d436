// AV3022. A mean, sum or number stands where there is no group to take it of.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Aggregate } from "../../syntax/ast.ts";
import { aggregateWords } from "../aggregate-words.ts";

export function aggregateOutsideGroup(about: {
  readonly aggregate: Aggregate;
  readonly place: "record" | "measured" | "row";
}): Problem {
  const what = aggregateWords(about.aggregate);
  return problem({
    code: "AV3022",
    span: about.aggregate.span,
    headline: {
      sv: `Här står \`${what.sv}\`, men här finns inga vårdtillfällen att räkna över.`,
      en: `Here stands \`${what.en}\`, but there are no care episodes to count over.`,
    },
    cause: causes[about.place],
    advice: advices[about.place],
  });
}

const causes: Readonly<Record<"record" | "measured" | "row", Words>> = {
  record: {
    sv: "Det här räknas ut för ett vårdtillfälle i taget, medan en summa eller ett genomsnitt gäller flera.",
    en: "This is worked out for one care episode at a time, while a sum or a mean is of several.",
  },
  measured: {
    sv: "Ett mätvärde räknas över ett urval som måste sägas: vilka vårdtillfällen eller dygn.",
    en: "A measured value is computed over a scope that must be said: which care episodes or care days.",
  },
  row: {
    sv: "En rad i ett värde är bestämd på förhand och räknas inte ur vårdtillfällen.",
    en: "A row of a value is settled beforehand and is not computed from care episodes.",
  },
};

const advices: Readonly<Record<"record" | "measured" | "row", Words>> = {
  record: {
    sv: "Skriv det som ett steg i regeln. Ska det gälla alla vårdtillfällen i underlaget, skriv ett `mätvärde`.",
    en: "Write it as a step of the rule. If it is over all care episodes of the data, write a `measured` value.",
  },
  measured: {
    sv: "Lägg till `för vårdtillfällen`, gärna med `där …`.",
    en: "Add `for care episodes`, perhaps with `where …`.",
  },
  row: {
    sv: "Skriv ett `mätvärde` med uträkningen, och dess namn här.",
    en: "Write a `measured` value with the calculation, and its name here.",
  },
};
