// Rules that take over another rule's lines: `regel R som lbk.vårddygn`.
// Rule: a line of the same kind written here replaces the other rule's; the lines taken over keep the scope of the
// document that they were written in. What stands before or on top of what is not taken over: that concerns its own document.

import type { Problem } from "../problem.ts";
import type { Document, Documents, Guard, GuardedLine, RuleText } from "./document.ts";
import type { Name, RuleLine } from "../syntax/ast.ts";
import { rankOf, slotOf } from "./line-slots.ts";
import { ruleLikeItself } from "./problems/rule-like-itself.ts";
import { shared } from "./timeline.ts";

export function withLinesTakenOver(documents: Documents, problems: Problem[]): Documents {
  const taking: Taking = { documents, problems, done: new Map(), open: [] };
  return new Map(
    [...documents].map(([name, document]) => [
      name,
      { ...document, rules: document.rules.flatMap((rule) => wholeRule(rule, document, taking)) },
    ]),
  );
}

interface Taking {
  readonly documents: Documents;
  readonly problems: Problem[];
  readonly done: Map<RuleText, readonly RuleText[]>;
  /** The rules that are being put together, to see a circle. */
  readonly open: RuleText[];
}

function wholeRule(rule: RuleText, document: Document, taking: Taking): readonly RuleText[] {
  const { like } = rule.statement;
  const known = taking.done.get(rule);
  if (known !== undefined) return known;
  if (like === undefined) return [rule];
  if (taking.open.includes(rule)) {
    taking.problems.push(ruleLikeItself(like));
    return [];
  }
  taking.open.push(rule);
  const others = takenFrom(like, document, taking);
  taking.open.pop();
  const joinedWith = others.flatMap((other) => joined(rule, other, document));
  // Without a rule to take over there is none; that it is unknown or leads back here is said elsewhere. Where it only
  // does not stand in the same days, the own lines are left, and what they lack is said.
  const whole = others.length > 0 && joinedWith.length === 0 ? [rule] : joinedWith;
  taking.done.set(rule, whole);
  return whole;
}

/** The versions of the rule that is taken over; its own document comes first, then those that it uses. */
function takenFrom(like: Name, document: Document, taking: Taking): readonly RuleText[] {
  const places = like.document === undefined ? [document.name, ...document.uses] : [like.document];
  for (const place of places) {
    const other = taking.documents.get(place);
    const rules = other?.rules.filter((rule) => rule.name === like.text && rule.guard === undefined) ?? [];
    if (other !== undefined && rules.length > 0) return rules.flatMap((rule) => wholeRule(rule, other, taking));
  }
  return [];
}

function joined(rule: RuleText, other: RuleText, document: Document): readonly RuleText[] {
  const days = shared(rule.days, other.days);
  if (days === undefined) return [];
  const lines: GuardedLine<RuleLine>[] = [];
  const placed = new Set<GuardedLine<RuleLine>>();
  for (const taken of other.lines) {
    if (taken.line.kind === "insteadOf" || taken.line.kind === "onTopOf") continue;
    const own = rule.lines.filter((line) => slotOf(line.line) === slotOf(taken.line));
    if (own.length === 0) {
      lines.push(taken);
      continue;
    }
    const rest = restOf(taken.guard, own, document);
    if (rest !== "never") lines.push({ ...taken, guard: rest });
    for (const line of own) {
      if (!placed.has(line)) lines.push(line);
      placed.add(line);
    }
  }
  for (const line of rule.lines) {
    if (placed.has(line)) continue;
    const last = lines.findLastIndex((earlier) => rankOf(earlier.line) <= rankOf(line.line));
    lines.splice(last + 1, 0, line);
  }
  return [{ ...rule, days, lines }];
}

/** Under which readings of the own document the line taken over still stands, because nothing replaces it there. */
function restOf(
  taken: Guard | undefined,
  own: readonly GuardedLine<RuleLine>[],
  document: Document,
): Guard | undefined | "never" {
  const first = own[0]?.guard;
  if (first === undefined || own.some((line) => line.guard?.question !== first.question)) return "never";
  const question = document.questions.get(first.question);
  const replaced = new Set(own.flatMap((line) => line.guard?.readings ?? []));
  const readings = question?.readings.filter((reading) => !replaced.has(reading)) ?? [];
  if (readings.length === 0) return "never";
  return taken === undefined ? { document: document.name, question: first.question, readings } : taken;
}
