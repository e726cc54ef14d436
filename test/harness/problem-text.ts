// Problems as the text of a golden: place, snippet, both languages, fixes.

import type { Fix, Problem } from "@avtal/compiler/problem";
import { positionAt } from "@avtal/compiler/source";
import type { Workspace } from "@avtal/compiler/workspace";

const lockFile = "avtal.lock";

export function problemsText(problems: readonly Problem[], workspace: Workspace): string {
  return problems.map((problem) => problemText(problem, workspace)).join("\n");
}

function problemText(problem: Problem, workspace: Workspace): string {
  const text = textOf(problem.span.file, workspace);
  const { line, column } = positionAt(text, problem.span.start);
  const lines = [
    `${problem.span.file}:${line}:${column} ${problem.code} ${problem.severity} · ${problem.title.sv} / ${problem.title.en}`,
    ...snippet(text, problem.span.start, problem.span.end),
    `  sv  ${problem.headline.sv}`,
    `      ${problem.cause.sv}`,
    `      ${problem.advice.sv}`,
    `  en  ${problem.headline.en}`,
    `      ${problem.cause.en}`,
    `      ${problem.advice.en}`,
    ...problem.related.map((related) => {
      const at = positionAt(textOf(related.span.file, workspace), related.span.start);
      return `  see ${related.span.file}:${at.line}:${at.column} ${related.says.sv} / ${related.says.en}`;
    }),
    ...problem.fixes.map((fix) => `  fix ${fix.label.sv} / ${fix.label.en}`),
  ];
  return lines.map((each) => each.trimEnd()).join("\n") + "\n";
}

/** The text after the edits of one fix, for the file that the fix edits. */
export function applyFix(fix: Fix, file: string, text: string): string {
  const edits = fix.edits.filter((edit) => edit.span.file === file).sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((now, edit) => now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end), text);
}

function snippet(text: string, start: number, end: number): string[] {
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  const found = /[\r\n]/.exec(text.slice(start));
  const lineEnd = found === null ? text.length : start + found.index;
  const shown = text.slice(lineStart, lineEnd).slice(0, 160);
  const width = Math.max(1, Math.min(end, lineEnd) - start);
  return [`    │ ${shown}`, `    │ ${" ".repeat(Math.min(start - lineStart, 160))}${"^".repeat(Math.min(width, 160))}`];
}

function textOf(file: string, workspace: Workspace): string {
  const written = workspace.files.find((each) => each.path === file)?.text ?? workspace.registers.get(file);
  return written ?? (file === lockFile ? workspace.lock : undefined) ?? "";
}
