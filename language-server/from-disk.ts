// Reads a folder of agreements from this machine's disk for the server.
// Rule: only below the folder that the editor opened; links that lead out of it, other hosts and broken bytes are refused
// by the same reader as `avtal check` uses.

import { existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { filesBelow, readWorkspace } from "@avtal/replay/read-workspace";
import { isOutcomeFile, isScenarioFile } from "@avtal/replay/scenarios/scenario-path";
import { isOnThisMachine } from "./addresses.ts";
import { nothingRead, type Disk, type FolderRead } from "./disk.ts";

export const disk: Disk = { home, read };

function home(folder: string): string {
  if (!isOnThisMachine(folder)) return folder;
  const usual = join(fileURLToPath(folder), "agreements");
  return existsSync(usual) && statSync(usual).isDirectory() ? pathToFileURL(usual).href : folder;
}

function read(homeAddress: string): FolderRead {
  if (!isOnThisMachine(homeAddress)) return nothingRead;
  const folder = fileURLToPath(homeAddress);
  if (!existsSync(folder)) return nothingRead;
  const { workspace, problems, sourcesFrom } = readWorkspace({ folder, sources: undefined });
  return {
    workspace,
    scenarios: scenariosBelow(folder),
    // A folder without agreements is no mistake in an editor.
    problems: problems.filter(({ file }) => file !== null),
    sourcesAddress: sourcesFrom === undefined ? undefined : pathToFileURL(sourcesFrom).href,
  };
}

const greatestSize = 4_000_000;

function scenariosBelow(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const path of filesBelow(folder, [])) {
    if (!isScenarioFile(path) && !isOutcomeFile(path)) continue;
    const place = join(folder, path);
    if (lstatSync(place).size <= greatestSize) texts.set(path, readFileSync(place, "utf8"));
  }
  return texts;
}
