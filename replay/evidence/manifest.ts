// What a run stands on and what came out of it, as the last file of its folder: the claim that `avtal verify` repeats.
// Rule: sorted keys, amounts as texts, nothing of the host: no clock, no absolute path, no name of a user.

import { createHash } from "node:crypto";
import { isAbsolute, win32 } from "node:path";
import { canonical } from "@avtal/compiler/ir/canonical";
import type { Program } from "@avtal/compiler/ir/ir";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { sha256 } from "@avtal/compiler/ir/sha256";
import { evaluatorScript } from "@avtal/compiler/emit/typescript/script";
import type { SourceFile } from "@avtal/compiler/source";
import { monthText } from "@avtal/runtime/calendar";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { kronorText } from "@avtal/runtime/money";
import type { Ore } from "@avtal/runtime/result";
import { zoneTableVersion } from "@avtal/runtime/zone";
import type { AskedOptions } from "../asked-options.ts";
import type { Months } from "../months.ts";
import type { DataDescription } from "../read/description.ts";
import type { FileFacts } from "../read/episodes.ts";
import { suppliedJson, type CompletedRun } from "../result-json.ts";
import type { WrittenFile } from "../write-whole.ts";

/** Everything beside the texts and the data that a run was told. */
export interface RunChoices {
  readonly asked: AskedOptions;
  /** The data file as it was named. */
  readonly data: string;
  readonly description: DataDescription;
  readonly months: Months;
  readonly maxRefused: number;
  readonly statistics: boolean;
  /** Whether each payer has a file of its own too. */
  readonly perPayer: boolean;
}

export interface RunClaim {
  readonly run: CompletedRun;
  readonly choices: RunChoices;
  /** The agreement files that the program was compiled from, and others. */
  readonly texts: readonly SourceFile[];
  /** Version of the program that ran. */
  readonly version: string;
}

export function runManifest(claim: RunClaim, files: readonly WrittenFile[]): object {
  const { run, version } = claim;
  const { program, result } = run;
  const { lines, accounting } = result;
  return {
    formatVersion: 1,
    kind: "run",
    ...inputsOf(claim),
    run: runId(claim),
    versions: versionsOf(version, program),
    accounting,
    total: { lines: lines.length, amount: kronorText(lines.reduce((sum, { amount }) => sum + amount, 0n) as Ore) },
    files,
  };
}

/** The same for the same inputs, whichever program ran. */
export function runId(claim: RunClaim): string {
  return sha256(canonical(inputsOf(claim)));
}

function inputsOf({ run, choices, texts }: RunClaim): object {
  const { program, options, facts } = run;
  return {
    agreement: program.main,
    wording: options.wording,
    meaningHash: meaningHash(program),
    texts: textsOf(program, texts),
    choices: choicesJson(choices),
    supplied: suppliedJson(options, program),
    data: dataJson(choices.data, facts),
  };
}

/** Sorted keys, two spaces: one text for one manifest, and people can read it. */
export function manifestText(manifest: object): string {
  const sorted: unknown = JSON.parse(canonical(manifest));
  return `${JSON.stringify(sorted, null, 2)}\n`;
}

/** The files of the program's documents, with a checksum each. */
export function textsOf(program: Program, texts: readonly SourceFile[]): readonly object[] {
  const own = new Set(program.documents.flatMap(({ files }) => files));
  return texts
    .filter(({ path }) => own.has(path))
    .map(({ path, text }) => ({ path, sha256: createHash("sha256").update(text).digest("hex") }))
    .sort((a, b) => byCodePoint(a.path, b.path));
}

/** `evaluator` is the checksum of the generated code that counted, `zoneTable` when clocks are changed. */
export function versionsOf(version: string, program: Program): object {
  return {
    avtal: version,
    compiler: version,
    runtime: version,
    evaluator: evaluatorHash(program),
    zoneTable: zoneTableVersion,
  };
}

/** Once for each program, since it takes time to write out. */
function evaluatorHash(program: Program): string {
  const known = hashes.get(program) ?? sha256(evaluatorScript(program, new Set()));
  hashes.set(program, known);
  return known;
}

const hashes = new WeakMap<Program, string>();

export function dataJson(path: string, { sha256: hash, bytes, rows, format }: FileFacts): object {
  return { name: nameOf(path), sha256: hash, bytes, rows, format: format.kind };
}

/** A path from where one stands is part of the command; one from the root of a disk names the host. */
export function nameOf(path: string): string {
  const isFromRoot = isAbsolute(path) || win32.isAbsolute(path) || path.includes("://");
  const slashed = path.replaceAll("\\", "/");
  return isFromRoot ? slashed.slice(slashed.lastIndexOf("/") + 1) : slashed;
}

export function choicesJson({ asked, description, months, maxRefused, statistics, perPayer }: RunChoices): object {
  const month = (index: number | null): string | null => (index === null ? null : monthText(index));
  return {
    ...asked,
    columns: {
      renamed: Object.fromEntries(description.renamed),
      identicalRows: description.identicalRows,
      mixedTimes: [...description.mixedTimes].sort(byCodePoint),
    },
    from: month(months.from),
    to: month(months.through),
    maxRefused,
    statistics,
    perPayer,
  };
}
