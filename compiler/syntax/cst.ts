// Looking into a CST without knowing how Chevrotain stores it.
// Rule: everything may be absent, because a tree of a broken file has holes.

import type { CstNode, IToken } from "@avtal/grammar/parser";

type Element = CstNode | IToken;

/** The name under which a token or a label stands; the token types of `grammar/tokens.ts` have one each. */
type Key = string | { readonly name: string };

export function nodes(of: CstNode | undefined, rule: string): readonly CstNode[] {
  const found = of?.children[rule];
  return found === undefined ? none : found.filter((element) => "children" in element);
}

export function node(of: CstNode | undefined, rule: string): CstNode | undefined {
  const first = of?.children[rule]?.[0];
  return first !== undefined && "children" in first ? first : undefined;
}

export function tokens(of: CstNode | undefined, key: Key): readonly IToken[] {
  const found = of?.children[typeof key === "string" ? key : key.name];
  return found === undefined ? none : found.filter(isWritten);
}

export function token(of: CstNode | undefined, key: Key): IToken | undefined {
  const found = of?.children[typeof key === "string" ? key : key.name];
  return found?.find(isWritten);
}

export function has(of: CstNode | undefined, key: Key): boolean {
  return token(of, key) !== undefined;
}

/** The first node that stands below this one, whatever its rule. */
export function firstNode(of: CstNode): CstNode | undefined {
  for (const rule in of.children) {
    const first = of.children[rule]?.[0];
    if (first !== undefined && "children" in first) return first;
  }
  return undefined;
}

/** Offsets of a node in the text that was lexed, or undefined where nothing of it was written. */
export function rangeOf(of: CstNode | undefined): { readonly start: number; readonly end: number } | undefined {
  const start = of?.location?.startOffset;
  const end = of?.location?.endOffset;
  if (start === undefined || end === undefined || Number.isNaN(start) || Number.isNaN(end)) return undefined;
  return { start, end: end + 1 };
}

/** Where a token ends: the offset after its last sign. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

const none: readonly never[] = [];

/** False for a node, and for a token that recovery put in where something was missing. */
function isWritten(element: Element): element is IToken {
  return "image" in element && element.isInsertedInRecovery !== true;
}
