// What the grammar allows after some words: for completion.
// Rule: the grammar itself is asked, so that nothing about it is said twice.

import type { IToken } from "chevrotain";
import { concepts, type Concept } from "./keywords.ts";
import { parserAtHand } from "./parser.ts";
import { sign, token } from "./tokens.ts";

export type Follower =
  { readonly kind: "keyword"; readonly concept: Concept } | { readonly kind: "sign"; readonly sign: keyof typeof sign };

export interface MayFollow {
  readonly what: Follower;
  /** The rules of the grammar around it, outermost first. */
  readonly within: readonly string[];
  /** Which of several such signs in its rule it is: 0 for the first. */
  readonly which: number;
}

/** `rule` is what the words are the beginning of: `file`, or `element` for a statement. */
export function whatMayFollow(rule: "file" | "element", words: readonly IToken[]): readonly MayFollow[] {
  const found = parserAtHand().computeContentAssist(rule, [...words]);
  return found.flatMap(({ nextTokenType, ruleStack, nextTokenOccurrence }): MayFollow[] => {
    const what = followers.get(nextTokenType.name);
    return what === undefined ? [] : [{ what, within: ruleStack, which: nextTokenOccurrence }];
  });
}

const signs = Object.keys(sign) as readonly (keyof typeof sign)[];

const followers: ReadonlyMap<string, Follower> = new Map<string, Follower>([
  ...concepts.map((concept) => [token[concept].name, { kind: "keyword", concept }] as const),
  ...signs.map((name) => [sign[name].name, { kind: "sign", sign: name }] as const),
]);
