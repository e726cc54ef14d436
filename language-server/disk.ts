// How the server gets the files that are not open: from this machine's disk, or from the client.
// Rule: the server itself reads nothing; who starts it hands this in.

import type { Workspace } from "@avtal/compiler/workspace";
import type { DataProblem } from "@avtal/replay/data-problem";

export interface FolderRead {
  readonly workspace: Workspace;
  /** Scenario files and files of outcomes, by path. */
  readonly scenarios: ReadonlyMap<string, string>;
  readonly problems: readonly DataProblem[];
  /** Address of the folder that holds the source texts, without `/` at the end. */
  readonly sourcesAddress: string | undefined;
}

export interface Disk {
  /** The folder of agreements in a workspace folder: `agreements/` where there is one, else the folder itself. */
  readonly home: (folderAddress: string) => string;
  readonly read: (homeAddress: string) => FolderRead;
}

/** Of a folder that cannot be read, or may not be. */
export const nothingRead: FolderRead = {
  workspace: { files: [], registers: new Map(), sources: undefined, lock: undefined },
  scenarios: new Map(),
  problems: [],
  sourcesAddress: undefined,
};
