// What every command gets: the terminal, and a way to say how it ended.

import type { Words } from "@avtal/compiler/problem";
import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

export interface Cli {
  readonly terminal: Terminal;
  /** Runs what a command does and keeps its exit code. */
  readonly does: (work: () => Promise<ExitCode>) => Promise<void>;
}

/** Both languages side by side, for help. */
export function both(words: Words): string {
  return `${words.sv} / ${words.en}`;
}

/** Takes an option that may be given several times. */
export function several(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
