// The account of every record: in a rule, not charged with the reason, or undecided with what was missing.
// Rule: every record is in exactly one (docs/meaning.md 3.11).

import type { Accounting, NotCharged, Undecided } from "@avtal/runtime/result";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Rule } from "@avtal/compiler/ir/ir";
import type { Run } from "@avtal/compiler/ir/run";
import type { Reason } from "./judge.ts";
import type { Taking } from "./who-takes.ts";

export type RecordAccount =
  | { readonly kind: "inRule" }
  | { readonly kind: "notCharged"; readonly reason: Reason; readonly rule: Rule | null }
  | { readonly kind: "undecided"; readonly undecided: Undecided };

export interface Account {
  readonly notCharged: readonly NotCharged[];
  readonly undecided: readonly Undecided[];
  readonly accounting: Accounting;
}

/** First match: undecided by any rule, in a rule, else not charged with the first reason met, or for want of days. */
export function accountFor(id: string, { charging }: Taking): RecordAccount {
  const verdicts = charging.flatMap((answer) => answer.verdicts);
  for (const { rule, standing } of verdicts) {
    if (standing.kind !== "undecided") continue;
    const { document, name } = rule;
    const ofRule = verdicts.filter((other) => other.rule === rule).map((other) => other.standing);
    const missing = ofRule.flatMap((each) => (each.kind === "undecided" ? each.missing : []));
    return { kind: "undecided", undecided: { id, missing: sortedOnce(missing), document, rule: name } };
  }
  if (verdicts.some(({ standing }) => standing.kind === "counts")) return { kind: "inRule" };
  for (const { rule, standing } of verdicts) {
    if (standing.kind === "notCharged") return { kind: "notCharged", reason: standing.reason, rule };
  }
  for (const { plan, withoutDays } of charging) {
    if (withoutDays !== undefined) return { kind: "notCharged", reason: withoutDays, rule: plan.rule };
  }
  return { kind: "notCharged", reason: { says: "ingen regel gäller", clause: "" }, rule: null };
}

export function totalAccount(accounts: readonly RecordAccount[], run: Run): Account {
  const undecided = accounts.flatMap((account) => (account.kind === "undecided" ? [account.undecided] : []));
  const accounting: Accounting = {
    recordsIn: accounts.length,
    inRule: accounts.filter(({ kind }) => kind === "inRule").length,
    notCharged: accounts.filter(({ kind }) => kind === "notCharged").length,
    undecided: undecided.length,
    refused: 0,
  };
  const account = { notCharged: byReason(accounts, run), undecided, accounting };
  assertAddsUp(account);
  return account;
}

/** In the order of documents and rules, then by clause and reason; what no rule took comes last. */
function byReason(accounts: readonly RecordAccount[], run: Run): NotCharged[] {
  const found = new Map<string, { readonly order: number; readonly entry: NotCharged }>();
  for (const account of accounts) {
    if (account.kind !== "notCharged") continue;
    const { reason, rule } = account;
    const order = rule === null ? Infinity : run.program.rules.indexOf(rule);
    const place = { document: rule?.document ?? run.program.main, rule: rule?.name ?? "", clause: reason.clause };
    const key = JSON.stringify([order, reason.clause, reason.says]);
    const records = (found.get(key)?.entry.records ?? 0) + 1;
    found.set(key, { order, entry: { reason: reason.says, ...place, records } });
  }
  return [...found.values()]
    .sort(
      (a, b) =>
        (a.order === b.order ? 0 : a.order - b.order) ||
        byCodePoint(a.entry.clause, b.entry.clause) ||
        byCodePoint(a.entry.reason, b.entry.reason),
    )
    .map(({ entry }) => entry);
}

function assertAddsUp({ notCharged, undecided, accounting }: Account): void {
  const { recordsIn, inRule, refused } = accounting;
  const reasons = notCharged.reduce((sum, entry) => sum + entry.records, 0);
  const adds = recordsIn === inRule + accounting.notCharged + accounting.undecided + refused;
  if (!adds || reasons !== accounting.notCharged || undecided.length !== accounting.undecided) {
    throw new Error(`The account does not add up: ${JSON.stringify(accounting)}`);
  }
}

function sortedOnce(names: readonly string[]): string[] {
  return [...new Set(names)].sort(byCodePoint);
}
