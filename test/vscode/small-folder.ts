// The small agreement of the editor's tests with the vocabulary of the problem tests, in a folder of its own.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { copiedFolder, type CopiedFolder } from "./copied-folder.ts";

export const smallAgreement = "agreements/prov/2020-01-01.avtal";
export const smallScenarios = "agreements/prov/scenarios/snitt.yaml";

export function smallFolder(): CopiedFolder {
  const folder = copiedFolder(join(import.meta.dirname, "small-folder"), ".");
  cpSync(join(import.meta.dirname, "../problems/vocabulary"), join(folder.path, "agreements"), { recursive: true });
  return folder;
}
