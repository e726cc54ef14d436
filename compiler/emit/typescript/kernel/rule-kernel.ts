// The kernel of a rule: straight code that settles a plain record by itself, and says of every other that it cannot.
// Rule: it asks what the general way asks, in the same order (runtime/rule-run.ts); whatever is not certainly yes or no is
// left to that way, so a kernel can be slower than it might be, but never says anything else.

import type { Alternatives, Expr, Key, Rule } from "../../../ir/ir.ts";
import { array, binary, constant, name, number, path, returned, when, type Code, type Statement } from "../code.ts";
import { library, libraryName, type Emission } from "../emission.ts";
import { guardCode, numberCode, type Place } from "../expression-code.ts";
import { looksBack } from "../figures-code.ts";
import { keyCode } from "../tally-code.ts";
import type { Tallies } from "../tallies-of-a-rule.ts";
import { failingLine, notTold } from "./failing-lines.ts";
import { layoutNumber, type LayoutNumber } from "./layout.ts";
import { onlyRead } from "./only-read.ts";
import { afterPlain, loopOfItsOwn, overAll, type KernelName } from "./plain-function.ts";
import { decidedBy, inside, keptForRun, newKernel, outermost, type Scope } from "./scope.ts";
import { plainlyNo } from "./plainly-no.ts";
import { booleanOf, isWord, noOf, notOf, yesOf } from "./truths.ts";
import { writeTally } from "./tally-steps.ts";
import { bitOfSeveral } from "./without-branches.ts";
import { valueOf } from "./values.ts";
import type { RuntimeName } from "../runtime-names.ts";

/** What the kernel is made of, as the general way has it. */
export interface KernelParts {
  readonly place: Place;
  /** Whether a day alone tells if the rule is in force. */
  readonly isInForceByDay: boolean;
  readonly isAbout: Code;
  readonly holds: Code;
  readonly runsBackwards: Code | null;
  readonly keys: Alternatives<readonly Key[]>;
  /** The tables of the keys, in the order of their alternatives. */
  readonly keyTables: readonly Code[];
  readonly tallies: Tallies;
  readonly talliesType: string;
}

/** The name of the function that makes the kernel of a run; null where the rule is of another shape. */
export function kernelFunction(rule: Rule, named: KernelName, parts: KernelParts, emission: Emission): string | null {
  const isGate = isGateOfDays(rule, parts);
  if (!isGate && !isPlain(rule, emission)) return null;
  const kernel = newKernel(emission);
  const scope = outermost(kernel, new Map([["theDay", libraryName(emission, "UNKNOWN")]]));
  if (isGate) writeGate(rule, parts, scope);
  else writeRecord(rule, parts, scope);
  if (kernel.unwritable.size > 0) return null;
  const loop = isGate ? null : loopOfItsOwn(rule, named, scope);
  const plain = `${emission.use("type PlainRule").slice(5)}<Run, ${parts.talliesType}>`;
  return emission.declared(`kernel ${named.key}`, `${named.base}Kernel`, (own) => ({
    kind: "function",
    name: own,
    parameters: [
      { name: "rule", type: plain },
      { name: "from", type: "number" },
      { name: "until", type: "number" },
    ],
    returns: "number",
    body: onlyRead(loop === null ? overAll(scope) : afterPlain(loop, scope)),
    doc: isGate
      ? `${rule.name} for records of days on which it is not in force.`
      : `${rule.name} for plain records: what it says of each, and what that adds to its group.`,
    exported: false,
  }));
}

/** A rule by the day is left to the general way, unless it is not in force on any day that a record may have. */
function isGateOfDays(rule: Rule, { isInForceByDay }: KernelParts): boolean {
  const { grain, follows, onTopOf } = rule;
  const [follow, ...others] = follows;
  const followsOne = follow?.guard === null && others.length === 0;
  return grain.kind === "day" && isInForceByDay && followsOne && onTopOf.length === 0 && !looksBack(rule);
}

