// What a token can do in a sentence, asked without a grammar: for messages, repairs and finding the lines of a file.
// Rule: answers come from the keyword table and the sign list only, worked out once per type of token.

import { concepts, keywords, type Concept } from "@avtal/grammar/keywords";
import type { IToken } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";

type Type = IToken["tokenType"];

export function isA(token: IToken | undefined, type: Type): boolean {
  if (token === undefined) return false;
  return token.tokenType === type || (token.tokenType.CATEGORIES?.includes(type) ?? false);
}

/** True for a word of the keyword table that cannot be a name. */
export function isKeyword(token: IToken): boolean {
  return rolesOf(token).keyword;
}

/** True for a word that opens a line, a statement or the head, wherever it stands; `enligt` follows lines too. */
export function opensLine(token: IToken): boolean {
  return rolesOf(token).opensLine;
}

/** True for a name that `=` follows. */
export function opensStep(tokens: readonly IToken[], index: number): boolean {
  return isA(tokens[index], sign.name) && isA(tokens[index + 1], sign.equals);
}

export function opensStatement(token: IToken): boolean {
  return rolesOf(token).opensStatement;
}

/** True for a word that a new name follows. */
export function declaresName(token: IToken): boolean {
  return rolesOf(token).declaresName;
}

/** True where a value may end: what follows must be a sign, a word or another line. */
export function endsValue(token: IToken): boolean {
  return rolesOf(token).endsValue;
}

/** True for `dagar`, `kr` and the like. */
export function isUnit(token: IToken): boolean {
  return rolesOf(token).unit;
}

export function startsValue(token: IToken): boolean {
  return rolesOf(token).startsValue;
}

/** True for what a sentence may end with, so that no name can follow it. */
export function completes(token: IToken): boolean {
  return rolesOf(token).completes;
}

interface Roles {
  readonly keyword: boolean;
  readonly opensLine: boolean;
  readonly opensStatement: boolean;
  readonly declaresName: boolean;
  readonly unit: boolean;
  readonly endsValue: boolean;
  readonly startsValue: boolean;
  readonly completes: boolean;
}

const known = new Map<Type, Roles>();

function rolesOf(token: IToken): Roles {
  const roles = known.get(token.tokenType);
  if (roles !== undefined) return roles;
  const types = [token.tokenType, ...(token.tokenType.CATEGORIES ?? [])];
  const isOneOf = (set: ReadonlySet<Type>): boolean => types.some((type) => set.has(type));
  const found: Roles = {
    keyword: isOneOf(allWords) && !types.includes(sign.name),
    opensLine: isOneOf(openers),
    opensStatement: isOneOf(statements),
    declaresName: isOneOf(declarations),
    unit: isOneOf(unitWords) && !types.includes(sign.name),
    endsValue: isOneOf(valueEnds),
    startsValue: isOneOf(valueStarts),
    completes: isOneOf(valueEnds) || isOneOf(complete),
  };
  known.set(token.tokenType, found);
  return found;
}

function typesOf(all: readonly Concept[]): readonly Type[] {
  return all.map((concept) => word[concept]);
}

const allWords = new Set(typesOf(concepts));
const statements = new Set(typesOf(concepts.filter((concept) => keywords[concept].role === "statement")));
const openers = new Set(
  typesOf(concepts.filter((concept) => ["head", "statement", "line"].includes(keywords[concept].role))),
);
openers.delete(word.under);
const declarations = new Set(
  typesOf([
    "source",
    "record",
    "register",
    "event",
    "value",
    "measured",
    "term",
    "condition",
    "rule",
    "statistic",
  ]).concat(typesOf(["question", "reading", "field"])),
);
const unitWords = new Set(typesOf(concepts.filter((concept) => keywords[concept].role === "unit")));
const values = [sign.name, sign.number, sign.section, sign.date, sign.month, sign.clock, word.yes, word.no];
const valueEnds = new Set([...values, ...unitWords, sign.percent, sign.close]);
const valueStarts = new Set([...values, sign.open]);
const complete = new Set([
  ...[sign.text, sign.codeName, sign.paragraph, sign.languageLine],
  ...typesOf(["exists", "isMissing", "isUnknown", "isWeekday", "missing", "unknown", "counted", "notCounted"]),
  ...typesOf(["asWritten", "nothing", "noCharge", "notYet", "draft", "preliminarily", "untilFurtherNotice"]),
  ...typesOf(["halvesUp", "halvesToEven", "down", "up", "careEpisodes", "forCareEpisodes", "inARow", "personal"]),
  ...typesOf(["numberOfEpisodes", "numberOfCareDays", "appendix", "chapter", "decimals", "unique", "optional"]),
]);
