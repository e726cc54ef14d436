// Which parts of the agreements some scenarios reach: clauses, rows, branches, exceptions, readings, and sides of limits.
// Rule: plain data; what no case can reach is left out of every count, and said with its reason.

import type { Clause, Expr } from "@avtal/compiler/ir/ir";
import type { Line } from "../lines/line.ts";

/** Where a comparison can be met. */
export type Side = "below" | "at" | "above";

export type Point = PointBody & {
  /** The line that it is about; null for a reading. */
  readonly line: Line | null;
  readonly document: string;
  readonly clause: Clause | null;
  /** False where it stands only under readings that nobody has chosen; such points are counted apart. */
  readonly isChosen: boolean;
  readonly isReached: boolean;
};

type PointBody =
  /** A cell of a dated row was read. */
  | { readonly kind: "row" }
  /** A condition came out as yes, or as no. */
  | { readonly kind: "branch"; readonly condition: Expr; readonly holds: "yes" | "no" }
  /** A comparison was met just below, at or just above; for what has no order, equal or not. */
  | { readonly kind: "boundary"; readonly comparison: Expr; readonly side: Side | "equal" | "other" }
  /** A rule that stands before others took a record. */
  | { readonly kind: "exception"; readonly rule: string }
  | { readonly kind: "reading"; readonly question: string; readonly reading: string };

export interface ClauseCoverage {
  readonly clause: Clause;
  readonly isReached: boolean;
}

export interface DocumentCoverage {
  readonly document: string;
  readonly clauses: readonly ClauseCoverage[];
  readonly points: readonly Point[];
  /** Lines with how many cases reach each, for editors. */
  readonly lines: readonly { readonly line: Line; readonly cases: number }[];
}

export interface Coverage {
  /** The documents that scenarios are about and those whose values they use, by name. */
  readonly documents: readonly DocumentCoverage[];
}

export interface Share {
  readonly reached: number;
  readonly all: number;
}

export function clauseShare({ documents }: Coverage): Share {
  return shareOf(documents.flatMap(({ clauses }) => clauses));
}

/** Of the text as it is read: what stands only under other readings is left out. */
export function pointShare({ documents }: Coverage, kind: Point["kind"]): Share {
  return shareOf(documents.flatMap(({ points }) => points.filter((point) => point.isChosen && point.kind === kind)));
}

/** Sides of comparisons that stand only under readings that nobody has chosen. */
export function otherReadingsShare({ documents }: Coverage): Share {
  return shareOf(
    documents.flatMap(({ points }) => points.filter((point) => !point.isChosen && point.kind === "boundary")),
  );
}

export function shareOf(things: readonly { readonly isReached: boolean }[]): Share {
  return { reached: things.filter(({ isReached }) => isReached).length, all: things.length };
}

/** Whole per cent, rounded down, so that 100 means all of it; 100 where there is nothing to reach. */
export function percent({ reached, all }: Share): number {
  return all === 0 ? 100 : Math.floor((reached * 100) / all);
}
