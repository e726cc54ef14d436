// The two streams of the command line: data to stdout, talk to stderr; colour only where somebody looks.

import { once } from "node:events";
import pc from "picocolors";
import type { Words } from "@avtal/compiler/problem";
import { gathered, type Pieces } from "@avtal/replay/pieces";

export type Lang = "sv" | "en";

export interface Terminal {
  readonly lang: Lang;
  /** Data. */
  out(text: string): void;
  /** Data of any size: no faster than they are taken. */
  outInPieces(pieces: Pieces): Promise<void>;
  /** Talk: a line for people. */
  say(text: string): void;
  /** The sentence in the user's language. */
  words(words: Words): string;
  /** Colours for what goes to stdout and to stderr. */
  readonly outColours: Colours;
  readonly sayColours: Colours;
  /** Whether progress may be shown. */
  readonly isWatched: boolean;
}

export type Colours = Pick<ReturnType<typeof pc.createColors>, "bold" | "dim" | "red" | "yellow" | "green" | "cyan">;

export const noColours: Colours = pc.createColors(false);

export function terminalOf(lang: Lang): Terminal {
  const isPlain = process.env["NO_COLOR"] !== undefined && process.env["NO_COLOR"] !== "";
  const coloursFor = (stream: NodeJS.WriteStream): Colours =>
    pc.createColors(stream.isTTY === true && !isPlain && process.env["TERM"] !== "dumb");
  return {
    lang,
    out: (text) => void process.stdout.write(text),
    outInPieces: async (pieces) => {
      // Where nobody reads on, the stream says so instead of draining, and the process ends there.
      for (const text of gathered(pieces)) if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
    say: (text) => void process.stderr.write(`${text}\n`),
    words: (words) => words[lang],
    outColours: coloursFor(process.stdout),
    sayColours: coloursFor(process.stderr),
    isWatched: process.stderr.isTTY === true,
  };
}
