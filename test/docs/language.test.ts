// Compiles every example of docs/language.md as its reader would write it.
// Rule: an example that does not compile is a mistake in the page or in the compiler, and either way in us.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import { isError } from "@avtal/compiler/problem";
import type { Workspace } from "@avtal/compiler/workspace";
import { folderWorkspace } from "../harness/folder-workspace.ts";
import { problemsText } from "../harness/problem-text.ts";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/language.md"), "utf8");
const examples = [...page.matchAll(/```avtal\n([\s\S]*?)```/g)].map((found) => found[1] ?? "");
const frame = /```text\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
const shipped = ["national", "lus", "lbk"].map((name) => join(root, "agreements", name));

describe("every example of the language page compiles", () => {
  test.each(examples.map((text, index) => [headline(text), index] as const))("%s", (_, index) => {
    const workspace = workspaceFor(examples[index] ?? "");
    expect(problemsText(compile(workspace).problems.filter(isError), workspace)).toBe("");
  });
});

function workspaceFor(example: string): Workspace {
  const base = folderWorkspace(shipped);
  const files = /^(språk|language) /.test(example)
    ? [...amended(example), { path: "exempel.avtal", text: example }]
    : [{ path: "exempel.avtal", text: `${frame}\n${example}` }];
  return { ...base, files: [...base.files, ...files] };
}

/** An amendment stands beside the document that it amends: the page's first whole agreement. */
function amended(example: string): { path: string; text: string }[] {
  const first = examples.find((text) => /^överenskommelse /m.test(text)) ?? "";
  return /^ändring /m.test(example) ? [{ path: "avtalet.avtal", text: first }] : [];
}

function headline(text: string): string {
  return text.split("\n").find((line) => line !== "" && !/^(språk|language|#)/.test(line)) ?? "an example";
}
