// Each folder is one problem: what was written, what the author reads, and the text after the fix.
// Rule: a folder AVnnnn-… reports that code first, and the fixed text has no error left.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import { isError } from "@avtal/compiler/problem";
import type { Workspace } from "@avtal/compiler/workspace";
import { filesBelow, folderWorkspace } from "../harness/folder-workspace.ts";
import { expectGolden } from "../harness/golden.ts";
import { applyFix, problemsText } from "../harness/problem-text.ts";

const here = import.meta.dirname;
const folders = readdirSync(here).filter((name) => /^AV\d{4}-/.test(name));

describe.each(folders)("%s", (name) => {
  const folder = join(here, name);
  const workspace = workspaceOf(folder, "source.avtal");
  const problems = compile(workspace).problems.filter((problem) => inFolder(problem.span.file, folder));

  test("says what its author reads", () => {
    expect(problems[0]?.code).toBe(name.slice(0, 6));
    expectGolden(join(folder, "expected.txt"), problemsText(problems, workspace));
  });

  const fixed = join(folder, "fixed.avtal");
  if (!existsSync(fixed)) return;
  test("is repaired by its first fix", () => {
    const first = problems[0]?.fixes[0];
    expect(first).toBeDefined();
    if (first === undefined) return;
    expect(applyFix(first, "source.avtal", readFileSync(join(folder, "source.avtal"), "utf8"))).toBe(
      readFileSync(fixed, "utf8"),
    );
    expect(
      compile(workspaceOf(folder, "fixed.avtal"))
        .problems.filter(isError)
        .map((problem) => problem.code),
    ).toEqual([]);
  });
});

function workspaceOf(folder: string, which: "source.avtal" | "fixed.avtal"): Workspace {
  const ownVocabulary = filesBelow(folder).some(
    (path) => path.endsWith(".avtal") && /^ordlista /m.test(readFileSync(path, "utf8")),
  );
  const sources = join(folder, "källor");
  return folderWorkspace(ownVocabulary ? [folder] : [join(here, "vocabulary"), folder], {
    without: [which === "source.avtal" ? "fixed.avtal" : "source.avtal"],
    ...(existsSync(sources) ? { sources } : {}),
  });
}

function inFolder(file: string, folder: string): boolean {
  return existsSync(join(folder, file));
}
