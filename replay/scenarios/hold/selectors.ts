// What tells lines, groups and figures apart in an expectation, held against payers, rules and episodes that exist.

import type { Expr, Program } from "@avtal/compiler/ir/ir";
import { dayFromText } from "@avtal/runtime/calendar";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { spelling } from "../../read/columns/spelling.ts";
import { unknownInResult } from "../problems/not-found.ts";
import { periodNotGivenSo } from "../problems/not-given-so.ts";
import type { PlainText } from "../read/plain.ts";
import type { WrittenSelectors } from "../read/written.ts";
import type { Named, Selector } from "../scenario.ts";
import type { Holding } from "./holding.ts";

/** Ids of the scenario's episodes. */
export type EpisodeIds = ReadonlySet<string>;

export function selectorFrom(written: WrittenSelectors, ids: EpisodeIds, holding: Holding): Selector {
  return {
    payer: written.payer === undefined ? null : payerFrom(written.payer, holding),
    period: written.period === undefined ? null : periodFrom(written.period, holding),
    rule: ruleFrom(written.rule, holding),
    episode: episodeFrom(written.episode, ids, holding),
    part: written.part === undefined ? null : partFrom(written.part, holding),
  };
}

/** A rule or a statistic by its name, in any version. */
export function ruleFrom(written: PlainText | undefined, { program, problems }: Holding): string | null {
  if (written === undefined) return null;
  const names = [...new Set(program.rules.map(({ name }) => name))];
  if (!names.includes(written.text)) problems.push(unknownInResult(written, "rule", names));
  return written.text;
}

export function episodeFrom(written: PlainText | undefined, ids: EpisodeIds, { problems }: Holding): string | null {
  if (written === undefined) return null;
  if (!ids.has(written.text)) problems.push(unknownInResult(written, "episode", [...ids]));
  return written.text;
}

function payerFrom(written: PlainText, { program, problems }: Holding): Named {
  const entries = program.registers.flatMap((register) => register.entries);
  const meant = entries.filter(({ code, name, alsoKnownAs }) =>
    [code, name, ...alsoKnownAs].some((known) => spelling(known) === spelling(written.text)),
  );
  const codes = new Set(meant.map(({ code }) => code));
  const outside = payersOutside(program);
  if (codes.size === 0 && !outside.some((name) => spelling(name) === spelling(written.text))) {
    const names = [...new Set([...entries.map(({ name }) => name), ...outside])].sort(byCodePoint);
    problems.push(unknownInResult(written, "payer", names));
  }
  return { name: written.text, codes };
}

/** Payers that rules name themselves, in no register; every text of a record where a rule takes its payer from one. */
function payersOutside(program: Program): string[] {
  const found: string[] = [];
  const walk = (expr: Expr): void => {
    if (expr.kind === "payer") found.push(expr.name ?? expr.code);
    if (expr.kind === "text") found.push(expr.text);
    if (expr.kind === "ofEpisode") walk(expr.of);
    if (expr.kind === "if") [expr.then, expr.otherwise].forEach(walk);
    if (expr.kind === "choose") expr.by.forEach(({ it }) => walk(it));
  };
  for (const { payer } of program.rules) payer.forEach(({ it }) => walk(it));
  return found;
}

function periodFrom(written: PlainText, { problems }: Holding): string {
  const isPeriod =
    /^\d{4}(?:-(?:0[1-9]|1[0-2])|-Q[1-4])?$/.test(written.text) || dayFromText(written.text) !== undefined;
  if (!isPeriod) problems.push(periodNotGivenSo(written.span, written.text));
  return written.text;
}

function partFrom(written: PlainText, { problems }: Holding): string {
  if (dayFromText(written.text) === undefined) problems.push(periodNotGivenSo(written.span, written.text));
  return written.text;
}
