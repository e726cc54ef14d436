// A kernel's loop for plain records alone, made out of the whole loop: columns in, sums out, and out of it at anything rare.
// Rule: it does for a record all that the whole loop does, or nothing at all, and then gives the record back. What may give
// it back stands before the first sum. So an engine never leaves code that it made of this loop: it reads no object, and no
// operation in it waits for a record that did not come yet.

import { binary, call, constant, member, name, number, returned, when, type Code, type Statement } from "../code.ts";
import { isIn, someNameIn } from "../closures.ts";
import { withoutKnownTests } from "./known-tests.ts";
import { layoutNumber, type LayoutNumber } from "./layout.ts";
import type { Kernel } from "./scope.ts";
import { anyOf, notOf, opposite } from "./truths.ts";
import { isSumWithoutCall, isWithoutCall, withoutCalls } from "./without-calls.ts";
import { bitOf } from "./without-branches.ts";

/**
 * The loop's statements for one record. Where they cannot do without the rule or its tables, those that pass over records
 * of others; null where there are none of these either.
 */
export function plainLoop(statements: readonly Statement[], kernel: Kernel): readonly Statement[] | null {
  const whole = plainly(statements, kernel);
  const own = whole === null || endsWith(whole, "return") ? passingOver(statements, kernel) : whole;
  if (own === null) return null;
  const plain = withoutKnownTests(withoutCalls(own, kernel.emission));
  for (const used of ofRuntime) if (plain.some((statement) => isIn(statement, used))) kernel.emission.use(used);
  return plain;
}

/** The statements up to the last that goes on with the next record, if that is more than whether a rule took it before. */
function passingOver(statements: readonly Statement[], kernel: Kernel): readonly Statement[] | null {
  const passing: Statement[] = [];
  let length = 0;
  let questions = 0;
  for (const statement of statements) {
    const written = plainStatement(statement, kernel);
    if (written === null || written.some(adds)) break;
    passing.push(...written);
    if (statement.kind !== "if" || !endsWith(statement.then, "continue") || statement.then.length > 1) continue;
    length = passing.length;
    questions += 1;
  }
  return questions < 2 ? null : [...passing.slice(0, length), leave];
}

/** What the loop may name of the runtime, and the whole loop need not. */
const ofRuntime = ["MISSING", "UNKNOWN", "firstTold", "monthTable"] as const;

const leave = returned(name("record"));

function plainly(statements: readonly Statement[], kernel: Kernel): readonly Statement[] | null {
  const plain: Statement[] = [];
  for (const statement of statements) {
    const written = plainStatement(statement, kernel);
    if (written === null) return null;
    plain.push(...written);
    if (endsWith(plain, "return") || endsWith(plain, "continue")) break;
  }
  // Who leaves in any case need not ask whether to leave.
  while (endsWith(plain, "return") && plain.length > 1 && isGuard(plain[plain.length - 2])) plain.splice(-2, 1);
  return sumsLast(plain);
}

function plainStatement(statement: Statement, kernel: Kernel): readonly Statement[] | null {
  switch (statement.kind) {
    case "const":
    case "let":
      return plainValue(statement.value, kernel, (value) => ({ ...statement, value }), statement.name);
    case "assign":
      if (isDoubt(statement)) return [leave];
      return plainValue(statement.value, kernel, (value) => ({ ...statement, value }), null);
    case "run":
      return plainCall(statement);
    case "if":
      return isStraight(statement.test) ? plainQuestion(statement, kernel) : null;
    case "return":
      return [leave];
    case "continue":
      return [statement];
    default:
      return null;
  }
}

/** A value by comparisons, sums and tables; where it is asked of more than these, the record is given back before. */
function plainValue(
  value: Code,
  kernel: Kernel,
  statementOf: (value: Code) => Statement,
  own: string | null,
): readonly Statement[] | null {
  if (value.kind === "conditional") {
    const { test, then, otherwise } = value;
    if (!isStraight(test)) return null;
    if (isStraight(then) && isStraight(otherwise)) return [statementOf({ ...value, test: asked(test) })];
    const absence = absenceIn(then);
    if (absence !== null && isStraight(otherwise)) {
      const absent = kernel.localName("absent");
      const written = statementOf({ ...value, test: asked(test), then: name(absent) });
      return [constant({ name: absent, value: absence }), written];
    }
    if (isStraight(otherwise)) return [when(asked(test), leave), statementOf(otherwise)];
    return isStraight(then) ? [when(asked(notOf(test)), leave), statementOf(then)] : null;
  }
  if (isStraight(value)) return [statementOf(value)];
  if (value.kind !== "call" || value.callee.kind !== "name" || own === null) return null;
  return lookedUp[value.callee.name]?.(value.arguments, own, kernel) ?? null;
}

/**
 * What a call of `absenceOf` says, as a sum that is worked out for every record; null for anything else. Records that lack a
 * fact are many in some data, and of each that is given back the whole loop takes 63 more.
 */
