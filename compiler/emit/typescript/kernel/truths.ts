// Conditions of a record as straight code: whether they are certainly yes, and whether they are certainly no.
// Rule: what is neither is unknown, as in the runtime's functions of the same names; JavaScript's own `&&` and `||` then
// leave out what no longer matters.

import { binary, conditional, number, type BinaryOperator, type Code } from "../code.ts";
import { libraryName } from "../emission.ts";
import { pascalCase } from "../naming.ts";
import { isOfRun, keptForRun, kept, keyOf, knownIn, type FunctionStatement, type Scope } from "./scope.ts";
import { argumentsOf, bodyValue, calledWith, valueOf } from "./values.ts";

const truths: ReadonlySet<string> = new Set(
  "both either negation isBelow isAtMost isAbove isAtLeast isSame isOther exists dateExists isInDoubt isUnknown".split(
    " ",
  ),
);

/** Whether a function of the runtime says yes, no or unknown. */
export function isTruth(called: string): boolean {
  return truths.has(called);
}

/** JavaScript's true where the condition is yes. */
export function yesOf(code: Code, scope: Scope): Code {
  return certainly("YES", code, scope);
}

/** JavaScript's true where the condition is no. */
export function noOf(code: Code, scope: Scope): Code {
  return certainly("NO", code, scope);
}

/** Code that is true or false already, with what it calls written out. */
export function booleanOf(code: Code, scope: Scope): Code {
  switch (code.kind) {
    case "word":
      return code;
    case "not":
      return notOf(booleanOf(code.of, scope));
    case "binary":
      return comparison(code, scope);
    case "conditional":
      return choice(booleanOf(code.test, scope), booleanOf(code.then, scope), booleanOf(code.otherwise, scope));
    case "call":
      return booleanCall(code, scope);
    default:
      return valueOf(code, scope);
  }
}

export function allOf(parts: readonly Code[]): Code {
  const open = eachOnce(parts.flatMap((part) => joined("&&", part))).filter((part) => !isWord(part, "true"));
  if (open.some((part) => isWord(part, "false"))) return falseWord;
  const [first = trueWord, ...others] = open;
  return others.reduce((all, part) => binary(all, "&&", part), first);
}

export function anyOf(parts: readonly Code[]): Code {
  const open = eachOnce(parts.flatMap((part) => joined("||", part))).filter((part) => !isWord(part, "false"));
  if (open.some((part) => isWord(part, "true"))) return trueWord;
  const [first = falseWord, ...others] = open;
  return others.reduce((any, part) => binary(any, "||", part), first);
}

/** What `&&` or `||` stands between. */
function joined(operator: "&&" | "||", code: Code): readonly Code[] {
  if (code.kind !== "binary" || code.operator !== operator) return [code];
  return [...joined(operator, code.left), ...joined(operator, code.right)];
}

function eachOnce(parts: readonly Code[]): readonly Code[] {
  return parts.length < 2 ? parts : [...new Map(parts.map((part) => [keyOf(part), part])).values()];
}

export function notOf(code: Code): Code {
  if (code.kind === "word") return isWord(code, "true") ? falseWord : trueWord;
  if (code.kind === "not") return code.of;
  return { kind: "not", of: code };
}

/** The same test the other way round; of a comparison the other comparison. */
export function opposite(test: Code): Code {
  const operator = test.kind === "binary" ? opposites.get(test.operator) : undefined;
  return test.kind === "binary" && operator !== undefined ? binary(test.left, operator, test.right) : notOf(test);
}

const opposites: ReadonlyMap<string, BinaryOperator> = new Map([
  ["===", "!=="],
  ["!==", "==="],
  ["<", ">="],
  [">=", "<"],
  [">", "<="],
  ["<=", ">"],
]);

/** Whether a number is no sentinel; constants never are, unless they are sentinels. */
export function present(code: Code, { kernel }: Scope): Code {
  if (isEmpty(code)) return falseWord;
  const constant = code.kind === "number" ? code.value : code.kind === "name" ? kernel.numberOf(code.name) : undefined;
  return constant === undefined ? binary(code, ">", libraryName(kernel.emission, "UNKNOWN")) : trueWord;
}

/** What every cell of a column holds that is not there. */
export function isEmpty(code: Code): boolean {
  return code.kind === "name" && (code.name === "MISSING" || code.name === "UNKNOWN" || code.name === "NOT_KNOWN");
}

type Answer = "YES" | "NO";

