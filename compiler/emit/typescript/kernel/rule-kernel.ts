// The kernel of a rule: straight code that settles a plain record by itself, and says of every other that it cannot.
// Rule: it asks what the general way asks, in the same order (runtime/rule-run.ts); whatever is not certainly yes or no is
// left to that way, so a kernel can be slower than it might be, but never says anything else.

import type { Aggregate, Alternatives, Expr, Key, Rule } from "../../../ir/ir.ts";
import { array, binary, constant, name, number, path, returned, when, type Code, type Statement } from "../code.ts";
import { isIn } from "../closures.ts";
import { library, libraryName, type Emission } from "../emission.ts";
import { fractionCode, guardCode, isFraction, numberCode, type Place } from "../expression-code.ts";
import { looksBack } from "../figures-code.ts";
import { keyCode } from "../tally-code.ts";
import type { Tallies, TallyMember } from "../tallies-of-a-rule.ts";
import { failingLine, notTold } from "./failing-lines.ts";
import { decidedBy, inside, keptForRun, newKernel, outermost, type Scope } from "./scope.ts";
import { booleanOf, noOf, notOf, yesOf } from "./truths.ts";
import { isSmallDays, valueOf } from "./values.ts";

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
export function kernelFunction(rule: Rule, base: string, parts: KernelParts, emission: Emission): string | null {
  const isGate = isGateOfDays(rule, parts);
  if (!isGate && !isPlain(rule, emission)) return null;
  const kernel = newKernel(emission);
  const scope = outermost(kernel, new Map([["theDay", libraryName(emission, "UNKNOWN")]]));
  if (isGate) writeGate(rule, parts, scope);
  else writeRecord(rule, parts, scope);
  if (kernel.unwritable.size > 0) return null;
  const looked = lookedUp(kernel.ofRun);
  const plain = `${emission.use("type PlainRule").slice(5)}<Run, ${parts.talliesType}>`;
  return emission.declared(`kernel ${rule.id}`, `${base}Kernel`, (own) => ({
    kind: "function",
    name: own,
    parameters: [
      { name: "run", type: "Run" },
      { name: "rule", type: plain },
    ],
    returns: emission.use("type Kernel").slice(5),
    body: [
      ...kernel.ofRun.filter((each) => !looked.includes(each)),
      returned({
        kind: "arrow",
        parameters: [
          { name: "from", type: "number" },
          { name: "until", type: "number" },
          { name: "verdicts", type: "Uint8Array" },
        ],
        returns: null,
        body: [
          ...looked,
          { kind: "each", name: "record", from: name("from"), until: name("until"), body: scope.statements },
        ],
      }),
    ],
    doc: isGate
      ? `${rule.name} for records of days on which it is not in force.`
      : `${rule.name} for plain records: what it says of each, and what that adds to its group.`,
    exported: false,
  }));
}

/** Constants that are only looked up, and by records alone: beside the loop they are sooner at hand than outside. */
function lookedUp(ofRun: readonly Statement[]): readonly Statement[] {
  return ofRun.filter(
    (each) =>
      each.kind === "const" &&
      each.value.kind === "member" &&
      !ofRun.some((other) => other !== each && isIn(other, each.name)),
  );
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
  const kind = library(emission, "kindOfDay", name("rule"), dayFor(followed, libraryName(emission, "UNKNOWN")));
  statements.push(when(binary(kind, "!==", libraryName(emission, "PASSES")), said("DOUBTFUL", outer)));
}

