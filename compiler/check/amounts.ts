// What a rule charges and who is named: the amount is money, rounded in its own unit; payers are payers.
// Rule: an amount is rounded to whole öre or coarser; anything else in a unit that it has.

import type { Document, GuardedLine, RuleText } from "../resolve/document.ts";
import type { Expression, Name, PerKey, RuleLine, Text } from "../syntax/ast.ts";
import { declarationOf, unknown, type Checking } from "./checking.ts";
import type { Kind } from "./kind.ts";
import { amountNotMoney } from "./problems/amount-not-money.ts";
import { finerThanWholeOre } from "./problems/finer-than-whole-ore.ts";
import { invoicerHasNoName } from "./problems/invoicer-has-no-name.ts";
import { keyHasNoKind } from "./problems/key-has-no-kind.ts";
import { payerNeeded } from "./problems/payer-needed.ts";
import { unknownRoundingUnit } from "./problems/unknown-rounding-unit.ts";
import { roundingUnitDiffers } from "./problems/rounding-unit-differs.ts";
import { quantity, sameUnit } from "./quantity.ts";
import { roundingUnitOf } from "./rounding-unit.ts";
import { linesOfStep, type RoundLine } from "./step-kinds.ts";

export function checkAmounts(document: Document, checking: Checking): void {
  for (const rule of document.rules) for (const line of rule.lines) checkLine(line, rule, checking);
}

function checkLine({ line }: GuardedLine<RuleLine>, rule: RuleText, checking: Checking): void {
  switch (line.kind) {
    case "step":
      if (line.name.text === "belopp" && rule.statement.kind === "rule") checkAmount(line.value, checking);
      return;
    case "round":
      return checkRounding(line, rule, checking);
    case "payment": {
      const from = kindAt(line.from, checking);
      if (from.kind !== "payer" && from.kind !== "unknown") {
        checking.report(payerNeeded({ expression: line.from, found: from }));
      }
      return checkNamed(line.to, checking);
    }
    case "invoicer":
      return checkNamed(line.by, checking);
    case "per":
      for (const key of line.keys) checkKey(key, checking);
      return;
    default:
      return;
  }
}

function checkAmount(value: Expression, checking: Checking): void {
  const found = kindAt(value, checking);
  if (found.kind === "unknown") return;
  if (isMoney(found)) return;
  checking.report(amountNotMoney({ value, found }));
}

function isMoney(kind: Kind): boolean {
  return kind.kind === "quantity" && sameUnit(kind, quantity("money", false));
}

function checkRounding(line: RoundLine, rule: RuleText, checking: Checking): void {
  const step = linesOfStep(rule, line.name.text)[0]?.line;
  const found = step === undefined ? unknown : kindAt(step.value, checking);
  if (found.kind === "unknown" || (line.name.text === "belopp" && !isMoney(found) && rule.statement.kind === "rule"))
    return;
  if (line.to.kind === "whole") {
    const unit = roundingUnitOf(line.to.unit.text);
    if (unit === undefined) checking.report(unknownRoundingUnit(line.to.unit));
    else if (found.kind !== "quantity" || !unit.fits.includes(found.shownAs))
      checking.report(roundingUnitDiffers({ line, found, at: line.to.unit.span }));
  } else if (found.kind !== "quantity") checking.report(roundingUnitDiffers({ line, found, at: line.to.span }));
  else if (isMoney(found) && line.name.text === "belopp" && line.to.count > 2) {
    checking.report(finerThanWholeOre({ to: line.to, decimals: line.to.count }));
  }
}

/** Who is paid and who invoices: a quoted name, or something that is one. */
function checkNamed(named: Text | Name, checking: Checking): void {
  if (named.kind === "text") return;
  const found = kindAt(named, checking);
  if (found.kind === "unknown" || found.kind === "text" || found.kind === "payer" || found.kind === "choice") return;
  checking.report(invoicerHasNoName({ name: named, found }));
}

/** A key is something that is the same or not the same: no fraction, and no moment. */
function checkKey(key: PerKey, checking: Checking): void {
  const declaration = declarationOf(key.name, checking);
  if (declaration === undefined) return;
  if (declaration.kind === "builtIn" && key.of === undefined) return;
  const found: Kind = key.of === undefined ? kindAt(key.name, checking) : keyKind(key, checking);
  const ofRecord = key.of !== undefined || declaration.kind === "field" || declaration.kind === "term";
  const condition = declaration.kind === "condition";
  const divides = found.kind !== "moment" && found.kind !== "clock" && (found.kind !== "quantity" || found.whole);
  if (found.kind === "unknown" || ((ofRecord || condition) && divides)) return;
  checking.report(keyHasNoKind({ key, found }));
}

function keyKind(key: PerKey, checking: Checking): Kind {
  const declaration = declarationOf(key.name, checking);
  if (declaration?.kind !== "builtIn") return { kind: "text" };
  return declaration.builtIn === "clockOf" ? { kind: "clock" } : { kind: "date" };
}

function kindAt(expression: Expression, checking: Checking): Kind {
  return checking.kindOf.get(expression) ?? unknown;
}
