// The extension on a computer: the server is a program of Node that VS Code itself brings, the workshop a thread.
// Rule: both are files of the extension; no setting and no folder can name another program.

import { Worker } from "node:worker_threads";
import { workspace, type ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node.js";
import type { Answered } from "../workshop/messages.ts";
import { watchedFiles } from "./folder-texts.ts";
import { documentSelector, fileOf, initialSettings, start } from "./start.ts";
import type { StartThread } from "./thread.ts";

let running: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: fileOf("server.js", context).fsPath, transport: TransportKind.stdio };
  const client = new LanguageClient("avtal", "Avtal", server, {
    documentSelector: documentSelector(),
    initializationOptions: initialSettings(),
    synchronize: { configurationSection: "avtal", fileEvents: workspace.createFileSystemWatcher(watchedFiles) },
  });
  running = client;
  await start(context, { client, startThread: threadOf(fileOf("workshop.js", context).fsPath) });
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}

function threadOf(path: string): StartThread {
  return (answered, died) => {
    const worker = new Worker(path);
    let ended = false;
    worker.on("message", (answer: Answered) => answered(answer));
    worker.on("error", ({ message }) => died(message));
    worker.on("exit", (code) => {
      if (!ended && code !== 0) died(`workshop: ${code}`);
    });
    return {
      post: (asked) => worker.postMessage(asked),
      end: () => {
        ended = true;
        void worker.terminate();
      },
    };
  };
}
