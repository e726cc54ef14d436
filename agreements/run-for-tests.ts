// Runs a few episodes over one of the agreements and says the lines in short: what the tests beside it are written in.

import { compile } from "@avtal/compiler/compile";
import { measure } from "@avtal/compiler/interpret/measure";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import { kronorText } from "@avtal/runtime/money";
import { ratioText } from "@avtal/runtime/ratio";
import type { PlainRecord } from "@avtal/runtime/records";
import type { Completed, Evaluation } from "@avtal/runtime/result";
import { optionsFromCase, type CaseOptions } from "../test/harness/case-options.ts";
import { columnsOf } from "../test/harness/columns-from-csv.ts";
import { folderWorkspace } from "../test/harness/folder-workspace.ts";
import { runOnBothTargets } from "../test/harness/run-targets.ts";

const compilation = compile(folderWorkspace([import.meta.dirname]));

/** One episode: what differs from one where every condition is met; `id` is its number. */
export type Episode = PlainRecord;

export function programOf(document: string): Program {
  if (compilation.kind === "rejected") throw new Error("The agreements do not compile.");
  const program = compilation.programs.get(document);
  if (program === undefined) throw new Error(`No document called ${document}`);
  return program;
}

export function run(document: string, episodes: readonly Episode[], options: CaseOptions = {}): Evaluation {
  const program = programOf(document);
  return runOnBothTargets(program, columnsFor(program, episodes), optionsFromCase(options, program));
}

/** What these episodes would give for a measured value, as a fraction: `13/4`. */
export function measured(document: string, name: string, episodes: readonly Episode[], options: CaseOptions): string {
  const program = programOf(document);
  const found = measure(
    program,
    `${document}.${name}`,
    columnsFor(program, episodes),
    optionsFromCase(options, program),
  );
  return found === undefined ? "absent" : ratioText(found);
}

export function completed(document: string, episodes: readonly Episode[], options: CaseOptions = {}): Completed {
  const evaluation = run(document, episodes, options);
  if (evaluation.kind === "stopped") throw new Error(`Stopped at ${evaluation.document}.${evaluation.value}`);
  return evaluation;
}

/** `0126 2022-04 genomsnitt 11160.00`, a line each. */
export function lines(document: string, episodes: readonly Episode[], options: CaseOptions = {}): string[] {
  return completed(document, episodes, options).lines.map(
    ({ keys, place, amount }) => `${keys.payer.code} ${keys.period} ${place.rule} ${kronorText(amount)}`,
  );
}

/** A stay of a number of ready days: told at nine on `notice`, home on `discharge` at three. */
export function stay(notice: string, discharge: string, more: Episode = {}): Episode {
  return { ready_notice_at: `${notice}T09:00`, discharged_at: `${discharge}T15:00`, ...more };
}

function columnsFor(program: Program, episodes: readonly Episode[]): Columns {
  const records = episodes.map((episode, index) => ({ ...everythingMet, id: `v-${index + 1}`, ...episode }));
  return columnsOf(program, records);
}

const everythingMet: Episode = {
  municipality: "0126",
  care_type: "somatic",
  hospital: "Sjukhuset",
  admitted_at: "2016-12-01T08:00",
  admission_notice_at: "2016-12-01T10:00",
  stay_estimate_at: "2016-12-01T10:00",
  care_contact: true,
  care_contact_needed: true,
  sip_needed: false,
  outpatient_unavailable: false,
  age_at_discharge: 80,
};
