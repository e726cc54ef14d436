import { replaceWith, type Problem } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8108. */
export function eventNotGivenSo(span: Span, event: string): Problem {
  return scenarioProblem({
    code: "AV8108",
    span,
    headline: {
      sv: `Jag kan inte läsa när \`${event}\` inträffade.`,
      en: `I cannot read when \`${event}\` happened.`,
    },
    cause: {
      sv: "En händelse inträffar en dag, eller har inte inträffat.",
      en: "An event happens on a day, or has not happened.",
    },
    advice: {
      sv: `Skriv \`${event}: 2021-03-01\`, eller \`${event}: inte\`.`,
      en: `Write \`${event}: 2021-03-01\`, or \`${event}: not-yet\`.`,
    },
  });
}

/** AV8109. `example`: how an amount of its kind is written. */
export function valueNotGivenSo(span: Span, value: string, example: string): Problem {
  return scenarioProblem({
    code: "AV8109",
    span,
    headline: {
      sv: `Jag kan inte läsa vad \`${value}\` ska vara.`,
      en: `I cannot read what \`${value}\` is to be.`,
    },
    cause: {
      sv: "Ett värde är ett tal med decimalkomma och värdets egen enhet.",
      en: "A value is a number with a decimal comma and the value's own unit.",
    },
    advice: {
      sv: `Skriv \`${value}: ${example}\`, från en viss dag \`${value}@2021-01-01: ${example}\`.`,
      en: `Write \`${value}: ${example}\`, from a certain day on \`${value}@2021-01-01: ${example}\`.`,
    },
  });
}

/** AV8111. `example`: how what the step gives is written; `guess`: the same number, written so. */
export function stepNotGivenSo(span: Span, step: string, example: string, guess: string | undefined): Problem {
  return scenarioProblem({
    code: "AV8111",
    span,
    headline: {
      sv: `Steget \`${step}\` kan inte ge det som står här.`,
      en: `The step \`${step}\` cannot give what stands here.`,
    },
    cause: {
      sv: "Ett steg jämförs exakt, med sin egen enhet. Ett steg som inte går att räkna ut är `saknas`.",
      en: "A step is compared exactly, in its own unit. A step that cannot be worked out is `missing`.",
    },
    advice: { sv: `Skriv till exempel \`${step}: ${example}\`.`, en: `Write for example \`${step}: ${example}\`.` },
    fixes: guess === undefined ? [] : [replaceWith(span, guess)],
  });
}

/** AV8111. An amount, a quantity or a price of a line; `guess`: the same number, written so. */
export function amountNotGivenSo(span: Span, text: string, example: string, guess: string | undefined): Problem {
  return scenarioProblem({
    code: "AV8111",
    span,
    headline: { sv: `Jag kan inte läsa \`${text}\` här.`, en: `I cannot read \`${text}\` here.` },
    cause: {
      sv: "Belopp och mängder jämförs exakt: decimalkomma, tusental i grupper om tre, och enheten efter.",
      en: "Amounts and quantities are compared exactly: decimal comma, thousands in groups of three, and the unit after.",
    },
    advice: { sv: `Skriv till exempel \`${example}\`.`, en: `Write for example \`${example}\`.` },
    fixes: guess === undefined ? [] : [replaceWith(span, guess)],
  });
}

/** AV8112. */
export function periodNotGivenSo(span: Span, text: string): Problem {
  return scenarioProblem({
    code: "AV8112",
    span,
    headline: { sv: `\`${text}\` är ingen period.`, en: `\`${text}\` is no period.` },
    cause: {
      sv: "En period är en månad, ett kvartal, ett år eller en dag.",
      en: "A period is a month, a quarter, a year or a day.",
    },
    advice: {
      sv: "Skriv `2022-04`, `2022-Q2`, `2022` eller `2022-04-08`.",
      en: "Write `2022-04`, `2022-Q2`, `2022` or `2022-04-08`.",
    },
  });
}
