// The folders of agreements and every text in one, as they stand in the editor: open documents with what is not yet saved.
// Rule: only files below the folder that is open; bytes that are not UTF-8 are left to the language server's message.

import { FileType, RelativePattern, Uri, workspace } from "vscode";
import type { TextOfFile, Texts } from "../workshop/messages.ts";

export const watchedFiles = "**/*.{avtal,yaml,yml,utfall,txt,lock}";
const passedOver = "**/{node_modules,dist,.*}/**";
/** More bytes than any agreement, register or source text has. */
const greatestSize = 4_000_000;

/** For each folder of the workspace that has agreements: its `agreements/`, else the folder itself; each once. */
export async function homeFolders(): Promise<readonly Uri[]> {
  const homes = new Map<string, Uri>();
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const [first] = await workspace.findFiles(new RelativePattern(uri, "**/*.avtal"), passedOver, 1);
    if (first === undefined) continue;
    const usual = Uri.joinPath(uri, "agreements");
    const home = (await isFolder(usual)) ? usual : uri;
    homes.set(home.toString(), home);
  }
  return [...homes.values()];
}

export async function textsIn(home: Uri): Promise<Texts> {
  const files = await textsBelow(home, "**/*.{avtal,yaml,yml,utfall,lock}");
  for (const folder of [Uri.joinPath(home, "sources"), Uri.joinPath(home, "..", "sources")]) {
    if (await isFolder(folder)) return { files, sources: await textsBelow(folder, "**/*.txt") };
  }
  return { files, sources: undefined };
}

async function textsBelow(folder: Uri, pattern: string): Promise<TextOfFile[]> {
  const found = await workspace.findFiles(new RelativePattern(folder, pattern), passedOver);
  const texts = await Promise.all(
    found.map(async (uri): Promise<TextOfFile[]> => {
      const text = await textOf(uri);
      return text === undefined ? [] : [{ path: uri.path.slice(folder.path.length).replace(/^\/+/, ""), text }];
    }),
  );
  return texts.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function textOf(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) return open.getText();
  try {
    const bytes = await workspace.fs.readFile(uri);
    return bytes.length > greatestSize ? undefined : new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    // Gone since it was found, or not UTF-8.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

async function isFolder(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type === FileType.Directory;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
