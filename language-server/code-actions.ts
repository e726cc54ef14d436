// Repairs and refactorings as the editor offers them.
// Rule: every edit is given whole with the offer; nothing is worked out again when it is chosen.

import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { repairsOf, touches, type RepairOf } from "@avtal/compiler/ide/actions";
import type { Edit, Refactoring } from "@avtal/compiler/ide/answers";
import { refactoringsAt } from "@avtal/compiler/ide/refactorings";
import { isScenarioFile } from "@avtal/replay/scenarios/scenario-path";
import { diagnosticOf } from "./diagnostics.ts";
import { withLineEnds } from "./line-ends.ts";
import type { Project } from "./project.ts";
import type { Lang } from "./protocol.ts";
import type { AskedFile, Session } from "./session.ts";

export function codeActions({ range, context }: CodeActionParams, file: AskedFile, session: Session): CodeAction[] {
  const { project, document, path } = file;
  const lang = session.settings().language;
  const span = { file: path, start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const analysis = project.analysis();
  const problems = isScenarioFile(path)
    ? project.scenarioProblems()
    : [...analysis.problems, ...project.meaningSoFar()];
  const repairs = repairsOf(problems.filter(touches(span)), analysis).map((repair) =>
    repairAction(repair, project, lang),
  );
  const refactorings = refactoringsAt({ span, today: session.today() }, analysis).map((each) =>
    refactoringAction(each, project, lang),
  );
  return [...repairs, ...refactorings].filter(({ kind }) => isWanted(kind, context.only));
}

export function workspaceEdit(edits: readonly Edit[], project: Project): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { span, text } of edits) {
    const address = project.addressAt(span.file);
    const newText = withLineEnds(text, project.documentAt(span.file)?.getText() ?? "");
    (changes[address] ??= []).push({ range: project.rangeOf(span), newText });
  }
  return { changes };
}

function repairAction({ problem, fix, only }: RepairOf, project: Project, lang: Lang): CodeAction {
  return {
    title: fix.label[lang],
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(problem, project, lang)],
    isPreferred: only,
    edit: workspaceEdit(fix.edits, project),
  };
}

const kinds: Readonly<Record<Refactoring["sort"], CodeActionKind>> = {
  extract: CodeActionKind.RefactorExtract,
  rewrite: CodeActionKind.RefactorRewrite,
  source: CodeActionKind.Source,
};

function refactoringAction({ sort, label, edits, creates }: Refactoring, project: Project, lang: Lang): CodeAction {
  const title = label[lang];
  const kind = kinds[sort];
  if (creates === undefined) return { title, kind, edit: workspaceEdit(edits, project) };
  const uri = project.addressAt(creates.path);
  const atStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const written = { textDocument: { uri, version: null }, edits: [{ range: atStart, newText: creates.text }] };
  return { title, kind, edit: { documentChanges: [{ kind: "create", uri, options: { overwrite: false } }, written] } };
}

function isWanted(kind: CodeActionKind | undefined, only: readonly CodeActionKind[] | undefined): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind?.startsWith(`${wanted}.`) === true);
}
