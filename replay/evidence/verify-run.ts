// Repeats a run from its manifest and says whether everything comes out the same, or what differs first.
// Rule: nothing is written, and nothing in the folder is believed: every file is made again and compared byte by byte.

import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { FrontEnd } from "@avtal/compiler/compile";
import { canonical } from "@avtal/compiler/ir/canonical";
import type { Program } from "@avtal/compiler/ir/ir";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import type { DataProblem } from "../data-problem.ts";
import { dataNotFound, manifestDiffers, otherData, otherMeaning, otherResult } from "../problems/evidence.ts";
import { unreadableRun } from "../problems/explained.ts";
import { joined } from "../pieces.ts";
import { openFile } from "../read/open-file.ts";
import type { ReadingThread } from "../read/thread/reading-thread.ts";
import type { CompletedRun } from "../result-json.ts";
import { run } from "../run.ts";
import { groupsThatFit } from "../lines-that-fit.ts";
import { sealed, type FileToWrite, type WrittenFile } from "../write-whole.ts";
import { isCorrectionFile } from "../supersede/correction-files.ts";
import { filesOfRun, runFiles } from "../write-run.ts";
import { writtenSteps } from "../written-steps.ts";
import { firstDifference } from "./first-difference.ts";
import { manifestText, runManifest, textsOf } from "./manifest.ts";
import { isRecord, jsonIn, readManifest, type RunKind, type StoredManifest } from "./read-manifest.ts";
import { brokenSeal } from "./sealed-folder.ts";

export interface VerifyRequest {
  readonly folder: string;
  readonly manifest: StoredManifest;
  readonly program: Program;
  readonly front: FrontEnd;
  readonly made: MadeAgain;
  /** Where the data file lies now; undefined looks where it was named and beside the folder. */
  readonly data: string | undefined;
  /** A thread that may read the file beside this one. */
  readonly thread?: ReadingThread | undefined;
}

/** What a folder holds, and how all of it is made of a run. */
export interface MadeAgain {
  /** Name of the file that proves all others. */
  readonly last: string;
  readonly keepsRecords: boolean;
  /** Everything but the last file. */
  readonly files: (run: CompletedRun) => Promise<readonly FileToWrite[]>;
  readonly manifest: (run: CompletedRun, written: readonly WrittenFile[]) => object;
}

/** The folder of `avtal run --out`. */
export function runMadeAgain(front: FrontEnd, { choices }: StoredManifest, version: string): MadeAgain {
  const claim = { choices, texts: front.workspace.files, version };
  return {
    last: runFiles.manifest,
    keepsRecords: false,
    files: (run) => Promise.resolve(filesOfRun({ run, written: writtenSteps(front), ...choices })),
    manifest: (run, written) => runManifest({ run, ...claim }, written),
  };
}

export type Verified =
  | {
      readonly kind: "same";
      readonly run: CompletedRun;
      readonly textChanged: boolean;
      readonly versionChanged: boolean;
    }
  | { readonly kind: "differs"; readonly problem: DataProblem }
  | { readonly kind: "refused"; readonly problems: readonly DataProblem[] };

export type OpenedEvidence =
  { readonly ok: true; readonly manifest: StoredManifest } | { readonly ok: false; readonly refused: Verified };

/** The folder as it lies there: is it a run of ours, and is every file what its manifest says? */
export function openEvidence(folder: string): OpenedEvidence {
  return opened(folder, runFiles.manifest, "run");
}

/** The same for the report of a run. */
export function openRunReport(folder: string, last: string): OpenedEvidence {
  return opened(folder, last, "run-report");
}

function opened(folder: string, last: string, kind: RunKind): OpenedEvidence {
  if (!existsSync(folder)) {
    return { ok: false, refused: { kind: "refused", problems: [unreadableRun(folder, "missing")] } };
  }
  const manifest = readManifest(folder, last, kind);
  if (manifest === undefined) {
    return { ok: false, refused: { kind: "refused", problems: [unreadableRun(folder, "not-a-run")] } };
  }
  const broken = brokenSeal(folder, manifest.files, last);
  return broken === undefined ? { ok: true, manifest } : { ok: false, refused: { kind: "differs", problem: broken } };
}

