// What an evaluator refuses of the columns that a host hands it, before anything is computed.

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Column } from "@avtal/runtime/columns";
import * as runtime from "@avtal/runtime/runtime";
import { compileFolder } from "../../../test/harness/compile-folder.ts";
import { evaluatorFor } from "./load.ts";

const root = join(import.meta.dirname, "../../..");
const program = compileFolder(
  [join(root, "test/problems/vocabulary"), join(root, "test/conformance/cases/08-rate-by-care-type")],
  "prov",
);
const evaluator = evaluatorFor(program, runtime);
const inForce = { wording: null, readings: new Map(), events: new Map(), values: [] };

describe("columns that do not fit", () => {
  test.each<[string, Column]>([
    ["another kind of column", { kind: "integer", values: new Int32Array(1) }],
    ["fewer rows than the run", { kind: "code", codes: new Int32Array(0), names: [] }],
    ["a choice outside the vocabulary", { kind: "code", codes: new Int32Array(1), names: ["dental"] }],
  ])("%s is refused with AV7006", (_, column) => {
    const columns = { count: 1, ids: ["a"], columns: new Map([["care_type", column]]) };
    expect(() => evaluator.evaluate(columns, inForce)).toThrow("AV7006");
  });

  test("records without ids, or more than one call takes, are refused with AV7008 (D10)", () => {
    expect(() => evaluator.evaluate({ count: 2, ids: ["a"], columns: new Map() }, inForce)).toThrow("AV7008");
  });
});
