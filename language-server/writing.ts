// Help while one writes: completion, signatures, hints between the lines, renaming, layout, repairs.

import {
  InlayHintKind,
  type ClientCapabilities,
  type CompletionItem,
  type Connection,
  type InlayHint as Hint,
  type SignatureHelp,
} from "vscode-languageserver";
import type { InlayHint } from "@avtal/compiler/ide/answers";
import { completionsAt } from "@avtal/compiler/ide/completion";
import { inlayHints } from "@avtal/compiler/ide/inlay-hints";
import { signatureAt } from "@avtal/compiler/ide/signature";
import { isScenarioFile } from "@avtal/replay/scenarios/scenario-path";
import { codeActions } from "./code-actions.ts";
import { completionItem } from "./completion-items.ts";
import { editsInLines, formatEdits } from "./formatting.ts";
import { choosingFor, type Choosing } from "./insert-replace.ts";
import { inert } from "./markdown.ts";
import type { Project } from "./project.ts";
import type { Settings } from "./protocol.ts";
import { answerRenaming } from "./renaming.ts";
import { scenarioCompletions } from "./scenario-files.ts";
import type { AskedPlace, Session } from "./session.ts";

export function answerWriting(connection: Connection, session: Session, able: ClientCapabilities): void {
  const choosing = choosingFor(able);
  connection.onCompletion((params) => completion(session.placeAsked(params), session, choosing));
  connection.onSignatureHelp((params) => signature(session.placeAsked(params), session));
  connection.languages.inlayHint.on(({ textDocument, range }) => {
    const file = session.fileAsked(textDocument.uri);
    if (file === undefined) return [];
    const { project, document, path } = file;
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return inlayHints({ path, start, end, today: session.today() }, project.analysis())
      .filter(({ sort }) => isShown(sort, session.settings()))
      .map((each) => inlayHint(each, project, session.settings()));
  });
  connection.onCodeAction((params) => {
    const file = session.fileAsked(params.textDocument.uri);
    return file === undefined ? [] : codeActions(params, file, session);
  });
  answerRenaming(connection, session);
  answerLayout(connection, session);
}

function answerLayout(connection: Connection, session: Session): void {
  connection.onDocumentFormatting(({ textDocument }) => {
    const file = session.fileAsked(textDocument.uri);
    return file === undefined ? [] : formatEdits(file);
  });
  connection.onDocumentRangeFormatting(({ textDocument, range }) => {
    const file = session.fileAsked(textDocument.uri);
    return file === undefined ? [] : editsInLines(formatEdits(file), range.start.line, range.end.line);
  });
  connection.onDocumentOnTypeFormatting(({ textDocument, position }) => {
    const file = session.fileAsked(textDocument.uri);
    // The line that was just left is tidied; the one being written stays as it is.
    return file === undefined ? [] : editsInLines(formatEdits(file), position.line - 1, position.line - 1);
  });
}

function completion(asked: AskedPlace | undefined, session: Session, choosing: Choosing) {
  if (asked === undefined) return { isIncomplete: false, items: [] };
  const { project, at, document } = asked;
  const choice = (items: CompletionItem[]) => ({ isIncomplete: true, items: choosing(items, document, at.offset) });
  if (isScenarioFile(at.path)) return choice(scenarioCompletions(asked, session.settings().language));
  if (!at.path.endsWith(".avtal")) return { isIncomplete: false, items: [] };
  const typing = { ...at, text: document.getText(), today: session.today() };
  // What was known a keystroke ago is good enough for names; the words around the cursor are read anew.
  const found = completionsAt(typing, project.latest());
  const items = found.map((each, index) => completionItem(each, index, project, session.settings().language));
  return choice(items);
}

function signature(asked: AskedPlace | undefined, session: Session): SignatureHelp | null {
  if (asked === undefined || !asked.at.path.endsWith(".avtal")) return null;
  const lang = session.settings().language;
  const text = asked.document.getText();
  const found = signatureAt({ ...asked.at, text }, asked.project.latest());
  if (found === undefined) return null;
  const parameters = found.parts.map(({ label, help }) => ({ label: label[lang], documentation: help[lang] }));
  const label = found.label[lang];
  return {
    signatures: [{ label, documentation: found.help[lang], parameters, activeParameter: found.active }],
    activeSignature: 0,
    activeParameter: found.active,
  };
}

function isShown(sort: InlayHint["sort"], { inlayHints: shown }: Settings): boolean {
  switch (sort) {
    case "unit":
      return shown.units;
    case "value":
      return shown.values;
    case "days":
      return shown.days;
    case "ends":
      return shown.ends;
  }
}

function inlayHint({ file, at, text, help, sort }: InlayHint, project: Project, { language }: Settings): Hint {
  return {
    position: project.rangeOf({ file, start: at, end: at }).start,
    label: text[language],
    kind: sort === "unit" ? InlayHintKind.Type : InlayHintKind.Parameter,
    paddingLeft: sort !== "unit",
    ...(help === undefined ? {} : { tooltip: { kind: "markdown" as const, value: inert(help[language]) } }),
  };
}
