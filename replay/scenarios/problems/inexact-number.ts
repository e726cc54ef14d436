import { replaceWith, type Problem } from "@avtal/compiler/problem";
import type { PlainText } from "../read/plain.ts";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8010. A number that YAML would turn into a binary one, or that has no unit where one is needed. */
export function inexactNumber(found: PlainText, example: string): Problem {
  const repaired = withComma(found.text);
  return scenarioProblem({
    code: "AV8010",
    span: found.span,
    headline: {
      sv: `\`${found.text}\` är ett tal på datorns sätt.`,
      en: `\`${found.text}\` is a number in the computer's way.`,
    },
    cause: {
      sv: "Belopp och mängder jämförs exakt. De skrivs som i avtalet: decimalkomma, tusental i grupper, och enheten efter.",
      en: "Amounts and quantities are compared exactly. They are written as in the agreement: decimal comma, thousands in groups, and the unit after.",
    },
    advice: { sv: `Skriv till exempel \`${example}\`.`, en: `Write for example \`${example}\`.` },
    fixes: repaired === undefined ? [] : [replaceWith(found.span, `${repaired} ${unitOf(example)}`.trim())],
  });
}

/** `9300.10` as `9 300,10`; undefined for exponents, hexadecimal numbers and the like. */
function withComma(text: string): string | undefined {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (found === null) return undefined;
  const whole = (found[2] ?? "").replaceAll(/\B(?=(?:\d{3})+$)/g, " ");
  return `${found[1] ?? ""}${whole}${found[3] === undefined ? "" : `,${found[3]}`}`;
}

function unitOf(example: string): string {
  return /[a-zåäö%/]+$/u.exec(example)?.[0] ?? "";
}