function certainly(answer: Answer, code: Code, scope: Scope): Code {
  switch (code.kind) {
    case "name":
      if (isConstant(code.name)) return code.name === answer ? trueWord : falseWord;
      return isAnswer(answer, valueOf(code, scope));
    case "conditional": {
      const test = booleanOf(code.test, scope);
      return choice(test, certainly(answer, code.then, scope), certainly(answer, code.otherwise, scope));
    }
    case "call":
      return certainCall(answer, code, scope);
    default:
      return isAnswer(answer, valueOf(code, scope));
  }
}

function certainCall(answer: Answer, code: Code & { readonly kind: "call" }, scope: Scope): Code {
  if (code.callee.kind !== "name") return isAnswer(answer, valueOf(code, scope));
  const own = scope.kernel.functionOf(code.callee.name);
  if (own !== undefined) {
    return bodyValue(
      own.body,
      calledWith(own, argumentsOf(code, scope), scope),
      (body, there) => certainly(answer, body, there),
      (test, then, otherwise, there) => choice(test, then(there), otherwise(there)),
    );
  }
  const other: Answer = answer === "YES" ? "NO" : "YES";
  const [first = number(0), second = number(0)] = code.arguments;
  const both = (join: typeof allOf): Code => join([certainly(answer, first, scope), certainly(answer, second, scope)]);
  switch (code.callee.name) {
    case "both":
      return both(answer === "YES" ? allOf : anyOf);
    case "either":
      return both(answer === "YES" ? anyOf : allOf);
    case "negation":
      return certainly(other, first, scope);
    case "answerOf":
      return isAnswer(answer, valueOf(first, scope));
    default:
      return certainComparison(answer, code, code.callee.name, scope);
  }
}

/** Sentinels stand below every value, so the greater side of a comparison that holds is there if the lesser is. */
function certainComparison(answer: Answer, code: Code & { readonly kind: "call" }, called: string, scope: Scope): Code {
  const isYes = answer === "YES";
  const sides = (): readonly [Code, Code] => {
    const [a = number(0), b = number(0)] = argumentsOf(code, scope);
    return [a, b];
  };
  const below = (a: Code, operator: "<" | "<=", b: Code): Code => allOf([binary(a, operator, b), present(a, scope)]);
  const above = (a: Code, operator: ">" | ">=", b: Code): Code => allOf([binary(a, operator, b), present(b, scope)]);
  switch (called) {
    case "isBelow": {
      const [a, b] = sides();
      return isYes ? below(a, "<", b) : above(a, ">=", b);
    }
    case "isAtMost": {
      const [a, b] = sides();
      return isYes ? below(a, "<=", b) : above(a, ">", b);
    }
    case "isAbove": {
      const [a, b] = sides();
      return isYes ? above(a, ">", b) : below(a, "<=", b);
    }
    case "isAtLeast": {
      const [a, b] = sides();
      return isYes ? above(a, ">=", b) : below(a, "<", b);
    }
    case "isSame":
      return sameness(isYes, sides(), scope);
    case "isOther":
      return sameness(!isYes, sides(), scope);
    case "exists":
    case "dateExists":
      return existence(isYes, valueOf(code.arguments[0] ?? number(0), scope), called === "dateExists", scope);
    case "isUnknown":
      return equality(
        valueOf(code.arguments[0] ?? number(0), scope),
        isYes,
        libraryName(scope.kernel.emission, "UNKNOWN"),
      );
    case "isInDoubt": {
      const asked = valueOf(code.arguments[0] ?? number(0), scope);
      return isYes ? notOf(present(asked, scope)) : present(asked, scope);
    }
    default:
      return isAnswer(answer, valueOf(code, scope));
  }
}

function sameness(isSame: boolean, [a, b]: readonly [Code, Code], scope: Scope): Code {
  // Of two that are the same both are there if one is.
  if (isSame) {
    const there = [present(a, scope), present(b, scope)].find((each) => isWord(each, "true")) ?? present(a, scope);
    return allOf([sameCode(a, b) ? trueWord : binary(a, "===", b), there]);
  }
  if (sameCode(a, b)) return falseWord;
  return allOf([binary(a, "!==", b), present(a, scope), present(b, scope)]);
}

function existence(isYes: boolean, asked: Code, isDate: boolean, scope: Scope): Code {
  const { emission, fromColumns } = scope.kernel;
  const mayBeNever = isDate && !(asked.kind === "name" && fromColumns.has(asked.name));
  const never = libraryName(emission, "NEVER");
  if (isYes) return allOf([present(asked, scope), mayBeNever ? binary(asked, "!==", never) : trueWord]);
  return anyOf([
    equality(asked, true, libraryName(emission, "MISSING")),
    mayBeNever ? binary(asked, "===", never) : falseWord,
  ]);
}

