// Ways through the text: definitions, uses, callers, folds, growing selections, links.

import {
  DocumentHighlightKind,
  FoldingRangeKind,
  type CallHierarchyItem,
  type Connection,
  type DocumentHighlight,
  type FoldingRange,
  type SelectionRange,
} from "vscode-languageserver";
import type { Called } from "@avtal/compiler/ide/answers";
import { calledAt, calleesOf, callersOf } from "@avtal/compiler/ide/call-hierarchy";
import { definitionsAt, occurrencesAt } from "@avtal/compiler/ide/definition";
import { linksIn } from "@avtal/compiler/ide/document-links";
import { foldsOf } from "@avtal/compiler/ide/folding";
import { linkedAt } from "@avtal/compiler/ide/linked-span";
import { selectionsAt } from "@avtal/compiler/ide/selection";
import { isScenarioFile } from "@avtal/replay/scenarios/scenario-path";
import { targetLocation } from "./locations.ts";
import type { Project } from "./project.ts";
import { scenarioDefinitions } from "./scenario-files.ts";
import type { AskedFile, AskedPlace, Session } from "./session.ts";
import { kinds } from "./symbols.ts";

export function answerNavigation(connection: Connection, session: Session): void {
  connection.onDefinition((params) => {
    const asked = session.placeAsked(params);
    if (asked === undefined) return [];
    if (isScenarioFile(asked.at.path)) return [...scenarioDefinitions(asked)];
    return definitionsAt(asked.at, asked.project.analysis()).flatMap((target) => targetLocation(target, asked.project));
  });
  connection.onReferences((params) => {
    const asked = session.placeAsked(params);
    if (asked === undefined) return [];
    return occurrencesAt(asked.at, asked.project.analysis())
      .filter(({ declares }) => params.context.includeDeclaration || !declares)
      .map(({ span }) => asked.project.placeOf(span));
  });
  connection.onDocumentHighlight((params) => highlights(session.placeAsked(params)));
  connection.onFoldingRanges(({ textDocument }) => folds(session.fileAsked(textDocument.uri)));
  connection.onSelectionRanges(({ textDocument, positions }) =>
    positions.flatMap((position) => selection(session.placeAsked({ textDocument, position }))),
  );
  connection.onDocumentLinks(({ textDocument }) => {
    const file = session.fileAsked(textDocument.uri);
    const { language } = session.settings();
    return (file === undefined ? [] : linksIn(file.path, file.project.analysis())).map(({ span, address, says }) => ({
      range: file?.project.rangeOf(span) ?? nowhere,
      target: address,
      tooltip: says[language],
    }));
  });
  connection.languages.onLinkedEditingRange((params) => {
    const asked = session.placeAsked(params);
    const spans = asked === undefined ? [] : linkedAt(asked.at, asked.project.analysis());
    return asked === undefined || spans.length === 0
      ? null
      : { ranges: spans.map((span) => asked.project.rangeOf(span)), wordPattern: anyWords };
  });
  answerCalls(connection, session);
}

/** `(räknas inte)` is one thing with a space in it, so that linked editing does not stop there. */
const anyWords = "[^\\r\\n]+";

function answerCalls(connection: Connection, session: Session): void {
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare((params) => {
    const asked = session.placeAsked(params);
    const called = asked === undefined ? undefined : calledAt(asked.at, asked.project.analysis());
    return asked === undefined || called === undefined ? null : [callItem(called, asked.project)];
  });
  callHierarchy.onIncomingCalls(({ item }) => {
    const asked = placeOfItem(item, session);
    if (asked === undefined) return [];
    return callersOf(asked.at, asked.project.analysis()).map(({ other, at }) => ({
      from: callItem(other, asked.project),
      fromRanges: at.map((span) => asked.project.rangeOf(span)),
    }));
  });
  callHierarchy.onOutgoingCalls(({ item }) => {
    const asked = placeOfItem(item, session);
    if (asked === undefined) return [];
    return calleesOf(asked.at, asked.project.analysis()).map(({ other, at }) => ({
      to: callItem(other, asked.project),
      fromRanges: at.map((span) => asked.project.rangeOf(span)),
    }));
  });
}

/** Also of a file that is not open. */
function placeOfItem({ uri, selectionRange }: CallHierarchyItem, session: Session): AskedPlace | undefined {
  return session.placeIn({ uri, position: selectionRange.start });
}

function callItem({ name, sort, document, span, nameSpan }: Called, project: Project): CallHierarchyItem {
  const { uri, range } = project.placeOf(span);
  return { name, kind: kinds[sort], detail: document, uri, range, selectionRange: project.rangeOf(nameSpan) };
}

function highlights(asked: AskedPlace | undefined): DocumentHighlight[] {
  if (asked === undefined) return [];
  return occurrencesAt(asked.at, asked.project.analysis())
    .filter(({ span }) => span.file === asked.at.path)
    .map(({ span, declares }) => ({
      range: asked.project.rangeOf(span),
      kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

function folds(file: AskedFile | undefined): FoldingRange[] {
  if (file === undefined) return [];
  return foldsOf(file.path, file.project.analysis()).flatMap(({ span, sort }) => {
    const { start, end } = file.project.rangeOf(span);
    if (end.line <= start.line) return [];
    const fold = { startLine: start.line, endLine: end.line };
    return [sort === "comment" ? { ...fold, kind: FoldingRangeKind.Comment } : fold];
  });
}

function selection(asked: AskedPlace | undefined): SelectionRange[] {
  if (asked === undefined) return [];
  const spans = selectionsAt(asked.at, asked.project.analysis());
  let grown: SelectionRange | undefined;
  for (const span of [...spans].reverse()) {
    const range = asked.project.rangeOf(span);
    grown = grown === undefined ? { range } : { range, parent: grown };
  }
  return grown === undefined ? [] : [grown];
}

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
