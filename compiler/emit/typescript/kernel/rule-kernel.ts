// The kernel of a rule: straight code that settles a plain record by itself, and says of every other that it cannot.
// Rule: it asks what the general way asks, in the same order (runtime/rule-run.ts); whatever is not certainly yes or no is
// left to that way, so a kernel can be slower than it might be, but never says anything else.

import type { Aggregate, Expr, Key, Rule } from "../../../ir/ir.ts";
import {
  array,
  binary,
  conditional,
  constant,
  name,
  number,
  path,
  returned,
  when,
  type Code,
  type Statement,
} from "../code.ts";
import { library, libraryName, type Emission } from "../emission.ts";
import { fractionCode, guardCode, isFraction, numberCode, type Place } from "../expression-code.ts";
import { looksBack } from "../figures-code.ts";
import { keyCode } from "../tally-code.ts";
import type { Tallies, TallyMember } from "../tallies-of-a-rule.ts";
import { failingLine, notTold } from "./failing-lines.ts";
import { decidedBy, inside, newKernel, outermost, type Scope } from "./scope.ts";
import { booleanOf, noOf, notOf, yesOf } from "./truths.ts";
import { valueOf } from "./values.ts";

/** What the kernel is made of, as the general way has it. */
export interface KernelParts {
  readonly place: Place;
  readonly isAbout: Code;
  readonly holds: Code;
  readonly runsBackwards: Code | null;
  /** The tables of the keys, in the order of their alternatives. */
  readonly keyTables: readonly Code[];
  readonly tallies: Tallies;
  readonly talliesType: string;
}

/** The name of the function that makes the kernel of a run; null where the rule is of another shape. */
export function kernelFunction(rule: Rule, base: string, parts: KernelParts, emission: Emission): string | null {
  if (!isPlain(rule, emission)) return null;
  const kernel = newKernel(emission);
  const scope = outermost(kernel, new Map([["theDay", libraryName(emission, "UNKNOWN")]]));
  writeRecord(rule, parts, scope);
  if (kernel.unwritable.size > 0) return null;
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
      ...kernel.ofRun,
      returned({
        kind: "arrow",
        parameters: [{ name: "record", type: "number" }],
        returns: null,
        body: scope.statements,
      }),
    ],
    doc: `${rule.name} for a plain record: what it says, and what it adds to a group.`,
    exported: false,
  }));
}

