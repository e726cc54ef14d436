// Whether a language server that has ended is started again.
// Rule: five times in ten minutes; a server that ends oftener would do so for ever, and a person is told.

export const mostRestarts = 5;
const within = 10 * 60_000;

/** The ends that still count, this one among them; `times` are milliseconds, `now` the last. */
export function recentEnds(times: readonly number[], now: number): readonly number[] {
  return [...times, now].filter((time) => now - time < within);
}

export function startsAgain(recent: readonly number[]): boolean {
  return recent.length <= mostRestarts;
}
