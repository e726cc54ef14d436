// Generated agreements with one number changed: the text before and after, and episodes to hold both against.

import type { Field } from "@avtal/compiler/ir/ir";
import type { PlainRecord } from "@avtal/runtime/records";
import type { WitnessEpisode } from "@avtal/replay/witness/verdict";
import { generatedAgreement } from "../differential/generated-agreement.ts";
import type { Piece } from "../differential/generated-draft.ts";
import { generatedEpisodes } from "../differential/generated-episodes.ts";
import { randomFrom, type Random } from "../differential/generated-random.ts";

export interface Mutant {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
  /** What was changed: `1,3 dagar → 2,3 dagar`. */
  readonly says: string;
}

/** Numbers that stand before a unit, limits of age, and clock times. */
const numbers =
  /(\d+(?:,\d+)?)(?= (?:dagar|dag|dygn|vardagar|kr|kr\/dygn|timmar)\b)|(?<=är (?:minst|högst) )(\d+)|(?<=kl\. )(\d\d)(?=\.\d\d)/gu;

/** The agreement number `index` of a run with one of its numbers changed; undefined where it has none. */
export function mutantOf(seed: number, index: number): Mutant | undefined {
  const { pieces } = generatedAgreement(seed, index);
  const random = randomFrom(seed ^ 0x2545f491, index);
  const found = pieces.flatMap((piece) =>
    piece.file === "prov" ? [...piece.text.matchAll(numbers)].map((match) => ({ piece, match })) : [],
  );
  if (found.length === 0) return undefined;
  const { piece, match } = random.pick(found);
  const [written] = match;
  const other = changed(written, random);
  const text = `${piece.text.slice(0, match.index)}${other}${piece.text.slice(match.index + written.length)}`;
  const after = pieces.map((each) => (each === piece ? { ...piece, text } : each));
  const line = piece.text.slice(0, match.index).split("\n").at(-1) ?? "";
  return { before: pieces, after, says: `${line.trim()} ${written} → ${other}` };
}

function changed(written: string, random: Random): string {
  const [whole = "0", decimals] = written.split(",");
  const number = BigInt(whole);
  const other = number === 0n ? 1n : number + BigInt(random.pick([1, -1, 1, 2]));
  const shown = String(other).padStart(whole.length, "0");
  return decimals === undefined ? shown : `${shown},${decimals}`;
}

/** Sets of episodes as a reader would take them one by one: each alone first, then all together. */
export function episodesFor(
  fields: readonly Field[],
  { before }: Mutant,
  seed: number,
  draw: number,
): readonly WitnessEpisode[] {
  const texts = before.map(({ text }) => text);
  return generatedEpisodes(seed ^ 0x1b873593, draw, texts).map((record) => episodeOf(record, fields));
}

function episodeOf(record: PlainRecord, fields: readonly Field[]): WitnessEpisode {
  const facts = fields.flatMap((field) => {
    const cell = field.unique ? null : record[field.code];
    return typeof cell === "string" ? [{ field, text: cell }] : [];
  });
  return { id: String(record["id"]), facts };
}
