// An editor for tests: speaks the protocol with a server of its own over a pair of streams in the same process.
// Rule: every answer is awaited; nothing waits for a clock.

import { PassThrough, type Readable, type Writable } from "node:stream";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serveOnStreams } from "@avtal/language-server/stdio";

export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly severity: number;
  readonly range: Range;
  readonly codeDescription?: { readonly href: string };
  readonly relatedInformation?: readonly unknown[];
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Editor {
  readonly ask: <Answer>(method: string, params: unknown) => Promise<Answer>;
  readonly tell: (method: string, params: unknown) => void;
  /** What the server says of the file next; the last it said where it has. */
  readonly diagnosticsOf: (uri: string) => Promise<readonly Diagnostic[]>;
  readonly nextDiagnostics: (uri: string) => Promise<readonly Diagnostic[]>;
  /** When the server next asks something of the editor by that name; the answer is always `null`. */
  readonly isAsked: (method: string) => Promise<unknown>;
  readonly capabilities: Record<string, unknown>;
  readonly end: () => Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly diagnostics?: readonly Diagnostic[] };
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export async function editorOn(
  folder: string,
  options: Record<string, unknown> = {},
  able: Record<string, unknown> = {},
): Promise<Editor> {
  const [toServer, fromServer] = [new PassThrough(), new PassThrough()];
  serveOnStreams(toServer, fromServer, () => undefined);
  return editorOver({ toServer, fromServer, folder, options, able });
}

export async function editorOver({
  toServer,
  fromServer,
  folder,
  options,
  able = {},
}: {
  readonly toServer: Writable;
  readonly fromServer: Readable;
  readonly folder: string;
  readonly options: Record<string, unknown>;
  /** What the editor says that it can do. */
  readonly able?: Record<string, unknown>;
}): Promise<Editor> {
  const waiting = new Map<number, { give: (value: unknown) => void; refuse: (error: Error) => void }>();
  const said = new Map<string, readonly Diagnostic[]>();
  const listening = new Map<string, ((diagnostics: readonly Diagnostic[]) => void)[]>();
  const asking = new Map<string, ((params: unknown) => void)[]>();
  let number = 0;

  onMessages(fromServer, (message) => {
    if (message.method === "textDocument/publishDiagnostics") {
      const { uri = "", diagnostics = [] } = message.params ?? {};
      said.set(uri, diagnostics);
      for (const heard of listening.get(uri) ?? []) heard(diagnostics);
      listening.delete(uri);
    }
    if (message.id === undefined) return;
    if (message.method !== undefined) {
      for (const heard of asking.get(message.method) ?? []) heard(message.params);
      asking.delete(message.method);
      return send(toServer, { id: message.id, result: null });
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error !== undefined) asked?.refuse(new Error(`${message.error.code} ${message.error.message}`));
    else asked?.give(message.result);
  });

  const ask = <Answer>(method: string, params: unknown): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      number += 1;
      waiting.set(number, { give: (value) => resolve(value as Answer), refuse: reject });
      send(toServer, { id: number, method, params });
    });
  const tell = (method: string, params: unknown): void => send(toServer, { method, params });
  const nextDiagnostics = (uri: string): Promise<readonly Diagnostic[]> =>
    new Promise((resolve) => listening.set(uri, [...(listening.get(uri) ?? []), resolve]));

  const { capabilities } = await ask<{ capabilities: Record<string, unknown> }>("initialize", {
    processId: null,
    capabilities: able,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "test" }],
    initializationOptions: { language: "sv", today: "2026-11-21", ...options },
  });
  tell("initialized", {});
  return {
    ask,
    tell,
    diagnosticsOf: async (uri) => said.get(uri) ?? nextDiagnostics(uri),
    nextDiagnostics,
    isAsked: (method) => new Promise((resolve) => asking.set(method, [...(asking.get(method) ?? []), resolve])),
    capabilities,
    end: async () => {
      await ask("shutdown", null);
    },
  };
}

export function send(stream: Writable, message: Record<string, unknown>): void {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  stream.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** Calls back for each whole message, however the bytes were cut. */
export function onMessages(stream: Readable, heard: (message: Message) => void): void {
  let bytes = Buffer.alloc(0);
  stream.on("data", (more: Buffer) => {
    bytes = Buffer.concat([bytes, more]);
    for (;;) {
      const end = bytes.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(bytes.subarray(0, end).toString("latin1"))?.[1]);
      if (bytes.length < end + 4 + length) return;
      const body = bytes.subarray(end + 4, end + 4 + length).toString("utf8");
      bytes = bytes.subarray(end + 4 + length);
      heard(JSON.parse(body) as Message);
    }
  });
}

export const root = join(import.meta.dirname, "../..");
export const agreements = join(root, "agreements");

export function addressIn(folder: string, path: string): string {
  return `${pathToFileURL(folder).href}/${path}`;
}

/** The place of the `nth` occurrence of some words, `within` letters into them. */
export function placeOf(text: string, words: string, within = 0, nth = 0): Position {
  let at = text.indexOf(words);
  for (let count = 0; count < nth; count++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`The text has no \`${words}\`.`);
  return positionAt(text, at + within);
}

export function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
