// Straight code without the tests whose answer is known where they stand: of a number that was found to be there, whether
// it is there, and after `a !== b`, whether `a === b`.
// Rule: only names that are given once are known of; between two numbers stands exactly one of `<`, `===` and `>`.

import { MISSING, NO, UNKNOWN, YES } from "@avtal/runtime/columns";
import { firstTold } from "@avtal/runtime/rule-day-kinds";
import { binary, number, truthWord, type Code, type Statement } from "../code.ts";
import { keyOf } from "./scope.ts";
import { isWord, opposite } from "./truths.ts";

/** Statements that work out the same. */
export function withoutKnownTests(statements: readonly Statement[]): readonly Statement[] {
  return simplified(statements, { relations: [], given: new Map(), mutable: new Set() });
}

/** What may stand between two numbers, as bits. */
const [less, same, more] = [1, 2, 4];
const anyRelation = less | same | more;

const relationsOf: ReadonlyMap<string, number> = new Map([
  ["<", less],
  ["===", same],
  [">", more],
  ["<=", less | same],
  ["!==", less | more],
  [">=", same | more],
]);

interface Relation {
  readonly left: string;
  readonly right: string;
  /** The number that stands on the right, where that is told. */
  readonly value: number | null;
  readonly mayBe: number;
}

interface Known {
  readonly relations: readonly Relation[];
  /** What names were given that are given once. */
  readonly given: Map<string, Code>;
  /** Names that are given more than once. */
  readonly mutable: Set<string>;
}

function simplified(statements: readonly Statement[], before: Known): readonly Statement[] {
  let known = before;
  return statements.flatMap((statement) => {
    switch (statement.kind) {
      case "let":
        known.mutable.add(statement.name);
        return [{ ...statement, value: simpler(statement.value, known) }];
      case "const": {
        const value = simpler(statement.value, known);
        known.given.set(statement.name, value);
        return [{ ...statement, value }];
      }
      case "assign":
        return [{ ...statement, value: simpler(statement.value, known) }];
      case "if": {
        const test = simpler(statement.test, known);
        if (isWord(test, "true")) return simplified(statement.then, known);
        if (isWord(test, "false")) return simplified(statement.otherwise, known);
        const then = simplified(statement.then, knowing(test, true, known));
        const otherwise = simplified(statement.otherwise, knowing(test, false, known));
        if (endsTurn(then)) known = knowing(test, false, known);
        if (endsTurn(otherwise)) known = knowing(test, true, known);
        return then.length === 0 && otherwise.length === 0 ? [] : [{ ...statement, test, then, otherwise }];
      }
      default:
        return [statement];
    }
  });
}

function endsTurn(statements: readonly Statement[]): boolean {
  const last = statements[statements.length - 1];
  return last?.kind === "continue" || last?.kind === "return";
}

function simpler(code: Code, known: Known): Code {
  switch (code.kind) {
    case "call":
      return isBit(code) ? bitOf(code, known) : code;
    case "not":
      return opposite(simpler(code.of, known));
    case "conditional": {
      const test = simpler(code.test, known);
      const then = simpler(code.then, knowing(test, true, known));
      const otherwise = simpler(code.otherwise, knowing(test, false, known));
      if (test.kind !== "word") return { ...code, test, then, otherwise };
      return isWord(test, "true") ? then : otherwise;
    }
    case "binary":
      return simplerOfTwo(code, known);
    default:
      return code;
  }
}

function simplerOfTwo(code: Code & { readonly kind: "binary" }, known: Known): Code {
  const { operator, left, right } = code;
  if (operator === "&&" || operator === "||") {
    const first = simpler(left, known);
    const isAll = operator === "&&";
    const second = simpler(right, knowing(first, isAll, known));
    if (first.kind === "word") return isWord(first, isAll ? "true" : "false") ? second : first;
    if (second.kind === "word") return isWord(second, isAll ? "true" : "false") ? first : second;
    return binary(first, operator, second);
  }
  if (isBit(code)) return bitOf(code, known);
  if (isBit(left) && isZero(right) && (operator === "!==" || operator === "===")) {
    const bit = bitOf(left, known);
    const asked =
      bit.kind === "number" ? truthWord(bit.value !== 0) : bit.kind === "call" ? bit.arguments[0] : undefined;
    if (asked !== undefined) return operator === "!==" ? asked : opposite(asked);
    return binary(bit, operator, right);
  }
  const told = toldBy(code, known);
  return told === null ? binary(simpler(left, known), operator, simpler(right, known)) : truthWord(told);
}

/** A bit of a test, or several of them taken together. */
function isBit(code: Code): boolean {
  if (code.kind === "number") return code.value === 0 || code.value === 1;
  if (code.kind === "call") return code.callee.kind === "name" && code.callee.name === "Number";
  return (
    code.kind === "binary" && (code.operator === "&" || code.operator === "|") && isBit(code.left) && isBit(code.right)
  );
}

