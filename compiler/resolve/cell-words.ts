// A row of a value in a few words, for lists of what changes.
// Rule: a plain quantity is shown as it was written; anything longer is only named, and can be read where it stands.

import { spelling, type Concept, type Language } from "@avtal/grammar/keywords";
import { dateText } from "@avtal/runtime/calendar";
import type { Words } from "../problem.ts";
import type { Cell, NumberLiteral, UnitWord, ValueRow } from "../syntax/ast.ts";

export function cellWords({ content }: ValueRow): Words {
  if (content.kind === "table") {
    const cells = content.rows.map((row) => ({
      keys: row.keys.map((key) => key.text).join(", "),
      says: words(row.cell),
    }));
    return {
      sv: cells.map(({ keys, says }) => `${keys}: ${says.sv}`).join("; "),
      en: cells.map(({ keys, says }) => `${keys}: ${says.en}`).join("; "),
    };
  }
  return words(content.cell);
}

function words(cell: Cell): Words {
  switch (cell.kind) {
    case "notKnown":
      return { sv: spelling("missing", "sv"), en: spelling("missing", "en") };
    case "number":
      return { sv: quantity(cell, "sv"), en: quantity(cell, "en") };
    case "date":
      return cell.day === undefined ? calculated : { sv: dateText(cell.day), en: dateText(cell.day) };
    case "text":
    case "name":
      return { sv: cell.text, en: cell.text };
    default:
      return calculated;
  }
}

const calculated: Words = { sv: "räknas på ett nytt sätt", en: "is worked out in a new way" };

function quantity({ digits, unit }: NumberLiteral, language: Language): string {
  const [whole = "", decimals] = digits.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, " ");
  const number = decimals === undefined ? grouped : `${grouped},${decimals}`;
  return unit === undefined ? number : `${number} ${unitWord(unit, language)}`;
}

const units: Readonly<Record<Exclude<UnitWord, "percent">, Concept>> = {
  days: "days",
  weekdays: "weekdays",
  careDays: "careDays",
  hours: "hours",
  months: "months",
  kronor: "kronor",
  kronorPerDay: "kronorPerDay",
};

function unitWord(unit: UnitWord, language: Language): string {
  return unit === "percent" ? "%" : spelling(units[unit], language);
}
