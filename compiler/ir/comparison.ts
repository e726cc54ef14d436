// The six comparisons: which is so exactly where another is not, which when the sides change place, and what a difference says.

import type { Expr } from "./ir.ts";

export type Operator = (Expr & { kind: "compare" })["operator"];

/** What is so exactly where the other is not. */
export const opposite: Readonly<Record<Operator, Operator>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "=": "!=",
  "!=": "=",
};

/** What is so when the sides change place. */
export const turnedAround: Readonly<Record<Operator, Operator>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "=": "=",
  "!=": "!=",
};

/** Whether a comparison holds where the left side less the right one is `difference`, or has its sign. */
export function holdsFor(operator: Operator, difference: number): boolean {
  switch (operator) {
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
    case "=":
      return difference === 0;
    case "!=":
      return difference !== 0;
  }
}