function writeGate({ grain, follows }: Rule, { place }: KernelParts, outer: Scope): void {
  const { emission } = outer.kernel;
  const { statements } = outer;
  const followed: Expr = follows[0]?.it ?? { kind: "theDay" };
  const dayFor = (expr: Expr, day: Code): Code =>
    valueOf(numberCode(expr, place, emission), { ...outer, bound: new Map(outer.bound).set("day", day) });
  writeStart(outer);
  if (followed.kind === "theDay" && grain.kind === "day") {
    // What the ends read is the same on all days, else the rule is asked without this.
    const ends = [grain.from, grain.to].map((end) => dayFor(end, number(0)));
    statements.push(
      when({ kind: "not", of: library(emission, "isOutOfForce", name("rule"), ...ends) }, said("DOUBTFUL", outer)),
    );
    return;
  }
  const isOut = library(emission, "isOutOfForceOn", name("rule"), dayFor(followed, libraryName(emission, "UNKNOWN")));
  statements.push(when(notOf(isOut), said("DOUBTFUL", outer)));
}

/** Finds the place of the record, and goes on where a rule before this one took it. */
function writeStart(scope: Scope): void {
  const { emission } = scope.kernel;
  writePlace(scope);
  scope.statements.push(when(binary(verdict, "!==", libraryName(emission, "PASSED")), nextRecord));
}

function writePlace({ kernel, statements }: Scope): void {
  statements.push(constant({ name: "place", value: library(kernel.emission, "placeOf", name("record")) }));
}

/** One record is asked about once, on a date that it gives itself, and nothing is asked of other groups. */
function isPlain(rule: Rule, emission: Emission): boolean {
  const { purpose, grain, follows, onTopOf } = rule;
  const [follow, ...others] = follows;
  const document = emission.program.documents.find((each) => each.name === rule.document);
  const mayCharge = document?.mayCharge ?? null;
  const ofRecord = mayCharge === null ? null : emission.signatures.ofExpr(mayCharge);
  return (
    purpose.kind !== "notModelled" &&
    grain.kind === "episode" &&
    onTopOf.length === 0 &&
    !looksBack(rule) &&
    follow !== undefined &&
    others.length === 0 &&
    follow.guard === null &&
    follow.it.kind !== "theDay" &&
    (ofRecord === null || (!ofRecord.record && !ofRecord.theDay))
  );
}

function writeRecord(rule: Rule, parts: KernelParts, outer: Scope): void {
  const { emission } = outer.kernel;
  const { statements } = outer;
  const isAside = rule.purpose.kind === "statistic";
  if (isAside) writePlace(outer);
  else writeStart(outer);
  const followed: Expr = rule.follows[0]?.it ?? { kind: "decisionDate" };
  const noDay = libraryName(emission, "UNKNOWN");
  const onNoDay: Scope = { ...outer, bound: new Map(outer.bound).set("day", noDay) };
  const isNotAbout = plainlyNo(parts.isAbout, noDay, onNoDay);
  statements.push(...where(isNotAbout, nextRecord));
  if (isWord(isNotAbout, "true")) return;
  const day = valueOf(numberCode(followed, parts.place, emission), onNoDay);
  const scope: Scope = { ...outer, bound: new Map(outer.bound).set("day", day) };

  writeKind(day, scope);
  if (isAside) {
    writeAside(parts, day, scope);
    return;
  }
  const about = yesOf(parts.isAbout, scope);
  const other = notOf(noOf(parts.isAbout, scope));
  statements.push(...where(notOf(about), ...where(other, said("DOUBTFUL", scope)), nextRecord));
  if (isWord(about, "false")) return;
  if (parts.runsBackwards !== null) {
    const backwards = booleanOf(parts.runsBackwards, scope);
    statements.push(...where(backwards, said("DOUBTFUL", scope), nextRecord));
  }
  writeJudgement(rule, parts, day, scope);
}

/** What holds of all records of the rule on the day; days on which it is not in force are passed over here. */
function writeKind(day: Code, scope: Scope): void {
  const { emission } = scope.kernel;
  const kind = name("kind");
  const byDay = keptForRun(path("rule", "dayKinds", "byDay"), "kindByDay", scope);
  scope.statements.push(
    constant({ name: "kind", value: library(emission, "kindIn", byDay, day) }),
    when(
      binary(kind, "<", libraryName(emission, "kindsBegin")),
      when(binary(kind, "===", libraryName(emission, "PASSES")), nextRecord),
      askAgain(binary(kind, "===", libraryName(emission, "notTold")), "kindTold", [day], scope),
      said("DOUBTFUL", scope),
      nextRecord,
    ),
  );
}

/** Settles what the record is the first to meet, after which the kernel is asked about it again. */
function askAgain(test: Code, callee: RuntimeName, given: readonly Code[], { kernel }: Scope): Statement {
  return when(test, returned(library(kernel.emission, callee, name("rule"), name("record"), ...given)));
}

