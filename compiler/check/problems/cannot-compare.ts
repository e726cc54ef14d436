// AV3005. Two different sorts of things are compared.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Comparison, Expression, Language } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function cannotCompare(about: {
  readonly expression: Comparison;
  readonly left: Kind;
  readonly right: Kind;
  readonly language: Language;
}): Problem {
  const { expression, left, right, language } = about;
  const [first, second] = [kindWords(left), kindWords(right)];
  const period = periodOfDate(expression, left, right);
  return problem({
    code: "AV3005",
    span: expression.span,
    headline: { sv: `Här jämförs ${first.sv} med ${second.sv}.`, en: `This compares ${first.en} with ${second.en}.` },
    cause: {
      sv: "Bara saker av samma slag går att jämföra, för annars finns inget rätt svar.",
      en: "Only things of the same sort can be compared; otherwise no answer is right.",
    },
    advice: period === undefined ? adviceFor(left, right) : period.advice,
    fixes:
      period === undefined
        ? []
        : [
            {
              label: {
                sv: `Skriv \`${period.words[language]}\` före`,
                en: `Write \`${period.words[language]}\` before it`,
              },
              edits: [
                { span: { ...period.date.span, end: period.date.span.start }, text: `${period.words[language]} ` },
              ],
            },
          ],
  });
}

/** A date beside a month, quarter or year: its own month, quarter or year is what was meant. */
function periodOfDate(
  { left, right }: Comparison,
  leftKind: Kind,
  rightKind: Kind,
): { readonly date: Expression; readonly words: Words; readonly advice: Words } | undefined {
  const [date, other] = leftKind.kind === "date" ? [left, rightKind] : [right, leftKind];
  if (leftKind.kind !== "date" && rightKind.kind !== "date") return undefined;
  const words = periodWords(other);
  if (words === undefined || date.kind !== "name") return undefined;
  const advice = {
    sv: `Jämför datumets egen: \`${words.sv} ${date.text}\`.`,
    en: `Compare its own: \`${words.en} ${date.text}\`.`,
  };
  return { date, words, advice };
}

function periodWords(kind: Kind): Words | undefined {
  switch (kind.kind) {
    case "month":
      return { sv: "månad för", en: "month for" };
    case "quarter":
      return { sv: "kvartal för", en: "quarter for" };
    case "year":
      return { sv: "år för", en: "year for" };
    default:
      return undefined;
  }
}

function adviceFor(left: Kind, right: Kind): Words {
  const date = [left, right].some((kind) => kind.kind === "date");
  const amount = [left, right].some((kind) => kind.kind === "quantity");
  if (date && amount) {
    return {
      sv: "Jämför datumet med ett datum, till exempel `… + 3 dagar`, eller räkna dagarna med `kalenderdagar från … till …`.",
      en: "Compare the date with a date, such as `… + 3 days`, or count the days with `calendar days from … to …`.",
    };
  }
  return {
    sv: `Skriv ${kindWords(left).sv} till höger, eller ${kindWords(right).sv} till vänster.`,
    en: `Write ${kindWords(left).en} on the right, or ${kindWords(right).en} on the left.`,
  };
}
