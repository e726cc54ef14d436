// What `avtal lsp` does: answers an editor until it closes the connection.
// Rule: the process ends with 0 when standard input does or the editor says `exit`, and with 1 when what came was no message.

import { serveOnStdio } from "@avtal/language-server/stdio";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { optimiseAsUsual } from "../late-optimiser.ts";
import type { Terminal } from "../terminal.ts";

export async function lsp({ say, words }: Terminal): Promise<ExitCode> {
  optimiseAsUsual();
  if (process.stdin.isTTY) {
    say(
      words({
        sv: "Språkservern talar med ett redigeringsprogram, inte med en människa. Avsluta med Ctrl+C.",
        en: "The language server speaks with an editor, not with a person. End with Ctrl+C.",
      }),
    );
  }
  serveOnStdio();
  await new Promise<void>((ended) => process.stdin.once("close", ended));
  return exitCode.ok;
}
