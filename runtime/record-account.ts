// What became of one record over all rules that saw it, and of all records together.
// Rule: every record is in exactly one: in a rule, not charged with the first reason met, or undecided (meaning 3.11).

import { byCodePoint } from "./code-point-order.ts";
import type { Need } from "./reached-by-a-record.ts";
import type { Accounting, NotCharged, Place, Undecided } from "./result.ts";

export interface Reason {
  /** The line that failed, as written. */
  readonly says: string;
  /** Place of its clause, or empty. */
  readonly clause: string;
}

/** Rules by their place; -1 for none. What costs time to name is named only for those who ask. */
export interface RecordAccount {
  counts: boolean;
  undecidedBy: number;
  /** The facts that the first undecided rule lacked. */
  lacking: string[];
  reasonBy: number;
  /** Why the first rule does not charge the record. */
  reason: (() => Reason) | null;
  need: Need | null;
  /** Terms whose spans ran backwards. */
  notes: string[];
  /** The rules in which the record counts; null where nobody asks for them. */
  countsIn: Set<number> | null;
  /** False where nobody's account depends on it, so that only needs are kept. */
  readonly isKept: boolean;
}

export function newAccount(isKept: boolean): RecordAccount {
  return {
    counts: false,
    undecidedBy: -1,
    lacking: [],
    reasonBy: -1,
    reason: null,
    need: null,
    notes: [],
    countsIn: null,
    isKept,
  };
}

export function clear(account: RecordAccount): void {
  account.counts = false;
  account.undecidedBy = -1;
  if (account.lacking.length > 0) account.lacking = [];
  account.reasonBy = -1;
  account.reason = null;
  account.need = null;
  if (account.notes.length > 0) account.notes = [];
  if (account.countsIn !== null) account.countsIn.clear();
}

/** True where the account asks which facts the rule lacked: of the first rule that is undecided alone. */
export function isUndecidedBy(account: RecordAccount, rule: number): boolean {
  if (!account.isKept) return false;
  if (account.undecidedBy < 0) account.undecidedBy = rule;
  return account.undecidedBy === rule;
}

/** True where nobody has said yet why the record is not charged. */
export function wantsReason(account: RecordAccount): boolean {
  return account.reason === null && account.isKept;
}

export function addReason(account: RecordAccount, rule: number, reason: () => Reason): void {
  account.reason = reason;
  account.reasonBy = rule;
}

/** What a rule that was asked by itself said, in its turn. */
export function merge(account: RecordAccount, later: RecordAccount): void {
  account.counts ||= later.counts;
  if (later.undecidedBy >= 0 && isUndecidedBy(account, later.undecidedBy)) account.lacking.push(...later.lacking);
  if (later.reason !== null && wantsReason(account)) addReason(account, later.reasonBy, later.reason);
  account.need ??= later.need;
  account.notes.push(...later.notes);
  for (const rule of later.countsIn ?? []) account.countsIn?.add(rule);
}

/** The account of all records. */
export interface Ledger {
  inRule: number;
  notCharged: number;
  readonly undecided: (Undecided | Unnamed)[];
  /** By rule, clause and words. */
  readonly reasons: Map<number, Map<Reason, number>>;
}

/** Undecided records of one rule, one after another, whose lacking facts nobody has asked for yet. */
interface Unnamed {
  readonly records: number[];
  readonly named: (record: number) => Undecided;
}

export function newLedger(): Ledger {
  return { inRule: 0, notCharged: 0, undecided: [], reasons: new Map() };
}

export function enter(ledger: Ledger, id: string, account: RecordAccount, places: readonly Place[]): void {
  if (account.undecidedBy >= 0) {
    ledger.undecided.push(undecidedRecord(id, account.lacking, places[account.undecidedBy]));
    return;
  }
  if (account.counts) {
    ledger.inRule += 1;
    return;
  }
  const reason = account.reason === null ? noRule : account.reason();
  const ofRule = ledger.reasons.get(account.reasonBy) ?? new Map<Reason, number>();
  ledger.reasons.set(account.reasonBy, ofRule);
  ofRule.set(reason, (ofRule.get(reason) ?? 0) + 1);
  ledger.notCharged += 1;
}

