// Who takes a record: the queue of rules, the rules on top of them, and the statistics that stand outside.
// Rule: what one rule takes the next does not see (docs/meaning.md, section 3).

import type { Id, Rule } from "@avtal/compiler/ir/ir";
import { offerDays, offerEpisode, type Offered, type Verdict } from "./offer.ts";
import type { RulePlan } from "./rule-plan.ts";
import type { Scope } from "./scope.ts";

/** What every rule said of one record, in the order in which they were asked. */
export interface Taking {
  readonly charging: readonly Answer[];
  readonly statistics: readonly Answer[];
}

export interface Answer extends Offered {
  readonly plan: RulePlan;
}

export function whoTakes(record: number, plans: readonly RulePlan[], outside: Scope): Taking {
  const scopeFor = (rule: Rule): Scope => ({ ...outside, record, document: rule.document });
  const queue = offerInTurn(record, plans.filter(isInQueue), scopeFor);
  return {
    charging: [...queue, ...offerOnTop(record, plans.filter(isOnTop), queue, scopeFor)],
    statistics: plans.filter(isStatistic).map((plan) => offerAll(plan, record, scopeFor(plan.rule), () => true)),
  };
}

export function isStatistic({ rule }: RulePlan): boolean {
  return rule.purpose.kind === "statistic";
}

function isOnTop(plan: RulePlan): boolean {
  return !isStatistic(plan) && plan.rule.onTopOf.length > 0;
}

function isInQueue(plan: RulePlan): boolean {
  return !isStatistic(plan) && plan.rule.onTopOf.length === 0;
}

/** One after another: an episode rule takes all that is left or nothing, a day rule takes days. */
function offerInTurn(record: number, plans: readonly RulePlan[], scopeFor: (rule: Rule) => Scope): Answer[] {
  const answers: Answer[] = [];
  const gone = new Set<number>();
  for (const plan of plans) {
    if (plan.rule.grain.kind === "episode" && gone.size > 0) continue;
    const answer = offerAll(plan, record, scopeFor(plan.rule), (day) => !gone.has(day));
    answers.push(answer);
    for (const { member } of answer.verdicts) if (member.day !== null) gone.add(member.day);
    if (answer.verdicts.some(({ member }) => member.day === null)) return answers;
  }
  return answers;
}

/** Each is offered what the rules that it names have taken; a rule on top may itself be named. */
function offerOnTop(
  record: number,
  plans: readonly RulePlan[],
  queue: readonly Answer[],
  scopeFor: (rule: Rule) => Scope,
): Answer[] {
  const answered = new Map<Id, Answer>();
  const takenBy = (id: Id): readonly Verdict[] => {
    const onTop = plans.find(({ rule }) => rule.id === id);
    const answers = onTop === undefined ? queue.filter(({ plan }) => plan.rule.id === id) : [ask(onTop)];
    return answers.flatMap(({ verdicts }) => verdicts.filter(({ taken }) => taken));
  };
  const ask = (plan: RulePlan): Answer => {
    const earlier = answered.get(plan.rule.id);
    if (earlier !== undefined) return earlier;
    const below = plan.rule.onTopOf.flatMap(takenBy);
    const isBelow = (day: number): boolean => below.some(({ member }) => member.day === null || member.day === day);
    const answer =
      below.length === 0
        ? { plan, verdicts: [], members: [], need: undefined, withoutDays: undefined }
        : offerAll(plan, record, scopeFor(plan.rule), isBelow);
    answered.set(plan.rule.id, answer);
    return answer;
  };
  return plans.map(ask);
}

function offerAll(plan: RulePlan, record: number, scope: Scope, isOffered: (day: number) => boolean): Answer {
  const offered =
    plan.rule.grain.kind === "episode"
      ? offerEpisode(plan.rule, record, scope)
      : offerDays(plan, record, scope, isOffered);
  return { plan, ...offered };
}
