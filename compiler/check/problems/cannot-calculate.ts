// AV3004. Something that is no amount stands in a calculation, or a date is moved by something that does not move it.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Arithmetic } from "../kind-of-arithmetic.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function cannotCalculate(about: {
  readonly expression: Arithmetic;
  readonly left: Kind;
  readonly right: Kind;
}): Problem {
  const { expression, left, right } = about;
  const [first, second] = [kindWords(left), kindWords(right)];
  const sign = expression.operator;
  return problem({
    code: "AV3004",
    span: expression.span,
    headline: doneWith(sign, first, second),
    cause: causeFor(left, right),
    advice: adviceFor(left, right, sign),
  });
}

function doneWith(sign: Arithmetic["operator"], first: Words, second: Words): Words {
  switch (sign) {
    case "+":
      return { sv: `Här läggs ${first.sv} ihop med ${second.sv}.`, en: `This adds ${first.en} and ${second.en}.` };
    case "-":
      return { sv: `Här dras ${second.sv} från ${first.sv}.`, en: `This takes ${second.en} from ${first.en}.` };
    case "*":
      return {
        sv: `Här multipliceras ${first.sv} med ${second.sv}.`,
        en: `This multiplies ${first.en} by ${second.en}.`,
      };
    case "/":
      return { sv: `Här delas ${first.sv} med ${second.sv}.`, en: `This divides ${first.en} by ${second.en}.` };
  }
}

function causeFor(left: Kind, right: Kind): Words {
  if (isTime(left) || isTime(right)) {
    return {
      sv: "Ett datum flyttas med hela dagar eller vardagar, en tidpunkt med hela timmar. Datumet står först.",
      en: "A date is moved by whole days or weekdays, a moment by whole hours. The date stands first.",
    };
  }
  const stranger = kindWords(left.kind === "quantity" ? right : left);
  return {
    sv: `De fyra räknesätten gäller mängder och belopp, och ${stranger.sv} är ingetdera.`,
    en: `Calculations are made with amounts, and ${stranger.en} is not one.`,
  };
}

function adviceFor(left: Kind, right: Kind, sign: Arithmetic["operator"]): Words {
  if (isTime(left) && isTime(right) && sign === "-") {
    return {
      sv: "Räkna dagarna mellan dem: `kalenderdagar från … (räknas inte) till … (räknas)`.",
      en: "Count the days between them: `calendar days from … (not counted) to … (counted)`.",
    };
  }
  if (left.kind === "moment" && right.kind === "quantity") {
    return {
      sv: "Räkna från datumet: `datum för …` före dagarna.",
      en: "Count from its date: `date for …` before the days.",
    };
  }
  if (left.kind === "condition" || right.kind === "condition") {
    return {
      sv: "Säg vad som gäller i vilket fall: `A om villkor annars B`, gärna inom parentes.",
      en: "Say what holds in which case: `A if condition otherwise B`, best in parentheses.",
    };
  }
  return { sv: "Skriv något med en mängd eller ett belopp här.", en: "Write something that is an amount here." };
}

function isTime(kind: Kind): boolean {
  return ["date", "moment", "clock", "month", "quarter", "year"].includes(kind.kind);
}
