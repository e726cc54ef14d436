// The server in a worker of the browser: messages come over a port, files from the client (`avtal/files`).

import "./bytes-in-browser.ts";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser.js";
import { capabilities } from "./capabilities.ts";
import { nothingRead, type Disk } from "./disk.ts";
import { serve } from "./server.ts";

/** `port` is a MessagePort, or the worker's own scope. */
export function serveOnPort(port: ConstructorParameters<typeof BrowserMessageReader>[0]): void {
  const reader = new BrowserMessageReader(port);
  const writer = new BrowserMessageWriter(port);
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  connection.onInitialize((said) => {
    serve(connection, noDisk, said);
    return capabilities;
  });
  connection.listen();
}

const noDisk: Disk = { home: (folder) => folder, read: () => nothingRead };
