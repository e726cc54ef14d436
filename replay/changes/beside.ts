// Lines of two sides beside each other: what one says and the other does not, and what both say differently.

import type { LineBesideLine } from "./change.ts";
import type { SaidLine } from "./said-lines.ts";

/** In the order of `b`; a line that only `a` has stands where it stood. Lines that are the same are left out. */
export function besideEachOther(a: readonly SaidLine[], b: readonly SaidLine[]): readonly LineBesideLine[] {
  const textsA = new Set(a.map(textIn));
  const textsB = new Set(b.map(textIn));
  const onlyA = a.filter((line) => !textsB.has(textIn(line)));
  const onlyB = b.filter((line) => !textsA.has(textIn(line)));
  const paired = new Set<SaidLine>();
  const changed = onlyB.map((line): LineBesideLine => {
    const old = onlyA.find((other) => other.slot === line.slot && !paired.has(other));
    if (old !== undefined) paired.add(old);
    return { a: old?.text ?? null, b: line.text };
  });
  const gone = onlyA.filter((line) => !paired.has(line)).map(({ text }): LineBesideLine => ({ a: text, b: null }));
  return [...gone, ...changed];
}

function textIn({ slot, text }: SaidLine): string {
  return `${slot}\n${text}`;
}
