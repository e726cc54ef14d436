// `A om C annars B` and `minsta av (a; b)`: one of several, which all must be the same sort of thing.
// Rule: `annars` is left out only in `krävs A om C`, which is checked where such a line is read.

import type { Expression } from "../syntax/ast.ts";
import { languageAt, unknown, type Checking, type Place } from "./checking.ts";
import type { Kind } from "./kind.ts";
import { kindOf } from "./kind-of.ts";
import { needCondition } from "./needed-kind.ts";
import { branchesDiffer } from "./problems/branches-differ.ts";
import { listMembersDiffer } from "./problems/list-members-differ.ts";
import { otherwiseNeeded } from "./problems/otherwise-needed.ts";
import { wrongListWord } from "./problems/wrong-list-word.ts";
import { joined } from "./same-kind.ts";
import { bareNumber } from "./bare-number.ts";
import { unitMissing } from "./problems/unit-missing.ts";

export function ifKind(
  expression: Extract<Expression, { kind: "if" }>,
  place: Place,
  checking: Checking,
  expected: Kind | undefined,
): Kind {
  const then = kindOf(expression.then, place, checking, expected);
  needCondition(expression.condition, place, checking);
  if (expression.otherwise === undefined) {
    if (expression.condition.kind !== "missing") checking.report(otherwiseNeeded({ expression, then }));
    return then;
  }
  const otherwise = kindOf(expression.otherwise, place, checking, expected ?? then);
  const both = joined(then, otherwise);
  if (both !== undefined) return both;
  return differing([expression.then, expression.otherwise], [then, otherwise], place, checking, () =>
    checking.report(branchesDiffer({ expression, then, otherwise })),
  );
}

export function listKind(
  expression: Extract<Expression, { kind: "extreme" }>,
  place: Place,
  checking: Checking,
  expected: Kind | undefined,
): Kind {
  let kind: Kind = unknown;
  let before: Expression | undefined;
  for (const member of expression.of) {
    const found = kindOf(member, place, checking, expected);
    const both = joined(kind, found);
    if (both === undefined && before !== undefined) {
      const earlier = kind;
      return differing([before, member], [earlier, found], place, checking, () =>
        checking.report(listMembersDiffer({ member, found, earlier })),
      );
    }
    kind = both ?? kind;
    before ??= member;
  }
  const language = languageAt(expression.span, place.document);
  if (!hasOrder(kind)) {
    checking.report(wrongListWord({ expression, found: kind, language, fits: undefined }));
    return unknown;
  }
  const forDates = expression.which === "first" || expression.which === "last";
  const isTime = kind.kind !== "quantity" && kind.kind !== "unknown";
  if (kind.kind !== "unknown" && forDates !== isTime) {
    const fits = { least: "first", greatest: "last", first: "least", last: "greatest" } as const;
    checking.report(wrongListWord({ expression, found: kind, language, fits: fits[expression.which] }));
  }
  return kind;
}

/** A number without a unit beside an amount with one lacks just the unit; everything else is two different things. */
function differing(
  sides: readonly [Expression, Expression],
  kinds: readonly [Kind, Kind],
  place: Place,
  checking: Checking,
  otherwise: () => void,
): Kind {
  const [first, second] = kinds;
  const language = languageAt(sides[0].span, place.document);
  const [left, right] = [bareNumber(sides[0]), bareNumber(sides[1])];
  if (right !== undefined && first.kind === "quantity") {
    checking.report(unitMissing({ literal: right, needed: first, language }));
    return first;
  }
  if (left !== undefined && second.kind === "quantity") {
    checking.report(unitMissing({ literal: left, needed: second, language }));
    return second;
  }
  otherwise();
  return unknown;
}

function hasOrder(kind: Kind): boolean {
  return !["condition", "text", "choice", "payer"].includes(kind.kind);
}
