// Expressions of a record as straight code: calls of the module's own functions written out, each thing worked out once.
// Rule: a function of the runtime that has no written form (written-out.ts) and is no condition (truths.ts) is called.

import { binary, conditional, member, name, number, type Code, type Statement } from "../code.ts";
import { libraryName } from "../emission.ts";
import {
  binding,
  decidedBy,
  inside,
  kept,
  keptForRun,
  keyOf,
  knownIn,
  wishFor,
  type FunctionStatement,
  type Scope,
} from "./scope.ts";
import { emptyCode } from "../expression-code.ts";
import { isCostly } from "./costs.ts";
import { anyOf, booleanOf, isTruth, noOf, yesOf } from "./truths.ts";

import { isNear, isSmallDays, isWrittenOut, noteBeside, noteDays, writtenOut } from "./written-out.ts";

/** A name or a literal for what the code comes to. */
export function valueOf(code: Code, scope: Scope): Code {
  switch (code.kind) {
    case "number":
    case "bigint":
    case "text":
    case "word":
      return code;
    case "name":
      return scope.bound.get(code.name) ?? code;
    case "member":
      return memberValue(code, scope);
    case "element": {
      const empty = cellOfNoColumn(code, scope);
      if (empty !== null) return empty;
      const column = valueOf(code.of, scope);
      const read: Code = { kind: "element", of: column, index: valueOf(code.index, scope), otherwise: code.otherwise };
      const own = kept(read, wishFor([lastName(code.of)]), scope);
      if (own.kind === "name") scope.kernel.fromColumns.add(own.name);
      return own;
    }
    case "call":
      return callValue(code, scope);
    case "conditional":
      return decidedBy(
        booleanOf(code.test, scope),
        (there) => valueOf(code.then, there),
        (there) => valueOf(code.otherwise, there),
        { wish: "chosen", type: typeOf(code, scope) },
        scope,
      );
    case "binary":
    case "not":
      return kept(booleanOf(code, scope), "test", scope);
    case "as":
      return { kind: "as", of: valueOf(code.of, scope), type: code.type };
    case "new":
    case "arrow":
    case "object":
    case "array":
      scope.kernel.unwritable.add(code.kind);
      return code;
  }
}

/** What a body of `if … return` comes to; what it remembers of the record at hand is left out. */
export function bodyValue(
  statements: readonly Statement[],
  scope: Scope,
  read: (code: Code, scope: Scope) => Code,
  choose: (test: Code, then: (scope: Scope) => Code, otherwise: (scope: Scope) => Code, scope: Scope) => Code,
): Code {
  const [first, ...rest] = statements;
  switch (first?.kind) {
    case "return":
      return read(first.value === null ? number(0) : unkept(first.value), scope);
    case "if":
      if (asksWhatIsKnown(first.test)) return bodyValue(rest, scope, read, choose);
      return choose(
        booleanOf(first.test, scope),
        (there) => bodyValue(first.then, there, read, choose),
        (there) => bodyValue(first.otherwise.length > 0 ? first.otherwise : rest, there, read, choose),
        scope,
      );
    case "const": {
      if (first.name === "known") return bodyValue(rest, scope, read, choose);
      const bound = new Map(scope.bound).set(first.name, valueOf(first.value, scope));
      return bodyValue(rest, binding(scope, bound), read, choose);
    }
    default:
      scope.kernel.unwritable.add("arrow");
      return number(0);
  }
}

/** A scope in which the parameters of a function are what it is called with. */
export function calledWith(own: FunctionStatement, given: readonly Code[], scope: Scope): Scope {
  return binding(scope, new Map(own.parameters.map((parameter, index) => [parameter.name, given[index] ?? number(0)])));
}

export function argumentsOf(code: Code & { readonly kind: "call" }, scope: Scope): readonly Code[] {
  return code.arguments.map((argument) => valueOf(argument, scope));
}

function memberValue(code: Code & { readonly kind: "member" }, scope: Scope): Code {
  const words = pathOf(code);
  if (words === null) return kept(member(valueOf(code.of, scope), code.name), code.name, scope);
  const [, space = "it", ...rest] = words;
  return keptForRun(code, rest.length === 0 ? `${space}OfRun` : `${wishFor(rest)}Of`, scope);
}

/** What every record has where the data have no such column; null where they may have it. */
function cellOfNoColumn({ of }: Code & { readonly kind: "element" }, { kernel }: Scope): Code | null {
  const { emission } = kernel;
  const [, space, own, part] = pathOf(of) ?? [];
  if (space !== "facts") return null;
  const id = emission.membersOf("facts").find(({ name: each }) => each === own)?.id;
  if (id === undefined || !emission.hasNoColumn(id)) return null;
  const field = emission.field(id);
  if (part === "seconds") return zero;
  return field.kind.kind === "condition" ? libraryName(emission, "NOT_KNOWN") : emptyCode(field, emission);
}

/** `run.facts.x.days` as its words; null where it does not begin with the run. */
function pathOf(code: Code): readonly string[] | null {
  if (code.kind === "name") return code.name === "run" ? ["run"] : null;
  if (code.kind !== "member") return null;
  const before = pathOf(code.of);
  return before === null ? null : [...before, code.name];
}

function lastName(code: Code): string {
  const words = pathOf(code);
  return words === null ? "element" : wishFor(words.slice(2));
}

