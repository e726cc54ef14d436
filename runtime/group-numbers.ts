// What is noted of a group, number by number: where each stands among the numbers of all groups.
// Rule: they stand side by side, so that whatever adds to a group has one column at hand, and one line of memory, not ten.

/** The part of its rule's time that the group belongs to. */
export const PART = 0;
/** The first record that counts, `noRecord` until there is one, with its decision day and the day looked at. */
export const RECORD = 1;
export const DAY = 2;
export const THE_DAY = 3;
/** Earliest and latest decision day of what counts. */
export const FIRST_DAY = 4;
export const LAST_DAY = 5;
/** How many records count, are not charged, and are undecided. */
export const RECORDS = 6;
export const LEFT_OUT = 7;
export const IN_DOUBT = 8;
export const MAY_CHARGE = 9;
/** How many groups something counted in before this one; -1 until something does. */
export const ORDER = 10;
/** The record that was met last, and what it was, not yet settled. */
export const CURRENT = 11;
export const STANDING = 12;
/** The number of the pack that was added last to what the group stands on. */
export const LAST_PACK = 13;

/** Two to the power of `bitsOfAGroup`: some are left over. */
export const numbersOfAGroup = 16;
export const bitsOfAGroup = 4;

/** The place of one of the numbers of a group. */
export function cellOf(row: number, which: number): number {
  return (row << bitsOfAGroup) + which;
}
