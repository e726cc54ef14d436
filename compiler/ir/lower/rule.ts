// One rule or statistic: whom it is about, what it requires, its groups, its steps and who pays.
// Rule: everything up to the keys is seen record by record; steps, payer and `när` are seen in the group.

import type { Document } from "../../resolve/document.ts";
import type { Name, Text } from "../../syntax/ast.ts";
import type { Alternatives, Expr, Grain, Id, Key, Requirement, Rule } from "../ir.ts";
import { lowerExpression } from "./expressions.ts";
import type { Gathering } from "./gathering.ts";
import { lowerGrain } from "./grain.ts";
import { always, validityInForce } from "./in-force.ts";
import { lowerKey, withPayer } from "./keys.ts";
import { lowerName } from "./names.ts";
import { namedDate } from "./named-kinds.ts";
import { inGroup } from "./names-in-groups.ts";
import { quantityAndPrice } from "./quantity-and-price.ts";
import { asOne, coverEverything } from "./readings.ts";
import { linesOf, slotsOf, type Slots } from "./rule-lines.ts";
import type { Variant } from "./rule-variants.ts";
import { ofRecord, recordStage, type Stage, type Standing } from "./standing.ts";
import { stepsOf } from "./steps.ts";
import { writtenLine } from "./written-line.ts";

export function lowerRule(
  id: Id,
  variant: Variant,
  document: Document,
  idsOf: (rule: string) => readonly Id[],
  gathered: Gathering,
): Rule {
  const { text, lines, guards } = variant;
  const slots = slotsOf(lines);
  const grain = grainOf(variant, gathered);
  const follows = slots("follows", ({ date }, scope) => namedDate(date, ofRecord(scope), gathered));
  const date = asOne(follows);
  const keys = keysOf(slots, date, gathered);
  const stage: Stage = { kind: "group", keys: keys.flatMap(({ it }) => it), each: grain.kind, follows: date };
  const inStage = (scope: string): Standing => ({ document: scope, at: null, stage });
  const who = (by: Text | Name, scope: string): Expr => whoIs(by, inStage(scope), gathered);
  const payer = slots("payment", ({ from }, scope) => lowerExpression(from, inStage(scope), gathered));
  const steps = stepsOf(lines, inStage, document, gathered);
  return {
    id,
    document: document.name,
    name: text.name,
    purpose: purposeOf(variant),
    guards,
    insteadOf: linesOf(lines, "insteadOf").flatMap(({ line }) => line.rules.flatMap(({ text: name }) => idsOf(name))),
    onTopOf: linesOf(lines, "onTopOf").flatMap(({ line }) => line.rules.flatMap(({ text: name }) => idsOf(name))),
    inForce: inForceOf(variant, slots, gathered),
    grain,
    scope: slots("scope", ({ scope: { where } }, scope) => conditionOr(always, where, ofRecord(scope), gathered)),
    requires: [...requirementsOf(variant, document, gathered), ...payerKnown(variant, payer, document, gathered)],
    follows,
    keys: keys.map(({ guard, it }) => ({ guard, it: withPayer(it, payer[0]?.it) })),
    payer,
    payee: slots("payment", ({ to }, scope) => who(to, scope)),
    invoicer: slots("invoicer", ({ by }, scope) => who(by, scope)),
    steps,
    chargedWhen: slots("when", ({ condition }, scope) => lowerExpression(condition, inStage(scope), gathered)),
    quantity: quantityAndPrice(steps, stage, gathered),
    clause: gathered.clauses.indexOf(text.statement.cites, document),
    doc: text.statement.doc ?? null,
  };
}

function purposeOf({ text, lines }: Variant): Rule["purpose"] {
  if (text.statement.kind === "statistic") {
    return { kind: "statistic", triggers: linesOf(lines, "triggers")[0]?.line.text.text ?? null };
  }
  const notModelled = linesOf(lines, "notModelled")[0];
  if (notModelled !== undefined) return { kind: "notModelled", says: notModelled.line.text.text };
  return { kind: linesOf(lines, "noCharge").length > 0 ? "noCharge" : "charge" };
}

/** All readings of one variant have the same grain, so the first scope line says it. */
function grainOf({ lines }: Variant, gathered: Gathering): Grain {
  const scope = linesOf(lines, "scope")[0];
  return scope === undefined ? { kind: "episode" } : lowerGrain(scope.line.scope, scope.scope, gathered);
}

function keysOf(slots: Slots, follows: Expr | null, gathered: Gathering): Alternatives<readonly Key[]> {
  return slots("per", ({ keys }, scope) => keys.map((key) => lowerKey(key, follows, ofRecord(scope), gathered)));
}

/** The days of the version, and of the validity line under each reading. */
function inForceOf({ text }: Variant, slots: Slots, gathered: Gathering): Rule["inForce"] {
  const written = slots("validity", ({ validity }, scope) => validityInForce(validity, text.days, scope, gathered));
  const otherwise = { guard: null, it: validityInForce(undefined, text.days, "", gathered) };
  const guards = written.map(({ guard }) => guard);
  return coverEverything(guards, gathered) ? written : [...written, otherwise];
}

function requirementsOf({ text, lines }: Variant, document: Document, gathered: Gathering): readonly Requirement[] {
  return linesOf(lines, "requires").map(({ line, guard, scope }) => ({
    guard,
    condition: lowerExpression(line.condition, ofRecord(scope), gathered),
    says: writtenLine(line.span, line.condition.span, gathered.front),
    clause: gathered.clauses.indexOf(line.cites ?? text.statement.cites, document),
  }));
}

/**
 * Who pays must be known of a record that is charged for itself: like an absent key, an absent payer leaves it undecided.
 * A payer equals itself where there is one, else the comparison is unknown, and its causes are the facts that it lacks.
 */
function payerKnown(
  { text, lines }: Variant,
  payer: Rule["payer"],
  document: Document,
  gathered: Gathering,
): readonly Requirement[] {
  const [first] = linesOf(lines, "payment");
  const condition = asOne(payer.map(({ guard, it }) => ({ guard, it: isKnown(it) })));
  if (first === undefined || condition === null || !payer.some(({ it }) => it.kind === "ofEpisode")) return [];
  const says = writtenLine(first.line.span, first.line.from.span, gathered.front);
  return [{ guard: null, condition, says, clause: gathered.clauses.indexOf(text.statement.cites, document) }];
}

/** Any other payer is a key, derives from keys, or is named: then the group has it. */
function isKnown(payer: Expr): Expr {
  if (payer.kind !== "ofEpisode") return always;
  return { kind: "compare", operator: "=", left: payer.of, right: payer.of };
}

function conditionOr(
  otherwise: Expr,
  condition: Parameters<typeof lowerExpression>[0] | undefined,
  standing: Standing,
  gathered: Gathering,
): Expr {
  return condition === undefined ? otherwise : lowerExpression(condition, standing, gathered);
}

/** A payee or an invoicer: its name, or what a name means for the group. */
function whoIs(by: Text | Name, standing: Standing, gathered: Gathering): Expr {
  if (by.kind === "text") return { kind: "text", text: by.text };
  return inGroup(lowerName(by, recordStage(standing), gathered), standing, gathered);
}
