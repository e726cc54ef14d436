// AV3023. A mean, sum or number with a scope of its own inside a rule, whose lines are about their group.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Aggregate } from "../../syntax/ast.ts";
import { aggregateWords } from "../aggregate-words.ts";

export function ownScopeInRule(about: { readonly aggregate: Aggregate }): Problem {
  const { aggregate } = about;
  const what = aggregateWords(aggregate);
  const days = aggregate.over?.kind === "days";
  return problem({
    code: "AV3023",
    span: aggregate.span,
    headline: days
      ? {
          sv: `Här har \`${what.sv}\` ett eget spann av dygn, mitt i en regel.`,
          en: `Here \`${what.en}\` has a span of days of its own, in a rule.`,
        }
      : {
          sv: `Här gäller \`${what.sv}\` alla vårdtillfällen, mitt i en regel.`,
          en: `Here \`${what.en}\` is over all care episodes, in a rule.`,
        },
    cause: days
      ? {
          sv: "En regels rader räknas över gruppens vårdtillfällen eller dygn.",
          en: "The lines of a rule are computed over the care episodes or days of the group.",
        }
      : {
          sv: "Då skulle beloppet bero på vilka vårdtillfällen som råkar finnas i underlaget.",
          en: "The amount would then depend on which care episodes happen to be in the data.",
        },
    advice: days
      ? {
          sv: "Låt regeln gälla dygn, eller skriv ett `mätvärde` som fastställs genom beslut.",
          en: "Let the rule apply to care days, or write a `measured` value that is fixed by decision.",
        }
      : {
          sv: "Stryk `för vårdtillfällen`, eller skriv ett `mätvärde` som fastställs genom beslut.",
          en: "Remove `for care episodes`, or write a `measured` value that is fixed by decision.",
        },
  });
}
