// Means, sums and counts: over the records of a group, or over all records of the data.
// Rule: what is averaged and under which condition is always of one record, never of the group around it.

import type { Aggregate as Written, Expression } from "../../syntax/ast.ts";
import type { Aggregate, Expr } from "../ir.ts";
import { lowerExpression, spanEnd } from "./expressions.ts";
import type { Gathering } from "./gathering.ts";
import { lowerKey } from "./keys.ts";
import { recordStage, type Standing } from "./standing.ts";

export function lowerAggregate(written: Written, standing: Standing, gathered: Gathering): Aggregate {
  const inner = written.of.function === "mean" || written.of.function === "sum" ? nested(written.of.value) : undefined;
  const record = recordStage(standing);
  const conditions = [written.where, inner?.aggregate.where].filter((condition) => condition !== undefined);
  const where = conditions.map((condition) => lowerExpression(condition, record, gathered));
  const innermost = inner?.aggregate ?? written;
  return {
    kind: "aggregate",
    function: functionOf(written),
    each: eachOf(innermost, written, standing),
    of: "value" in innermost.of ? lowerExpression(innermost.of.value, record, gathered) : null,
    where: where.length > 1 ? { kind: "and", of: where } : (where[0] ?? null),
    over: overOf(written, standing, gathered),
    per: inner === undefined ? null : lowerKey(inner.per, followedIn(standing), record, gathered),
    perFunction: inner === undefined ? null : functionOf(inner.aggregate),
  };
}

/** `(genomsnitt av x per k)` inside another aggregate. */
function nested(value: Expression): { readonly aggregate: Written; readonly per: PerOf } | undefined {
  if (value.kind !== "parenthesis") return undefined;
  if (value.per === undefined || value.of.kind !== "aggregate") return nested(value.of);
  return { aggregate: value.of, per: value.per };
}

type PerOf = NonNullable<(Expression & { kind: "parenthesis" })["per"]>;

function followedIn({ stage }: Standing): Expr | null {
  return stage.kind === "group" ? stage.follows : null;
}

function functionOf({ of }: Written): "mean" | "sum" | "count" {
  return of.function === "mean" || of.function === "sum" ? of.function : "count";
}

function eachOf(innermost: Written, outer: Written, { stage }: Standing): "episode" | "day" {
  if (innermost.of.function === "countEpisodes") return "episode";
  if (innermost.of.function === "countDays") return "day";
  if (outer.over !== undefined) return outer.over.kind === "days" ? "day" : "episode";
  return stage.kind === "group" ? stage.each : "episode";
}

function overOf({ over }: Written, standing: Standing, gathered: Gathering): Aggregate["over"] {
  if (over === undefined) return standing.stage.kind === "group" ? { kind: "group" } : { kind: "all" };
  if (over.kind === "episodes") return { kind: "all" };
  const record = recordStage(standing);
  const from = spanEnd(over.from, record, gathered);
  const to = spanEnd(over.to, record, gathered);
  return { kind: "allDays", from: from.at, fromCounted: from.counted, to: to.at, toCounted: to.counted };
}
