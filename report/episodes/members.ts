// Which episodes stand behind each group of a run, and what each of them brings into it.
// Rule: the run's own rules are asked once more, each record in a group of its own, so that a group is the sum of its
// members by construction; nothing is charged and no amount is made up for one episode.

import { descendants } from "@avtal/compiler/ir/children";
import type { Alternatives, Expr, Key, Program, Rule, RuleStep } from "@avtal/compiler/ir/ir";
import { select } from "@avtal/compiler/ir/select";
import { dateText } from "@avtal/runtime/calendar";
import { evaluatorFor } from "@avtal/replay/evaluator";
import { stepShown } from "@avtal/replay/shown";
import { NO, type Columns } from "@avtal/runtime/columns";
import type { Part } from "@avtal/runtime/evaluate-part";
import { nameGroup } from "@avtal/runtime/group-keys";
import { groupAt, rowsThatCount, turnTo } from "@avtal/runtime/group-table";
import type { Group, RunOptions, StepValue } from "@avtal/runtime/result";
import type { RuleRun } from "@avtal/runtime/rule-run";
import type { RunState } from "@avtal/runtime/run-state";
import { groupNames, keysWithoutPart, ruleName, type Keyed } from "./group-names.ts";

export interface Member {
  /** Place among the columns. */
  readonly record: number;
  /** What it brings, as people read it: `7 dagar`; empty where the rule has nothing to say of one episode. */
  readonly brings: string;
  /** The same where it is whole days. */
  readonly days: number | null;
}

export interface Members {
  /** By the name of the group; in the order of the data. */
  readonly of: ReadonlyMap<string, readonly Member[]>;
  /** By rule (`document.rule`): the word for what an episode brings, `utskrivningsklara-dagar`. */
  readonly word: ReadonlyMap<string, string>;
  /** By rule: the step that averages or counts the group's records. */
  readonly counts: ReadonlyMap<string, string>;
}

export function membersOf(program: Program, options: RunOptions, columns: Columns, groups: readonly Group[]): Members {
  const of = new Map<string, Member[]>();
  const nameOf = groupNames({ groups });
  const add = (name: string, member: Member): void => {
    const known = of.get(name);
    if (known === undefined) of.set(name, [member]);
    else known.push(member);
  };
  const single = groups.filter(({ keys }) => keys.episode !== null);
  const recordOf = new Map(single.length === 0 ? [] : columns.ids.map((id, record) => [id, record]));
  for (const group of single) {
    const record = recordOf.get(group.keys.episode ?? "");
    if (record !== undefined) add(nameOf(group), { record, brings: "", days: null });
  }
  const shared = groups.filter(({ keys }) => keys.episode === null);
  const rules = new Set(shared.map(({ place }) => ruleName(place)));
  if (rules.size > 0) {
    const inParts = new Set(shared.filter(({ keys }) => keys.part !== null).map(({ place }) => ruleName(place)));
    const apart = select(oneByOne(program, { rules, inParts }), options);
    const part = evaluatorFor(apart).tally(columns, options);
    const brought = new Map<string, Pick<Member, "brings" | "days">>();
    for (const { group, alone } of part.stopped === null ? eachGroup(part, shared) : []) {
      for (const { record, value } of alone) add(nameOf(group), { record, ...broughtBy(value, brought) });
    }
  }
  for (const members of of.values()) members.sort((a, b) => a.record - b.record);
  return { of, ...wordsOf(program, rules) };
}

/** A record in a group of its own. */
interface Alone {
  readonly record: number;
  /** The first step of the group that it is by itself. */
  readonly value: StepValue | undefined;
}

/** Records of one version of a rule that are one group in the run. */
interface Together {
  readonly keyed: Keyed;
  /** A day on which one of its records was decided. */
  readonly day: number;
  readonly alone: Alone[];
}

/** Every shared group of the run with its records: a version of a rule has as many groups here as it has there. */
function* eachGroup(
  { rules, run }: Part<RunState>,
  shared: readonly Group[],
): Iterable<{ readonly group: Group; readonly alone: readonly Alone[] }> {
  const left = new Map<string, Group[]>();
  for (const group of shared) {
    const name = ruleName(group.place);
    const known = left.get(name);
    if (known === undefined) left.set(name, [group]);
    else known.push(group);
  }
  for (const rule of rules) {
    const ofName = left.get(ruleName(rule.rule.place));
    if (rule.rule.purpose !== "charge" || ofName === undefined) continue;
    const together = [...togetherIn(rule, run)];
    const own = byKeys(ofName.splice(0, together.length));
    for (const one of together) yield { group: groupOf(one, own), alone: one.alone };
  }
}