function equality(code: Code, isYes: boolean, to: Code): Code {
  if (isEmpty(code)) return sameCode(code, to) === isYes ? trueWord : falseWord;
  return binary(code, isYes ? "===" : "!==", to);
}

function isAnswer(answer: Answer, value: Code): Code {
  if (isEmpty(value)) return falseWord;
  return binary(value, "===", number(answer === "YES" ? 1 : 0));
}

function comparison(code: Code & { readonly kind: "binary" }, scope: Scope): Code {
  const { operator, left, right } = code;
  if (operator === "&&") return allOf([booleanOf(left, scope), booleanOf(right, scope)]);
  if (operator === "||") return anyOf([booleanOf(left, scope), booleanOf(right, scope)]);
  if (right.kind === "name" && isAnswerName(right.name) && left.kind === "call") {
    const is = certainly(right.name, left, scope);
    if (operator === "===") return is;
    if (operator === "!==") return notOf(is);
  }
  const told = toldReading(code, scope);
  if (told !== null) return told;
  const sides = [valueOf(left, scope), valueOf(right, scope)] as const;
  const written = binary(sides[0], operator, sides[1]);
  return isOfRun(sides[0], scope) && isOfRun(sides[1], scope)
    ? keptForRun(written, testName(left, right), scope)
    : written;
}

/** Whether a reading that is settled beforehand is the one asked for. */
function toldReading({ operator, left, right }: Code & { readonly kind: "binary" }, { kernel }: Scope): Code | null {
  const asked = left.kind === "call" ? left.arguments[0] : left;
  if (asked?.kind !== "member" || asked.of.kind !== "member" || asked.of.name !== "readings") return null;
  if (right.kind !== "text" || operator !== "===") return null;
  const { emission } = kernel;
  const question = emission.membersOf("readings").find(({ name: own }) => own === asked.name);
  const fixed = question === undefined ? undefined : emission.fixedReading(question.id);
  return fixed === undefined ? null : fixed === right.text ? trueWord : falseWord;
}

/** `run.readings.manad === "delas"` as `manadIsDelas`. */
function testName(left: Code, right: Code): string {
  const of = left.kind === "member" ? left.name : "it";
  return `${of}Is${right.kind === "text" ? pascalCase(right.text) : "So"}`;
}

function booleanCall(code: Code & { readonly kind: "call" }, scope: Scope): Code {
  if (code.callee.kind !== "name") return valueOf(code, scope);
  const given = argumentsOf(code, scope);
  const own = scope.kernel.functionOf(code.callee.name);
  if (own !== undefined) return writtenOut(own, given, scope);
  if (code.callee.name === "runsBackwards") {
    const [from = number(0), to = number(0)] = given;
    const mayBeNever = !(from.kind === "name" && scope.kernel.fromColumns.has(from.name));
    const isDate = mayBeNever ? binary(from, "!==", libraryName(scope.kernel.emission, "NEVER")) : trueWord;
    return allOf([binary(to, "<", from), present(to, scope), isDate]);
  }
  return kept({ ...code, arguments: given }, code.callee.name, scope);
}

/** Once in each block: what calls itself by many ways would else be written out as many times. */
function writtenOut(own: FunctionStatement, given: readonly Code[], scope: Scope): Code {
  const key = `is ${own.name} ${given.map(keyOf).join()}`;
  const known = knownIn(scope, key);
  if (known !== undefined) return known;
  const written = bodyValue(own.body, calledWith(own, given, scope), booleanOf, (test, then, otherwise, there) =>
    choice(test, then(there), otherwise(there)),
  );
  scope.known.set(key, written);
  return written;
}

function choice(test: Code, then: Code, otherwise: Code): Code {
  if (isWord(test, "true") || sameCode(then, otherwise)) return then;
  if (isWord(test, "false")) return otherwise;
  if (isWord(otherwise, "false")) return allOf([test, then]);
  if (isWord(then, "true")) return anyOf([test, otherwise]);
  if (isWord(then, "false")) return allOf([notOf(test), otherwise]);
  if (isWord(otherwise, "true")) return anyOf([notOf(test), then]);
  return conditional(test, then, otherwise);
}

function isConstant(written: string): boolean {
  return isAnswerName(written) || written === "UNKNOWN" || written === "MISSING";
}

function isAnswerName(written: string): written is Answer {
  return written === "YES" || written === "NO";
}

export function isWord(code: Code, word: "true" | "false"): boolean {
  return code.kind === "word" && code.word === word;
}

function sameCode(a: Code, b: Code): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const trueWord: Code = { kind: "word", word: "true" };
const falseWord: Code = { kind: "word", word: "false" };