export async function verifyRun(request: VerifyRequest): Promise<Verified> {
  const { folder, manifest, program, front } = request;
  const data = dataFile(request);
  if (data === undefined) return { kind: "refused", problems: [dataNotFound(manifest.choices.data)] };
  const hash = checksumOf(data);
  if (typeof hash !== "string") return { kind: "refused", problems: [hash] };
  if (hash !== manifest.dataSha256) return { kind: "differs", problem: otherData(data) };
  const changed = changedTexts(manifest, program, front);
  if (meaningHash(program) !== manifest.meaningHash) {
    return { kind: "differs", problem: otherMeaning(folder, program.main, changed) };
  }
  const { thread, made } = request;
  const { keepsRecords } = made;
  const held = manifest.whole["supersedes"] === undefined ? {} : { groups: groupsThatFit("correcting") };
  const outcome = await run({ program, front, ...manifest.choices, data, keepsRecords, held, thread });
  switch (outcome.kind) {
    case "rejected":
      return { kind: "refused", problems: outcome.problems };
    case "too-many-refused":
    case "stopped":
      return { kind: "differs", problem: otherResult(folder, manifest.files[0]?.name ?? request.made.last, "") };
    case "completed": {
      const differs = await differsFrom(request, outcome, changed);
      if (differs !== undefined) return { kind: "differs", problem: differs };
      const versionChanged = !sameVersions(request, outcome);
      return { kind: "same", run: outcome, textChanged: changed.length > 0, versionChanged };
    }
  }
}

/** Named from where one stands, beside the folder, or where the user says. */
function dataFile({ data, manifest, folder }: VerifyRequest): string | undefined {
  if (data !== undefined) return data;
  const { data: name } = manifest.choices;
  return [name, join(dirname(resolve(folder)), name)].find((path) => existsSync(path));
}

function checksumOf(path: string): string | DataProblem {
  const opened = openFile(path);
  if (!opened.ok) return opened.problem;
  const { file } = opened;
  try {
    const buffer = Buffer.alloc(1 << 20);
    while (file.next(buffer, 0) > 0);
    const { sha256, problem } = file.finish();
    return problem ?? sha256;
  } finally {
    file.close();
  }
}

function changedTexts({ texts }: StoredManifest, program: Program, { workspace }: FrontEnd): readonly string[] {
  const now = new Map(
    workspace.files.map(({ path, text }) => [path, createHash("sha256").update(text).digest("hex")] as const),
  );
  const changed = texts.filter(({ path, sha256 }) => now.get(path) !== sha256).map(({ path }) => path);
  return changed.length > 0 || texts.length === textsOf(program, workspace.files).length ? changed : [program.main];
}

/** The files in order, then the manifest without what may differ although every amount is the same. */
async function differsFrom(
  { folder, manifest, made }: VerifyRequest,
  outcome: CompletedRun,
  changed: readonly string[],
): Promise<DataProblem | undefined> {
  const files = await made.files(outcome);
  const written = files.map(sealed);
  for (const [index, file] of files.entries()) {
    const now = written[index];
    const then = manifest.files.find(({ name }) => name === file.name);
    if (now !== undefined && then?.sha256 !== now.sha256) {
      return otherResult(folder, file.name, placeIn(folder, file, now));
    }
  }
  const fresh = jsonIn(manifestText(made.manifest(outcome, written)));
  const own = withoutCorrection(manifest.whole, made);
  const place = firstDifference(comparable(own, changed), comparable(fresh, changed));
  return place === undefined ? undefined : manifestDiffers(folder, place);
}

/** What a corrected run says beside every run is proved by itself: it needs the run that was corrected. */
function withoutCorrection(whole: StoredManifest["whole"], { last }: MadeAgain): StoredManifest["whole"] {
  if (last !== runFiles.manifest || whole["supersedes"] === undefined) return whole;
  const { files } = whole;
  const isOfCorrection = (file: unknown): boolean => isRecord(file) && isCorrectionFile(String(file["name"]));
  const rest = Object.entries(whole).filter(([key]) => key !== "supersedes" && key !== "correction");
  return {
    ...Object.fromEntries(rest),
    files: Array.isArray(files) ? files.filter((file: unknown) => !isOfCorrection(file)) : files,
  };
}

function placeIn(folder: string, { name, contents }: FileToWrite, fresh: WrittenFile): string {
  if (contents instanceof Uint8Array || !name.endsWith(".json")) return "";
  const path = join(folder, name);
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (Math.max(fresh.bytes, there?.size ?? 0) > greatestCompared) return "";
  const stored = there === undefined ? undefined : jsonIn(readFileSync(path, "utf8"));
  return firstDifference(stored, jsonIn(joined(contents))) ?? "";
}

/** Bytes of a document that is taken apart to say where it differs; of a greater one its name must do. */
const greatestCompared = 1 << 28;

/** Without versions, and without the texts where they changed but mean the same. */
function comparable(manifest: unknown, changed: readonly string[]): unknown {
  if (!isRecord(manifest)) return manifest;
  const mayDiffer = changed.length === 0 ? ["versions"] : ["versions", "texts", "run"];
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => !mayDiffer.includes(key)));
}

function sameVersions({ manifest, made }: VerifyRequest, outcome: CompletedRun): boolean {
  const fresh = jsonIn(manifestText(made.manifest(outcome, [])));
  return isRecord(fresh) && canonical(fresh["versions"]) === canonical(manifest.whole["versions"] ?? null);
}
