// One text for one value: JSON with sorted keys and no white space, the form that hashes are taken of.
// Rule: keys are sorted by UTF-16 unit, never by a locale; what JSON cannot say is our own fault.

/** Canonical JSON of plain data; two equal values give the same text whatever order they were built in. */
export function canonical(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new RangeError("Only whole numbers have one canonical form.");
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object") return `{${entriesOf(value).join(",")}}`;
  throw new TypeError(`No canonical form for a ${typeof value}.`);
}

function entriesOf(value: object): string[] {
  return Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`);
}
