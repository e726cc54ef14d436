// Whether two wordings can be proved to give the same for every case.
// Rule: sound and not complete: what cannot be proved is left to the search, with the reason in words.

import type { Words } from "@avtal/compiler/problem";
import { canonical } from "@avtal/compiler/ir/canonical";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { ratioText } from "@avtal/runtime/ratio";
import type { RunOptions } from "@avtal/runtime/result";
import type { SameArgument, Side } from "./verdict.ts";

export type Proof =
  | { readonly kind: "same"; readonly argument: SameArgument }
  | { readonly kind: "open"; readonly reasons: readonly Words[] };

export function provedSame(a: Side, b: Side): Proof {
  if (meaningHash(a.program) === meaningHash(b.program) && choicesText(a.options) === choicesText(b.options)) {
    return { kind: "same", argument: { by: "meaning", steps: [sameMeaning] } };
  }
  return { kind: "open", reasons: [] };
}

const sameMeaning: Words = {
  sv: "De två betyder samma sak, ord för ord efter att namn, ordning och layout har lagts åt sidan.",
  en: "The two mean the same, word for word once names, order and layout are put aside.",
};

function choicesText({ wording, readings, events, values }: RunOptions): string {
  const supplied = values.map(({ value, from, exact }) => [value, from, ratioText(exact)]);
  return canonical([wording, [...readings].sort(), [...events].sort(), supplied]);
}
