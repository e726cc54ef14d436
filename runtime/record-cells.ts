// Cells of plain objects as what columns hold: a number, a moment, or the text of a code.
// Rule: a cell that cannot be right comes out as the reason why, never as a guess; nothing throws.

import { dayOf, monthIndex } from "./calendar.ts";
import { NO, YES } from "./columns.ts";
import { dateFromText, momentFromText, type MomentText } from "./moment-text.ts";
import { oreFromText } from "./money.ts";
import type { RecordField, RefusalReason } from "./records.ts";

/** By its length, as an engine that meets all sorts of cells compares texts by a call. */
export function isEmpty(cell: unknown): cell is null | undefined | "" {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.length === 0);
}

export function readCondition(cell: unknown): number | RefusalReason {
  switch (cell) {
    case true:
    case "true":
    case "ja":
    case "yes":
      return YES;
    case false:
    case "false":
    case "nej":
    case "no":
      return NO;
    default:
      return "not-yes-or-no";
  }
}

export function readDate(cell: unknown): number | RefusalReason {
  const date = typeof cell === "string" ? dateFromText(cell) : noDate;
  return date.ok ? date.day : date.reason;
}

export function readMoment(cell: unknown): MomentText {
  return typeof cell === "string" ? momentFromText(cell) : noDate;
}

const noDate = { ok: false, reason: "form" } as const;

/** `10:15` or `10:15:30`, as seconds of the day. */
export function readClock(cell: unknown): number | RefusalReason {
  const found = /^(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(readText(cell) ?? "");
  if (found === null) return "form";
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3] ?? "0")];
  if (hour === 24) return "hour-24";
  if (second === 60) return "second-60";
  if (hour > 24 || minute > 59 || second > 60) return "no-such-time";
  return hour * 3600 + minute * 60 + second;
}

/** `2020-10`, `2020-Q4` or `2020`, as an index from year 0. */
export function periodReader(period: "month" | "quarter" | "year"): (cell: unknown) => number | RefusalReason {
  return (cell) => {
    const found = /^(\d{4})(?:-(Q?)(\d{1,2}))?$/.exec(readText(cell) ?? "");
    const year = Number(found?.[1]);
    const part = Number(found?.[3] ?? "0");
    const inQuarters = found?.[2] === "Q";
    if (found === null) return "not-a-period";
    if (period === "year") return found[3] === undefined ? year : "not-a-period";
    if (period === "quarter") {
      return inQuarters && part >= 1 && part <= 4 ? year * 4 + part - 1 : "not-a-period";
    }
    const first = inQuarters || found[3]?.length !== 2 ? undefined : dayOf(year, part, 1);
    return first === undefined ? "not-a-period" : monthIndex(first);
  };
}

export function readInteger(cell: unknown): number | RefusalReason {
  const number = typeof cell === "string" && /^-?\d{1,10}$/.test(cell) ? Number(cell) : cell;
  if (typeof number !== "number" || !Number.isSafeInteger(number)) return "not-a-whole-number";
  if (Math.abs(number) > greatestInteger - 2) return "not-a-whole-number";
  return number === 0 ? 0 : number;
}

/** Kronor with at most two decimals, as öre. */
export function readMoney(cell: unknown): number | RefusalReason {
  const ore = oreFromText(readText(cell) ?? "");
  if (ore === undefined || ore > BigInt(greatestInteger) || ore < BigInt(2 - greatestInteger)) {
    return "not-an-amount";
  }
  return Number(ore);
}

/** A number of the host is taken only where it is whole. */
export function readText(cell: unknown): string | undefined {
  if (typeof cell === "string") return cell;
  return typeof cell === "number" && Number.isSafeInteger(cell) ? `${cell}` : undefined;
}

export function choiceReader({ choices }: Pick<RecordField, "choices">): (cell: unknown) => string | undefined {
  return codeReader(choices.map((choice) => [[choice.code, choice.name], choice.code]));
}

export function payerReader(payers: NonNullable<RecordField["payers"]>): (cell: unknown) => string | undefined {
  return codeReader(payers.map((payer) => [[payer.code, payer.name, ...payer.alsoKnownAs], payer.code]));
}

/** Reads one of several spellings; on the same spelling the first entry wins, codes before names. */
function codeReader(
  entries: readonly (readonly [spellings: readonly string[], code: string])[],
): (cell: unknown) => string | undefined {
  const codeOf = new Map<string, string>(entries.map(([, code]) => [code, code]));
  for (const [spellings, code] of entries) {
    for (const spelling of spellings) if (!codeOf.has(spelling)) codeOf.set(spelling, code);
  }
  return (cell) => (typeof cell === "string" ? codeOf.get(cell) : undefined);
}

const greatestInteger = 2_147_483_647;
