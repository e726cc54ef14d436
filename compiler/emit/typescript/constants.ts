// Constants of a generated module: dates, clock times, periods, fractions and what a weekday is, each once and by name.

import { civilDate, dateText, monthText, quarterText } from "@avtal/runtime/calendar";
import { ratioFromText } from "@avtal/runtime/ratio";
import type { QuantityUnit } from "../../ir/ir.ts";
import { array, number, text, type Code } from "./code.ts";
import { library, type Emission } from "./emission.ts";
import { camelCase } from "./naming.ts";

export function dayConstant(emission: Emission, day: number): Code {
  const { year, month, day: dayOfMonth } = civilDate(day);
  const wish = `date${year}${two(month)}${two(dayOfMonth)}`;
  return emission.hoisted(`date ${day}`, wish, { value: number(day), doc: dateText(day) });
}

export function periodConstant(emission: Emission, of: "month" | "quarter" | "year", index: number): Code {
  const shown = { month: monthText, quarter: quarterText, year: String }[of](index);
  const wish = `${of}${shown.replace(/[^0-9Q]/g, "")}`;
  return emission.hoisted(`${of} ${index}`, wish, { value: number(index), doc: shown });
}

export function clockConstant(emission: Emission, seconds: number): Code {
  const shown = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two);
  return emission.hoisted(`clock ${seconds}`, `clock${shown.join("")}`, {
    value: number(seconds),
    doc: `kl. ${shown.join(".")}`,
  });
}

/** `1,3 dagar` is `days1Point3`, `7 800 kr` is `kronor7800`. */
/** Whole amounts up to this are plain numbers in generated code. */
const greatestWhole = 2_147_483_645n;

export function fractionConstant(emission: Emission, exact: string, unit: QuantityUnit): Code {
  const { over, under } = ratioFromText(exact);
  if (under === 1n && over > -greatestWhole && over < greatestWhole) return number(Number(over));
  const parts: readonly Code[] = [
    { kind: "bigint", value: over },
    { kind: "bigint", value: under },
  ];
  return emission.hoisted(`fraction ${exact} ${unit}`, fractionName(over, under, unit), {
    value: library(emission, "ratio", ...parts.slice(0, under === 1n ? 1 : 2)),
  });
}

/** What is no weekday in a document. */
export function weekdaysConstant(emission: Emission, document: string): Code {
  const except = emission.program.documents.find(({ name }) => name === document)?.weekdaysExcept ?? [];
  const wish = `${camelCase(document)}DaysOff`;
  return emission.hoisted(`weekdays ${document}`, wish, {
    value: { kind: "new", callee: "Set", arguments: [array(except.map(text))] },
    type: `ReadonlySet<${emission.use("type ExceptedDay").slice(5)}>`,
  });
}

function fractionName(over: bigint, under: bigint, unit: QuantityUnit): string {
  const inKronor = unit === "money" || unit === "moneyPerDay";
  const [top, bottom] = inKronor ? reduced(over, under * 100n) : [over, under];
  const size = top < 0n ? -top : top;
  const sign = top < 0n ? "Minus" : "";
  return `${unitWords[unit]}${sign}${decimalWords(size, bottom) ?? `${size}Over${bottom}`}`;
}

const unitWords: Readonly<Record<QuantityUnit, string>> = {
  days: "days",
  weekdays: "weekdays",
  careDays: "careDays",
  hours: "hours",
  count: "count",
  number: "number",
  money: "kronor",
  moneyPerDay: "kronorPerDay",
  other: "amount",
};

/** `13/10` → `1Point3`; undefined where the decimals never end. */
function decimalWords(over: bigint, under: bigint): string | undefined {
  for (let decimals = 0; decimals <= 9; decimals += 1) {
    const scale = 10n ** BigInt(decimals);
    if ((over * scale) % under !== 0n) continue;
    const digits = String((over * scale) / under).padStart(decimals + 1, "0");
    const whole = digits.slice(0, digits.length - decimals);
    return decimals === 0 ? whole : `${whole}Point${digits.slice(digits.length - decimals)}`;
  }
  return undefined;
}

function reduced(over: bigint, under: bigint): readonly [bigint, bigint] {
  let [a, b] = [over < 0n ? -over : over, under];
  while (b !== 0n) [a, b] = [b, a % b];
  return [over / a, under / a];
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
