// The seals of decided texts as lines of `avtal.lock`: name, first day, hash of the meaning.
// Rule: no paths, no times; sorted by name, so that two people who seal two texts do not meet on one line.

import { dateText } from "@avtal/runtime/calendar";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Documents } from "../resolve/document.ts";
import { plainDay } from "../resolve/validity-days.ts";
import type { FileTree, Name, Validity } from "../syntax/ast.ts";
import { textMeaning } from "./text-meaning.ts";

export interface Seal {
  /** `stockholm`, or `stockholm/tidsgräns-1-2` for an amendment. */
  readonly text: string;
  /** `2020-01-01`, or `-` where the text does not begin on a date. */
  readonly from: string;
  readonly hash: string;
}

/** A decided text that can be sealed, with the place of its name. */
export interface DecidedText {
  readonly seal: Seal;
  readonly name: Name;
}

/** The decided texts of all documents; drafts are not among them. */
export function decidedTexts(documents: Documents): readonly DecidedText[] {
  return [...documents.values()]
    .flatMap((document) => document.files.flatMap((tree) => decidedText(document.name, tree) ?? []))
    .sort((a, b) => byCodePoint(a.seal.text, b.seal.text));
}

/** The whole of `avtal.lock` for these documents. */
export function lockText(documents: Documents): string {
  const lines = decidedTexts(documents).map(({ seal }) => `${seal.text} ${seal.from} ${seal.hash}`);
  return `${[...heading, ...lines].join("\n")}\n`;
}

/** Reads `avtal.lock`; the offsets are of the lines that are no seal. */
export function sealsFrom(lock: string): {
  readonly seals: readonly Seal[];
  readonly unreadable: readonly { readonly start: number; readonly end: number }[];
} {
  const seals: Seal[] = [];
  const unreadable: { readonly start: number; readonly end: number }[] = [];
  for (const found of lock.matchAll(/[^\r\n]+/gu)) {
    const line = found[0].normalize("NFC");
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, text, from, hash] = /^(\S+) (\d{4}-\d{2}-\d{2}|-) ([0-9a-f]{64})$/u.exec(line.trimEnd()) ?? [];
    if (text !== undefined && from !== undefined && hash !== undefined) seals.push({ text, from, hash });
    else unreadable.push({ start: found.index, end: found.index + found[0].length });
  }
  return { seals, unreadable };
}

const heading = [
  "# avtal.lock: the meaning of every decided text, one a line. Written by avtal; do not edit.",
  "# avtal.lock: innebörden av varje beslutad text, en per rad. Skrivs av avtal; ändra inte.",
];

function decidedText(document: string, tree: FileTree): DecidedText | undefined {
  const { head } = tree;
  if (head === undefined || (head.kind === "amendment" && head.decision.kind === "draft")) return undefined;
  const text = head.kind === "document" ? document : `${document}/${head.name.text}`;
  const validity = head.kind === "amendment" ? head.validity : validityIn(tree);
  return { seal: { text, from: firstDay(validity), hash: textMeaning(tree) }, name: head.name };
}

function validityIn({ head }: FileTree): Validity | undefined {
  if (head?.kind !== "document") return undefined;
  for (const line of head.lines) if (line.kind === "validity") return line.validity;
  return undefined;
}

function firstDay(validity: Validity | undefined): string {
  const day = validity?.from === undefined ? undefined : plainDay(validity.from);
  return day === undefined ? "-" : dateText(day);
}
