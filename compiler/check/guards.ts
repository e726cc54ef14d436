// Under which readings something stands, and every way in which the questions around it can be read together.
// Rule: only the questions that are involved are combined; all others change nothing.

import type { Documents, Guard } from "../resolve/document.ts";

/** One reading for each question involved, by `document.question`. */
export type Combination = ReadonlyMap<string, string>;

/** True where two pieces of text can stand in one run. */
export function canMeet(a: Guard | undefined, b: Guard | undefined): boolean {
  if (a === undefined || b === undefined || questionId(a) !== questionId(b)) return true;
  return a.readings.some((reading) => b.readings.includes(reading));
}

export function holds(guard: Guard | undefined, combination: Combination): boolean {
  if (guard === undefined) return true;
  const reading = combination.get(questionId(guard));
  return reading !== undefined && guard.readings.includes(reading);
}

/** Every combination of readings of the questions that the guards name; one empty combination where they name none. */
export function combinations(guards: readonly (Guard | undefined)[], documents: Documents): Combination[] {
  const questions = new Map<string, readonly string[]>();
  for (const guard of guards) {
    if (guard === undefined) continue;
    const asked = documents.get(guard.document)?.questions.get(guard.question);
    questions.set(questionId(guard), asked?.readings ?? guard.readings);
  }
  let all: Combination[] = [new Map()];
  for (const [id, readings] of questions) {
    // More than this many is no agreement that people can read; the first ones are still looked at.
    if (all.length * readings.length > mostCombinations) break;
    all = all.flatMap((before) => readings.map((reading) => new Map([...before, [id, reading]])));
  }
  return all;
}

/** `fråga = tolkning` for messages, without the document where it is the one at hand. */
export function combinationText(combination: Combination): string {
  return [...combination].map(([id, reading]) => `${id.slice(id.indexOf(".") + 1)} = ${reading}`).join(", ");
}

const mostCombinations = 10_000;

function questionId(guard: Guard): string {
  return `${guard.document}.${guard.question}`;
}
