// What small agreements mean, printed: the lowering as people can read it.
// Rule: each folder of `cases` is one workspace with the problem tests' vocabulary; `prov` is what is printed.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assertInvariants } from "@avtal/compiler/ir/invariants";
import { print } from "@avtal/compiler/ir/print";
import { compileFolder } from "../harness/compile-folder.ts";
import { expectGolden } from "../harness/golden.ts";

const cases = join(import.meta.dirname, "cases");
const vocabulary = join(import.meta.dirname, "../problems/vocabulary");

describe.each(readdirSync(cases).sort())("%s", (name) => {
  const folder = join(cases, name);
  const program = compileFolder([vocabulary, folder], "prov");

  test("means what stands beside it", () => {
    expectGolden(join(folder, "expected.ir.txt"), print(program));
  });

  test("keeps the promises of every program and survives JSON", () => {
    const copy: unknown = JSON.parse(JSON.stringify(program));
    expect(copy).toEqual(program);
    expect(() => assertInvariants(program)).not.toThrow();
  });
});