function callValue(code: Code & { readonly kind: "call" }, scope: Scope): Code {
  if (code.callee.kind !== "name") return calledAsItIs(code, scope);
  const called = code.callee.name;
  const own = scope.kernel.functionOf(called);
  if (own !== undefined) return ownValue(own, argumentsOf(code, scope), scope);
  if (isWrittenOut(called)) return writtenOut(called, argumentsOf(code, scope), scope) ?? calledAsItIs(code, scope);
  if (called === "decided") return decidedValue(code, scope);
  if (isTruth(called)) return truthValue(code, scope);
  return calledAsItIs(code, scope);
}

function ownValue(own: FunctionStatement, given: readonly Code[], scope: Scope): Code {
  const key = `${own.name} ${given.map(keyOf).join(" ")}`;
  const known = knownIn(scope, key);
  if (known !== undefined) return known;
  if (own.returns === "boolean") return kept(booleanOf(callOf(own, given), scope), own.name, scope);
  const found = bodyValue(own.body, calledWith(own, given, scope), valueOf, (test, then, otherwise, there) =>
    decidedBy(test, then, otherwise, { wish: own.name, type: own.returns }, there),
  );
  scope.known.set(key, found);
  return found;
}

function callOf(own: FunctionStatement, given: readonly Code[]): Code {
  return { kind: "call", callee: name(own.name), arguments: given };
}

function calledAsItIs(code: Code & { readonly kind: "call" }, scope: Scope): Code {
  const wish = code.callee.kind === "name" ? code.callee.name : "called";
  return kept({ ...code, arguments: argumentsOf(code, scope) }, wish, scope);
}

/** Yes, no or unknown as a number. */
function truthValue(code: Code, scope: Scope): Code {
  const { emission } = scope.kernel;
  const yes = yesOf(code, scope);
  const otherwise = conditional(noOf(code, scope), libraryName(emission, "NO"), unknown(scope));
  return kept(conditional(yes, libraryName(emission, "YES"), otherwise), "truth", scope);
}

const zero = number(0);

function decidedValue(code: Code & { readonly kind: "call" }, scope: Scope): Code {
  const [condition = zero, then = zero, otherwise = zero] = code.arguments;
  if (isTrue(yesOf(condition, scope))) return valueOf(then, scope);
  if (isTrue(noOf(condition, scope))) return valueOf(otherwise, scope);
  if ([then, otherwise].some((side) => isCostly(side, scope.kernel))) {
    return decidedLazily(condition, then, otherwise, scope);
  }
  const [ifYes, ifNo] = [valueOf(then, scope), valueOf(otherwise, scope)];
  if (keyOf(ifYes) === keyOf(ifNo)) return ifYes;
  const areTold = ifYes.kind === "number" && ifNo.kind === "number";
  const toNo = areTold ? noOf(condition, scope) : anyOf([noOf(condition, scope), binary(ifYes, "===", ifNo)]);
  const own = kept(
    conditional(yesOf(condition, scope), ifYes, conditional(toNo, ifNo, unknown(scope))),
    "either",
    scope,
  );
  noteDays([ifYes, ifNo], own, scope);
  noteBeside(own, condition, [ifYes, ifNo], scope);
  if (own.kind === "name" && isSmallDays(ifYes, scope) && isSmallDays(ifNo, scope)) scope.kernel.small.add(own.name);
  if (own.kind === "name" && isNear(ifYes, scope) && isNear(ifNo, scope)) scope.kernel.near.add(own.name);
  return own;
}

function isTrue(code: Code): boolean {
  return code.kind === "word" && code.word === "true";
}

/** Only the side that the condition picks is worked out; both where it picks none. */
function decidedLazily(condition: Code, then: Code, otherwise: Code, scope: Scope): Code {
  const [yes, no] = [inside(scope), inside(scope)];
  const [ifYes, ifNo] = [valueOf(then, yes), valueOf(otherwise, no)];
  const own = scope.kernel.localName("either");
  const assigned = (value: Code): Statement => ({ kind: "assign", to: name(own), operator: "=", value });
  const agreed = conditional(binary(ifYes, "===", ifNo), ifNo, unknown(scope));
  const neither = [...yes.statements, ...no.statements, assigned(agreed)];
  const [isYes, isNo] = [yesOf(condition, scope), noOf(condition, scope)];
  scope.statements.push(
    { kind: "let", name: own, type: "number", value: zero },
    {
      kind: "if",
      test: isYes,
      then: [...yes.statements, assigned(ifYes)],
      otherwise: [{ kind: "if", test: isNo, then: [...no.statements, assigned(ifNo)], otherwise: neither }],
    },
  );
  return name(own);
}

function unknown(scope: Scope): Code {
  return libraryName(scope.kernel.emission, "UNKNOWN");
}

/** `keep(known, record, day, theDay, value)` as the value. */
function unkept(code: Code): Code {
  const isKeep = code.kind === "call" && code.callee.kind === "name" && code.callee.name === "keep";
  return isKeep ? (code.arguments[4] ?? code) : code;
}

function asksWhatIsKnown(test: Code): boolean {
  return test.kind === "call" && test.callee.kind === "name" && test.callee.name === "isKnown";
}

const fractional: ReadonlySet<string> = new Set(
  "sumOf differenceOf productOf quotientOf negativeOf leastOf greatestOf roundedTo decidedFraction fractionOn measuredOn".split(
    " ",
  ),
);

function typeOf(code: Code, scope: Scope): "number" | "Fraction" {
  if (code.kind === "conditional") {
    return [code.then, code.otherwise].some((side) => typeOf(side, scope) === "Fraction") ? "Fraction" : "number";
  }
  if (code.kind !== "call" || code.callee.kind !== "name") return "number";
  const isFraction =
    fractional.has(code.callee.name) || scope.kernel.functionOf(code.callee.name)?.returns === "Fraction";
  return isFraction ? "Fraction" : "number";
}