function togetherIn({ rule, groups, onDays }: RuleRun<RunState>, run: RunState): Iterable<Together> {
  const known = new Map<string, Together>();
  for (const row of rowsThatCount(groups)) {
    const group = groupAt(groups, row);
    const episode = group.keys.findLastIndex(({ role }) => role === "episode");
    const record = group.values[episode];
    if (record === undefined) continue;
    turnTo(groups, row);
    const { payer, steps } = rule.figures(run, group, notAskedFor);
    const values = group.values.toSpliced(episode, 1);
    const mark = `${group.keys.length} ${group.part} ${values.join(" ")}`;
    let together = known.get(mark);
    if (together === undefined) {
      const shared = { ...group, keys: group.keys.toSpliced(episode, 1), values };
      const place = { cuts: onDays.cuts(), siblings: new Map() };
      const { keys } = nameGroup(shared, payer, place, run, () => "");
      together = { keyed: { place: rule.place, keys }, day: group.firstDay, alone: [] };
      known.set(mark, together);
    }
    together.alone.push({ record, value: steps[0]?.value });
  }
  return known.values();
}

function byKeys(groups: readonly Group[]): ReadonlyMap<string, readonly Group[]> {
  const found = new Map<string, Group[]>();
  for (const group of groups) {
    const keys = JSON.stringify(keysWithoutPart(group));
    const alike = found.get(keys);
    if (alike === undefined) found.set(keys, [group]);
    else alike.push(group);
  }
  return found;
}

/** The group of the same keys; where a change of row divides them, the part that the day lies in. */
function groupOf({ keyed, day }: Together, groups: ReadonlyMap<string, readonly Group[]>): Group {
  const alike = groups.get(JSON.stringify(keysWithoutPart(keyed))) ?? [];
  const on = dateText(day);
  const found = alike.find(({ keys: { part } }) => part === null || (part.from <= on && on <= part.through));
  if (found === undefined)
    throw new Error(`A group of ${ruleName(keyed.place)} has records, but the run has no such group.`);
  return found;
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

function wholeDays(value: StepValue | undefined): number | null {
  if (value?.kind !== "quantity" || value.exact.under !== 1n) return null;
  return value.unit === "dagar" || value.unit === "vardagar" || value.unit === "dygn" ? Number(value.exact.over) : null;
}

interface Apart {
  /** Rules whose groups hold several records. */
  readonly rules: ReadonlySet<string>;
  /** Of these the rules in which a change of row divides a period: what divides them may be read by any step. */
  readonly inParts: ReadonlySet<string>;
}

/** The program with a group for each record in those rules. */
function oneByOne(program: Program, { rules, inParts }: Apart): Program {
  const apart = (rule: Rule): Rule => {
    const name = `${rule.document}.${rule.name}`;
    if (rule.purpose.kind !== "charge" || !rules.has(name)) return rule;
    return inParts.has(name) ? byEpisode(firstOfRecords(rule)) : byEpisode(ofRecordsAlone(rule));
  };
  return { ...program, rules: program.rules.filter(({ purpose }) => purpose.kind !== "statistic").map(apart) };
}

function byEpisode(rule: Rule): Rule {
  return { ...rule, keys: rule.keys.map(({ guard, it }) => ({ guard, it: [...it, episodeKey] })) };
}

/** Of its steps only what records alone decide. */
function ofRecordsAlone(rule: Rule): Rule {
  const counts = rule.steps.find(isOfRecords)?.name;
  return {
    ...rule,
    steps: rule.steps.filter((step) => isOfRecords(step) && step.name === counts),
    chargedWhen: always({ kind: "truth", holds: "no" }),
    quantity: [],
  };
}

/** Its steps with those first that records alone decide. */
function firstOfRecords(rule: Rule): Rule {
  const counts = rule.steps.find(isOfRecords)?.name;
  const isFirst = (step: RuleStep): boolean => isOfRecords(step) && step.name === counts;
  return { ...rule, steps: [...rule.steps.filter(isFirst), ...rule.steps.filter((step) => !isFirst(step))] };
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
