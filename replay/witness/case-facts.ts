// What is taken to be so in a class of cases: comparisons that hold, and answers about what is not looked into.
// Rule: a class is thrown away only where no case at all can be in it; in doubt it is kept.

import type { Rational } from "./rational.ts";

export interface Facts {
  readonly limits: readonly Limit[];
  /** By what is asked: whether a fact is there, what a choice is. */
  readonly answers: ReadonlyMap<string, string>;
}

/** The products times their numbers, and the constant, come to at most zero; where `strict`, to less. */
interface Limit {
  readonly of: ReadonlyMap<string, bigint>;
  readonly constant: bigint;
  readonly strict: boolean;
}

export const noFacts: Facts = { limits: [], answers: new Map() };

/** Begins the name of everything that is a whole number. */
export const whole = "whole ";

/** The class in which `side` is at most zero, or less where `strict`; undefined where no case is in it. */
export function whereAtMostZero(side: Rational["over"], strict: boolean, facts: Facts): Facts | undefined {
  const limit = limitOf(side, strict);
  if (limit.of.size === 0) return isBroken(limit) ? undefined : facts;
  const text = limitText(limit);
  if (facts.limits.some((known) => limitText(known) === text)) return facts;
  if (!arePossible(connectedTo(limit, facts.limits))) return undefined;
  return { ...facts, limits: [...facts.limits, limit] };
}

export function withAnswer(question: string, answer: string, facts: Facts): Facts {
  return { ...facts, answers: new Map([...facts.answers, [question, answer]]) };
}

function limitOf(side: Rational["over"], strict: boolean): Limit {
  const products = [...side.values()];
  const scale = products.reduce((least, { coefficient }) => leastCommon(least, coefficient.under), 1n);
  let constant = 0n;
  const of = new Map<string, bigint>();
  for (const { factors, coefficient } of products) {
    const number = (coefficient.over * scale) / coefficient.under;
    if (factors.length === 0) constant = number;
    else of.set(factors.join(" · "), number);
  }
  return tightened({ of, constant, strict });
}

/** Over whole numbers less than zero is at most minus one, and what they have in common is divided out. */
function tightened(limit: Limit): Limit {
  const common = [...limit.of.values()].reduce((shared, number) => greatestCommon(shared, number), 0n);
  if (common === 0n) return limit;
  const isWhole = [...limit.of.keys()].every((name) => name.split(" · ").every((factor) => factor.startsWith(whole)));
  if (!isWhole) return limit;
  const constant = limit.strict ? limit.constant + 1n : limit.constant;
  return { of: divided(limit.of, common), constant: -floorDivided(-constant, common), strict: false };
}

function divided(of: ReadonlyMap<string, bigint>, by: bigint): ReadonlyMap<string, bigint> {
  return new Map([...of].map(([name, number]) => [name, number / by]));
}

function connectedTo(limit: Limit, others: readonly Limit[]): readonly Limit[] {
  const names = new Set(limit.of.keys());
  let reached: readonly Limit[] = [];
  for (;;) {
    const found = others.filter(({ of }) => [...of.keys()].some((name) => names.has(name)));
    if (found.length === reached.length) return [limit, ...found];
    for (const { of } of found) for (const name of of.keys()) names.add(name);
    reached = found;
  }
}

/** More limits than this are not followed further, and are taken to be possible. */
const mostLimits = 250;

/** Fourier and Motzkin: one product after another is taken out of all limits that bound it from both sides. */
function arePossible(limits: readonly Limit[]): boolean {
  let left = limits;
  for (;;) {
    if (left.some((limit) => limit.of.size === 0 && isBroken(limit))) return false;
    const open = left.filter(({ of }) => of.size > 0);
    const name = cheapest(open);
    if (name === undefined || open.length > mostLimits) return true;
    left = withoutProduct(name, open);
  }
}

function isBroken({ constant, strict }: Limit): boolean {
  return strict ? constant >= 0n : constant > 0n;
}

function cheapest(limits: readonly Limit[]): string | undefined {
  const sides = new Map<string, [number, number]>();
  for (const { of } of limits) {
    for (const [name, number] of of) {
      const counted = sides.get(name) ?? [0, 0];
      counted[number > 0n ? 0 : 1] += 1;
      sides.set(name, counted);
    }
  }
  const sorted = [...sides].sort(([, [a, b]], [, [c, d]]) => a * b - c * d);
  return sorted[0]?.[0];
}

function withoutProduct(name: string, limits: readonly Limit[]): readonly Limit[] {
  const at = ({ of }: Limit): bigint => of.get(name) ?? 0n;
  const [above, below] = [limits.filter((limit) => at(limit) > 0n), limits.filter((limit) => at(limit) < 0n)];
  const joined = above.flatMap((upper) => below.map((lower) => added(upper, -at(lower), lower, at(upper), name)));
  const kept = [...limits.filter((limit) => at(limit) === 0n), ...joined];
  return [...new Map(kept.map((limit) => [limitText(limit), limit])).values()];
}

function added(a: Limit, times: bigint, b: Limit, otherTimes: bigint, without: string): Limit {
  const of = new Map<string, bigint>();
  for (const [name, number] of a.of) of.set(name, number * times);
  for (const [name, number] of b.of) of.set(name, (of.get(name) ?? 0n) + number * otherTimes);
  of.delete(without);
  for (const [name, number] of of) if (number === 0n) of.delete(name);
  const constant = a.constant * times + b.constant * otherTimes;
  return tightened({ of, constant, strict: a.strict || b.strict });
}

function limitText({ of, constant, strict }: Limit): string {
  const products = [...of].map(([name, number]) => `${number} ${name}`).sort();
  return `${products.join(" + ")} + ${constant} ${strict ? "<" : "<="} 0`;
}

function leastCommon(a: bigint, b: bigint): bigint {
  return (a * b) / greatestCommon(a, b);
}

function greatestCommon(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

function floorDivided(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}
