// What `avtal diff` does: finds what changed in meaning and, where there are episodes, what that is in kronor.

import { firstDayOfMonth } from "@avtal/runtime/calendar";
import { changesBetween, type ChangesFound } from "@avtal/replay/changes/changes";
import type { Side } from "@avtal/replay/changes/side";
import { compare, type CompareOutcome } from "@avtal/replay/compare/compare";
import type { Attribution, Comparison, Mode } from "@avtal/replay/compare/comparison";
import { changesJson, comparisonJson } from "@avtal/replay/compare/comparison-json";
import { mostUnits } from "@avtal/replay/compare/shapley";
import type { DataProblem } from "@avtal/replay/data-problem";
import { monthFromText } from "@avtal/replay/months";
import { unreadableOption } from "@avtal/replay/problems/asked";
import { unfitForWriting } from "@avtal/replay/write-whole";
import { shownPlace } from "@avtal/replay/shown-place";
import { counterfactualWithoutDay, tooManyChanges } from "@avtal/replay/problems/differences";
import { askedMonths } from "../asked-months.ts";
import { changesMarkdown, comparisonMarkdown } from "../changes-markdown.ts";
import { changesReport } from "../changes-report.ts";
import { comparisonReport } from "../comparison-report.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { progressOn } from "../progress.ts";
import { renderDataProblem } from "../render-problem.ts";
import { sayStyle } from "../say-style.ts";
import { sidesFrom } from "../sides.ts";
import type { Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";
import { askedComparison } from "./asked-comparison.ts";
import { chosenFrom, type ChosenOptions } from "./chosen.ts";
import { descriptionFrom } from "./description.ts";
import { writeDiffReport } from "./diff-report.ts";
import type { AskedOverData } from "./over-data.ts";
import { refuse } from "./refuse.ts";
import { refuseRun } from "./refuse-run.ts";

export interface DiffCommandOptions extends Omit<AskedOverData, "data">, ChosenOptions {
  readonly base?: string;
  readonly data?: string;
  readonly mode?: "counterfactual" | "in-force";
  readonly attribution: Attribution["method"];
  readonly chargedThrough?: string;
  readonly report?: string;
  readonly sweep?: string;
  readonly json?: true;
  readonly markdown?: true;
  readonly detailedExitcode?: true;
}

export async function diffCommand(
  [a, b]: readonly [string, string | undefined],
  options: DiffCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const charged = chargedThrough(options.chargedThrough);
  if (charged === undefined) {
    return refuse([unreadableOption("--charged-through", "--charged-through 2022-02")], terminal);
  }
  const sides = sidesFrom({ a, b, base: options.base, shared: chosenFrom(options) }, terminal);
  if (sides.kind === "problems") return refuse(sides.problems, terminal);
  if (sides.kind === "not-compiled") return exitCode.refused;
  const hasDay = sides.a.wording !== null || sides.b.wording !== null;
  const mode: Mode = options.mode ?? (hasDay ? "counterfactual" : "in-force");
  if (mode === "counterfactual" && !hasDay && options.mode !== undefined) {
    return refuse([counterfactualWithoutDay()], terminal);
  }
  const comparing = { a: sides.a, b: sides.b, mode, chargedThrough: charged };
  if (options.data === undefined) return showChanges(changesBetween(comparing), sides, options, terminal);
  return overData({ ...sides, typed: [a, b], mode, charged, data: options.data }, options, terminal);
}

/** Undefined where the month cannot be read; null where none was said. */
function chargedThrough(month: string | undefined): number | null | undefined {
  if (month === undefined) return null;
  const index = monthFromText(month);
  return index === undefined ? undefined : firstDayOfMonth(index + 1) - 1;
}

function showChanges(
  { changes }: ChangesFound,
  { a, b }: { readonly a: Side; readonly b: Side },
  options: DiffCommandOptions,
  terminal: Terminal,
): ExitCode {
  const names = { a: nameOf(a), b: nameOf(b) };
  if (options.json === true) terminal.out(changesJson(names.a, names.b, changes));
  else if (options.markdown === true) terminal.out(changesMarkdown(names, changes, terminal));
  else terminal.out(changesReport(names, changes, terminal));
  return options.detailedExitcode === true && changes.changes.length > 0 ? exitCode.differs : exitCode.ok;
}

function nameOf({ label, base }: Side): string {
  return base === null ? label : `${label} (${base})`;
}

interface OverData {
  readonly a: Side;
  readonly b: Side;
  readonly typed: readonly [string, string | undefined];
  readonly mode: Mode;
  readonly charged: number | null;
  readonly data: string;
}

async function overData(
  { a, b, typed, mode, charged, data }: OverData,
  options: DiffCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const months = askedMonths(options);
  const maxRefused = wholeNumber(options.maxRefused);
  const { description, problems } = descriptionFrom(options.columns, b.program);
  const wrong: readonly DataProblem[] = [
    ...(months === undefined ? [unreadableOption("--from, --to", "--from 2022-01 --to 2022-12")] : []),
    ...(maxRefused === undefined ? [unreadableOption("--max-refused", "--max-refused 10")] : []),
    ...problems,
    ...unfitFor(options.report),
    ...(options.sweep !== undefined && options.report === undefined
      ? [unreadableOption("--sweep", "--report ut --sweep tidsgräns=1,0..2,0:0,1")]
      : []),
  ];
  if (months === undefined || maxRefused === undefined || wrong.length > 0) return refuse(wrong, terminal);
  const progress = progressOn(terminal);
  progress.says({ sv: `Läser ${shownPlace(data)} och jämför`, en: `Reading ${shownPlace(data)} and comparing` });
  const outcome = await compare({
    a,
    b,
    mode,
    data,
    description,
    months,
    maxRefused,
    attribution: options.attribution,
    chargedThrough: charged,
    keepsGroups: options.report !== undefined,
  });
  progress.ends();
  const shown = show(outcome, { ...options, data, maxRefused: options.maxRefused }, terminal);
  if (options.report === undefined || outcome.kind !== "completed") return shown;
  const asked = askedComparison(typed, data, options, terminal.lang);
  return (await writeDiffReport(options.report, { outcome, a, b, asked }, terminal)) ?? shown;
}

function unfitFor(folder: string | undefined): readonly DataProblem[] {
  const unfit = folder === undefined ? undefined : unfitForWriting(folder);
  return unfit === undefined ? [] : [unfit];
}

function show(
  outcome: CompareOutcome,
  options: DiffCommandOptions & { readonly data: string },
  terminal: Terminal,
): ExitCode {
  switch (outcome.kind) {
    case "rejected":
      return refuse(outcome.problems, terminal);
    case "too-many-refused":
      return refuseRun(outcome, options, terminal);
    case "stopped":
      terminal.say(
        terminal.words({
          sv: `Sidan ${outcome.side.label} kan inte räknas.`,
          en: `The side ${outcome.side.label} cannot be computed.`,
        }),
      );
      return refuseRun(outcome.outcome, options, terminal);
    case "completed":
      return showComparison(outcome.comparison, options, terminal);
  }
}

function showComparison(comparison: Comparison, options: DiffCommandOptions, terminal: Terminal): ExitCode {
  const { method, parts } = comparison.attribution;
  const another = options.attribution === "shapley" && method === "both-ways";
  const warnings = [...comparison.a.run.warnings, ...(another ? [tooManyChanges(parts.length, mostUnits)] : [])];
  for (const warning of warnings) terminal.say(renderDataProblem(warning, sayStyle(terminal)));
  if (options.json === true) terminal.out(comparisonJson(comparison));
  else if (options.markdown === true) terminal.out(comparisonMarkdown(comparison, terminal));
  else terminal.out(comparisonReport(comparison, terminal));
  const differs = comparison.lines.some(({ difference }) => difference !== 0n);
  return options.detailedExitcode === true && differs ? exitCode.differs : exitCode.ok;
}
