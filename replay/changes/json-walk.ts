// Walks plain data: what a program holds, whatever it is made of.
// Rule: nothing is changed in place; what stays the same stays the same object.

/** Whether two things hold the same; what is one object is not looked into. */
export function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const held = Object.entries(a);
  if (held.length !== Object.keys(b).length) return false;
  return held.every(([key, part]) => Object.hasOwn(b, key) && isAlike(part, Reflect.get(b, key)));
}

/** Every object in `thing`, outermost first. */
export function* objectsIn(thing: unknown): Generator<object> {
  if (typeof thing !== "object" || thing === null) return;
  if (!Array.isArray(thing)) yield thing;
  for (const part of Object.values(thing)) yield* objectsIn(part);
}

/** `thing` with every object replaced for which `change` gives another one; a replacement is not entered. */
export function withObjects<T>(thing: T, change: (part: object) => object | undefined): T;
export function withObjects(thing: unknown, change: (part: object) => object | undefined): unknown {
  if (typeof thing !== "object" || thing === null) return thing;
  if (Array.isArray(thing)) {
    const items: readonly unknown[] = thing;
    const changed = items.map((item) => withObjects(item, change));
    return changed.every((item, index) => item === items[index]) ? thing : changed;
  }
  const other = change(thing);
  if (other !== undefined) return other;
  const entries: [string, unknown][] = Object.entries(thing);
  const changed = entries.map(([key, held]): [string, unknown] => [key, withObjects(held, change)]);
  return changed.every(([, held], index) => held === entries[index]?.[1]) ? thing : Object.fromEntries(changed);
}
