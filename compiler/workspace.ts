// Everything a compilation may read, handed in as texts: the compiler itself touches no disk.

import type { SourceFile } from "./source.ts";

export interface Workspace {
  /** Every `.avtal` file. */
  readonly files: readonly SourceFile[];
  /** Register files (YAML) by path relative to the workspace. */
  readonly registers: ReadonlyMap<string, string>;
  /** Source texts by the file name that a `källa` gives; undefined where the texts are not at hand, and quotes then go unchecked. */
  readonly sources: ReadonlyMap<string, string> | undefined;
  /** The text of `avtal.lock`, or undefined. */
  readonly lock: string | undefined;
}
