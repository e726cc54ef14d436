// What a record adds to the running figures of its group, as straight code.
// Rule: a sum is a plain number only where the bounds of what is added prove that it stays among the safe integers.

import type { Aggregate, Expr } from "../../../ir/ir.ts";
import { binary, member, number, path, when, type Code, type Statement } from "../code.ts";
import { library, type Emission } from "../emission.ts";
import { fractionCode, isFraction, numberCode, type Place } from "../expression-code.ts";
import type { TallyMember } from "../tallies-of-a-rule.ts";
import { inside, keptForRun, wishFor, type Scope } from "./scope.ts";
import { booleanOf, noOf, notOf, yesOf } from "./truths.ts";
import { valueOf } from "./values.ts";
import { bitOf } from "./without-branches.ts";
import { isSmallDays } from "./written-out.ts";
import type { RuntimeName } from "../runtime-names.ts";

export function writeTally({ name: own, aggregate, test }: TallyMember, row: Code, place: Place, scope: Scope): void {
  const under: Code = test === null ? { kind: "word", word: "true" } : booleanOf(test, scope);
  if (under.kind === "word" && under.word === "false") return;
  const tally = keptForRun(path("rule", "tallies", own), `${own}Tally`, scope);
  const there = under.kind === "word" ? scope : inside(scope);
  writeAddition(aggregate, tally, row, place, there);
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
  const no = noOf(condition, scope);
  const [isYes, isNo] = [bitOf(yes), bitOf(no)];
  // Whether one more is counted, an engine adds without asking.
  if (aggregate.of === null && aggregate.per === null && isYes !== null && isNo !== null) {
    const counts: Code = { kind: "element", of: columnOf(tally, "counts", scope), index: row, otherwise: number(0) };
    const unclear: Statement = { kind: "run", value: library(emission, "markUnclear", tally, row) };
    scope.statements.push(
      { kind: "assign", to: counts, operator: "=", value: binary(counts, "+", isYes) },
      when(binary(binary(isYes, "|", isNo), "===", number(0)), unclear),
    );
    return;
  }
  const isOpen = notOf(no);
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
  const run = (callee: RuntimeName, ...given: readonly Code[]): void => {
    scope.statements.push({ kind: "run", value: library(emission, callee, ...given) });
  };
  const column = (own: string): Code => columnOf(tally, own, scope);
  if (per !== null) {
    scope.kernel.unwritable.add("call");
    return;
  }
  if (of === null) {
    run("addOneTo", column("counts"), row);
    return;
  }
  const isFractional = isFraction(of, place, emission);
  const value = valueOf(isFractional ? fractionCode(of, place, emission) : numberCode(of, place, emission), scope);
  if (isSmallDays(value, scope) || (!isFractional && isSmall(of, emission))) {
    run("addOneTo", column("counts"), row);
    run("addSmallTo", column("wholes"), tally, row, value);
  } else run(isFractional ? "addFractionAt" : "addNumberAt", tally, row, value);
}

function columnOf(tally: Code, own: string, scope: Scope): Code {
  return keptForRun(member(tally, own), wishFor([tally.kind === "name" ? tally.name : "tally", own]), scope);
}

/** Whether the sum of as many as one run may have stays among the safe integers, by the bounds that are declared. */
function isSmall(of: Expr, emission: Emission): boolean {
  const form = emission.forms.ofRecord(of);
  if (form.kind !== "number" || !form.quantity) return false;
  return Math.max(Math.abs(form.least), Math.abs(form.greatest)) * recordsOfARun <= Number.MAX_SAFE_INTEGER;
}

/** As `greatestCount` of the runtime. */
const recordsOfARun = 16_777_216;
