// The folder as a client without a disk sends it, file by file, in the form in which the disk's reader gives it.

import { isOutcomeFile, isScenarioFile } from "@avtal/replay/scenarios/scenario-path";
import { pathInside, type Folder } from "./addresses.ts";
import type { FolderRead } from "./disk.ts";

/** Texts by plain address. */
export type Sent = ReadonlyMap<string, string>;

/** `agreements/` in the folder where something was sent of it, else the folder itself: as on disk. */
export function homeOfSent(sent: Sent, folder: string): string {
  const usual = `${folder.replace(/\/+$/, "")}/agreements`;
  return [...sent.keys()].some((address) => pathInside(address, { address: usual }) !== undefined) ? usual : folder;
}

export function readFromClient(sent: Sent, home: Folder): FolderRead {
  const inside = textsIn(sent, home);
  const ofKind = (fits: (path: string) => boolean): ReadonlyMap<string, string> =>
    new Map([...inside].filter(([path]) => fits(path)));
  const sources = sourcesOf(sent, home);
  return {
    workspace: {
      files: [...ofKind((path) => path.endsWith(".avtal"))].map(([path, text]) => ({ path, text })),
      registers: ofKind((path) => /\.ya?ml$/.test(path) && !isScenarioFile(path)),
      sources: sources?.texts,
      lock: inside.get("avtal.lock"),
    },
    scenarios: ofKind((path) => isScenarioFile(path) || isOutcomeFile(path)),
    problems: [],
    sourcesAddress: sources?.address,
  };
}

/** `sources/` in the home or beside it. */
function sourcesOf(sent: Sent, { address }: Folder) {
  const beside = address.replace(/\/[^/]*\/*$/, "");
  for (const folder of [`${address}/sources`, `${beside}/sources`]) {
    const texts = new Map([...textsIn(sent, { address: folder })].filter(([path]) => path.endsWith(".txt")));
    if (texts.size > 0) return { address: folder, texts };
  }
  return undefined;
}

function textsIn(sent: Sent, folder: Folder): ReadonlyMap<string, string> {
  return new Map(
    [...sent].flatMap(([address, text]) => {
      const path = pathInside(address, folder);
      return path === undefined ? [] : [[path, text] as const];
    }),
  );
}
