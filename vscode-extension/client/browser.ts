// The extension in a browser: server and workshop are web workers, and the server is sent the files of the folder.

import { Uri, workspace, type ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser.js";
import { filesMethod, type WorkspaceFile } from "@avtal/language-server/protocol";
import type { Answered, Asked } from "../workshop/messages.ts";
import { homeFolders, textsIn, watchedFiles } from "./folder-texts.ts";
import { documentSelector, fileOf, initialSettings, start } from "./start.ts";
import type { StartThread } from "./thread.ts";

interface BrowserWorker {
  onmessage: ((event: { readonly data: Answered }) => void) | null;
  onerror: ((event: { readonly message: string }) => void) | null;
  postMessage(asked: Asked): void;
  terminate(): void;
}

declare const Worker: new (address: string) => BrowserWorker;

let running: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = new Worker(await addressOf("server-browser.js", context));
  const options = {
    documentSelector: documentSelector(),
    initializationOptions: initialSettings(),
    synchronize: { configurationSection: "avtal" },
  };
  const client = new LanguageClient("avtal", "Avtal", options, server);
  running = client;
  const workshop = await addressOf("workshop-browser.js", context);
  await start(context, { client, startThread: threadOf(workshop) });
  await sendFiles(client);
  const watcher = workspace.createFileSystemWatcher(watchedFiles);
  const again = (): void => void sendFiles(client);
  context.subscriptions.push(
    watcher,
    watcher.onDidChange(again),
    watcher.onDidCreate(again),
    watcher.onDidDelete((uri) => client.sendNotification(filesMethod, { files: [{ uri: uri.toString() }] })),
  );
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}

/** A worker cannot load from every place that an extension is kept in; what has been read, it can. */
async function addressOf(name: string, context: ExtensionContext): Promise<string> {
  const code = await workspace.fs.readFile(fileOf(name, context));
  return URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
}

async function sendFiles(client: LanguageClient): Promise<void> {
  const homes = await homeFolders();
  if (homes.length === 0) return;
  const sent = (await Promise.all(homes.map(filesIn))).flat();
  await client.sendNotification(filesMethod, { files: sent });
}

async function filesIn(home: Uri): Promise<WorkspaceFile[]> {
  const { files, sources } = await textsIn(home);
  const below = (folder: Uri, all: typeof files): WorkspaceFile[] =>
    all.map(({ path, text }) => ({ uri: Uri.joinPath(folder, ...path.split("/")).toString(), text }));
  return [...below(home, files), ...below(Uri.joinPath(home, "sources"), sources ?? [])];
}

function threadOf(address: string): StartThread {
  return (answered, died) => {
    const worker = new Worker(address);
    worker.onmessage = ({ data }) => answered(data);
    worker.onerror = ({ message }) => died(message);
    return { post: (asked) => worker.postMessage(asked), end: () => worker.terminate() };
  };
}
