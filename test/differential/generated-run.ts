// One generated agreement compiled, and run in several ways on every target; a difference is narrowed down before it is told.

import { expect } from "vitest";
import { compile } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import { isError } from "@avtal/compiler/problem";
import type { Workspace } from "@avtal/compiler/workspace";
import { dateText } from "@avtal/runtime/calendar";
import type { PlainRecord } from "@avtal/runtime/records";
import { whole } from "@avtal/runtime/ratio";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";
import { columnsOf } from "../harness/columns-from-csv.ts";
import { measureOnEveryTarget, runOnEveryTarget } from "../harness/run-targets.ts";
import { filesOf, type GeneratedAgreement } from "./generated-agreement.ts";
import type { Piece } from "./generated-draft.ts";
import { randomFrom, type Random } from "./generated-random.ts";
import { vocabulary } from "./generated-vocabulary.ts";

/** The programs of a text, or the codes of the errors that keep it from having any. */
export type Compiled =
  | { readonly kind: "accepted"; readonly program: Program; readonly workspace: Workspace }
  | { readonly kind: "rejected"; readonly codes: readonly string[] };

export function compiled(pieces: readonly Piece[]): Compiled {
  const workspace = { ...vocabulary, files: [...vocabulary.files, ...filesOf(pieces)] };
  const compilation = compile(workspace);
  const program = compilation.kind === "accepted" ? compilation.programs.get("prov") : undefined;
  if (program !== undefined) return { kind: "accepted", program, workspace };
  return { kind: "rejected", codes: compilation.problems.filter(isError).map(({ code }) => code) };
}

/** A way to run an agreement, with a name for the report of a difference. */
export interface NamedRun {
  readonly name: string;
  readonly options: RunOptions;
}

/** In force; one counterfactual wording; one other reading; an event and values supplied; and two of these at once. */
export function runsOf(agreement: GeneratedAgreement, program: Program, seed: number, index: number): NamedRun[] {
  const random = randomFrom(seed ^ 0x5bd1e995, index);
  const wording = random.pick([
    "2020-01-16",
    "2020-03-16",
    "2020-07-01",
    ...program.wordings.map(({ day }) => dateText(day)),
  ]);
  const question = agreement.questions.length === 0 ? undefined : random.pick(agreement.questions);
  const readings = new Map(question === undefined ? [] : [[question.name, random.pick(question.readings)]]);
  const events = new Map(agreement.events.map((name) => [name, eventDay(random)]));
  const values = [...agreement.values].map(([value, exact]) => ({
    value,
    from: random.chance(30) ? "2020-03-16" : null,
    exact: whole(exact),
  }));
  return [
    { name: "in force", options: plain },
    { name: `as of ${wording}`, options: { ...plain, wording } },
    ...(readings.size === 0 ? [] : [{ name: "another reading", options: { ...plain, readings } }]),
    ...(events.size === 0 ? [] : [{ name: "events supplied", options: { ...plain, events } }]),
    ...(values.length === 0 ? [] : [{ name: "values supplied", options: { ...plain, values } }]),
    ...(random.chance(30) ? [{ name: "all at once", options: { wording, readings, events, values } }] : []),
  ];
}

const plain: RunOptions = { wording: null, readings: new Map(), events: new Map(), values: [] };

function eventDay(random: Random): string | null {
  return random.pick([null, "2020-01-01", "2020-03-16", "2020-03-29", "2021-01-01"]);
}

/** The smallest agreement and episodes, found by leaving things out, on which the targets still differ. */
export function narrowed(
  pieces: readonly Piece[],
  records: readonly PlainRecord[],
  options: RunOptions,
): { readonly pieces: readonly Piece[]; readonly records: readonly PlainRecord[] } {
  let left = { pieces, records };
  for (let round = 0; round < 3; round += 1) {
    const fewer = withoutOneByOne(left.records, (rest) => differs(left.pieces, rest, options));
    const smaller = withoutOneByOne(left.pieces, (rest) => differs(rest, fewer, options));
    const shorter = smaller.reduce((now, piece) => withoutLines(now, piece, fewer, options), smaller);
    if (shorter.length === left.pieces.length && fewer.length === left.records.length && round > 0) break;
    left = { pieces: shorter, records: fewer };
  }
  return left;
}

function withoutOneByOne<T>(all: readonly T[], still: (rest: readonly T[]) => boolean): readonly T[] {
  return all.reduce((now, one) => {
    const rest = now.filter((each) => each !== one);
    return still(rest) ? rest : now;
  }, all);
}

/** The same pieces with every line of one left out that is not needed for the difference. */
function withoutLines(
  pieces: readonly Piece[],
  piece: Piece,
  records: readonly PlainRecord[],
  options: RunOptions,
): readonly Piece[] {
  const put = (lines: readonly string[]): readonly Piece[] =>
    pieces.map((each) => (each === piece ? { ...piece, text: lines.join("\n") } : each));
  return put(withoutOneByOne(piece.text.split("\n"), (rest) => differs(put(rest), records, options)));
}

function differs(pieces: readonly Piece[], records: readonly PlainRecord[], options: RunOptions): boolean {
  const result = compiled(pieces);
  if (result.kind === "rejected") return false;
  return runAndCompare(result.program, records, options).kind === "different";
}

/** What all targets say, or how they differ. */
export type Comparison =
  { readonly kind: "same"; readonly evaluation: Evaluation } | { readonly kind: "different"; readonly how: string };

/** Runs on every target, measured values too. */
export function runAndCompare(program: Program, records: readonly PlainRecord[], options: RunOptions): Comparison {
  try {
    const columns = columnsOf(program, records);
    const evaluation = runOnEveryTarget(program, columns, options);
    for (const { id } of program.measured) measureOnEveryTarget(program, id, columns, options);
    return { kind: "same", evaluation };
  } catch (error) {
    return { kind: "different", how: toldBy(error) };
  }
}

/** Records in = in a rule + not charged + undecided (none is refused: the generator keeps to what a reader takes). */
export function expectEveryRecordOnce(evaluation: Evaluation, count: number): void {
  if (evaluation.kind === "stopped") return;
  const { inRule, notCharged, undecided } = evaluation.accounting;
  expect(inRule + notCharged + undecided).toBe(count);
}

/** The message of an error and, of a failed comparison, the lines that differ. */
function toldBy(error: unknown): string {
  if (!(error instanceof Error)) return "Something that is no error was thrown";
  if (!("actual" in error && "expected" in error)) return error.stack ?? error.message;
  const [actual, expected] = [plainText(error.actual), plainText(error.expected)];
  const gone = expected.filter((line) => !actual.includes(line)).map((line) => `  interpreter: ${line}`);
  const come = actual.filter((line) => !expected.includes(line)).map((line) => `  evaluator:   ${line}`);
  return [error.message, ...gone.slice(0, 12), ...come.slice(0, 12)].join("\n");
}

function plainText(value: unknown): string[] {
  const written = JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part), 1);
  return String(written).split("\n");
}
