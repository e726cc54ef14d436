// The extension on a computer: the server is a program of Node that VS Code itself brings, the workshop a thread.
// Rule: both are files of the extension; no setting and no folder can name another program.

import { Worker } from "node:worker_threads";
import type { ExtensionContext } from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  TransportKind,
  type ErrorHandler,
} from "vscode-languageclient/node.js";
import type { Answered } from "../workshop/messages.ts";
import { recentEnds, startsAgain } from "./restarts.ts";
import { shown } from "./shown-words.ts";
import { documentSelector, fileOf, initialSettings, start } from "./start.ts";
import type { StartThread } from "./thread.ts";

let running: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: fileOf("server.js", context).fsPath, transport: TransportKind.stdio };
  const client = new LanguageClient("avtal", "Avtal", server, {
    documentSelector: documentSelector(),
    initializationOptions: initialSettings(),
    errorHandler: endings(),
    synchronize: { configurationSection: "avtal" },
  });
  running = client;
  await start(context, { client, startThread: threadOf(fileOf("workshop.js", context).fsPath) });
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}

/** A server that ends comes back, unless it ends again and again; what was typed is the editor's and stays. */
function endings(): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed: () => {
      ends = recentEnds(ends, performance.now());
      if (startsAgain(ends)) return { action: CloseAction.Restart, handled: true };
      return { action: CloseAction.DoNotRestart, message: endedForGood() };
    },
  };
}

function endedForGood(): string {
  return shown(
    "Avtals språkserver har stannat sex gånger på tio minuter och startas inte igen. Din text är kvar. Välj Avtal: Starta om språkservern.",
    "The language server of Avtal has ended six times in ten minutes and is not started again. Your text is still there. Choose Avtal: Restart the language server.",
  );
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
