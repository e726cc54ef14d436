// Files that no folder should hold: a line of a million signs and a file of five million (A07).

import { expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import type { Workspace } from "@avtal/compiler/workspace";

test("a line of a million signs is refused before it is read (A07)", () => {
  expect(codesOf(`språk sv\n\n# ${"a".repeat(1_000_000)}\n`)).toEqual(["AV1003"]);
});

test("a line longer than anybody can read is refused with AV1004", () => {
  expect(codesOf(`språk sv\n\n# ${"a".repeat(20_000)}\n`)).toEqual(["AV1004"]);
});

test("a file of five million signs is refused with AV1003 before it is read (A07)", () => {
  expect(codesOf(`språk sv\n${"# en rad\n".repeat(600_000)}`)).toEqual(["AV1003"]);
});

function codesOf(text: string): string[] {
  const workspace: Workspace = {
    files: [{ path: "stor.avtal", text }],
    registers: new Map(),
    sources: undefined,
    lock: undefined,
  };
  return compile(workspace).problems.map((problem) => problem.code);
}