function absenceIn(code: Code): Code | null {
  if (code.kind !== "call" || code.callee.kind !== "name" || code.callee.name !== "absenceOf") return null;
  const isUnknown = code.arguments.map((each) => binary(each, "===", name("UNKNOWN")));
  const bit = code.arguments.every(isStraight) ? bitOf(anyOf(isUnknown)) : null;
  return bit === null ? null : binary(name("MISSING"), "+", bit);
}

type LookUp = (given: readonly Code[], own: string, kernel: Kernel) => readonly Statement[];

const zero = number(0);

/**
 * What functions of the runtime look up in a table, without the ways that they have beside it. It is written as it stands:
 * of a function that says what is not in its table an engine makes two questions more, a tenth of what the loop costs.
 */
const lookedUp: Readonly<Record<string, LookUp>> = {
  kindIn: ([byDay = zero, day = zero], own, kernel) => byDayIn(byDay, day, own, kernel),
  monthOf: ([day = zero], own, kernel) => byDayIn(name("monthTable"), day, own, kernel),
  factIn: ([undated = zero, , payer = zero], own) => [
    outside(payer, lengthOf(undated)),
    found(own, undated, payer),
    when(binary(name(own), "===", name("UNKNOWN")), leave),
  ],
  rowMet: ([rows = zero, , first = zero, second = zero, kind = zero], own, kernel) => {
    const [beside, cell] = [kernel.localName("beside"), kernel.localName("cell")];
    const limit = (which: LayoutNumber): Code => layoutNumber(which, kernel.emission);
    const isFar = anyOf([outsideOf(first, limit("firstsInTable")), outsideOf(name(beside), limit("secondsInTable"))]);
    const where = call("cellAt", kind, first, name(beside));
    const row = binary(at(rows, name(cell)), "+", name("NOT_MET"));
    return [
      constant({ name: beside, value: binary(second, "-", at(rows, zero)) }),
      when(isFar, leave),
      constant({ name: cell, value: where }),
      when(binary(name(cell), ">=", lengthOf(rows)), leave),
      constant({ name: own, value: row }),
    ];
  },
};

function byDayIn(table: Code, day: Code, own: string, kernel: Kernel): readonly Statement[] {
  const place = kernel.localName("dayPlace");
  return [
    constant({ name: place, value: binary(day, "-", name("firstTold")) }),
    outside(name(place), lengthOf(table)),
    found(own, table, name(place)),
  ];
}

function found(own: string, table: Code, index: Code): Statement {
  return constant({ name: own, value: at(table, index) });
}

function lengthOf(table: Code): Code {
  return member(table, "length");
}

function at(table: Code, index: Code): Code {
  return { kind: "element", of: table, index, otherwise: zero };
}

function outside(index: Code, length: Code): Statement {
  return when(outsideOf(index, length), leave);
}

function outsideOf(index: Code, length: Code): Code {
  return anyOf([binary(index, "<", zero), binary(index, ">=", length)]);
}

function plainCall(statement: Statement & { readonly kind: "run" }): readonly Statement[] | null {
  const { value } = statement;
  if (value.kind !== "call" || value.callee.kind !== "name") return null;
  if (isSumWithoutCall(value.callee.name)) return [statement];
  const [wholes, , row, added] = value.arguments;
  if (value.callee.name !== "addSmallTo" || wholes === undefined || row === undefined || added === undefined) {
    return null;
  }
  const sum: Code = { kind: "element", of: wholes, index: row, otherwise: number(0) };
  const isAbsent = binary(added, "<=", name("UNKNOWN"));
  return [when(isAbsent, leave), { kind: "assign", to: sum, operator: "=", value: binary(sum, "+", added) }];
}

function plainQuestion(question: Statement & { readonly kind: "if" }, kernel: Kernel): readonly Statement[] | null {
  const then = plainly(question.then, kernel) ?? [leave];
  const otherwise = plainly(question.otherwise, kernel) ?? [leave];
  const [first, ...others] = then;
  const [inner] = question.then;
  if (otherwise.length > 0 || !isGuard(first) || inner?.kind !== "if")
    return questionOf(question.test, then, otherwise);
  // What is neither yes nor no is asked about at once: records of which it is not known may never come.
  const bit = bitOf(inward(binary(question.test, "&&", inner.test)));
  if (bit === null) return questionOf(question.test, then, otherwise);
  return [when(binary(bit, "!==", number(0)), leave), ...questionOf(question.test, others, [])];
}

function questionOf(test: Code, then: readonly Statement[], otherwise: readonly Statement[]): readonly Statement[] {
  if (then.length === 0 && otherwise.length === 0) return [];
  return then.length === 0
    ? [{ kind: "if", test: asked(notOf(test)), then: otherwise, otherwise: [] }]
    : [{ kind: "if", test: asked(test), then, otherwise }];
}

/** The second half of `a && b` may wait for a record of which `a` holds; bits are all asked of every record. */
function asked(test: Code): Code {
  const within = inward(test);
  const bit = isSeveral(within) ? bitOf(within) : null;
  return bit === null ? within : binary(bit, "!==", number(0));
}

