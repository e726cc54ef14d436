// Properties that are worked out when they are first read.
// Rule: one getter for all objects, which finds in the object how. A getter that is a closure of its own makes a form of its
// own of an object, and an engine keeps forms, with all that the getter can reach, until it looks through everything that a
// host holds. Objects of every run then make it do so after every few runs.

/** How the properties of an object are worked out. */
const ways = Symbol("ways");

interface Waiting {
  readonly [ways]: Record<string, () => unknown>;
}

/** `thing` itself with further properties; each stays what it was when it was first read. */
export function withLater<T extends object, W extends Readonly<Record<string, () => unknown>>>(
  thing: T,
  later: W,
): T & { readonly [Name in keyof W]: ReturnType<W[Name]> } {
  for (const name of Object.keys(later)) Object.defineProperty(thing, name, { enumerable: true, get: getterOf(name) });
  // What each of the ways gives is what the property of its name holds.
  return Object.defineProperty(thing, ways, { value: { ...later } }) as ReturnType<typeof withLater<T, W>>;
}

const getters: Record<string, (this: Waiting) => unknown> = {};

function getterOf(name: string): (this: Waiting) => unknown {
  return (getters[name] ??= function () {
    const value = this[ways][name]?.();
    this[ways][name] = () => value;
    return value;
  });
}
