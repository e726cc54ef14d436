// The mistakes that are made in the editor's tests: one problem each, and a repair that gives the line back.

import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import { folderWorkspace } from "../harness/folder-workspace.ts";
import { mistakes, withMistake } from "./mistakes.ts";

const small = join(import.meta.dirname, "small-folder/agreements");
const workspace = folderWorkspace([small, join(import.meta.dirname, "../problems/vocabulary")], {
  sources: join(small, "sources"),
});
const path = "prov/2020-01-01.avtal";
const original = workspace.files.find((file) => file.path === path)?.text ?? "";

function problemsOf(text: string) {
  return compile({ ...workspace, files: workspace.files.map((file) => (file.path === path ? { path, text } : file)) })
    .problems;
}

test("the agreement itself has no problem", () => {
  expect(problemsOf(original)).toEqual([]);
});

test.each(mistakes)("$code: `$wrong` is one problem, and its repair is `$right`", (mistake) => {
  const { line, typed } = withMistake(original, mistake);
  const lines = original.split("\n");
  const text = lines.with(line - 1, typed).join("\n");
  const problems = problemsOf(text);
  expect(problems.map(({ code }) => code)).toEqual([mistake.code]);
  const [fix] = problems[0]?.fixes ?? [];
  const edits = [...(fix?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  const repaired = edits.reduce((all, { span, text: by }) => all.slice(0, span.start) + by + all.slice(span.end), text);
  expect(repaired).toBe(original);
});
