// Names of generated code: camelCase ASCII, whole words, from the code names that the agreement gives.
// Rule: the same program gives the same names; two things of one file never share one.

/** `ready_days` and `överskott-per-dag` → `readyDays`, `overskottPerDag`. */
export function camelCase(written: string): string {
  const words = folded(written)
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
  const joined = words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
  return /^[A-Za-z]/.test(joined) ? joined : `the${joined}`;
}

export function pascalCase(written: string): string {
  return upperFirst(camelCase(written));
}

/** å ä ö é ü without their marks, which are all the letters beyond ASCII that a name may have. */
export function folded(written: string): string {
  return [...written.normalize("NFC")].map((letter) => plainLetters.get(letter) ?? letter).join("");
}

/** Gives each thing a name of its own; asking again for the same thing gives the same name. */
export interface Naming {
  /** `wish` where it is free and no word of the language; else `second`, else that with a number. */
  readonly nameOf: (thing: string, wish: string, second?: string) => string;
}

/** `taken` are names that the file has already: what it imports, and what every evaluator is made of. */
export function naming(taken: readonly string[]): Naming {
  const used = new Set<string>([...taken, ...reservedWords]);
  const given = new Map<string, string>();
  const nameOf = (thing: string, wish: string, second = wish): string => {
    const known = given.get(thing);
    if (known !== undefined) return known;
    let free = used.has(wish) ? second : wish;
    for (let count = 2; used.has(free); count += 1) free = `${second}${count}`;
    used.add(free);
    given.set(thing, free);
    return free;
  };
  return { nameOf };
}

const plainLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({ å: "a", ä: "a", ö: "o", é: "e", ü: "u", Å: "A", Ä: "A", Ö: "O", É: "E", Ü: "U" }),
);

/** What may not name a function or a constant of a strict module, and what would hide something every file has. */
const reservedWords: readonly string[] = [
  ..."break case catch class const continue debugger default delete do else enum export extends false finally for".split(
    " ",
  ),
  ..."function if import in instanceof new null return super switch this throw true try typeof var void while".split(
    " ",
  ),
  ..."with yield let static implements interface package private protected public await async eval arguments".split(
    " ",
  ),
  ..."undefined NaN Infinity Object Array Map Set Number String Boolean BigInt Symbol Math Date JSON Error".split(" "),
  ..."Int32Array Uint8Array Promise Reflect Proxy Function globalThis constructor toString valueOf prototype".split(
    " ",
  ),
];

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
