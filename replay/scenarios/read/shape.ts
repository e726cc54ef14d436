// The shapes that a scenario file is made of, asked for one at a time: keys, texts, lists, whole numbers.
// Rule: what has another shape is one problem and is then left out; nothing is guessed from it.

import type { Problem, Words } from "@avtal/compiler/problem";
import { nearest } from "@avtal/compiler/nearest";
import { emptyList } from "../problems/empty-list.ts";
import { commaInBraces } from "../problems/comma-in-braces.ts";
import { inexactNumber } from "../problems/inexact-number.ts";
import { keyTwice } from "../problems/key-twice.ts";
import { otherShape } from "../problems/other-shape.ts";
import { unknownKey } from "../problems/unknown-key.ts";
import type { Keys } from "./keys.ts";
import type { Plain, PlainEntry, PlainMap, PlainText } from "./plain.ts";

export interface Reader {
  readonly problems: Problem[];
}

export interface Entries<Key extends string> {
  readonly found: ReadonlyMap<Key, PlainEntry>;
  /** Entries whose key is none of the table's: facts, steps or questions, or a mistake. */
  readonly others: readonly PlainEntry[];
}

/** Sorts the entries of a map by the table of keys, in either language. */
export function entriesOf<Key extends string>(map: PlainMap, keys: Keys<Key>, reader: Reader): Entries<Key> {
  const found = new Map<Key, PlainEntry>();
  const others = new Map<string, PlainEntry>();
  for (const entry of withoutTornNumbers(map, reader)) {
    const key = keyOf(entry.key.text, keys);
    const first = key === undefined ? others.get(entry.key.text) : found.get(key);
    if (first !== undefined) reader.problems.push(keyTwice(entry.key, first.key));
    else if (key === undefined) others.set(entry.key.text, entry);
    else found.set(key, entry);
  }
  return { found, others: [...others.values()] };
}

/** The same where no other keys may stand. A misspelt key is read as the one it is nearest to, so that it stays one problem. */
export function onlyEntriesOf<Key extends string>(
  map: PlainMap,
  keys: Keys<Key>,
  reader: Reader,
): ReadonlyMap<Key, PlainEntry> {
  const { found, others } = entriesOf(map, keys, reader);
  const known = Object.values<readonly [string, string]>(keys);
  const read = new Map(found);
  for (const entry of others) {
    const guess = nearest(entry.key.text, known.flat());
    const meant = guess === undefined ? undefined : keyOf(guess, keys);
    if (meant !== undefined && !read.has(meant)) read.set(meant, entry);
    reader.problems.push(
      unknownKey(
        entry.key,
        guess,
        known.map(([sv]) => sv),
      ),
    );
  }
  return read;
}

export function mapFrom(plain: Plain, example: string, reader: Reader): PlainMap | undefined {
  if (plain.kind === "map") return plain;
  reader.problems.push(otherShape(plain, { sv: "nycklar med värden", en: "keys with values" }, example));
  return undefined;
}

/** The items of a list that has some. `instead`: how to say that there are none. */
export function listFrom(
  plain: Plain,
  { key, example, instead }: { readonly key: string; readonly example: string; readonly instead?: string },
  reader: Reader,
): readonly Plain[] {
  if (plain.kind === "list" && plain.items.length > 0) return plain.items;
  const isEmpty = plain.kind === "list" || plain.kind === "empty";
  const wanted: Words = {
    sv: "en lista, där varje post börjar med `- `",
    en: "a list, each entry beginning with `- `",
  };
  reader.problems.push(isEmpty ? emptyList(plain.span, key, instead) : otherShape(plain, wanted, example));
  return [];
}

export function textFrom(plain: Plain, example: string, reader: Reader): PlainText | undefined {
  if (plain.kind === "text" && plain.text !== "") return plain;
  reader.problems.push(otherShape(plain, { sv: "en text", en: "a text" }, example));
  return undefined;
}

/** A text, or a list of texts. */
export function textsFrom(plain: Plain, example: string, reader: Reader): PlainText[] {
  const items = plain.kind === "list" && plain.items.length > 0 ? plain.items : [plain];
  return items.flatMap((item) => textFrom(item, example, reader) ?? []);
}

/** An amount or a quantity as people write it: YAML's own numbers are refused. */
export function amountFrom(plain: Plain, example: string, reader: Reader): PlainText | undefined {
  const text = textFrom(plain, example, reader);
  if (text === undefined || text.sort === "text" || text.sort === "quoted") return text;
  const wanted: Words = { sv: "ett belopp eller en mängd", en: "an amount or a quantity" };
  reader.problems.push(text.sort === "truth" ? otherShape(text, wanted, example) : inexactNumber(text, example));
  return undefined;
}

/** How many of the same: 1–10 000. */
export function countFrom(plain: Plain | undefined, reader: Reader): number {
  if (plain === undefined) return 1;
  const isCount = plain.kind === "text" && plain.sort === "integer" && /^[1-9]\d{0,3}$/.test(plain.text);
  if (isCount) return Number(plain.text);
  reader.problems.push(otherShape(plain, { sv: "ett heltal från 1", en: "a whole number from 1" }, "antal: 7"));
  return 1;
}

function keyOf<Key extends string>(written: string, keys: Keys<Key>): Key | undefined {
  for (const key in keys) if (keys[key].includes(written)) return key;
  return undefined;
}

/** `{ belopp: 1,3 dagar }` is two entries to YAML; both are left out and the number is named. */
function withoutTornNumbers({ entries, inBraces }: PlainMap, { problems }: Reader): PlainEntry[] {
  if (!inBraces) return [...entries];
  const torn = new Set<PlainEntry>();
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (before === undefined || !isTorn(before, entry)) continue;
    torn.add(before).add(entry);
    const { value } = before;
    if (value.kind !== "text") continue;
    const whole = { file: value.span.file, start: value.span.start, end: entry.key.span.end };
    problems.push(commaInBraces(whole, `${value.text},${entry.key.text}`));
  }
  return entries.filter((entry) => !torn.has(entry));
}

function isTorn({ value: before }: PlainEntry, { key, value }: PlainEntry): boolean {
  const endsInDigit = before.kind === "text" && before.sort !== "quoted" && /\d$/.test(before.text);
  return endsInDigit && value.kind === "empty" && /^\d/.test(key.text);
}
