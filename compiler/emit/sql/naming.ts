// Names for queries and columns: what the author called them, each once, short enough for every engine.
// Rule: engines that ignore case must not confuse two names; PostgreSQL cuts at 63 bytes, so names are kept below 50.

export interface Naming {
  /** `wish`, or `wish 2` and so on where that is taken. */
  readonly fresh: (wish: string) => string;
}

export function naming(taken: readonly string[]): Naming {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return {
    fresh: (wish) => {
      const short = shortened(wish);
      let name = short;
      for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${short} ${number}`;
      used.add(name.toLowerCase());
      return name;
    },
  };
}

function shortened(wish: string): string {
  let name = "";
  let bytes = 0;
  for (const letter of wish.replaceAll(/[^\p{L}\p{N}_ -]/gu, " ")) {
    bytes += letter.charCodeAt(0) < 128 ? 1 : 4;
    if (bytes > 44) break;
    name += letter;
  }
  return name.trim() === "" ? "x" : name.trim();
}
