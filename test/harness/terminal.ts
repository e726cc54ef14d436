// A terminal that only listens: what a command puts out, and what it says beside.

import { joined } from "@avtal/replay/pieces";
import { noColours, type Lang, type Terminal } from "../../cli/terminal.ts";

export interface Listening {
  readonly terminal: Terminal;
  readonly out: () => string;
  readonly said: () => string;
}

export function listening(lang: Lang): Listening {
  let out = "";
  let said = "";
  const terminal: Terminal = {
    lang,
    out: (text) => void (out += text),
    outInPieces: (pieces) => Promise.resolve(void (out += joined(pieces))),
    say: (text) => void (said += `${text}\n`),
    words: (words) => words[lang],
    outColours: noColours,
    sayColours: noColours,
    isWatched: false,
  };
  return { terminal, out: () => out, said: () => said };
}
