// The language server as the extension starts it in a browser: a web worker.

import { serveOnPort } from "@avtal/language-server/browser";

declare const self: Parameters<typeof serveOnPort>[0];

serveOnPort(self);
