// Which folder of agreements a command works in, and how its files are named to the user.
// Rule: `agreements/` where there is one, else the folder at hand; paths that lie elsewhere bring their own folder.

import { existsSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { DataProblem } from "@avtal/replay/data-problem";
import { notOpened } from "@avtal/replay/problems/not-opened";

export interface AgreementsFolder {
  readonly folder: string;
  /** Paths inside the folder that were asked for, with `/`; empty where all were. */
  readonly asked: readonly string[];
  /** A path of the folder as the user would type it. */
  shown(path: string): string;
}

const usual = "agreements";

export function agreementsFolder(paths: readonly string[]): AgreementsFolder {
  const folder = folderFor(paths.map((path) => resolve(path)));
  const inside = paths.map((path) => slashed(relative(folder, resolve(path))));
  return {
    folder,
    asked: inside.filter((path) => path !== ""),
    shown: (path) => {
      const whole = isAbsolute(path) ? path : join(folder, path);
      const typed = slashed(relative(process.cwd(), whole));
      return typed.startsWith("../../..") ? slashed(whole) : typed;
    },
  };
}

/** What was typed and is not there: the folder around it is nothing that anybody asked for. */
export function notThere(paths: readonly string[]): DataProblem[] {
  return paths.filter((path) => !existsSync(path)).map((path) => notOpened(path, "ENOENT"));
}

/** Whether a file of the folder was asked for. */
export function isAsked(path: string, { asked }: AgreementsFolder): boolean {
  return asked.length === 0 || asked.some((one) => path === one || path.startsWith(`${one}/`));
}

function folderFor(paths: readonly string[]): string {
  const home = resolve(usual);
  if (isFolder(home) && paths.every((path) => path === home || path.startsWith(home + sep))) return home;
  const [first, ...others] = paths.map((path) => (isFolder(path) ? path : dirname(path)));
  return others.reduce(shared, first ?? process.cwd());
}

/** The deepest folder that holds both. */
function shared(a: string, b: string): string {
  let folder = a;
  while (folder !== b && !b.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
    const above = dirname(folder);
    if (above === folder) return folder;
    folder = above;
  }
  return folder;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}
