// Small agreements written in a test, compiled with the problem tests' vocabulary and run on every target.

import { join } from "node:path";
import { compile } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import type { PlainRecord } from "@avtal/runtime/records";
import { kronorText } from "@avtal/runtime/money";
import { ratioText } from "@avtal/runtime/ratio";
import type { Completed, Evaluation, RunOptions, Step } from "@avtal/runtime/result";
import { columnsOf } from "../harness/columns-from-csv.ts";
import { folderWorkspace } from "../harness/folder-workspace.ts";
import { problemsText } from "../harness/problem-text.ts";
import { runOnEveryTarget } from "../harness/run-targets.ts";

const vocabulary = folderWorkspace([join(import.meta.dirname, "../problems/vocabulary")]);

/** What stands before the statements of a test: its own lines of the head, and the documents that it uses. */
export interface Head {
  readonly lines?: string;
  readonly uses?: string;
}

/** The agreement `prov`, in force from 2020 unless `lines` says otherwise, with ready days as `klara-dagar`. */
export function agreement(
  statements: string,
  { lines = inForceFrom2020, uses = "nationell; pris" }: Head = {},
): string {
  return `språk sv
överenskommelse prov "Prov"
${lines}
använder ${uses}
källa text "Prov"
begrepp klara-dagar i dagar kod ready_days
  = kalenderdagar från utskrivningsklar-datum (räknas inte) till utskrivningsdatum (räknas) enligt text 2
${statements}`;
}

const inForceFrom2020 = "gäller från och med 2020-01-01 tills vidare enligt text 1";

/** The lines of a rule that every charging rule needs and that few tests are about. */
export const perEpisode = `följer utskrivningsdatum
  per betalande-kommun och vårdtillfälle
  betalas av betalande-kommun till "Regionen"`;

export const rounded = `avrunda belopp till hela ören, halva uppåt enligt antagande "prov"`;

/** The program of `prov`; `texts` are the agreement and further documents. */
export function programOf(...texts: readonly string[]): Program {
  const files = texts.map((text, index) => ({ path: `prov-${index}.avtal`, text }));
  const workspace = { ...vocabulary, files: [...vocabulary.files, ...files] };
  const compilation = compile(workspace);
  if (compilation.kind === "rejected") throw new Error(problemsText(compilation.problems, workspace));
  const program = compilation.programs.get("prov");
  if (program === undefined) throw new Error("No program for prov");
  return program;
}

export const noOptions: RunOptions = { wording: null, readings: new Map(), events: new Map(), values: [] };

export function run(program: Program, records: readonly PlainRecord[], options: Partial<RunOptions> = {}): Evaluation {
  return runOnEveryTarget(program, columnsOf(program, records), { ...noOptions, ...options });
}

export function completed(
  program: Program,
  records: readonly PlainRecord[],
  options: Partial<RunOptions> = {},
): Completed {
  const evaluation = run(program, records, options);
  if (evaluation.kind === "stopped") throw new Error(`Stopped for want of ${evaluation.value}`);
  return evaluation;
}

/** An episode of Huddinge: ready at nine on `ready`, home at three on `home`. */
export function stay(id: string, ready: string, home: string, more: PlainRecord = {}): PlainRecord {
  return { id, municipality: "0126", ready_notice_at: `${ready}T09:00`, discharged_at: `${home}T15:00`, ...more };
}

/** Id and amount of each line. */
export function amounts(result: Completed): string[] {
  return result.lines.map((line) => `${line.id} ${kronorText(line.amount)}`);
}

/** The figures of every group of every statistic, by the group's period, payer and episode. */
export function figures(result: Completed): Record<string, Record<string, string>> {
  return Object.fromEntries(
    result.figures.map(({ keys, figures: steps }) => [
      [keys.period, keys.payer.code, keys.episode ?? ""].filter((part) => part !== "").join(" "),
      stepTexts(steps),
    ]),
  );
}

export function stepTexts(steps: readonly Step[]): Record<string, string> {
  return Object.fromEntries(steps.map(({ name, value }) => [name, stepText(value)]));
}

function stepText(value: Step["value"]): string {
  switch (value.kind) {
    case "quantity":
      return ratioText(value.exact);
    case "date":
      return `day ${value.day}`;
    case "text":
      return value.text;
    case "condition":
      return value.holds;
  }
}
