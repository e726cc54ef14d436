// Exact rational functions of things that are not looked into: sums, counts, prices, other formulas.
// Rule: two formulas that are equal for every sum and count have the same text here wherever the quotient cancels to
// products; what could be absent is remembered although it cancels.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import {
  compare,
  dividedBy,
  one,
  plus as sumOf,
  ratio,
  ratioText,
  times as productOf,
  zero,
  type Ratio,
} from "@avtal/runtime/ratio";

/** Factors, sorted and repeated as often as they are multiplied, to their coefficient. */
type Polynomial = ReadonlyMap<string, { readonly factors: readonly string[]; readonly coefficient: Ratio }>;

export interface Rational {
  readonly over: Polynomial;
  readonly under: Polynomial;
  /** What the value is absent with: unknowns that are read, and divisors that may be zero. */
  readonly absentWith: ReadonlySet<string>;
}

export function constant(exact: Ratio): Rational {
  return { over: polynomial([{ factors: [], coefficient: exact }]), under: unit, absentWith: new Set() };
}

/** `isAlwaysThere`: never absent and never zero, as the number of records of a group. */
export function unknownNamed(text: string, isAlwaysThere: boolean): Rational {
  const over = polynomial([{ factors: [text], coefficient: one }]);
  return { over, under: unit, absentWith: new Set(isAlwaysThere ? [] : [text]) };
}

export function plus(a: Rational, b: Rational): Rational {
  const over = added(multiplied(a.over, b.under), multiplied(b.over, a.under));
  return cancelled({ over, under: multiplied(a.under, b.under), absentWith: both(a, b) });
}

export function negated(a: Rational): Rational {
  return times(constant(ratio(-1n)), a);
}

export function times(a: Rational, b: Rational): Rational {
  return cancelled({
    over: multiplied(a.over, b.over),
    under: multiplied(a.under, b.under),
    absentWith: both(a, b),
  });
}

/** A divisor that may be zero is remembered by its text; `isNeverZero` says that it cannot be. */
export function over(a: Rational, b: Rational, isNeverZero: boolean): Rational {
  const divisor = isNeverZero ? [] : [`divided by ${rationalText(b)}`];
  if (b.over.size === 0) return unknownNamed(`divided by zero: ${rationalText(a)}`, false);
  return cancelled({
    over: multiplied(a.over, b.under),
    under: multiplied(a.under, b.over),
    absentWith: new Set([...both(a, b), ...divisor]),
  });
}

/** Whether nothing stands below the line but one. */
export function isProduct({ under }: Rational): boolean {
  return under.size === 1 && under.has("");
}

/** The number that a function always gives; undefined where it gives several. */
export function constantOf(of: Rational): Ratio | undefined {
  if (!isProduct(of)) return undefined;
  if (of.over.size === 0) return zero;
  return of.over.size === 1 ? of.over.get("")?.coefficient : undefined;
}

/** The same text for the same function that is absent with the same things. */
export function rationalText({ over: top, under, absentWith }: Rational): string {
  const quotient =
    under.size === 1 && under.has("") ? polynomialText(top) : `${polynomialText(top)} / ${polynomialText(under)}`;
  const absent = [...absentWith].sort(byCodePoint).join("; ");
  return absent === "" ? `(${quotient})` : `(${quotient} with ${absent})`;
}

/**
 * A difference compared with zero: scaled to a first coefficient of one, and the divisor taken away where it is a
 * product of counts. `turned` says that the comparison is to be turned around.
 */
export function sign(
  difference: Rational,
  isCount: (text: string) => boolean,
): { readonly text: string; readonly turned: boolean } {
  const [divisor] = [...difference.under.values()];
  const isPositive = difference.under.size === 1 && divisor?.factors.every(isCount) === true;
  const under = isPositive ? unit : difference.under;
  const first = ordered(difference.over)[0]?.coefficient ?? one;
  const turned = compare(first, zero) < 0;
  const scaled = multiplied(difference.over, polynomial([{ factors: [], coefficient: dividedBy(one, first) }]));
  return { text: rationalText({ ...difference, over: scaled, under }), turned };
}

const unit: Polynomial = new Map([["", { factors: [], coefficient: one }]]);

type Product = { readonly factors: readonly string[]; readonly coefficient: Ratio };

function polynomial(products: readonly Product[]): Polynomial {
  const found = new Map<string, Product>();
  for (const { factors, coefficient } of products) {
    const sorted = [...factors].sort(byCodePoint);
    const key = sorted.join(" · ");
    const sum = sumOf(found.get(key)?.coefficient ?? zero, coefficient);
    if (sum.over === 0n) found.delete(key);
    else found.set(key, { factors: sorted, coefficient: sum });
  }
  return found;
}

function added(a: Polynomial, b: Polynomial): Polynomial {
  return polynomial([...a.values(), ...b.values()]);
}

function multiplied(a: Polynomial, b: Polynomial): Polynomial {
  return polynomial(
    [...a.values()].flatMap((x) =>
      [...b.values()].map((y) => ({
        factors: [...x.factors, ...y.factors],
        coefficient: productOf(x.coefficient, y.coefficient),
      })),
    ),
  );
}

function both(a: Rational, b: Rational): ReadonlySet<string> {
  return new Set([...a.absentWith, ...b.absentWith]);
}

/** Without the factors that every product of both has, and with a first coefficient of one below the line. */
function cancelled(value: Rational): Rational {
  const products = [...value.over.values(), ...value.under.values()];
  const common = products.map(({ factors }) => factors).reduce((shared, factors) => sharedBy(shared, factors));
  const lead = ordered(value.under)[0]?.coefficient ?? one;
  const shorter = (side: Polynomial): Polynomial =>
    polynomial(
      [...side.values()].map(({ factors, coefficient }) => ({
        factors: without(factors, common),
        coefficient: dividedBy(coefficient, lead),
      })),
    );
  return { ...value, over: shorter(value.over), under: shorter(value.under) };
}

function sharedBy(a: readonly string[], b: readonly string[]): readonly string[] {
  const left = [...b];
  return a.filter((factor) => {
    const at = left.indexOf(factor);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function without(factors: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...taken];
  return factors.filter((factor) => {
    const at = left.indexOf(factor);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function ordered(side: Polynomial): readonly Product[] {
  return [...side].sort(([a], [b]) => byCodePoint(a, b)).map(([, product]) => product);
}

function polynomialText(side: Polynomial): string {
  const texts = ordered(side).map(({ factors, coefficient }) => [ratioText(coefficient), ...factors].join(" · "));
  return texts.length === 0 ? "0" : texts.join(" + ");
}
