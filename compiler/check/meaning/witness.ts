// A record that two rules both take, found and then held against the interpreter: proof, not suspicion.
// Rule: everything that the two rules do not need is left out of it.

import { dateText } from "@avtal/runtime/calendar";
import type { Columns } from "@avtal/runtime/columns";
import type { RunOptions } from "@avtal/runtime/result";
import { offerDays, offerEpisode } from "../../interpret/offer.ts";
import type { RulePlan } from "../../interpret/rule-plan.ts";
import type { Scope } from "../../interpret/scope.ts";
import type { Program, Rule } from "../../ir/ir.ts";
import { changeDays, spanEnds } from "../../ir/reads.ts";
import { runOf, type Run } from "../../ir/run.ts";
import { candidateRecords, columnsOf, dayAt, type CandidateRecord, type Making } from "./candidates.ts";
import type { Domains } from "./domains.ts";
import type { Case } from "./formula.ts";
import { decidingFields } from "./record-fields.ts";

export interface Witness {
  readonly record: CandidateRecord;
  /** Readings and events under which both take it, where they are not what the text says already. */
  readonly readings: ReadonlyMap<string, string>;
  readonly events: ReadonlyMap<string, string | null>;
}

/** Records tried for each case. */
const tries = 60;

export function witnessOf(
  pair: readonly [Rule, Rule],
  given: Case,
  domains: Domains,
  program: Program,
): Witness | undefined {
  const making: Making = { program, deciding: decidingFields(pair, program), given, domains };
  const events = eventsIn(given, domains, program);
  const options: RunOptions = { wording: null, readings: given.readings, events, values: [] };
  const run = runOf(program, options);
  const plans = pair.map((rule): RulePlan => ({
    rule: { ...rule, requires: [], keys: [] },
    cuts: [],
    endChanges: changeDays(spanEnds(rule), run),
  }));
  const records = candidateRecords(tries, making);
  const found = records.find((_, index) => bothTake(index, records, plans, run, making));
  if (found === undefined) return undefined;
  const record = smallest(found, (smaller) => bothTake(0, [smaller], plans, run, making));
  return { record, readings: unlikeChosen(given.readings, program), events: unlikeStated(events, program) };
}

function bothTake(
  record: number,
  records: readonly CandidateRecord[],
  plans: readonly RulePlan[],
  run: Run,
  { deciding }: Making,
): boolean {
  const episodes = columnsOf([records[record] ?? new Map()], deciding.fields);
  const [first, second] = plans.map((plan) => daysTaken(plan, run, episodes));
  if (first === undefined || second === undefined) return false;
  if (first === "all" || second === "all") return first.length > 0 && second.length > 0;
  return first.some((day) => second.includes(day));
}

/** The days of the one record that a rule takes, or all of it. */
function daysTaken({ rule, ...plan }: RulePlan, run: Run, episodes: Columns): "all" | readonly number[] {
  const scope: Scope = { run, episodes, document: rule.document, own: null, record: 0, day: null, group: null };
  const { verdicts } =
    rule.grain.kind === "episode" ? offerEpisode(rule, 0, scope) : offerDays({ rule, ...plan }, 0, scope, () => true);
  const taken = verdicts.filter((verdict) => verdict.taken);
  if (rule.grain.kind === "episode") return taken.length > 0 ? "all" : [];
  return taken.flatMap(({ member }) => (member.day === null ? [] : [member.day]));
}

function smallest(record: CandidateRecord, still: (record: CandidateRecord) => boolean): CandidateRecord {
  let smaller = record;
  const optionalFirst = [...record.keys()].sort((a, b) => Number(b.optional) - Number(a.optional));
  for (const field of optionalFirst) {
    const without = new Map([...smaller].filter(([other]) => other !== field));
    if (still(without)) smaller = without;
  }
  return smaller;
}

function eventsIn(given: Case, domains: Domains, { events }: Program): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  for (const { id } of events) {
    const value = given.values.get(`{"event":${JSON.stringify(id)},"kind":"eventDate"}`);
    if (value?.kind === "never") found.set(id, null);
    const [day] = value === undefined ? [] : dayAt(value, domains);
    if (day !== undefined) found.set(id, dateText(day));
  }
  return found;
}

function unlikeChosen(readings: Case["readings"], { questions }: Program): ReadonlyMap<string, string> {
  const unlike = [...readings].filter(([id, reading]) => {
    const chosen = questions.find((question) => question.id === id)?.chosen ?? [];
    return !chosen.some((choice) => choice.reading === reading);
  });
  return new Map(unlike);
}

function unlikeStated(
  events: ReadonlyMap<string, string | null>,
  program: Program,
): ReadonlyMap<string, string | null> {
  const unlike = [...events].filter(([id, day]) => {
    const state = program.events.find((event) => event.id === id)?.state;
    return state?.kind === "happened" ? dateText(state.day) !== day : !(state?.kind === "notYet" && day === null);
  });
  return new Map(unlike);
}
