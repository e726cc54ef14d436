// Days that no record decides, compared ahead: texts of dates, of the day that decides, and of what never happens.
// Rule: as compiler/ir/fold.ts has it; only constant days are worked out, so that doubt stays where it was.

/** Days from one constant day to another, or where one is never, a sign; undefined where a side is not constant. */
export function daysBetween(left: string, right: string): number | undefined {
  const [a, b] = [constantDay(left), constantDay(right)];
  if (a !== undefined && b !== undefined) return a === b ? 0 : a - b;
  if (right === never && (a !== undefined || left === ownDay)) return -1;
  return left === never && right === ownDay ? 1 : undefined;
}

/** A day as a number, never as one later than all; undefined for what a record decides. */
export function constantDay(text: string): number | undefined {
  if (text === never) return Infinity;
  return /^date -?\d+$/u.test(text) ? Number(text.slice("date ".length)) : undefined;
}

/** Later than every day. */
export const never = "never";
/** The day that decides, where each record has its own. */
export const ownDay = "decision date";
