// What an engine refuses, and what it says then: AV9351 to AV9356.

import { expect, test } from "vitest";
import { engineFor } from "@avtal/replay/engines/engine";
import {
  engineNotReached,
  engineStopped,
  notWithThisEngine,
  unfitTable,
  unsayableInSql,
  withoutNotes,
} from "@avtal/replay/problems/engine";

test("a run picks its engine by the place of its data, and takes the one that is asked for", () => {
  expect(engineFor(undefined, "2022.csv")).toBe("typescript");
  expect(engineFor(undefined, "2022.parquet")).toBe("typescript");
  expect(engineFor(undefined, "postgres://host/db")).toBe("postgres");
  expect(engineFor("duckdb", "2022.csv")).toBe("duckdb");
});

test("each refusal has its code and says what to do", () => {
  const problems = [
    unsayableInSql("a sum of means"),
    engineNotReached("PostgreSQL"),
    engineStopped("DuckDB"),
    notWithThisEngine("--out", "Spark"),
    unfitTable("discharged_at", "text", "timestamp without time zone"),
    withoutNotes("DuckDB"),
  ];
  expect(problems.map(({ code }) => code)).toEqual(["AV9351", "AV9352", "AV9353", "AV9354", "AV9355", "AV9356"]);
  for (const { advice } of problems) expect(advice.sv).not.toBe("");
});