/** The place of the record among the verdicts. */
const verdict: Code = {
  kind: "element",
  of: name("verdicts"),
  index: name("place"),
  otherwise: number(0),
};

const nextRecord: Statement = { kind: "continue" };

function saidBy(value: Code): Statement {
  return { kind: "assign", to: verdict, operator: "=", value };
}

function said(constantName: RuntimeName, { kernel }: Scope): Statement {
  return saidBy(libraryName(kernel.emission, constantName));
}

/** Asked only where the answer is not known beforehand, as it may be where a column is not there. */
function where(test: Code, ...then: readonly Statement[]): readonly Statement[] {
  if (isWord(test, "false") || then.length === 0) return [];
  return isWord(test, "true") ? then : [when(test, ...then)];
}

function leaveOpen(test: Code, scope: Scope): Statement {
  return when(test, said("DOUBTFUL", scope), nextRecord);
}

/** A statistic counts what it certainly is about; nobody asks what it leaves out. */
function writeAside(parts: KernelParts, day: Code, scope: Scope): void {
  const { statements } = scope;
  for (const asked of [parts.isAbout, parts.holds]) {
    const certainly = yesOf(asked, scope);
    statements.push(...where(notOf(certainly), nextRecord));
    if (isWord(certainly, "false")) return;
  }
  const row = rowCode(parts, scope);
  statements.push(
    when(binary(row, "<", number(0)), nextRecord),
    askAgain(binary(name("record"), "<", ofGroup("firstRecordOfGroup", row, scope)), "firstAside", [row, day], scope),
  );
  for (const tally of parts.tallies.list) writeTally(tally, row, parts.place, scope);
  writeDays(row, day, scope);
}

function writeDays(row: Code, day: Code, scope: Scope): void {
  const counted = library(scope.kernel.emission, "countOn", numbersOfGroups(scope), row, day);
  scope.statements.push({ kind: "run", value: counted });
}

function numbersOfGroups(scope: Scope): Code {
  return keptForRun(path("rule", "groups", "numbers"), "numbers", scope);
}

/** What is noted of a group. */
function ofGroup(which: LayoutNumber, row: Code, scope: Scope): Code {
  return at(numbersOfGroups(scope), cellOfGroup(which, row, scope));
}

function cellOfGroup(which: LayoutNumber, row: Code, { kernel }: Scope): Code {
  return library(kernel.emission, "cellOf", row, layoutNumber(which, kernel.emission));
}

/** A number of a column of the runtime's own, which is there for every row. */
function at(column: Code, index: Code): Code {
  return { kind: "element", of: column, index, otherwise: number(0) };
}

/** One more among the numbers of the rule. */
function addOne(column: "counted" | "refused", line: Code, scope: Scope): Statement {
  return addOneTo(keptForRun(path("rule", column), column, scope), line, scope);
}

function addOneToGroup(which: LayoutNumber, row: Code, scope: Scope): Statement {
  return addOneTo(numbersOfGroups(scope), cellOfGroup(which, row, scope), scope);
}

function addOneTo(column: Code, index: Code, { kernel }: Scope): Statement {
  return { kind: "run", value: library(kernel.emission, "addOneTo", column, index) };
}

