// The server on a pair of streams: standard input and output for `avtal lsp`.
// Rule: nothing but messages of the protocol goes to standard output.

import type { Readable, Writable } from "node:stream";
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node.js";
import { disk } from "./from-disk.ts";
import { serve } from "./server.ts";

/** Answers until the client says goodbye or goes away. */
export function serveOnStdio(): void {
  serveOnStreams(process.stdin, process.stdout);
}

export function serveOnStreams(input: Readable, output: Writable): void {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  );
  serve(connection, disk);
  connection.listen();
}
