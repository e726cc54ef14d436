// Which episodes stand behind each group of a run, and what each of them brings into it.
// Rule: the run's own rules are asked once more, each record in a group of its own, so that a group is the sum of its
// members by construction; nothing is charged and no amount is made up for one episode.

import { descendants } from "@avtal/compiler/ir/children";
import type { Alternatives, Expr, Key, Program, Rule, RuleStep } from "@avtal/compiler/ir/ir";
import { evaluatorFor } from "@avtal/replay/evaluator";
import { stepShown } from "@avtal/replay/shown";
import { NO, type Columns } from "@avtal/runtime/columns";
import type { Part } from "@avtal/runtime/evaluate-part";
import { nameGroup } from "@avtal/runtime/group-keys";
import { groupsIn, turnTo } from "@avtal/runtime/group-table";
import type { Group, GroupKeys, Place, RunOptions, StepValue } from "@avtal/runtime/result";
import type { RunState } from "@avtal/runtime/run-state";

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
  const of = new Map<string, Member[]>();
  const add = (key: string, member: Member): void => {
    const known = of.get(key);
    if (known === undefined) of.set(key, [member]);
    else known.push(member);
  };
  const single = groups.filter(({ keys }) => keys.episode !== null);
  const recordOf = new Map(single.length === 0 ? [] : columns.ids.map((id, record) => [id, record]));
  for (const group of single) {
    const record = recordOf.get(group.keys.episode ?? "");
    if (record !== undefined) add(groupKey(group), { record, brings: "", days: null });
  }
  const shared = new Set(groups.filter(({ keys }) => keys.episode === null).map(({ place }) => ruleName(place)));
  if (shared.size > 0) {
    const part = evaluatorFor(oneByOne(program, shared)).tally(columns, options);
    const brought = new Map<string, Pick<Member, "brings" | "days">>();
    for (const { key, record, value } of part.stopped === null ? eachAlone(part, shared) : []) {
      add(key, { record, ...broughtBy(value, brought) });
    }
  }
  for (const members of of.values()) members.sort((a, b) => a.record - b.record);
  return { of, ...wordsOf(program, shared) };
}

interface Alone {
  /** Of the group in which the record is in the run. */
  readonly key: string;
  readonly record: number;
  readonly value: StepValue | undefined;
}

/** Every record that counts in these rules, with the first step of the group that it is by itself. */
function* eachAlone({ rules, run }: Part<RunState>, shared: ReadonlySet<string>): Iterable<Alone> {
  for (const { rule, groups, onDays } of rules) {
    if (rule.purpose !== "charge" || !shared.has(ruleName(rule.place))) continue;
    const names = new Map<string, string>();
    for (const group of groupsIn(groups)) {
      const episode = group.keys.findIndex(({ role }) => role === "episode");
      const record = group.values[episode];
      if (record === undefined) continue;
      turnTo(groups, group.row);
      const { payer, steps } = rule.figures(run, group, notAskedFor);
      const values = group.values.toSpliced(episode, 1);
      const mark = `${group.keys.length} ${group.part} ${payer?.value ?? ""} ${values.join(" ")}`;
      let key = names.get(mark);
      if (key === undefined) {
        const together = { ...group, keys: group.keys.toSpliced(episode, 1), values };
        const place = { cuts: onDays.cuts(), siblings: new Map() };
        key = keyWith(rule.place, nameGroup(together, payer, place, run, () => "").keys, null);
        names.set(mark, key);
      }
      yield { key, record, value: steps[0]?.value };
    }
  }
}

/** Months before decide what is charged, and here nothing is. */
function notAskedFor(): number {
  return NO;
}

/** Most episodes bring one of a few numbers of days. */
function broughtBy(
  value: StepValue | undefined,
  known: Map<string, Pick<Member, "brings" | "days">>,
): Pick<Member, "brings" | "days"> {
  if (value === undefined) return { brings: "", days: null };
  if (value.kind !== "quantity") return { brings: stepShown(value), days: null };
  const mark = `${value.exact.over}/${value.exact.under} ${value.unit}`;
  const found = known.get(mark) ?? { brings: stepShown(value), days: wholeDays(value) };
  known.set(mark, found);
  return found;
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
