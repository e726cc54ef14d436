// The server on a pair of streams: standard input and output for `avtal lsp`.
// Rule: nothing but messages of the protocol goes to standard output, and the process ends with its editor.

import type { Readable, Writable } from "node:stream";
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node.js";
import { watchedFrames } from "./framing.ts";
import { disk } from "./from-disk.ts";
import { serve } from "./server.ts";

/** Answers until the client says goodbye or goes away; the process ends then. */
export function serveOnStdio(): void {
  serveOnStreams(process.stdin, process.stdout, (code) => process.exit(code));
}

/** `ended` is called with 0 when the client has gone, and with 1 when what came was no message. */
export function serveOnStreams(input: Readable, output: Writable, ended: (code: 0 | 1) => void): void {
  const frames = watchedFrames(() => ended(1));
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(input.pipe(frames)),
    new StreamMessageWriter(output),
  );
  serve(connection, disk);
  input.once("end", () => ended(0));
  connection.listen();
}
