// The order of clauses: numbers in places as numbers, so that 12.3 stands before 12.10.
// Rule: the same order whichever side is called first.

import { byCodePoint } from "@avtal/runtime/code-point-order";

export function byPlace(a: string, b: string): number {
  const [partsA, partsB] = [parts(a), parts(b)];
  for (let index = 0; index < Math.min(partsA.length, partsB.length); index += 1) {
    const order = byPart(partsA[index] ?? "", partsB[index] ?? "");
    if (order !== 0) return order;
  }
  return partsA.length - partsB.length;
}

function parts(place: string): readonly string[] {
  return place.match(/\d+|\D+/gu) ?? [];
}

function byPart(a: string, b: string): number {
  const areNumbers = /^\d/u.test(a) && /^\d/u.test(b);
  if (!areNumbers) return byCodePoint(a, b);
  const [numberA, numberB] = [BigInt(a), BigInt(b)];
  return numberA < numberB ? -1 : numberA > numberB ? 1 : 0;
}
