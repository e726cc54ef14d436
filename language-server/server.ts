// The server: what the editor tells it and asks it, and which file answers.
// Rule: the table of contents of this folder. Nothing of a workspace is ever run; the disk is handed in.

import {
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentPositionParams,
} from "vscode-languageserver";
import { completionsAt } from "@avtal/compiler/ide/completion";
import { definitionsAt } from "@avtal/compiler/ide/definition";
import { hoverAt } from "@avtal/compiler/ide/hover";
import { completionItem } from "./completion-items.ts";
import type { Disk } from "./disk.ts";
import { formatEdits } from "./formatting.ts";
import { markdownOf } from "./markdown.ts";
import { filesMethod, type WorkspaceFiles } from "./protocol.ts";
import { publisher } from "./publishing.ts";
import { targetLocation } from "./locations.ts";
import { sessionOf, type AskedPlace, type Session } from "./session.ts";
import { settingsFrom, todayIn, usualSettings } from "./settings.ts";

/** Answers on the connection until it closes. Who calls listens afterwards. */
export function serve(connection: Connection, disk: Disk): void {
  const session = sessionOf(disk);
  const publishing = publisher(session, connection);

  connection.onInitialize((params) => {
    const { initializationOptions: options } = params;
    session.begin({ ...todayIn(options), settings: settingsFrom(options, usualSettings), folders: foldersOf(params) });
    return capabilities;
  });
  connection.onInitialized(() => publishing.soon());
  connection.onDidChangeConfiguration(({ settings }) => {
    session.change(settingsFrom(settings, session.settings()));
    publishing.soon();
  });
  connection.onNotification(filesMethod, (params: WorkspaceFiles) => {
    session.receive(params);
    publishing.soon();
  });
  connection.onDidOpenTextDocument(({ textDocument }) => {
    session.open(textDocument);
    publishing.soon();
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    session.edit(textDocument, contentChanges);
    publishing.soon();
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    session.close(textDocument.uri);
    publishing.soon();
  });
  connection.onDidChangeWatchedFiles(() => {
    session.reread();
    publishing.soon();
  });
  answer(connection, session);
}

function answer(connection: Connection, session: Session): void {
  connection.onHover((params) => {
    const asked = session.placeAsked(params);
    if (asked === undefined) return null;
    const found = hoverAt({ ...asked.at, today: session.today() }, asked.project.analysis());
    if (found === undefined) return null;
    const value = markdownOf(found.parts, session.settings().language);
    return { contents: { kind: "markdown", value }, range: asked.project.rangeOf(found.span) };
  });
  connection.onCompletion((params) => completion(session.placeAsked(params), session));
  connection.onDefinition((params: TextDocumentPositionParams) => {
    const asked = session.placeAsked(params);
    if (asked === undefined) return [];
    return definitionsAt(asked.at, asked.project.analysis()).flatMap((target) => targetLocation(target, asked.project));
  });
  connection.onDocumentFormatting(({ textDocument }) => {
    const file = session.fileAsked(textDocument.uri);
    return file === undefined ? [] : formatEdits(file);
  });
}

function completion(asked: AskedPlace | undefined, session: Session) {
  if (asked === undefined) return { isIncomplete: false, items: [] };
  const { project, at, document } = asked;
  const typing = { ...at, text: document.getText(), today: session.today() };
  // What was known a keystroke ago is good enough for names; the words around the cursor are read anew.
  const found = completionsAt(typing, project.latest());
  const items = found.map((each, index) => completionItem(each, index, project, session.settings().language));
  return { isIncomplete: true, items };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== null && workspaceFolders !== undefined) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null ? [] : [rootUri];
}

const capabilities: InitializeResult = {
  serverInfo: { name: "avtal" },
  capabilities: {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['"', ".", " ", "("], resolveProvider: false },
    definitionProvider: true,
    documentFormattingProvider: true,
  },
};
