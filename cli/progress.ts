// One line on a terminal that says what is being done, gone as soon as there is something to show.

import type { Words } from "@avtal/compiler/problem";
import type { Terminal } from "./terminal.ts";

export interface Progress {
  says(words: Words): void;
  ends(): void;
}

/** Silent where nobody watches, so that logs and pipes hold no half lines. */
export function progressOn(terminal: Terminal): Progress {
  if (!terminal.isWatched) return { says: () => undefined, ends: () => undefined };
  const clear = "\r\u001b[2K";
  return {
    says: (words) => void process.stderr.write(`${clear}${terminal.words(words)} …`),
    ends: () => void process.stderr.write(clear),
  };
}