/** The same test without `!` before anything but a name. */
function inward(test: Code): Code {
  if (isSeveral(test)) return { ...test, left: inward(test.left), right: inward(test.right) };
  if (test.kind !== "not" || test.of.kind !== "binary") return test;
  if (isSeveral(test.of)) {
    const { operator, left, right } = test.of;
    return binary(inward(notOf(left)), operator === "&&" ? "||" : "&&", inward(notOf(right)));
  }
  return opposite(test.of);
}

function isSeveral(test: Code): test is Code & { readonly kind: "binary" } {
  return test.kind === "binary" && (test.operator === "&&" || test.operator === "||");
}

/** `verdicts[place] = DOUBTFUL`: the whole loop says so. */
function isDoubt({ to, value }: Statement & { readonly kind: "assign" }): boolean {
  return to.kind === "element" && value.kind === "name" && value.name === "DOUBTFUL";
}

/** Whether code calls nothing but what makes a number of a test, counts zeros, or is written out. */
function isStraight(code: Code): boolean {
  switch (code.kind) {
    case "name":
    case "number":
    case "word":
      return true;
    case "call":
      return isOfNumbers(code.callee) && code.arguments.every(isStraight);
    case "binary":
      return isStraight(code.left) && isStraight(code.right);
    case "conditional":
      return isStraight(code.test) && isStraight(code.then) && isStraight(code.otherwise);
    case "not":
      return isStraight(code.of);
    case "element":
      return isStraight(code.of) && isStraight(code.index);
    default:
      return false;
  }
}

function isOfNumbers(callee: Code): boolean {
  if (callee.kind === "name") return callee.name === "Number" || isWithoutCall(callee.name);
  return callee.kind === "member" && callee.of.kind === "name" && callee.of.name === "Math";
}

/** What may give the record back first, and then what adds up; null where the one needs the other. */
function sumsLast(statements: readonly Statement[]): readonly Statement[] | null {
  const asking: Statement[] = [];
  const adding: Statement[] = [];
  const changed = new Set<string>();
  // What is left in any case has nothing added up.
  const isLeft = endsWith(statements, "return");
  for (const statement of statements) {
    if (adds(statement) && !endsTurn(statement)) {
      if (leaves(statement) && names(statement)) return null;
      columnsChanged(statement, changed);
      asking.push(...only(statement, (inner) => !adds(inner)));
      if (!isLeft) adding.push(...only(statement, adds));
    } else if (statement.kind === "continue") adding.push(statement);
    else {
      const isTooLate = adding.length > 0 && endsTurn(statement) && !isGuard(statement) && !isLeft;
      if (isTooLate || someNameIn(statement, (own) => changed.has(own))) return null;
      asking.push(statement);
    }
  }
  return [...asking, ...adding];
}

/** The parts of a question that are wanted, under the same tests; all of one that never gives the record back. */
function only(statement: Statement, isWanted: (inner: Statement) => boolean): readonly Statement[] {
  if (statement.kind !== "if") return isWanted(statement) ? [statement] : [];
  if (!leaves(statement)) return isWanted(statement) ? [statement] : [];
  const [then = [], otherwise = []] = [statement.then, statement.otherwise].map((inner) =>
    inner.flatMap((each) => only(each, isWanted)),
  );
  return questionOf(statement.test, then, otherwise);
}

function isGuard(statement: Statement | undefined): boolean {
  return (
    statement?.kind === "if" &&
    statement.otherwise.length === 0 &&
    statement.then.length === 1 &&
    statement.then[0]?.kind === "return"
  );
}

/** A question after whose first answer nothing more is done for the record. */
function endsTurn(statement: Statement): boolean {
  if (statement.kind === "continue" || statement.kind === "return") return true;
  if (statement.kind !== "if" || statement.otherwise.length > 0) return false;
  return endsWith(statement.then, "continue") || endsWith(statement.then, "return");
}

function endsWith(statements: readonly Statement[], kind: "continue" | "return"): boolean {
  return statements[statements.length - 1]?.kind === kind;
}

function adds(statement: Statement): boolean {
  if (statement.kind === "if") return [...statement.then, ...statement.otherwise].some(adds);
  return statement.kind === "run" || (statement.kind === "assign" && statement.to.kind === "element");
}

function leaves(statement: Statement): boolean {
  if (statement.kind === "if") return [...statement.then, ...statement.otherwise].some(leaves);
  return statement.kind === "return";
}

function names(statement: Statement): boolean {
  if (statement.kind === "if") return [...statement.then, ...statement.otherwise].some(names);
  return statement.kind === "const" || statement.kind === "let";
}

function columnsChanged(statement: Statement, changed: Set<string>): void {
  const note = (code: Code | undefined): void => {
    if (code?.kind === "name") changed.add(code.name);
  };
  if (statement.kind === "if") {
    for (const inner of [...statement.then, ...statement.otherwise]) columnsChanged(inner, changed);
  } else if (statement.kind === "assign" && statement.to.kind === "element") note(statement.to.of);
  else if (statement.kind === "run" && statement.value.kind === "call") {
    // A row or a day is no column: it stands in no place where columns do.
    const { callee, arguments: given } = statement.value;
    if (callee.kind === "name") note(given[0]);
  }
}
