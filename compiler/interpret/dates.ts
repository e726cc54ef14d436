// Dates and moments in expressions: shifting them, counting between them, and taking their parts.
// Rule: absent operands make absent results; an event that has not happened has no date to count with.

import { monthIndex, quarterIndex, yearIndex } from "@avtal/runtime/calendar";
import { NOT_KNOWN } from "@avtal/runtime/columns";
import { truth, type Truth } from "@avtal/runtime/kleene";
import { isWhole, plus, times, whole } from "@avtal/runtime/ratio";
import { begunDays, calendarDays } from "@avtal/runtime/spans";
import { addWeekdays, isWeekday, weekdaysInSpan, type ExceptedDay } from "@avtal/runtime/weekdays";
import { exactOf } from "./arithmetic.ts";
import { absentAmong, dateOf, isAbsent, missing, quantityOf, type Value } from "./values.ts";

const secondsPerHour = 3_600;
const secondsPerDay = 86_400;

export type Shift =
  { readonly by: "days" | "hours" } | { readonly by: "weekdays"; readonly except: ReadonlySet<ExceptedDay> };

/** A date plus days or weekdays, a moment plus hours. What is no whole day (or second) away is missing. */
export function shifted(from: Value, amount: Value, shift: Shift): Value {
  const absent = absentAmong([from, amount]);
  if (absent !== undefined) return absent;
  if (from.kind === "never") return missing;
  const exact = exactOf(amount);
  if (shift.by === "hours") {
    const seconds = times(exact, whole(secondsPerHour));
    if (!isWhole(seconds)) return missing;
    const { day, seconds: ofDay } = momentIn(from);
    return momentAt(plus(seconds, whole(day * secondsPerDay + ofDay)).over);
  }
  if (!isWhole(exact)) return missing;
  const count = Number(exact.over);
  return dateOf(shift.by === "weekdays" ? addWeekdays(dayIn(from), count, shift.except) : dayIn(from) + count);
}

/** Calendar days where `except` is null, else weekdays. */
export function daysBetween(
  span: { readonly from: Value; readonly fromCounted: boolean; readonly to: Value; readonly toCounted: boolean },
  except: ReadonlySet<ExceptedDay> | null,
): Value {
  const absent = absentAmong([span.from, span.to]);
  if (absent !== undefined) return absent;
  if (span.from.kind === "never" || span.to.kind === "never") return missing;
  const [from, to] = [dayIn(span.from), dayIn(span.to)];
  const { fromCounted, toCounted } = span;
  const count =
    except === null
      ? calendarDays(from, fromCounted, to, toCounted)
      : weekdaysInSpan({ from, fromCounted, to, toCounted, except });
  return quantityOf(whole(count));
}

export function begunDaysBetween(from: Value, to: Value): Value {
  const absent = absentAmong([from, to]);
  if (absent !== undefined) return absent;
  const [start, end] = [momentIn(from), momentIn(to)];
  return quantityOf(whole(begunDays(start.day, start.seconds, end.day, end.seconds)));
}

export function dateOfValue(of: Value): Value {
  if (isAbsent(of) || of.kind === "never") return of;
  return dateOf(of.kind === "moment" ? of.day : dayIn(of));
}

export function clockOfValue(of: Value): Value {
  return isAbsent(of) ? of : { kind: "clock", seconds: momentIn(of).seconds };
}

export function periodOfValue(period: "month" | "quarter" | "year", of: Value): Value {
  if (isAbsent(of)) return of;
  if (of.kind === "never") return missing;
  const day = of.kind === "moment" ? of.day : dayIn(of);
  switch (period) {
    case "month":
      return { kind: "period", of: period, index: monthIndex(day) };
    case "quarter":
      return { kind: "period", of: period, index: quarterIndex(day) };
    case "year":
      return { kind: "period", of: period, index: yearIndex(day) };
  }
}

export function isWeekdayValue(of: Value, except: ReadonlySet<ExceptedDay>): Truth {
  if (isAbsent(of) || of.kind === "never") return NOT_KNOWN;
  return truth(isWeekday(of.kind === "moment" ? of.day : dayIn(of), except));
}

function dayIn(value: Value): number {
  if (value.kind !== "date") throw new Error(`A ${value.kind} stands where a date is needed.`);
  return value.day;
}

function momentIn(value: Value): { readonly day: number; readonly seconds: number } {
  if (value.kind !== "moment") throw new Error(`A ${value.kind} stands where a moment is needed.`);
  return value;
}

function momentAt(secondsFromStart: bigint): Value {
  const total = Number(secondsFromStart);
  const day = Math.floor(total / secondsPerDay);
  return { kind: "moment", day, seconds: total - day * secondsPerDay };
}