/** Enters an undecided record, of which `named` tells later what it lacked. Where there are many, an object for each is much. */
export function enterUnnamed({ undecided }: Ledger, record: number, named: Unnamed["named"]): void {
  const last = undecided[undecided.length - 1];
  if (last !== undefined && "named" in last && last.named === named) last.records.push(record);
  else undecided.push({ records: [record], named });
}

/** A record that a rule could not tell about; `lacking` are the facts that it lacked, in no order. */
export function undecidedRecord(id: string, lacking: readonly string[], place: Place | undefined): Undecided {
  const missing = lacking.length > 1 ? [...new Set(lacking)].sort(byCodePoint) : [...lacking];
  return { id, missing, document: place?.document ?? "", rule: place?.rule ?? "" };
}

/** Every undecided record with what it lacked; worked out when it is first asked for, as many readers want only lines. */
export function undecidedIn({ undecided }: Ledger): readonly Undecided[] {
  const named = undecided.flatMap((each) => ("named" in each ? each.records.map(each.named) : each));
  undecided.length = 0;
  for (const each of named) undecided.push(each);
  return named;
}

/**
 * Knows the undecided records that have no name yet by their places in the list that it gives from now on; `ready` is done
 * before one of them is named.
 */
export function knowAnew({ undecided }: Ledger, ready: () => void): readonly number[] {
  const known: number[] = [];
  for (const [index, each] of undecided.entries()) {
    if (!("named" in each)) continue;
    const named: Unnamed["named"] = (record) => {
      ready();
      return each.named(record);
    };
    undecided[index] = { records: each.records.map((record) => known.push(record) - 1), named };
  }
  return known;
}

function undecidedCount({ undecided }: Ledger): number {
  return undecided.reduce((sum, each) => sum + ("named" in each ? each.records.length : 1), 0);
}

/** A record that no rule took. */
export function enterUnclaimed(ledger: Ledger): void {
  const ofNone = ledger.reasons.get(-1) ?? new Map<Reason, number>();
  ledger.reasons.set(-1, ofNone.set(noRule, (ofNone.get(noRule) ?? 0) + 1));
  ledger.notCharged += 1;
}

/** In the order of documents and rules, then by clause and reason; what no rule took comes last. */
export function reasonsOf(ledger: Ledger, main: string, places: readonly Place[]): NotCharged[] {
  const rules = [...ledger.reasons.keys()].sort((a, b) => (a < 0 ? Infinity : a) - (b < 0 ? Infinity : b));
  return rules.flatMap((rule) => {
    const place = places[rule];
    const merged = new Map<string, NotCharged>();
    for (const [{ says, clause }, records] of ledger.reasons.get(rule) ?? []) {
      const key = JSON.stringify([clause, says]);
      const before = merged.get(key)?.records ?? 0;
      const where = { document: place?.document ?? main, rule: place?.rule ?? "", clause };
      merged.set(key, { reason: says, ...where, records: before + records });
    }
    return [...merged.values()].sort((a, b) => byCodePoint(a.clause, b.clause) || byCodePoint(a.reason, b.reason));
  });
}

export function accountingOf(ledger: Ledger, recordsIn: number): Accounting {
  const accounting: Accounting = {
    recordsIn,
    inRule: ledger.inRule,
    notCharged: ledger.notCharged,
    undecided: undecidedCount(ledger),
    refused: 0,
  };
  if (recordsIn !== accounting.inRule + accounting.notCharged + accounting.undecided) {
    throw new Error(`The account does not add up: ${JSON.stringify(accounting)}`);
  }
  return accounting;
}

const noRule: Reason = { says: "ingen regel gäller", clause: "" };
