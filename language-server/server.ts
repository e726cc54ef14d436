// The server: what the editor tells it and asks it, and which file answers.
// Rule: the table of contents of this folder. Nothing of a workspace is ever run; the disk is handed in.

import { DidChangeWatchedFilesNotification, type Connection, type InitializeParams } from "vscode-languageserver";
import { hoverAt } from "@avtal/compiler/ide/hover";
import { colouredNames } from "@avtal/compiler/ide/semantic-tokens";
import { outlineOf, symbolsNamed } from "@avtal/compiler/ide/symbols";
import { isScenarioFile } from "@avtal/replay/scenarios/scenario-path";
import type { Disk } from "./disk.ts";
import { markdownOf } from "./markdown.ts";
import { answerNavigation } from "./navigation.ts";
import { filesMethod, type WorkspaceFiles } from "./protocol.ts";
import { publisher, type Publisher } from "./publishing.ts";
import { scenarioHover } from "./scenario-hover.ts";
import { semanticTokens } from "./semantic-tokens.ts";
import { sessionOf, type Session } from "./session.ts";
import { settingsFrom, todayIn, usualSettings } from "./settings.ts";
import { documentSymbol, workspaceSymbol } from "./symbols.ts";
import { answerWriting } from "./writing.ts";

/** Answers all that comes on the connection after `initialize`, until it closes; `said` is what came with that. */
export function serve(connection: Connection, disk: Disk, said: InitializeParams): void {
  const session = sessionOf(disk);
  const publishing = publisher(session, connection);
  const { initializationOptions: options } = said;
  session.begin({ ...todayIn(options), settings: settingsFrom(options, usualSettings), folders: foldersOf(said) });
  hear(connection, session, publishing);
  hearOfChanges(connection, session, publishing, said);
  answerReading(connection, session);
  answerNavigation(connection, session);
  answerWriting(connection, session, said.capabilities);
}

/** What the editor tells. */
function hear(connection: Connection, session: Session, publishing: Publisher): void {
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
    publishing.forget(session.reread());
    publishing.soon();
  });
  connection.onShutdown(() => publishing.stop());
}

/** Settings, folders and files that change while the server runs; editors differ in what they tell, and what they can do. */
function hearOfChanges(
  connection: Connection,
  session: Session,
  publishing: Publisher,
  { capabilities: { workspace: able } }: InitializeParams,
): void {
  connection.onInitialized(() => {
    if (able?.didChangeWatchedFiles?.dynamicRegistration === true) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: watchedFiles }],
      });
    }
    publishing.soon();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    session.change(settingsFrom(settings, session.settings()));
    // Hints that stand between the lines are asked for again only where the editor is told to.
    if (able?.inlayHint?.refreshSupport === true) void connection.languages.inlayHint.refresh();
    publishing.soon();
  });
  if (able?.workspaceFolders !== true) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const before = session.changeFolders({
      added: added.map(({ uri }) => uri),
      removed: removed.map(({ uri }) => uri),
    });
    publishing.forget(before);
    publishing.soon();
  });
}

/** What a folder of agreements is read from. */
const watchedFiles = "**/*.{avtal,yaml,yml,utfall,txt,lock}";

/** What is shown of the text as it stands. */
function answerReading(connection: Connection, session: Session): void {
  connection.onHover((params) => {
    const asked = session.placeAsked(params);
    if (asked === undefined) return null;
    if (isScenarioFile(asked.at.path)) return scenarioHover(asked, session);
    const found = hoverAt({ ...asked.at, today: session.today() }, asked.project.analysis());
    if (found === undefined) return null;
    const value = markdownOf(found.parts, session.settings().language);
    return { contents: { kind: "markdown", value }, range: asked.project.rangeOf(found.span) };
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const file = session.fileAsked(textDocument.uri);
    if (file === undefined) return [];
    return outlineOf(file.path, file.project.analysis()).map((outline) => documentSymbol(outline, file.project));
  });
  connection.onWorkspaceSymbol(({ query }) =>
    session
      .projects()
      .flatMap((project) => symbolsNamed(query, project.analysis()).map((each) => workspaceSymbol(each, project))),
  );
  connection.languages.semanticTokens.on(({ textDocument }) => {
    const file = session.fileAsked(textDocument.uri);
    return file === undefined ? { data: [] } : semanticTokens(colouredNames(file.path, file.project.analysis()), file);
  });
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== null && workspaceFolders !== undefined) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null ? [] : [rootUri];
}
