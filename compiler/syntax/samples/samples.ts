// The sample files that tests of reading and formatting share, and a tree without its places for comparing two.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "../../source.ts";

export const sampleNames = ["stockholm.avtal", "statute.avtal", "every-form.avtal", "amendment.avtal"] as const;

export function sample(name: (typeof sampleNames)[number]): SourceFile {
  return { path: name, text: readFileSync(join(import.meta.dirname, name), "utf8") };
}

/** What a tree says, without where it says it, in which keyword table and with which comments. */
export function plain(tree: object): unknown {
  return JSON.parse(JSON.stringify(tree, (key: string, value: unknown) => (isPlace(key, value) ? undefined : value)));
}

function isPlace(key: string, value: unknown): boolean {
  // A register's `file` is a text of the tree; a file's own name is a plain string.
  return ["span", "language", "comments"].includes(key) || (key === "file" && typeof value === "string");
}
