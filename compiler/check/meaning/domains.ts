// What each variable of a formula can be: every answer, every name that matters, every place among the constants.
// Rule: a domain holds one value for each way in which the conditions could tell values apart, so a search over domains
// is a search over all records.

import { compare, isWhole, minus, type Ratio } from "@avtal/runtime/ratio";
import type { CaseValue, Constant, Formula, Operand, PlaceOf, Variable } from "./formula.ts";

export interface Domains {
  readonly valuesOf: (variable: Variable) => readonly CaseValue[];
  readonly placeOf: PlaceOf;
  /** An exact value that lies on a place, for showing a case; undefined where none is known. */
  readonly exactAt: (sort: string, place: number) => ExactPlace;
}

/** On a constant, or some way into a gap beside one. */
export interface ExactPlace {
  readonly near: Ratio | undefined;
  readonly offset: number;
}

export function domainsOf(formula: Formula): Domains {
  const found: Found = { constants: new Map(), names: new Set(), variables: new Map() };
  collect(formula, found);
  const scales = new Map([...sortsIn(found)].map((sort) => [sort, scaleOf(sort, found)]));
  const scale = (sort: string): Scale => scales.get(sort) ?? { constants: [], room: 1, places: 1 };
  /** By the constants of the formula themselves: a search asks for each of them many times. */
  const places = new Map<Ratio, number>();
  return {
    valuesOf: (variable) => valuesOf(variable, found, scale),
    placeOf: (sort, exact) => {
      const known = places.get(exact) ?? placeOf(scale(sort), exact);
      places.set(exact, known);
      return known;
    },
    exactAt: (sort, place) => exactAt(scale(sort), place),
  };
}

interface Found {
  readonly constants: Map<string, Ratio[]>;
  readonly names: Set<string>;
  readonly variables: Map<string, Variable>;
}

/** Constants in order; `room` places lie before, between and after them. */
interface Scale {
  readonly constants: readonly Ratio[];
  readonly room: number;
  readonly places: number;
}

function collect(formula: Formula, found: Found): void {
  switch (formula.kind) {
    case "truth":
    case "reading":
      return;
    case "not":
    case "inDoubt":
      return collect(formula.of, found);
    case "and":
    case "or":
      return formula.of.forEach((part) => collect(part, found));
    case "if":
      return [formula.condition, formula.then, formula.otherwise].forEach((part) => collect(part, found));
    case "holds":
    case "exists":
    case "unknown":
      found.variables.set(formula.of.key, formula.of);
      return;
    case "compare":
      return [formula.left, formula.right].forEach((operand) => collectOperand(operand, found));
  }
}

function collectOperand(operand: Operand, found: Found): void {
  if (operand.kind === "variable") found.variables.set(operand.of.key, operand.of);
  else collectConstant(operand, found);
}

function collectConstant(constant: Constant, found: Found): void {
  if (constant.kind === "name") {
    found.names.add(constant.text);
    return;
  }
  const known = found.constants.get(constant.sort) ?? [];
  if (!known.some((other) => compare(other, constant.exact) === 0)) known.push(constant.exact);
  found.constants.set(constant.sort, known);
}

function sortsIn({ constants, variables }: Found): ReadonlySet<string> {
  const sorts = [...variables.values()].flatMap(({ sort }) => (sort.kind === "order" ? [sort.sort] : []));
  return new Set([...constants.keys(), ...sorts]);
}

/** As much room in each gap as there are variables, so that they can lie in any order. */
function scaleOf(sort: string, found: Found): Scale {
  const constants = [...(found.constants.get(sort) ?? [])].sort(compare);
  const variables = [...found.variables.values()].filter(
    (each) => each.sort.kind === "order" && each.sort.sort === sort,
  );
  const room = Math.max(1, variables.length);
  return { constants, room, places: constants.length * (room + 1) + room };
}

/** In the order in which they are tried: what people would think of first. */
function valuesOf(variable: Variable, found: Found, scale: (sort: string) => Scale): readonly CaseValue[] {
  const absent = variable.absent.map((kind): CaseValue => ({ kind }));
  const present = presentValues(variable, found, scale);
  return variable.oftenAbsent ? [...absent, ...present] : [...present, ...absent];
}

function presentValues({ sort }: Variable, found: Found, scale: (sort: string) => Scale): readonly CaseValue[] {
  switch (sort.kind) {
    case "condition":
      return [{ kind: "yes" }, { kind: "no" }];
    case "name": {
      const names = sort.known ?? [...found.names, ...otherNames];
      return names.map((text) => ({ kind: "name", text }));
    }
    case "order": {
      const places = placesIn(scale(sort.sort), sort.whole);
      const never: readonly CaseValue[] = sort.never ? [{ kind: "never" }] : [];
      return [...never, ...places.map((place): CaseValue => ({ kind: "place", sort: sort.sort, place }))];
    }
  }
}

/** Stand for the names that no condition mentions; two, so that two variables can differ. */
export const otherNames: readonly string[] = ["\u0000 1", "\u0000 2"];

function placesIn({ constants, room, places }: Scale, whole: boolean): readonly number[] {
  return Array.from({ length: places }, (_, place) => place).filter((place) => {
    const gap = Math.floor(place / (room + 1));
    const within = place % (room + 1);
    const [before, after] = [constants[gap - 1], constants[gap]];
    if (!whole || within === room || before === undefined || after === undefined) return true;
    if (!isWhole(before) || !isWhole(after)) return true;
    return BigInt(within) < minus(after, before).over - 1n;
  });
}

function placeOf({ constants, room }: Scale, exact: Ratio): number {
  const index = constants.findIndex((constant) => compare(constant, exact) === 0);
  if (index < 0) throw new Error("A constant that was not in the formula.");
  return index * (room + 1) + room;
}

function exactAt({ constants, room }: Scale, place: number): ExactPlace {
  const gap = Math.floor(place / (room + 1));
  const within = place % (room + 1);
  if (within === room) return { near: constants[gap], offset: 0 };
  const before = constants[gap - 1];
  if (before !== undefined) return { near: before, offset: within + 1 };
  return { near: constants[gap], offset: within - room };
}
