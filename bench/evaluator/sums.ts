// What every rival sums per payer and month, and how its sums become lines.
// Rule: exact from the sums on: whole numbers of any size, rounded once for each line.

export interface Answer {
  /** `payer period amount-in-öre`, sorted. */
  readonly lines: readonly string[];
  readonly inRule: number;
  readonly notCharged: number;
  readonly undecided: number;
}

export interface Sums {
  readonly episodes: Int32Array;
  readonly days: Int32Array;
  readonly counting: Int32Array;
  inRule: number;
  notCharged: number;
  undecided: number;
}

/** Months of a payer, from 2022-01 on. */
export const months = 24;
/** 2022-01-01 */
export const firstDay = 18_993;
/** Threshold of 13/10 days and 9 300 kr a day, as the run supplies them. */
const [limitOver, limitUnder, price] = [13, 10, 930_000];

export function newSums(payers: number): Sums {
  const cells = (): Int32Array => new Int32Array(payers * months);
  return { episodes: cells(), days: cells(), counting: cells(), inRule: 0, notCharged: 0, undecided: 0 };
}

/** Months since 2022-01 of a day since 2022-01-01. */
export function monthTable(): Int32Array {
  return Int32Array.from({ length: 366 }, (_, day) => {
    const date = new Date((firstDay + day) * 86_400_000);
    return (date.getUTCFullYear() - 2022) * 12 + date.getUTCMonth();
  });
}

export function answerOf(sums: Sums, payers: readonly string[]): Answer {
  const lines: string[] = [];
  for (const [payer, code] of payers.entries()) {
    for (let month = 0; month < months; month += 1) {
      const cell = payer * months + month;
      const episodes = BigInt(sums.episodes[cell] ?? 0);
      const over = BigInt(limitUnder) * BigInt(sums.days[cell] ?? 0) - BigInt(limitOver) * episodes;
      if (episodes === 0n || over <= 0n) continue;
      const under = BigInt(limitUnder) * episodes;
      const exact = over * BigInt(sums.counting[cell] ?? 0) * BigInt(price);
      const ore = (2n * exact + under) / (2n * under);
      lines.push(`${code} ${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")} ${ore}`);
    }
  }
  return { lines: lines.sort(), inRule: sums.inRule, notCharged: sums.notCharged, undecided: sums.undecided };
}
