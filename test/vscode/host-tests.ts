// What is asked inside the extension host, with the whole API: one question each, and its answer as text.
// Rule: the answers are written to a file; who started the host reads and judges them.

import { writeFileSync } from "node:fs";
import * as vscode from "vscode";

/** VS Code calls this when the workbench has started with `extensionTestsPath`. */
export async function run(): Promise<void> {
  const answers: Record<string, unknown> = {};
  const ask = async (name: string, answer: () => Promise<unknown>): Promise<void> => {
    try {
      answers[name] = await answer();
    } catch (error) {
      answers[name] = `fault: ${error instanceof Error ? error.message : String(error)}`;
    }
  };
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("No folder is open.");
  const uri = vscode.Uri.joinPath(folder.uri, "agreements/prov/2020-01-01.avtal");
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  await extensionStarted();

  await ask("problems", async () => codesOf(uri));
  await ask("symbols", () => symbolsOf(uri));
  await ask("definition", () => definitionOf(document, "från dagen efter"));
  await ask("references", () => countOf("vscode.executeReferenceProvider", document, "utskrivningsklara-dagar"));
  await ask("rename", () => renamed(document, "utskrivningsklara-dagar", "klara-dygn-å-ä-ö"));
  await ask("completion", () => completionsAfter(document, "överskott * antal"));
  await ask("beyond the BMP", () => problemAfterLongSigns(folder.uri));
  await ask("formatted", () => countOf("vscode.executeFormatDocumentProvider", document, ""));
  await ask("commands", async () =>
    (await vscode.commands.getCommands(true)).filter((name) => name.startsWith("avtal.")),
  );
  await ask("lenses", () => lensesOf(uri));
  const path = process.env["AVTAL_HOST_ANSWERS"];
  if (path === undefined) throw new Error("Nobody said where the answers go.");
  writeFileSync(path, JSON.stringify(answers, null, 2));
}

async function extensionStarted(): Promise<void> {
  await vscode.extensions.getExtension("avtal.avtal")?.activate();
}

function positionOf(document: vscode.TextDocument, words: string): vscode.Position {
  const at = document.getText().indexOf(words);
  return document.positionAt(at + 2);
}

/** What is wrong once the server has spoken: a mistake is made, seen, and taken back. */
async function codesOf(uri: vscode.Uri): Promise<unknown> {
  const end = new vscode.Position(0, "språk sv".length);
  const made = new vscode.WorkspaceEdit();
  made.insert(uri, end, " §");
  await vscode.workspace.applyEdit(made);
  await until(uri, (count) => count > 0);
  const undone = new vscode.WorkspaceEdit();
  undone.delete(uri, new vscode.Range(end, end.translate(0, 2)));
  await vscode.workspace.applyEdit(undone);
  await until(uri, (count) => count === 0);
  return vscode.languages.getDiagnostics(uri).map(({ code }) => (typeof code === "object" ? code.value : code));
}

/** Until the server has said as much as is waited for, or nothing more is to be hoped. */
async function until(uri: vscode.Uri, holds: (count: number) => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !holds(vscode.languages.getDiagnostics(uri).length); tries++) {
    await new Promise((go) => setTimeout(go, 100));
  }
}

async function symbolsOf(uri: vscode.Uri): Promise<unknown> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    "vscode.executeDocumentSymbolProvider",
    uri,
  );
  return found.map(({ name }) => name);
}

async function definitionOf(document: vscode.TextDocument, words: string): Promise<unknown> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    "vscode.executeDefinitionProvider",
    document.uri,
    positionOf(document, words),
  );
  return found.map((one) => ("targetUri" in one ? one.targetUri : one.uri).path.split("/").slice(-2).join("/"));
}

async function countOf(command: string, document: vscode.TextDocument, words: string): Promise<unknown> {
  const found = await vscode.commands.executeCommand<unknown[] | undefined>(
    command,
    document.uri,
    ...(words === "" ? [] : [positionOf(document, words)]),
  );
  return found?.length ?? 0;
}

async function renamed(document: vscode.TextDocument, name: string, to: string): Promise<unknown> {
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    "vscode.executeDocumentRenameProvider",
    document.uri,
    positionOf(document, name),
    to,
  );
  return edit.entries().map(([uri, edits]) => [uri.path.split("/").at(-1), edits.length]);
}

async function completionsAfter(document: vscode.TextDocument, words: string): Promise<unknown> {
  const at = document.getText().indexOf(words);
  const found = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    document.positionAt(at + 1),
  );
  return found.items.map(({ label }) => (typeof label === "string" ? label : label.label)).slice(0, 200);
}

/** Columns are counted in UTF-16: the sign before the mistake takes two. */
async function problemAfterLongSigns(folder: vscode.Uri): Promise<unknown> {
  const uri = vscode.Uri.joinPath(folder, "agreements/sign.avtal");
  const text = 'språk sv\n\nordlista tecken "𝄞𝄞"   §\n';
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await until(uri, (count) => count > 0);
  const [first] = vscode.languages.getDiagnostics(uri);
  const answer = first === undefined ? "no problem" : document.getText(first.range);
  await vscode.workspace.fs.delete(uri);
  return answer;
}

async function lensesOf(uri: vscode.Uri): Promise<unknown> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, 100);
  return found.map(({ command }) => command?.title);
}
