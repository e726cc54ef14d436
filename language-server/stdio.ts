// The server on a pair of streams: standard input and output for `avtal lsp`.
// Rule: nothing but messages of the protocol goes to standard output, and the process ends with its editor.

import type { Readable, Writable } from "node:stream";
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type Connection,
  type InitializeParams,
} from "vscode-languageserver/node.js";
import { capabilities } from "./capabilities.ts";
import { watchedFrames } from "./framing.ts";
import { readerThatWaits } from "./waiting-reader.ts";

/** Answers until the client says goodbye or goes away; the process ends then. */
export function serveOnStdio(): void {
  serveOnStreams(process.stdin, process.stdout, (code) => process.exit(code));
}

/**
 * `ended` is called with 0 when the client has gone, and with 1 when what came was no message. `initialize` is answered
 * before the compiler is loaded, which takes as long as everything before it; what comes meanwhile waits.
 */
export function serveOnStreams(input: Readable, output: Writable, ended: (code: 0 | 1) => void): void {
  const frames = watchedFrames(() => ended(1));
  const reader = readerThatWaits(new StreamMessageReader(input.pipe(frames)));
  const connection = createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(output));
  connection.onInitialize((said) => {
    reader.waitFor(serveLate(connection, said));
    return capabilities;
  });
  input.once("end", () => ended(0));
  connection.listen();
}

async function serveLate(connection: Connection, said: InitializeParams): Promise<void> {
  const [{ serve }, { disk }] = await Promise.all([import("./server.ts"), import("./from-disk.ts")]);
  serve(connection, disk, said);
}
