// The server as a browser has it: bundled for a browser, without disk and Node, fed with files by its client.

import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { filesMethod } from "@avtal/language-server/protocol";
import { root } from "./editor-client.ts";
import { smallAgreement, smallSource } from "./small-folder.ts";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri: string; readonly diagnostics: readonly { readonly code: string }[] };
  readonly result?: unknown;
}

interface Port {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  readonly postMessage: (message: Message) => void;
  readonly addEventListener: () => void;
}

test("problems, completion and the source's words come from files that the client sends", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: 'import { serveOnPort } from "@avtal/language-server/browser";\nserveOnPort(port);',
      resolveDir: root,
    },
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    conditions: ["avtal-source"],
    logLevel: "error",
  });
  const replies: ((message: Message) => void)[] = [];
  const port: Port = {
    onmessage: null,
    postMessage: (message) => replies.forEach((heard) => heard(message)),
    addEventListener: () => undefined,
  };
  // What a worker has, and nothing of Node.
  const worker = { port, setTimeout, clearTimeout, TextEncoder, TextDecoder, URL, console, performance };
  runInContext(outputFiles[0]?.text ?? "", createContext(worker));

  const when = (fits: (message: Message) => boolean): Promise<Message> =>
    new Promise((resolve) => replies.push((message) => fits(message) && resolve(message)));
  const tell = (message: object): void => port.onmessage?.({ data: { jsonrpc: "2.0", ...message } });
  const ask = (id: number, method: string, params: unknown): Promise<Message> => {
    const answered = when((message) => message.id === id && message.method === undefined);
    tell({ id, method, params });
    return answered;
  };

  const folder = "vscode-test-web://mount";
  const uri = `${folder}/agreements/liten/2020-01-01.avtal`;
  await ask(1, "initialize", { processId: null, capabilities: {}, workspaceFolders: [{ uri: folder, name: "w" }] });
  tell({ method: "initialized", params: {} });
  const wrong = smallAgreement.replace('"3 kalenderdagar"', '"33 kalenderdagar"');
  const told = when(({ method, params }) => method === "textDocument/publishDiagnostics" && params?.uri === uri);
  tell({
    method: filesMethod,
    params: {
      files: [
        { uri, text: wrong },
        { uri: `${folder}/agreements/sources/${encodeURIComponent("ök.txt")}`, text: smallSource },
      ],
    },
  });
  tell({
    method: "textDocument/didOpen",
    params: { textDocument: { uri, languageId: "avtal", version: 1, text: wrong } },
  });
  expect((await told).params?.diagnostics.map(({ code }) => code)).toEqual(["AV5002"]);

  const line = wrong.split("\n").findIndex((each) => each.startsWith("  följer "));
  const { result } = await ask(2, "textDocument/completion", {
    textDocument: { uri },
    position: { line, character: "  följer ".length },
  });
  expect(JSON.stringify(result)).toContain('"ut-dag"');
});
