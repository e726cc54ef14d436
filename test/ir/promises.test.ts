// What every program that the compiler makes keeps, over all agreements and all conformance cases.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import { children, descendants, mapChildren } from "@avtal/compiler/ir/children";
import { assertInvariants } from "@avtal/compiler/ir/invariants";
import type { Program, ValueKind } from "@avtal/compiler/ir/ir";
import { kindOf, namedKinds } from "@avtal/compiler/ir/kind-of";
import { readByProgram } from "@avtal/compiler/ir/parts";
import { folderWorkspace } from "../harness/folder-workspace.ts";

const root = join(import.meta.dirname, "../..");
const national = join(root, "agreements/national");
const cases = join(root, "test/conformance/cases");
const workspaces: readonly (readonly [string, readonly string[]])[] = [
  ["agreements", ["national", "lus", "lbk", "stockholm", "jonkoping"].map((name) => join(root, "agreements", name))],
  ...readdirSync(cases)
    .sort()
    .map((name) => [name, [national, join(cases, name)]] as const),
];

describe.each(workspaces)("%s", (_, folders) => {
  const programs = programsIn(folders);

  test("ids exist, terms and steps stand in order, the stages never mix", () => {
    expect(programs.length).toBeGreaterThan(0);
    for (const program of programs) expect(() => assertInvariants(program)).not.toThrow();
  });

  test("a program is plain JSON", () => {
    for (const program of programs) expect(JSON.parse(JSON.stringify(program))).toEqual(program);
  });

  test("the kind found again from the parts of a step, key or term is the one it says", () => {
    for (const program of programs) {
      for (const rule of program.rules) {
        const names = namedKinds(program, rule);
        for (const { kind, value } of rule.steps) expect(unitOf(kindOf(value, names))).toEqual(unitOf(kind));
        for (const { it } of rule.keys) {
          for (const { kind, value, role } of it)
            if (role !== "episode") expect(kindOf(value, names).kind).toBe(kind.kind);
        }
      }
      const names = namedKinds(program, null);
      for (const { kind, definitions } of program.terms) {
        for (const { it } of definitions.flatMap(({ by }) => by)) {
          if (it.kind === "expression") expect(unitOf(kindOf(it.value, names))).toEqual(unitOf(kind));
        }
      }
    }
  });

  test("every expression says what stands in it: replacing the parts by themselves changes nothing", () => {
    for (const program of programs) {
      for (const outer of readByProgram(program)) {
        for (const expr of descendants(outer)) {
          expect(mapChildren(expr, (child) => child)).toEqual(expr);
          for (const child of children(expr)) expect(JSON.stringify(expr)).toContain(JSON.stringify(child));
        }
      }
    }
  });
});

function programsIn(folders: readonly string[]): readonly Program[] {
  const compilation = compile(folderWorkspace(folders));
  if (compilation.kind === "rejected") throw new Error(compilation.problems.map(({ code }) => code).join(" "));
  return [...compilation.programs.values()];
}

/** Days and care days are one unit; a whole amount may be known as one that need not be. */
function unitOf(kind: ValueKind): string {
  if (kind.kind !== "quantity") return kind.kind;
  return { careDays: "days", count: "number" }[kind.unit as string] ?? kind.unit;
}
