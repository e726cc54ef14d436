// Texts that are made a piece at a time, so that a result of any size is written without being held.
// Rule: a piece ends where a sign ends, and whoever goes through the pieces again gets the same text.

/** Made anew each time that somebody goes through them. A text that is there already is one piece. */
export type Pieces = Iterable<string>;

export function inPieces(make: () => Iterable<string>): Pieces {
  return { [Symbol.iterator]: () => make()[Symbol.iterator]() };
}

/** Where the whole is known to be small, or is looked at by itself. */
export function joined(pieces: Pieces): string {
  return typeof pieces === "string" ? pieces : [...pieces].join("");
}

/** The same text in fewer pieces, so that each call that writes has something to do. */
export function* gathered(pieces: Pieces): Iterable<string> {
  if (typeof pieces === "string") {
    yield pieces;
    return;
  }
  let held: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < worthWriting) continue;
    yield held.join("");
    held = [];
    length = 0;
  }
  if (length > 0) yield held.join("");
}

/** Signs of text. */
const worthWriting = 1 << 16;

/** A thing for each line of a text. */
export function jsonLines<T>(things: Iterable<T>, shown: (thing: T) => object): Pieces {
  return inPieces(function* () {
    for (const thing of things) yield `${JSON.stringify(shown(thing))}\n`;
  });
}

/** The text that `JSON.stringify(document, null, 2)` gives and a line end; a list of the document is made by its elements. */
export function jsonInPieces(document: object): Pieces {
  return inPieces(function* () {
    let before = "{\n";
    for (const [key, value] of Object.entries(document)) {
      yield `${before}  ${JSON.stringify(key)}: `;
      if (isList(value)) yield* listInPieces(value);
      else yield indented(value, 2);
      before = ",\n";
    }
    yield before === "{\n" ? "{}\n" : "\n}\n";
  });
}

/** A list whose elements are made when they are written. */
export function eachAs<T>(things: Iterable<T>, shown: (thing: T) => object): Iterable<object> {
  return {
    *[Symbol.iterator]() {
      for (const thing of things) yield shown(thing);
    },
  };
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function* listInPieces(list: Iterable<unknown>): Iterable<string> {
  let before = "[\n    ";
  for (const element of list) {
    yield `${before}${indented(element, 4)}`;
    before = ",\n    ";
  }
  yield before.startsWith("[") ? "[]" : "\n  ]";
}

/** No text of JSON holds a line end of its own, so that each that there is may be moved in. */
function indented(value: unknown, by: number): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${" ".repeat(by)}`);
}
