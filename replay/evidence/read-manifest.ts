// A manifest read back and held against its form, so that nothing after it works on what a stranger wrote.
// Rule: an entry that is not as we write it makes the whole folder no result of ours.

import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { monthFromText } from "../months.ts";
import type { WrittenFile } from "../write-whole.ts";
import type { RunChoices } from "./manifest.ts";

export interface StoredManifest {
  /** As it stands, for comparing. */
  readonly whole: Readonly<Record<string, unknown>>;
  readonly agreement: string;
  readonly meaningHash: string;
  readonly texts: readonly { readonly path: string; readonly sha256: string }[];
  readonly dataSha256: string;
  readonly choices: RunChoices;
  readonly files: readonly WrittenFile[];
}

const greatestSize = 4_000_000;

/** A run with its whole result, or the report of one. */
export type RunKind = "run" | "run-report";

/** Undefined where the folder holds no manifest of that kind as we write it. */
export function readManifest(folder: string, name: string, kind: RunKind): StoredManifest | undefined {
  const path = join(folder, name);
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isFile() !== true || there.size > greatestSize) return undefined;
  const whole = jsonIn(readFileSync(path, "utf8"));
  if (!isRecord(whole) || whole["formatVersion"] !== 1 || whole["kind"] !== kind) return undefined;
  const { agreement, meaningHash, texts, data, choices, files } = whole;
  const read = { choices: choicesFrom(choices, data), texts: textsFrom(texts), files: filesFrom(files) };
  if (typeof agreement !== "string" || typeof meaningHash !== "string" || !isRecord(data)) return undefined;
  if (read.choices === undefined || read.texts === undefined || read.files === undefined) return undefined;
  const dataSha256 = data["sha256"];
  if (typeof dataSha256 !== "string") return undefined;
  return { whole, agreement, meaningHash, dataSha256, choices: read.choices, texts: read.texts, files: read.files };
}

function choicesFrom(choices: unknown, data: unknown): RunChoices | undefined {
  if (!isRecord(choices) || !isRecord(data) || !isRecord(choices["columns"])) return undefined;
  const { wording, readings, events, values, from, to, maxRefused, statistics, perPayer } = choices;
  const { renamed, identicalRows, mixedTimes } = choices["columns"];
  const name = data["name"];
  const months = { from: monthOrNull(from), through: monthOrNull(to) };
  if (wording !== null && typeof wording !== "string") return undefined;
  if (!isTexts(readings) || !isTexts(events) || !isTexts(values) || !isTexts(mixedTimes)) return undefined;
  if (typeof name !== "string" || typeof maxRefused !== "number" || typeof statistics !== "boolean") return undefined;
  if (typeof perPayer !== "boolean") return undefined;
  if (months.from === undefined || months.through === undefined || !isRecord(renamed)) return undefined;
  if (identicalRows !== "refuse" && identicalRows !== "drop") return undefined;
  const columns = Object.entries(renamed).flatMap(([code, column]) =>
    typeof column === "string" ? [[code, column] as const] : [],
  );
  return {
    asked: { wording, readings, events, values },
    data: name,
    description: { renamed: new Map(columns), identicalRows, mixedTimes: new Set(mixedTimes) },
    months: { from: months.from, through: months.through },
    maxRefused,
    statistics,
    perPayer,
  };
}

function monthOrNull(text: unknown): number | null | undefined {
  return text === null ? null : typeof text === "string" ? monthFromText(text) : undefined;
}

function textsFrom(texts: unknown): StoredManifest["texts"] | undefined {
  if (!Array.isArray(texts)) return undefined;
  const read = texts.flatMap((text: unknown) => {
    if (!isRecord(text)) return [];
    const { path, sha256 } = text;
    return typeof path === "string" && typeof sha256 === "string" ? [{ path, sha256 }] : [];
  });
  return read.length === texts.length ? read : undefined;
}

/** Names of files are plain: what leads out of the folder is not ours. */
export function filesFrom(files: unknown): readonly WrittenFile[] | undefined {
  if (!Array.isArray(files)) return undefined;
  const read = files.flatMap((file: unknown) => {
    if (!isRecord(file)) return [];
    const { name, bytes, sha256 } = file;
    if (typeof name !== "string" || typeof bytes !== "number" || typeof sha256 !== "string") return [];
    return /^[a-z0-9][a-z0-9_.-]*(\/[a-z0-9][a-z0-9_.-]*)?$/i.test(name) ? [{ name, bytes, sha256 }] : [];
  });
  return read.length === files.length ? read : undefined;
}

function isTexts(list: unknown): list is readonly string[] {
  return Array.isArray(list) && list.every((text) => typeof text === "string");
}

export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
