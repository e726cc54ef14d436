// Which episodes stand behind each group of a run, and what each of them brings into it.
// Rule: the run's own rules are asked once more, each record in a group of its own, so that a group is the sum of its
// members by construction; nothing is charged and no amount is made up for one episode.

import { descendants } from "@avtal/compiler/ir/children";
import type { Alternatives, Expr, Key, Program, Rule, RuleStep } from "@avtal/compiler/ir/ir";
import { evaluatorFor } from "@avtal/replay/evaluator";
import { stepShown } from "@avtal/replay/shown";
import type { Columns } from "@avtal/runtime/columns";
import type { Group, GroupKeys, Place, RunOptions, StepValue } from "@avtal/runtime/result";

export interface Member {
  /** Place among the columns. */
  readonly record: number;
  /** What it brings, as people read it: `7 dagar`; empty where the rule has nothing to say of one episode. */
  readonly brings: string;
  /** The same where it is whole days. */
  readonly days: number | null;
}

export interface Members {
  /** By `groupKey`; in the order of the data. */
  readonly of: ReadonlyMap<string, readonly Member[]>;
  /** By rule (`document.rule`): the word for what an episode brings, `utskrivningsklara-dagar`. */
  readonly word: ReadonlyMap<string, string>;
  /** By rule: the step that averages or counts the group's records. */
  readonly counts: ReadonlyMap<string, string>;
}

/** A group whatever its members: document, rule, payer, period, part and further keys, and its episode if it has one. */
export function groupKey({ place, keys }: { readonly place: Place; readonly keys: GroupKeys }): string {
  return keyWith(place, keys, keys.episode);
}

export function membersOf(program: Program, options: RunOptions, columns: Columns, groups: readonly Group[]): Members {
  const recordOf = new Map(columns.ids.map((id, record) => [id, record]));
  const of = new Map<string, Member[]>();
  const add = (key: string, id: string | null, value: StepValue | undefined): void => {
    const record = id === null ? undefined : recordOf.get(id);
    if (record === undefined) return;
    const member = { record, brings: value === undefined ? "" : stepShown(value), days: wholeDays(value) };
    const known = of.get(key);
    if (known === undefined) of.set(key, [member]);
    else known.push(member);
  };
  for (const group of groups) if (group.keys.episode !== null) add(groupKey(group), group.keys.episode, undefined);

  const shared = new Set(groups.filter(({ keys }) => keys.episode === null).map(({ place }) => ruleName(place)));
  if (shared.size > 0) {
    const alone = evaluatorFor(oneByOne(program, shared)).evaluate(columns, options);
    for (const { place, keys, steps } of alone.kind === "completed" ? alone.groups : []) {
      if (!shared.has(ruleName(place))) continue;
      add(keyWith(place, keys, null), keys.episode, steps[0]?.value);
    }
  }
  for (const members of of.values()) members.sort((a, b) => a.record - b.record);
  return { of, ...wordsOf(program, shared) };
}

export function ruleName({ document, rule }: Place): string {
  return `${document}.${rule}`;
}

function wholeDays(value: StepValue | undefined): number | null {
  if (value?.kind !== "quantity" || value.exact.under !== 1n) return null;
  return value.unit === "dagar" || value.unit === "vardagar" || value.unit === "dygn" ? Number(value.exact.over) : null;
}

function keyWith({ document, rule }: Place, keys: GroupKeys, episode: string | null): string {
  const { payer, period, part, others } = keys;
  return JSON.stringify([
    document,
    rule,
    payer.code,
    period,
    part?.from ?? "",
    episode ?? "",
    others.map((one) => one.value),
  ]);
}

/** The program with a group for each record in those rules, and of their steps only what records alone decide. */
function oneByOne(program: Program, shared: ReadonlySet<string>): Program {
  const rules = program.rules
    .filter(({ purpose }) => purpose.kind !== "statistic")
    .map((rule) =>
      shared.has(`${rule.document}.${rule.name}`) && rule.purpose.kind === "charge" ? alone(rule) : rule,
    );
  return { ...program, rules };
}

function alone(rule: Rule): Rule {
  const counts = rule.steps.find(isOfRecords)?.name;
  return {
    ...rule,
    keys: rule.keys.map(({ guard, it }) => ({ guard, it: [...it, episodeKey] })),
    steps: rule.steps.filter((step) => isOfRecords(step) && step.name === counts),
    chargedWhen: always({ kind: "truth", holds: "no" }),
    quantity: [],
  };
}

const episodeKey: Key = {
  name: "vårdtillfälle",
  code: "episode",
  role: "episode",
  kind: { kind: "text" },
  value: { kind: "text", text: "" },
};

function always(it: Expr): Alternatives<Expr> {
  return [{ guard: null, it }];
}

/** A step that counts or averages the group's records and reads no other step. */
function isOfRecords({ value }: RuleStep): boolean {
  const parts = descendants(value);
  return parts.some(({ kind }) => kind === "aggregate") && !parts.some(({ kind }) => kind === "step");
}

function wordsOf(program: Program, shared: ReadonlySet<string>): Pick<Members, "word" | "counts"> {
  const word = new Map<string, string>();
  const counts = new Map<string, string>();
  for (const rule of program.rules) {
    const name = `${rule.document}.${rule.name}`;
    const step = rule.steps.find(isOfRecords);
    if (step === undefined || !shared.has(name) || word.has(name)) continue;
    const counted = descendants(step.value).flatMap((part) =>
      part.kind === "aggregate" && part.of?.kind === "term" ? [part.of.term] : [],
    );
    const term = program.terms.find(({ id }) => id === counted[0]);
    word.set(name, term?.name ?? step.name);
    counts.set(name, step.name);
  }
  return { word, counts };
}