/** Whether what was taken is charged for, and its group. */
function writeJudgement(rule: Rule, parts: KernelParts, day: Code, scope: Scope): void {
  const { emission } = scope.kernel;
  const { statements } = scope;
  const failing = name("failing");
  const undecided = name("undecided");
  const holds = yesOf(parts.holds, scope);
  const isCertain = isWord(holds, "true");
  if (!isCertain) {
    const there = inside(scope);
    const told = failingLine(rule, parts.place, there);
    const bit = bitOfSeveral(holds);
    statements.push({ kind: "let", name: "failing", type: null, value: number(0) });
    statements.push({ kind: "let", name: "undecided", type: null, value: { kind: "word", word: "false" } });
    statements.push(
      when(
        bit === null ? notOf(holds) : binary(bit, "===", number(0)),
        ...there.statements,
        { kind: "assign", to: failing, operator: "=", value: told },
        leaveOpen(binary(failing, "===", number(notTold)), scope),
        { kind: "assign", to: undecided, operator: "=", value: binary(failing, "===", number(0)) },
      ),
    );
  }
  const isFree = rule.purpose.kind === "noCharge";
  const row = isFree ? number(-1) : rowCode(parts, scope);
  const refused = keptForRun(path("rule", "refused"), "refused", scope);
  const isSaid = (line: Code): Code => binary(at(refused, line), "===", libraryName(emission, "NOT_SAID"));
  const whereGrouped = (which: LayoutNumber): readonly Statement[] =>
    isFree ? [] : [when(binary(row, ">=", number(0)), addOneToGroup(which, row, scope))];
  if (!isCertain) {
    statements.push(
      when(
        binary(failing, "!==", number(0)),
        askAgain(isSaid(failing), "reasonFound", [failing, day], scope),
        ...whereGrouped("leftOutOfGroup"),
        addOne("refused", failing, scope),
        said("TAKEN", scope),
        nextRecord,
      ),
      when(
        undecided,
        ...whereGrouped("undecidedOfGroup"),
        saidBy(keptForRun(path("rule", "undecided"), "undecidedVerdict", scope)),
        nextRecord,
      ),
    );
  }
  if (isFree) {
    statements.push(askAgain(isSaid(number(0)), "noChargeFound", [], scope), addOne("refused", number(0), scope));
  } else {
    statements.push(leaveOpen(binary(row, "<", number(0)), scope));
    writeStanding(row, day, scope);
    for (const tally of parts.tallies.list) writeTally(tally, row, parts.place, scope);
    writeDays(row, day, scope);
    statements.push(addOneToGroup("recordsOfGroup", row, scope), addOne("counted", number(0), scope));
  }
  statements.push(said(isFree ? "TAKEN" : "COUNTED", scope));
}

/** What the line of the group stands on: the same for most records of the group. */
function writeStanding(row: Code, day: Code, scope: Scope): void {
  const { emission } = scope.kernel;
  const pack = name("pack");
  const packs = keptForRun(path("rule", "dayKinds", "packs"), "packs", scope);
  const last = ofGroup("lastPackOfGroup", row, scope);
  const noted = library(emission, "noteRecord", name("rule"), name("record"), row, day, name("kind"));
  scope.statements.push(
    constant({ name: "pack", value: at(packs, name("kind")) }),
    when(
      binary(last, "!==", pack),
      askAgain(binary(pack, "!==", libraryName(emission, "NO_PACK")), "noteRecord", [row, day, name("kind")], scope),
      { kind: "run", value: noted },
    ),
  );
}

/** The row of the record's group; -1 where no keys stand or one of them is absent. */
function rowCode({ place, keys, keyTables }: KernelParts, scope: Scope): Code {
  const { emission } = scope.kernel;
  const rowUnder = (index: number, there: Scope): Code => {
    const alternative = keys[index];
    const table = keyTables[index];
    if (alternative === undefined || table === undefined) return number(-1);
    const test = guardCode(alternative.guard, place, emission);
    return decidedBy(
      test === null ? { kind: "word", word: "true" } : booleanOf(test, there),
      (inner) => rowOf(alternative.it, index, table, place, inner),
      (inner) => rowUnder(index + 1, inner),
      { wish: "row", type: "number" },
      there,
    );
  };
  return rowUnder(0, scope);
}

/** Groups of one or two keys are met again and again, those of an episode once. */
function rowOf(keys: readonly Key[], index: number, table: Code, place: Place, scope: Scope): Code {
  const { emission } = scope.kernel;
  const { statements } = scope;
  const own = name(scope.kernel.localName("row"));
  const keep = (value: Code): void =>
    void statements.push(constant({ name: own.kind === "name" ? own.name : "", value }));
  const values = keys.map((key) =>
    key.role === "episode" ? name("record") : valueOf(keyCode(key.value, place, emission), scope),
  );
  const [first = number(0), second = number(0)] = values;
  if (values.length > 2 || keys.some(({ role }) => role === "episode")) {
    scope.kernel.needsRoom = true;
    keep(library(emission, "rowOfMany", name("rule"), table, array(values), name("kind")));
    return own;
  }
  const rows = keptForRun(library(emission, "rowsByKeys", name("rule"), number(index)), "rows", scope);
  const lately = keptForRun(library(emission, "latelyMet", name("rule"), number(index)), "lately", scope);
  keep(library(emission, "rowMet", rows, lately, first, second, name("kind")));
  const found = [number(index), table, name("kind"), first, second];
  statements.push(askAgain(binary(own, "===", libraryName(emission, "NOT_MET")), "rowFound", found, scope));
  return own;
}
