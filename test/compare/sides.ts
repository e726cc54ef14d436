// The agreements of this repository as sides of a comparison, and sample files to compare them over.

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, type FrontEnd } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import { changesBetween, type ChangesFound } from "@avtal/replay/changes/changes";
import type { Side } from "@avtal/replay/changes/side";
import { compare, type CompareRequest } from "@avtal/replay/compare/compare";
import type { Comparison } from "@avtal/replay/compare/comparison";
import { allMonths } from "@avtal/replay/months";
import { plainDescription } from "@avtal/replay/read/description";
import { samplePayers } from "@avtal/replay/sample/payers";
import { writeSample } from "@avtal/replay/sample/write-sample";
import { dayFromText } from "@avtal/runtime/calendar";
import type { SourceFile } from "@avtal/compiler/source";
import { folderWorkspace } from "../harness/folder-workspace.ts";

export const agreements = join(import.meta.dirname, "../../agreements");

export interface CompiledAgreements {
  readonly front: FrontEnd;
  readonly programs: ReadonlyMap<string, Program>;
}

const known = new Map<string, CompiledAgreements>();

/** The agreements, some of their files changed: by path, old words and new ones. */
export function agreementsWith(
  edits: readonly { readonly file: string; readonly old: string; readonly words: string }[] = [],
): CompiledAgreements {
  const key = JSON.stringify(edits);
  const found = known.get(key);
  if (found !== undefined) return found;
  const workspace = folderWorkspace([agreements]);
  const files = workspace.files.map((file): SourceFile => edits.reduce(edited, file));
  const compilation = compile({ ...workspace, files });
  if (compilation.kind === "rejected") {
    throw new Error(compilation.problems.map(({ code, headline }) => `${code} ${headline.en}`).join("\n"));
  }
  const { front, programs } = compilation;
  known.set(key, { front, programs });
  return { front, programs };
}

function edited(
  file: SourceFile,
  edit: { readonly file: string; readonly old: string; readonly words: string },
): SourceFile {
  if (file.path !== edit.file) return file;
  if (!file.text.includes(edit.old)) throw new Error(`${edit.file} does not say ${edit.old}`);
  return { ...file, text: file.text.replace(edit.old, edit.words) };
}

export type SideChoice = Partial<Pick<Side, "readings" | "events" | "values">> & {
  readonly day?: string;
  readonly from?: CompiledAgreements;
  readonly base?: string;
};

export function sideOf(agreement: string, choice: SideChoice = {}): Side {
  const { front, programs } = choice.from ?? agreementsWith();
  const program = programs.get(agreement);
  if (program === undefined) throw new Error(`No agreement ${agreement}`);
  return {
    label: choice.day === undefined ? agreement : `${agreement}@${choice.day}`,
    base: choice.base ?? null,
    front,
    program,
    wording: choice.day === undefined ? null : (dayFromText(choice.day) ?? null),
    readings: choice.readings ?? new Map(),
    events: choice.events ?? new Map(),
    values: choice.values ?? [],
  };
}

export function changes(a: Side, b: Side, mode: "counterfactual" | "in-force" = "counterfactual"): ChangesFound {
  return changesBetween({ a, b, mode, chargedThrough: null });
}

export interface SampleChoice {
  readonly agreement: string;
  readonly episodes: number;
  readonly seed: number;
  /** Months since 0000-01. */
  readonly from: number;
  readonly through: number;
  readonly format?: "csv" | "parquet";
}

const folder = mkdtempSync(join(process.env["AVTAL_SAMPLES"] ?? tmpdir(), "compare-"));
let samples = 0;

/** A new file of made-up episodes. */
export async function sample(choice: SampleChoice): Promise<string> {
  const { programs } = agreementsWith();
  const program = programs.get(choice.agreement);
  const payers = samplePayers(program?.fields ?? [], program?.registers ?? [], choice.agreement);
  if (program === undefined || payers === undefined) throw new Error(`No sample for ${choice.agreement}`);
  samples += 1;
  const path = join(folder, `sample-${samples}.${choice.format ?? "csv"}`);
  const problem = await writeSample({ path, format: choice.format ?? "csv" }, choice, program.fields, payers);
  if (problem !== undefined) throw new Error(problem.code);
  return path;
}

export type ComparedChoice = Pick<CompareRequest, "a" | "b" | "mode" | "data"> & Partial<CompareRequest>;

export async function compared(choice: ComparedChoice): Promise<Comparison> {
  const outcome = await compare({
    description: plainDescription,
    months: allMonths,
    maxRefused: 0,
    attribution: "clause-order",
    chargedThrough: null,
    keepsGroups: true,
    ...choice,
  });
  if (outcome.kind === "completed") return outcome.comparison;
  throw new Error(outcome.kind === "stopped" ? `stopped at ${outcome.outcome.stopped.value}` : outcome.kind);
}
