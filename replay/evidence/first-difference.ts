// The first place in which two pieces of plain JSON differ, for people: `lines › 0126-2022-03-genomsnitt › amount`.
// Rule: places only, never a value; an element of a list is named by its id where it has one.

import { isRecord } from "./read-manifest.ts";

/** Undefined where they are equal. Keys are looked at in the order of the first. */
export function firstDifference(a: unknown, b: unknown): string | undefined {
  const place = difference(a, b, []);
  return place === undefined ? undefined : place.join(" › ");
}

function difference(a: unknown, b: unknown, at: readonly string[]): readonly string[] | undefined {
  if (Array.isArray(a) && Array.isArray(b)) return inLists(a, b, at);
  if (isRecord(a) && isRecord(b)) return inRecords(a, b, at);
  return a === b ? undefined : at;
}

function inLists(a: readonly unknown[], b: readonly unknown[], at: readonly string[]): readonly string[] | undefined {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const found = difference(a[index], b[index], [...at, nameOf(a[index] ?? b[index], index)]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inRecords(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
  at: readonly string[],
): readonly string[] | undefined {
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = difference(a[key], b[key], [...at, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nameOf(element: unknown, index: number): string {
  const id = isRecord(element) ? (element["id"] ?? element["name"] ?? element["path"]) : undefined;
  return typeof id === "string" ? id : String(index + 1);
}