/** Finds the place of the record, and goes on where a rule before this one took it. */
function writeStart({ kernel, statements }: Scope): void {
  statements.push(constant({ name: "place", value: binary(name("record"), "-", name("from")) }));
  statements.push(when(binary(verdict, "!==", libraryName(kernel.emission, "PASSED")), nextRecord));
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
  if (isAside) statements.push(constant({ name: "place", value: binary(name("record"), "-", name("from")) }));
  else writeStart(outer);
  const followed: Expr = rule.follows[0]?.it ?? { kind: "decisionDate" };
  const unknownDay = new Map(outer.bound).set("day", libraryName(emission, "UNKNOWN"));
  const day = valueOf(numberCode(followed, parts.place, emission), { ...outer, bound: unknownDay });
  const scope: Scope = { ...outer, bound: new Map(outer.bound).set("day", day) };

  statements.push(constant({ name: "kind", value: library(emission, "kindOfDay", name("rule"), day) }));
  statements.push(when(binary(name("kind"), "===", libraryName(emission, "PASSES")), nextRecord));
  statements.push(leaveOpen(binary(name("kind"), "===", libraryName(emission, "OPEN")), scope));
  if (isAside) {
    writeAside(parts, day, scope);
    return;
  }
  const about = yesOf(parts.isAbout, scope);
  const other = notOf(noOf(parts.isAbout, scope));
  if (about.kind !== "word") statements.push(when(notOf(about), when(other, said("DOUBTFUL", scope)), nextRecord));
  if (parts.runsBackwards !== null) {
    const backwards = booleanOf(parts.runsBackwards, scope);
    if (backwards.kind !== "word") statements.push(leaveOpen(backwards, scope));
  }
  writeJudgement(rule, parts, day, scope);
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

function said(constantName: string, { kernel }: Scope): Statement {
  return saidBy(libraryName(kernel.emission, constantName));
}

function leaveOpen(test: Code, scope: Scope): Statement {
  return when(test, said("DOUBTFUL", scope), nextRecord);
}

/** A statistic counts what it certainly is about; nobody asks what it leaves out. */
function writeAside(parts: KernelParts, day: Code, scope: Scope): void {
  const { emission } = scope.kernel;
  const { statements } = scope;
  for (const asked of [parts.isAbout, parts.holds]) {
    const certainly = yesOf(asked, scope);
    if (certainly.kind !== "word") statements.push(when(notOf(certainly), nextRecord));
    else if (certainly.word === "false") statements.push(nextRecord);
  }
  const row = rowCode(parts, scope);
  statements.push(when(binary(row, "<", number(0)), nextRecord));
  for (const tally of parts.tallies.list) writeTally(tally, row, parts, scope);
  statements.push({ kind: "run", value: library(emission, "countedAside", name("rule"), row, name("record"), day) });
}

/** Whether what was taken is charged for, and its group. */
function writeJudgement(rule: Rule, parts: KernelParts, day: Code, scope: Scope): void {
  const { emission } = scope.kernel;
  const { statements } = scope;
  const failing = name("failing");
  const undecided = name("undecided");
  const holds = yesOf(parts.holds, scope);
  const isCertain = holds.kind === "word" && holds.word === "true";
  if (!isCertain) {
    const there = inside(scope);
    const told = failingLine(rule, parts.place, there);
    statements.push({ kind: "let", name: "failing", type: null, value: number(0) });
    statements.push({ kind: "let", name: "undecided", type: null, value: { kind: "word", word: "false" } });
    statements.push(
      when(
        notOf(holds),
        ...there.statements,
        { kind: "assign", to: failing, operator: "=", value: told },
        leaveOpen(binary(failing, "===", number(notTold)), scope),
        { kind: "assign", to: undecided, operator: "=", value: binary(failing, "===", number(0)) },
      ),
    );
  }
  const row = rule.purpose.kind === "noCharge" ? number(-1) : rowCode(parts, scope);
  if (!isCertain) {
    const refused = library(emission, "refusedIn", name("rule"), row, name("record"), day, failing);
    const lacking = library(emission, "undecidedIn", name("rule"), row);
    statements.push(when(binary(failing, "!==", number(0)), saidBy(refused), nextRecord));
    statements.push(when(undecided, saidBy(lacking), nextRecord));
  }
  if (rule.purpose.kind === "noCharge") {
    statements.push(saidBy(library(emission, "chargedNothing", name("rule"), number(0))));
    return;
  }
  statements.push(leaveOpen(binary(row, "<", number(0)), scope));
  for (const tally of parts.tallies.list) writeTally(tally, row, parts, scope);
  statements.push(saidBy(library(emission, "countedIn", name("rule"), row, name("record"), day, name("kind"))));
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
      (inner) => rowOf(alternative.it, table, place, inner),
      (inner) => rowUnder(index + 1, inner),
      { wish: "row", type: "number" },
      there,
    );
  };
  return rowUnder(0, scope);
}

