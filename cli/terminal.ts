// The two streams of the command line: data to stdout, talk to stderr; colour only where somebody looks.

import pc from "picocolors";
import type { Words } from "@avtal/compiler/problem";

export type Lang = "sv" | "en";

export interface Terminal {
  readonly lang: Lang;
  /** Data. */
  out(text: string): void;
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
    say: (text) => void process.stderr.write(`${text}\n`),
    words: (words) => words[lang],
    outColours: coloursFor(process.stdout),
    sayColours: coloursFor(process.stderr),
    isWatched: process.stderr.isTTY === true,
  };
}
