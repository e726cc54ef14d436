// Offers one record to one rule: what the rule takes of it, and what becomes of what it takes.
// Rule: a rule that is not in force, or whose scope is no, has not seen the record; doubt about either leaves it undecided.

import { NO, NOT_KNOWN, YES } from "@avtal/runtime/columns";
import { and, type Truth } from "@avtal/runtime/kleene";
import { holds, pick } from "@avtal/compiler/ir/in-force";
import type { Expr, Rule } from "@avtal/compiler/ir/ir";
import { absentFacts } from "./absent-facts.ts";
import { truthIn } from "./evaluate.ts";
import { clauseText, judge, type Reason, type Standing } from "./judge.ts";
import type { Need } from "./needs.ts";
import { ofMember, type Member, type Scope } from "./scope.ts";
import { followed, type Followed } from "./follows.ts";
import type { RulePlan } from "./rule-plan.ts";
import { spanOf, type Span } from "./span-days.ts";

/** What one rule says of one record, or of one of its days. */
export interface Verdict {
  readonly rule: Rule;
  readonly member: Member;
  /** False where it could not even be told whether the rule takes it. */
  readonly taken: boolean;
  readonly standing: Standing;
}

export interface Offered {
  readonly verdicts: readonly Verdict[];
  /** Everything that the rule was asked about, taken or not. */
  readonly members: readonly Member[];
  /** A value that nobody knows and without which the days of the record cannot be told. */
  readonly need: Need | undefined;
  /** Why a day rule that is about the record has no day of it to charge. */
  readonly withoutDays: Reason | undefined;
}

/** The whole episode to an episode rule. `scope` is that of the record, without a decision day. */
export function offerEpisode(rule: Rule, record: number, scope: Scope): Offered {
  const follow = followed(rule, scope);
  const member: Member = { record, day: null, own: follow.day };
  const verdict = verdictOn(rule, member, follow, scope);
  return {
    verdicts: verdict === undefined ? [] : [verdict],
    members: [member],
    need: undefined,
    withoutDays: undefined,
  };
}

/** The days of its span that `isOffered` leaves, to a day rule. */
export function offerDays(plan: RulePlan, record: number, scope: Scope, isOffered: (day: number) => boolean): Offered {
  const { rule } = plan;
  const span = spanOf(plan, scope);
  const atEnds: Member = { record, day: null, own: span.own };
  const isOutside = (span.days === null || span.need !== undefined) && isAbout(rule, ofMember(atEnds, scope)) === NO;
  if (isOutside) return { verdicts: [], members: [], need: undefined, withoutDays: undefined };
  if (span.days === null) {
    const verdicts = [undecided(rule, atEnds, span.missing)];
    return { verdicts, members: [], need: span.need, withoutDays: undefined };
  }

  const asked = span.days.filter(isOffered).map((day) => {
    const follow = followed(rule, { ...scope, day });
    const member: Member = { record, day, own: follow.day };
    return { member, verdict: verdictOn(rule, member, follow, scope) };
  });
  return {
    verdicts: asked.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict])),
    members: asked.map(({ member }) => member),
    need: span.need,
    withoutDays: reasonWithoutDays(plan, span, scope),
  };
}

function reasonWithoutDays({ rule }: RulePlan, { withoutDays }: Span, scope: Scope): Reason | undefined {
  if (withoutDays === null || isAbout(rule, { ...scope, ...withoutDays }) !== YES) return undefined;
  return { says: "inga dygn att betala", clause: clauseText(rule.clause, scope) };
}

function verdictOn(rule: Rule, member: Member, follow: Followed, scope: Scope): Verdict | undefined {
  const there = ofMember(member, scope);
  const about = isAbout(rule, there);
  if (about === NO) return undefined;
  if (follow.day === null)
    return undecided(rule, member, absentFacts(follow.by === undefined ? [] : [follow.by], there));
  if (about === NOT_KNOWN) return undecided(rule, member, absentFacts(decidingExprs(rule, there), there));
  const standing = judge(rule, there);
  scope.observe?.({ kind: "took", rule, standing: standing.kind });
  return { rule, member, taken: true, standing };
}

/** Whether the rule exists under the chosen readings, is in force with its document, and has the record in its scope. */
function isAbout(rule: Rule, scope: Scope): Truth {
  if (!rule.guards.every((guard) => holds(guard, scope.own, scope.run))) return NO;
  return decidingExprs(rule, scope)
    .map((expr) => truthIn(expr, scope))
    .reduce(and, YES);
}

function decidingExprs(rule: Rule, { own, run }: Scope): Expr[] {
  const parts = [run.documentOf(rule.document).inForce, pick(rule.inForce, own, run), pick(rule.scope, own, run)];
  return parts.filter((part) => part !== undefined);
}

function undecided(rule: Rule, member: Member, missing: readonly string[]): Verdict {
  return { rule, member, taken: false, standing: { kind: "undecided", missing } };
}