function rowOf(keys: readonly Key[], table: Code, place: Place, scope: Scope): Code {
  const { emission } = scope.kernel;
  const values = keys.map((key) =>
    key.role === "episode" ? name("record") : valueOf(keyCode(key.value, place, emission), scope),
  );
  const [first = number(0), second = number(0)] = values;
  const made = (callee: string, ...given: readonly Code[]): Code =>
    library(emission, callee, name("rule"), ...given, name("kind"));
  const own = scope.kernel.localName("row");
  const row =
    values.length === 1
      ? made("rowOfOne", table, first)
      : values.length === 2
        ? made("rowOfTwo", latelyMet(scope), table, first, second)
        : made("rowOfMany", table, array(values));
  scope.statements.push(constant({ name: own, value: row }));
  return name(own);
}

/** A memory of its own for each alternative of keys. */
function latelyMet({ kernel }: Scope): Code {
  const own = kernel.localName("lately");
  kernel.ofRun.push(constant({ name: own, value: library(kernel.emission, "latelyMet", name("rule")) }));
  return name(own);
}

function writeTally({ name: own, aggregate, test }: TallyMember, row: Code, parts: KernelParts, scope: Scope): void {
  const under: Code = test === null ? { kind: "word", word: "true" } : booleanOf(test, scope);
  if (under.kind === "word" && under.word === "false") return;
  const tally = keptForRun(path("rule", "tallies", own), `${own}Tally`, scope);
  const there = under.kind === "word" ? scope : inside(scope);
  writeAddition(aggregate, tally, row, parts.place, there);
  if (under.kind !== "word") scope.statements.push(when(under, ...there.statements));
}

function writeAddition(aggregate: Aggregate, tally: Code, row: Code, place: Place, scope: Scope): void {
  const { emission } = scope.kernel;
  if (aggregate.where === null) {
    writeAdded(aggregate, tally, row, place, scope);
    return;
  }
  const condition = numberCode(aggregate.where, place, emission);
  const yes = yesOf(condition, scope);
  const isOpen = notOf(noOf(condition, scope));
  const there = inside(scope);
  writeAdded(aggregate, tally, row, place, there);
  scope.statements.push({
    kind: "if",
    test: yes,
    then: there.statements,
    otherwise: [when(isOpen, { kind: "run", value: library(emission, "markUnclear", tally, row) })],
  });
}

function writeAdded({ of, per }: Aggregate, tally: Code, row: Code, place: Place, scope: Scope): void {
  const { emission } = scope.kernel;
  const added = (callee: string, ...value: readonly Code[]): void => {
    scope.statements.push({ kind: "run", value: library(emission, callee, tally, row, ...value) });
  };
  if (per !== null) {
    scope.kernel.unwritable.add("call");
    return;
  }
  if (of === null) {
    added("addOneAt");
    return;
  }
  const isFractional = isFraction(of, place, emission);
  const value = valueOf(isFractional ? fractionCode(of, place, emission) : numberCode(of, place, emission), scope);
  if (isSmallDays(value, scope) || (!isFractional && isSmall(of, emission))) added("addSmallAt", value);
  else added(isFractional ? "addFractionAt" : "addNumberAt", value);
}

/** Whether the sum of as many as one run may have stays among the safe integers, by the bounds that are declared. */
function isSmall(of: Expr, emission: Emission): boolean {
  const form = emission.forms.ofRecord(of);
  if (form.kind !== "number" || !form.quantity) return false;
  return Math.max(Math.abs(form.least), Math.abs(form.greatest)) * recordsOfARun <= Number.MAX_SAFE_INTEGER;
}

/** As `greatestCount` of the runtime. */
const recordsOfARun = 16_777_216;
