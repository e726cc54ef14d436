// A real line of a run as a scenario: its episodes without ids and pseudonyms, and what each wording makes of them.
// Rule: the run is repeated first, so that the line is what the data give; the scenario passes `avtal test` as it is.

import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { FrontEnd } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import { nearest } from "@avtal/compiler/nearest";
import type { InvoiceLine } from "@avtal/runtime/result";
import { runOptions } from "../../asked-options.ts";
import type { DataProblem } from "../../data-problem.ts";
import { evaluatorFor } from "../../evaluator.ts";
import type { StoredManifest } from "../../evidence/read-manifest.ts";
import { runMadeAgain, verifyRun } from "../../evidence/verify-run.ts";
import { pick, within } from "../../months.ts";
import { unknownLine } from "../../problems/explained.ts";
import { lineIsProtected } from "../../problems/line-is-protected.ts";
import { lineNeedsOthers } from "../../problems/line-needs-others.ts";
import { isOfProtected, someIsProtected } from "../../protected-records.ts";
import { readEpisodes } from "../../read/episodes.ts";
import { scenarioTexts, type ScenarioText } from "../../witness/scenario.ts";
import { columnsOf } from "../../witness/confirm.ts";
import type { Side } from "../../witness/verdict.ts";
import { lineText } from "../run/outcome-text.ts";
import { episodesFrom } from "./episode-facts.ts";
import { isOf, recordsOfLine } from "./line-records.ts";

export interface LineRequest {
  /** Id of a line of the run. */
  readonly line: string;
  readonly folder: string;
  readonly manifest: StoredManifest;
  readonly program: Program;
  readonly front: FrontEnd;
  /** Where the data file lies now; undefined looks where it was named and beside the folder. */
  readonly data: string | undefined;
  readonly version: string;
}

export type FromLine =
  | { readonly kind: "scenario"; readonly scenario: ScenarioText; readonly episodes: number }
  | { readonly kind: "refused"; readonly problems: readonly DataProblem[] };

export async function scenarioFromLine(request: LineRequest): Promise<FromLine> {
  const { program, manifest, folder, front, version } = request;
  const verified = await verifyRun({ ...request, made: runMadeAgain(front, manifest, version) });
  if (verified.kind === "refused") return verified;
  if (verified.kind === "differs") return refused(verified.problem);
  const { lines } = verified.run.result;
  const asked = request.line.normalize("NFC");
  const line = lines.find(({ id }) => id === asked);
  if (line === undefined) {
    return refused(
      unknownLine(
        folder,
        nearest(
          asked,
          lines.map(({ id }) => id),
        ),
      ),
    );
  }
  const { description, months, asked: choices } = manifest.choices;
  const path = dataPath(request);
  const reading = await readEpisodes({ path, description, fields: program.fields, registers: program.registers });
  if (reading.kind === "refused") return { kind: "refused", problems: reading.problems };
  const { options } = runOptions(choices, program);
  const { evaluate } = evaluatorFor(program);
  const columns = within(reading.columns, months);
  const own = pick(
    columns,
    recordsOfLine(line, columns, (some) => evaluate(some, options)),
  );
  if (isOfProtected(line) || someIsProtected(own)) return refused(lineIsProtected(folder, line.id));
  return fromRecords(line, { program, options }, episodesFrom(own, program), folder);
}

function fromRecords(
  line: InvoiceLine,
  side: Side,
  episodes: ReturnType<typeof episodesFrom>,
  folder: string,
): FromLine {
  const columns = columnsOf(episodes, side.program);
  const evaluation = columns === undefined ? undefined : evaluatorFor(side.program).evaluate(columns, side.options);
  const isSame =
    evaluation?.kind === "completed" &&
    evaluation.lines.some((made) => made.amount === line.amount && isOf(withoutEpisode(made), withoutEpisode(line)));
  if (evaluation === undefined || !isSame) return refused(lineNeedsOthers(folder, line.id));
  const [scenario] = scenarioTexts(side, side, { in: "amounts", episodes, a: evaluation, b: evaluation, tried: 0 });
  if (scenario === undefined) throw new Error("A line without a scenario.");
  const who = line.keys.episode === null ? line : withoutEpisode(line);
  const name = `Som i en körning - ${lineText({ ...line, ...who }).sv}`.replaceAll(/[":{}[\]#]/gu, " ");
  const text = scenario.text.replace(/^ {2}- namn: .*$/mu, `  - namn: ${name}`);
  return { kind: "scenario", scenario: { ...scenario, text }, episodes: episodes.length };
}

/** An episode of the data has another name in the scenario. */
function withoutEpisode({ place, keys }: InvoiceLine): Pick<InvoiceLine, "place" | "keys"> {
  return { place, keys: { ...keys, episode: null } };
}

/** Where the repeated run has found the data. */
function dataPath({ data, manifest, folder }: LineRequest): string {
  const { data: name } = manifest.choices;
  return data ?? [name, join(dirname(resolve(folder)), name)].find((path) => existsSync(path)) ?? name;
}

function refused(problem: DataProblem): FromLine {
  return { kind: "refused", problems: [problem] };
}
