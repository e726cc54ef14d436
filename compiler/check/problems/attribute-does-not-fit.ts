// AV3015. Something is asked for its date, month or register fact, and has none.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Declaration } from "../../resolve/bindings.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";
import { nameWords } from "../name-words.ts";

type Attribute = Extract<Expression, { kind: "attribute" }>;

export function attributeDoesNotFit(about: {
  readonly expression: Attribute;
  readonly of: Kind;
  readonly declaration: Declaration;
}): Problem {
  const { expression, of, declaration } = about;
  const asked = nameWords(expression.name);
  const what = kindWords(of);
  const needless = of.kind === "date" && declaration.kind === "builtIn" && declaration.builtIn === "dateOf";
  return problem({
    code: "AV3015",
    span: needless ? { ...expression.span, end: expression.of.span.start } : expression.span,
    headline: needless
      ? {
          sv: `\`${asked.sv} för\` behövs inte, för det som följer är redan ett datum.`,
          en: `\`${asked.en} for\` is not needed: what follows is a date already.`,
        }
      : {
          sv: `Här står \`${asked.sv} för\` något som är ${what.sv}.`,
          en: `Here stands \`${asked.en} for\` something that is ${what.en}.`,
        },
    cause: causeFor(asked, declaration),
    advice: needless
      ? { sv: "Stryk orden.", en: "Remove the words." }
      : { sv: "Skriv något annat efter `för`.", en: "Write something else after `for`." },
    fixes: needless
      ? [
          {
            label: { sv: `Stryk \`${asked.sv} för\``, en: `Remove \`${asked.en} for\`` },
            edits: [{ span: { ...expression.span, end: expression.of.span.start }, text: "" }],
          },
        ]
      : [],
  });
}

function causeFor(asked: Words, declaration: Declaration): Words {
  if (declaration.kind === "registerFact") {
    const register = declaration.register.name.text;
    return {
      sv: `\`${asked.sv}\` är en uppgift om betalarna i registret \`${register}\`.`,
      en: `\`${asked.en}\` is a fact about the payers in the register \`${register}\`.`,
    };
  }
  const builtIn = declaration.kind === "builtIn" ? declaration.builtIn : undefined;
  if (builtIn === "dateOf" || builtIn === "clockOf") {
    return {
      sv: "Bara en tidpunkt har både datum och klockslag.",
      en: "Only a moment has both a date and a time of day.",
    };
  }
  if (builtIn === "monthOf" || builtIn === "quarterOf" || builtIn === "yearOf") {
    return {
      sv: "Bara datum och tidpunkter ligger i en månad, ett kvartal och ett år.",
      en: "Only dates and moments lie in a month, a quarter and a year.",
    };
  }
  return {
    sv: `\`${asked.sv}\` är ett eget namn. Före \`för\` står datum, klockslag, månad, kvartal, år eller en uppgift ur ett register.`,
    en: `\`${asked.en}\` is a name of its own. Before \`for\` stands date, time of day, month, quarter, year or a fact of a register.`,
  };
}
