// How problems look on each of the two streams.

import type { Style } from "./render-problem.ts";
import type { Terminal } from "./terminal.ts";

export function sayStyle(terminal: Terminal): Style {
  return { lang: terminal.lang, colours: terminal.sayColours };
}

export function outStyle(terminal: Terminal): Style {
  return { lang: terminal.lang, colours: terminal.outColours };
}