function bitOf(code: Code, known: Known): Code {
  if (code.kind === "call") {
    const [asked = number(0)] = code.arguments;
    const test = simpler(asked, known);
    return test.kind === "word" ? number(isWord(test, "true") ? 1 : 0) : { ...code, arguments: [test] };
  }
  if (code.kind !== "binary") return code;
  const { operator, left, right } = code;
  const first = bitOf(left, known);
  const isAll = operator === "&";
  const second = bitOf(right, knowing(first, isAll, known));
  const [neutral, deciding] = isAll ? [1, 0] : [0, 1];
  for (const [one, other] of [
    [first, second],
    [second, first],
  ] as const) {
    if (one.kind === "number" && one.value === neutral) return other;
    if (one.kind === "number" && one.value === deciding) return one;
  }
  return binary(first, operator, second);
}

/** What is known beside, where a test or its bit is as `holds` says. */
function knowing(test: Code, holds: boolean, known: Known): Known {
  if (test.kind === "not") return knowing(test.of, !holds, known);
  if (test.kind === "call") {
    const [asked] = test.arguments;
    return isBit(test) && asked !== undefined ? knowing(asked, holds, known) : known;
  }
  if (test.kind !== "binary") return known;
  const { operator, left, right } = test;
  if (isBit(left) && isZero(right) && (operator === "!==" || operator === "===")) {
    return knowing(left, holds === (operator === "!=="), known);
  }
  if (operator === "&&" || operator === "&") return holds ? knowing(right, true, knowing(left, true, known)) : known;
  if (operator === "||" || operator === "|") return holds ? known : knowing(right, false, knowing(left, false, known));
  const relation = relationIn(test, known);
  if (relation === null) return known;
  const told = { ...relation, mayBe: holds ? relation.mayBe : anyRelation & ~relation.mayBe };
  return { ...known, relations: [...known.relations, told, ...beforeTaking(told, known)] };
}

/** Of a number less another that is told, what is known of the number. */
function beforeTaking({ left, value, mayBe }: Relation, { given }: Known): readonly Relation[] {
  const difference = given.get(left);
  if (value === null || difference?.kind !== "binary" || difference.operator !== "-") return [];
  const [from, taken] = [difference.left, valueOf(difference.right)];
  if (from.kind !== "name" || taken === null) return [];
  const sum = value + taken;
  return [{ left: from.name, right: keyOf(number(sum)), value: sum, mayBe }];
}

/** Whether a comparison holds, where what is known tells it. */
function toldBy(code: Code & { readonly kind: "binary" }, known: Known): boolean | null {
  const chosen = code.left.kind === "name" ? known.given.get(code.left.name) : undefined;
  if (chosen?.kind === "conditional") {
    const test = simpler(chosen.test, known);
    const which = isWord(test, "true") ? chosen.then : isWord(test, "false") ? chosen.otherwise : null;
    if (which !== null) return toldBy({ ...code, left: which }, known);
  }
  const asked = relationIn(code, known);
  if (asked === null) return null;
  const mayBe = known.relations.reduce((all, each) => all & relationBy(each, asked), anyRelation);
  if ((mayBe & asked.mayBe) === 0) return false;
  return (mayBe & ~asked.mayBe) === 0 ? true : null;
}

/** What may stand between the two sides that are asked about, by one relation that is known. */
function relationBy(known: Relation, asked: Relation): number {
  if (known.left !== asked.left) return anyRelation;
  if (known.right === asked.right) return known.mayBe;
  if (known.value === null || asked.value === null) return anyRelation;
  if (known.value === asked.value) return known.mayBe;
  if (known.value > asked.value && (known.mayBe & less) === 0) return more;
  return known.value < asked.value && (known.mayBe & more) === 0 ? less : anyRelation;
}

function relationIn(
  { operator, left, right }: Code & { readonly kind: "binary" },
  { mutable }: Known,
): Relation | null {
  const mayBe = relationsOf.get(operator);
  if (mayBe === undefined || left.kind !== "name" || mutable.has(left.name)) return null;
  const isTold = right.kind === "number" || (right.kind === "name" && !mutable.has(right.name));
  return isTold ? { left: left.name, right: keyOf(right), value: valueOf(right), mayBe } : null;
}

const constants: ReadonlyMap<string, number> = new Map(Object.entries({ MISSING, NO, UNKNOWN, YES, firstTold }));

function valueOf(code: Code): number | null {
  if (code.kind === "number") return code.value;
  return code.kind === "name" ? (constants.get(code.name) ?? null) : null;
}

function isZero(code: Code): boolean {
  return code.kind === "number" && code.value === 0;
}
