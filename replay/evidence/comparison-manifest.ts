// What a comparison stands on and what its report holds, as the last file of the report's folder.
// Rule: as for a run: sorted keys, amounts as texts, nothing of the host; what was asked is enough to ask it again.

import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canonical } from "@avtal/compiler/ir/canonical";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { sha256 } from "@avtal/compiler/ir/sha256";
import type { SourceFile } from "@avtal/compiler/source";
import { kronorText } from "@avtal/runtime/money";
import type { ComparedSide, Comparison } from "../compare/comparison.ts";
import { suppliedJson } from "../result-json.ts";
import type { WrittenFile } from "../write-whole.ts";
import { dataJson, nameOf, textsOf, versionsOf } from "./manifest.ts";
import { filesFrom, isRecord, jsonIn } from "./read-manifest.ts";

/** A comparison as it was typed. `null` where nothing was said. */
export interface AskedComparison {
  readonly a: string;
  readonly b: string | null;
  readonly base: string | null;
  readonly data: string;
  readonly readings: readonly string[];
  readonly events: readonly string[];
  readonly values: readonly string[];
  readonly mode: string | null;
  readonly attribution: string;
  readonly chargedThrough: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly columns: string | null;
  readonly maxRefused: string;
  /** The value that the cost curve moves, and its range. */
  readonly sweep: string | null;
  readonly lang: string;
}

export interface ComparisonClaim {
  readonly comparison: Comparison;
  readonly asked: AskedComparison;
  readonly texts: { readonly a: readonly SourceFile[]; readonly b: readonly SourceFile[] };
  readonly version: string;
}

export function comparisonManifest(
  { comparison, asked, texts, version }: ComparisonClaim,
  files: readonly WrittenFile[],
): object {
  const { a, b, mode, total } = comparison;
  const inputs = {
    asked: { ...asked, data: nameOf(asked.data), base: asked.base === null ? null : nameOf(asked.base) },
    mode,
    a: sideJson(a, texts.a),
    b: sideJson(b, texts.b),
    data: dataJson(asked.data, a.run.facts),
  };
  return {
    formatVersion: 1,
    kind: "comparison",
    ...inputs,
    comparison: sha256(canonical(inputs)),
    versions: { a: versionsOf(version, a.run.program), b: versionsOf(version, b.run.program) },
    accounting: { a: a.run.result.accounting, b: b.run.result.accounting },
    total: { a: kronorText(total.a), b: kronorText(total.b), difference: kronorText(total.difference) },
    files,
  };
}

function sideJson({ label, agreement, wording, run }: ComparedSide, texts: readonly SourceFile[]): object {
  return {
    label,
    agreement,
    wording,
    meaningHash: meaningHash(run.program),
    texts: textsOf(run.program, texts),
    supplied: suppliedJson(run.options, run.program),
  };
}

export interface StoredComparison {
  readonly whole: Readonly<Record<string, unknown>>;
  readonly asked: AskedComparison;
  readonly dataSha256: string;
  readonly meanings: { readonly a: string; readonly b: string };
  readonly files: readonly WrittenFile[];
}

const greatestSize = 4_000_000;

/** Undefined where the folder holds no report of ours. */
export function readComparisonManifest(folder: string, name: string): StoredComparison | undefined {
  const path = join(folder, name);
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isFile() !== true || there.size > greatestSize) return undefined;
  const whole = jsonIn(readFileSync(path, "utf8"));
  if (!isRecord(whole) || whole["formatVersion"] !== 1 || whole["kind"] !== "comparison") return undefined;
  const { data, a, b } = whole;
  if (!isRecord(data) || !isRecord(a) || !isRecord(b)) return undefined;
  const asked = askedFrom(whole["asked"]);
  const files = filesFrom(whole["files"]);
  const [sha, ofA, ofB] = [data["sha256"], a["meaningHash"], b["meaningHash"]];
  if (asked === undefined || files === undefined) return undefined;
  if (typeof sha !== "string" || typeof ofA !== "string" || typeof ofB !== "string") return undefined;
  return { whole, asked, dataSha256: sha, meanings: { a: ofA, b: ofB }, files };
}

function askedFrom(asked: unknown): AskedComparison | undefined {
  if (!isRecord(asked)) return undefined;
  const text = (key: string): string | undefined => {
    const value = asked[key];
    return typeof value === "string" ? value : undefined;
  };
  const perhaps = (key: string): string | null | undefined => (asked[key] === null ? null : text(key));
  const list = (key: string): readonly string[] | undefined => {
    const value = asked[key];
    return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined;
  };
  const read = {
    a: text("a"),
    b: perhaps("b"),
    base: perhaps("base"),
    data: text("data"),
    readings: list("readings"),
    events: list("events"),
    values: list("values"),
    mode: perhaps("mode"),
    attribution: text("attribution"),
    chargedThrough: perhaps("chargedThrough"),
    from: perhaps("from"),
    to: perhaps("to"),
    columns: perhaps("columns"),
    maxRefused: text("maxRefused"),
    sweep: perhaps("sweep"),
    lang: text("lang"),
  };
  return isWhole(read) ? read : undefined;
}

function isWhole(read: {
  readonly [Key in keyof AskedComparison]: AskedComparison[Key] | undefined;
}): read is AskedComparison {
  return Object.values(read).every((value) => value !== undefined);
}
