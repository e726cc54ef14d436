// What two wordings of the agreements in this repository are said to differ in: the smallest case, or a proof.

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";
import { witness } from "@avtal/replay/witness/witness";
import type { Difference, Verdict, WitnessFact } from "@avtal/replay/witness/verdict";
import { compileFolder } from "../harness/compile-folder.ts";

const stockholm = compileFolder([join(import.meta.dirname, "../../agreements")], "stockholm");
const inForce: RunOptions = { wording: null, readings: new Map(), events: new Map(), values: [] };

function asOf(wording: string, readings: readonly (readonly [string, string])[] = []) {
  return { program: stockholm, options: { ...inForce, wording, readings: new Map(readings) } };
}

describe("two wordings of Stockholm", () => {
  test("a limit of 2,0 days against 1,3 is told apart by one episode with two ready days", () => {
    const found = difference(witness(asOf("2020-01-01"), asOf("2021-11-01")));
    expect(found.in).toBe("amounts");
    expect(found.episodes).toHaveLength(1);
    expect(amounts(found.a)).toEqual([]);
    expect(steps(found.b)).toContainEqual(["medeldagar", "2"]);
    expect(amounts(found.b)).toEqual(["812000"]);
  });

  test("a factor that counts every episode is told apart by two episodes, one of them without a ready day", () => {
    const found = difference(witness(asOf("2021-11-01"), asOf("2021-11-01", [["faktor", "alla"]])));
    expect(found.episodes).toHaveLength(2);
    expect(steps(found.a)).toContainEqual(["medeldagar", "3/2"]);
  });

  test("a cut-off at noon is told apart by one episode", () => {
    const found = difference(witness(asOf("2021-11-01"), asOf("2021-11-01", [["klockan-12", "ingen-verkan"]])));
    expect(found.episodes).toHaveLength(1);
    expect(said(found.episodes[0]?.facts ?? [], "ready_notice_at")).toMatch(/12:00:01$/);
  });

  test("a later day zero and one more day of grace are told apart by a late notice beside an episode that is paid for", () => {
    const found = difference(witness(asOf("2021-11-01"), asOf("2021-11-01", [["klockan-12", "extra-dag"]])));
    expect(found.in).toBe("amounts");
    expect(found.episodes.map(({ facts }) => [said(facts, "ready_notice_at"), said(facts, "discharged_at")])).toEqual([
      ["2024-10-07 09:00", "2024-10-10 15:00"],
      ["2024-10-10 12:00:01", "2024-10-10 15:00"],
    ]);
    expect(amounts(found.a)).toEqual(["232000"]);
    expect(amounts(found.b)).toEqual([]);
  });

  test("a wording is the same as itself", () => {
    expect(witness(asOf("2021-11-01"), asOf("2021-11-01"))).toMatchObject({
      kind: "same",
      argument: { by: "meaning" },
    });
  });
});

function difference(verdict: Verdict): Difference {
  if (verdict.kind !== "differ") throw new Error(`The verdict is ${verdict.kind}.`);
  return verdict;
}

function said(facts: readonly WitnessFact[], code: string): string | undefined {
  return facts.find(({ field }) => field.code === code)?.text;
}

function amounts(evaluation: Evaluation): readonly string[] {
  return evaluation.kind === "stopped" ? ["stopped"] : evaluation.lines.map(({ amount }) => String(amount));
}

function steps(evaluation: Evaluation): readonly (readonly [string, string])[] {
  if (evaluation.kind === "stopped") return [];
  return evaluation.groups.flatMap((group) =>
    group.steps.map(({ name, value }): readonly [string, string] => [
      name,
      value.kind === "quantity"
        ? value.exact.under === 1n
          ? `${value.exact.over}`
          : `${value.exact.over}/${value.exact.under}`
        : value.kind,
    ]),
  );
}