/** One record is asked about once, on a date that it gives itself, and nothing is asked of other groups. */
function isPlain(rule: Rule, emission: Emission): boolean {
  const { purpose, grain, follows, onTopOf } = rule;
  const [follow, ...others] = follows;
  const document = emission.program.documents.find((each) => each.name === rule.document);
  const mayCharge = document?.mayCharge ?? null;
  const ofRecord = mayCharge === null ? null : emission.signatures.ofExpr(mayCharge);
  return (
    (purpose.kind === "charge" || purpose.kind === "noCharge") &&
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
  const answer = (verdict: string): Statement => returned(libraryName(emission, verdict));
  const followed: Expr = rule.follows[0]?.it ?? { kind: "decisionDate" };
  const unknownDay = new Map(outer.bound).set("day", libraryName(emission, "UNKNOWN"));
  const day = valueOf(numberCode(followed, parts.place, emission), { ...outer, bound: unknownDay });
  const scope: Scope = { ...outer, bound: new Map(outer.bound).set("day", day) };

  statements.push(constant({ name: "kind", value: library(emission, "kindOfDay", name("rule"), day) }));
  statements.push(when(binary(name("kind"), "===", libraryName(emission, "PASSES")), answer("PASSED")));
  statements.push(when(binary(name("kind"), "===", libraryName(emission, "OPEN")), answer("DOUBTFUL")));

  const about = yesOf(parts.isAbout, scope);
  const other = conditional(
    noOf(parts.isAbout, scope),
    libraryName(emission, "PASSED"),
    libraryName(emission, "DOUBTFUL"),
  );
  if (about.kind !== "word") statements.push(when(notOf(about), returned(other)));
  if (parts.runsBackwards !== null) {
    const backwards = booleanOf(parts.runsBackwards, scope);
    if (backwards.kind !== "word") statements.push(when(backwards, answer("DOUBTFUL")));
  }
  writeJudgement(rule, parts, day, scope);
}

/** Whether what was taken is charged for, and its group. */
function writeJudgement(rule: Rule, parts: KernelParts, day: Code, scope: Scope): void {
  const { emission } = scope.kernel;
  const { statements } = scope;
  const doubtful = returned(libraryName(emission, "DOUBTFUL"));
  const failing = name("failing");
  const undecided = name("undecided");
  const holds = yesOf(parts.holds, scope);
  if (holds.kind !== "word") {
    const there = inside(scope);
    const told = failingLine(rule, parts.place, there);
    statements.push({ kind: "let", name: "failing", type: null, value: number(0) });
    statements.push({ kind: "let", name: "undecided", type: null, value: { kind: "word", word: "false" } });
    statements.push(
      when(
        notOf(holds),
        ...there.statements,
        { kind: "assign", to: failing, operator: "=", value: told },
        when(binary(failing, "===", number(notTold)), doubtful),
        { kind: "assign", to: undecided, operator: "=", value: binary(failing, "===", number(0)) },
      ),
    );
  }
  const fails = binary(failing, "!==", number(0));
  const given = (row: Code, line: Code): Code =>
    library(emission, "refusedIn", name("rule"), row, name("record"), day, line);
  const lacking = (row: Code): Code => library(emission, "undecidedIn", name("rule"), row, name("record"), day);
  if (rule.purpose.kind === "noCharge") {
    if (holds.kind !== "word") {
      statements.push(when(fails, returned(given(number(-1), failing))));
      statements.push(when(undecided, returned(lacking(number(-1)))));
    }
    statements.push(returned(library(emission, "chargedNothing", name("rule"), number(0))));
    return;
  }
  const row = rowCode(rule, parts, scope);
  if (holds.kind !== "word") {
    statements.push(when(fails, returned(given(row, failing))));
    statements.push(when(undecided, returned(lacking(row))));
  }
  statements.push(when(binary(row, "<", number(0)), doubtful));
  for (const tally of parts.tallies.list) writeTally(tally, row, parts, scope);
  statements.push(returned(library(emission, "countedIn", name("rule"), row, name("record"), day, name("kind"))));
}

/** The row of the record's group; -1 where no keys stand or one of them is absent. */
function rowCode(rule: Rule, { place, keyTables }: KernelParts, scope: Scope): Code {
  const { emission } = scope.kernel;
  const rowUnder = (index: number, there: Scope): Code => {
    const alternative = rule.keys[index];
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
    library(emission, callee, name("rule"), table, ...given, name("kind"));
  const own = scope.kernel.localName("row");
  const row =
    values.length === 1
      ? made("rowOfOne", first)
      : values.length === 2
        ? made("rowOfTwo", first, second)
        : made("rowOfMany", array(values));
  scope.statements.push(constant({ name: own, value: row }));
  return name(own);
}

function writeTally({ name: own, aggregate, test }: TallyMember, row: Code, parts: KernelParts, scope: Scope): void {
  const tally = path("rule", "tallies", own);
  const under = test === null ? null : booleanOf(test, scope);
  const there = under === null ? scope : inside(scope);
  writeAddition(aggregate, tally, row, parts.place, there);
  if (under !== null) scope.statements.push(when(under, ...there.statements));
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
  if (of === null) added("addOneAt");
  else if (isFraction(of, place, emission)) added("addFractionAt", valueOf(fractionCode(of, place, emission), scope));
  else {
    const value = valueOf(numberCode(of, place, emission), scope);
    added(isSmall(of, emission) ? "addSmallAt" : "addNumberAt", value);
  }
}

/** Whether the sum of as many as one run may have stays among the safe integers, by the bounds that are declared. */
function isSmall(of: Expr, emission: Emission): boolean {
  const form = emission.forms.ofRecord(of);
  if (form.kind !== "number" || !form.quantity) return false;
  return Math.max(Math.abs(form.least), Math.abs(form.greatest)) * recordsOfARun <= Number.MAX_SAFE_INTEGER;
}

/** As `greatestCount` of the runtime. */
const recordsOfARun = 16_777_216;
