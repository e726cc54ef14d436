// The language server as the extension starts it on a computer: a program of its own, spoken to over its standard streams.

import { serveOnStdio } from "@avtal/language-server/stdio";

serveOnStdio();
