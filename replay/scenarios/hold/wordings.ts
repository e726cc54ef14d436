// Which wordings an entry of `förväntat` speaks of.
// Rule: a wording has at most one expectation; `övriga lydelser` are those that no other entry names.

import type { Program } from "@avtal/compiler/ir/ir";
import { dateText } from "@avtal/runtime/calendar";
import { doesNotFit } from "../problems/does-not-fit.ts";
import { unknownWording } from "../problems/not-found.ts";
import { wordingTwice } from "../problems/wording-twice.ts";
import { allWordings, inForce, isWord, otherWordings } from "../read/keys.ts";
import type { Said } from "../read/plain.ts";
import type { WrittenExpected } from "../read/written.ts";
import { inForceWording, type WordingName } from "../scenario.ts";
import type { Holding } from "./holding.ts";

const wordingWords = [...allWordings, ...otherWordings, ...inForce];

/** The counterfactual wordings of an agreement, in their order. */
export function wordingsOf(program: Program): WordingName[] {
  return program.wordings.map(({ day }) => dateText(day));
}

/** Each entry with the wordings that it speaks of. */
export function wordingsFrom(
  written: readonly WrittenExpected[],
  holding: Holding,
): { readonly expected: WrittenExpected; readonly wordings: readonly WordingName[] }[] {
  const all = wordingsOf(holding.program);
  const keyOf = new Map<WordingName, Said>();
  const others = written.filter(({ wordings }) => isWord(wordings.text, otherWordings));
  const direct = written.filter(({ wordings }) => !isWord(wordings.text, otherWordings));
  const named = direct.map((expected) => ({ expected, wordings: namedBy(expected.wordings, all, keyOf, holding) }));
  const rest = all.filter((wording) => !keyOf.has(wording));
  return [
    ...named,
    ...others.map((expected) => {
      if (rest.length === 0) holding.problems.push(doesNotFit(expected.wordings.span, "nothing-left"));
      return { expected, wordings: rest };
    }),
  ];
}

function namedBy(
  key: Said,
  all: readonly WordingName[],
  keyOf: Map<WordingName, Said>,
  { program, problems }: Holding,
): WordingName[] {
  const found: WordingName[] = [];
  for (const part of partsOf(key)) {
    const wordings = isWord(part.text, allWordings) ? all : isWord(part.text, inForce) ? [inForceWording] : [part.text];
    for (const wording of wordings) {
      const first = keyOf.get(wording);
      if (wording !== inForceWording && !all.includes(wording))
        problems.push(unknownWording(part, program.main, all, wordingWords));
      else if (first !== undefined) problems.push(wordingTwice(part, first, wording));
      else {
        keyOf.set(wording, part);
        found.push(wording);
      }
    }
  }
  return found;
}

/** The parts between commas, each with its place where the key stands on one line as written. */
function partsOf({ text, span }: Said): Said[] {
  const parts = text.split(",");
  if (parts.length === 1) return [{ text, span }];
  let start = span.start;
  return parts.map((part) => {
    const from = start + (part.length - part.trimStart().length);
    start += part.length + 1;
    return { text: part.trim(), span: { file: span.file, start: from, end: from + part.trim().length } };
  });
}
