// What Node's `isDeepStrictEqual` answers, for results of runs, where there is no Node.
// Rule: plain data alone: primitives, lists, records, maps and sets of primitives.

export function isDeepStrictEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
  if (a instanceof Map && b instanceof Map) {
    return a.size === b.size && [...a].every(([key, one]) => b.has(key) && isDeepStrictEqual(one, b.get(key)));
  }
  const [ours, theirs] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    ours.size === theirs.size &&
    [...ours].every(([key, one]) => theirs.has(key) && isDeepStrictEqual(one, theirs.get(key)))
  );
}
