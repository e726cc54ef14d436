// What a corrected run changes in the run that it replaces: old lines credited, new lines debited, the rest left alone.
// Rule: old total + credits + debits = new total, asserted before anything is shown or written; a line is unchanged only
// where everything that is invoiced is the same.

import { canonical } from "@avtal/compiler/ir/canonical";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { ratioText } from "@avtal/runtime/ratio";
import type { Ore, Payer } from "@avtal/runtime/result";
import type { InvoicedLine } from "./invoiced-line.ts";

export interface CorrectedLine {
  readonly kind: "credit" | "debit";
  /** As it stands in its own run; a credit takes back its quantity and its amount. */
  readonly line: InvoicedLine;
}

export interface Sum {
  readonly lines: number;
  readonly amount: Ore;
}

export interface Correction {
  /** By id; the credit of an id stands before its debit. */
  readonly lines: readonly CorrectedLine[];
  readonly before: Sum;
  readonly after: Sum;
  readonly unchanged: Sum;
  /** Negative or zero where old amounts are positive. */
  readonly credited: Sum;
  readonly debited: Sum;
  readonly difference: Ore;
  /** Payers with a credit or a debit, by code; sums to `difference`. */
  readonly payers: readonly { readonly payer: Payer; readonly credited: Ore; readonly debited: Ore }[];
}

/** Ids are unique on both sides. A line of `after` that is unchanged is let go, so that they may be made one by one. */
export function correctionOf(before: readonly InvoicedLine[], after: Iterable<InvoicedLine>): Correction {
  const credits = new Map(before.map((line) => [line.id, line]));
  const debits = new Map<string, InvoicedLine>();
  let [unchanged, total] = [nothing, nothing];
  for (const line of after) {
    total = plus(total, line);
    const old = credits.get(line.id);
    if (old === undefined || invoicedOf(old) !== invoicedOf(line)) {
      debits.set(line.id, line);
    } else {
      credits.delete(line.id);
      unchanged = plus(unchanged, line);
    }
  }
  const lines = inOrder(credits, debits);
  const [credited, debited] = [negative(sumOf(credits.values())), sumOf(debits.values())];
  const difference = (credited.amount + debited.amount) as Ore;
  const sums = { before: sumOf(before), after: total, unchanged, credited, debited, difference };
  const correction = { lines, ...sums, payers: byPayer(lines) };
  assertTiesOut(correction);
  return correction;
}

/** What an invoice says of a line; the clause and the name of the payer may be worded otherwise. */
function invoicedOf(line: InvoicedLine): string {
  const { payer, payee, invoicer, document, rule, period, part, episode, others, unit } = line;
  const exact = [line.quantity, line.unitPrice].map((one) => (one === null ? null : ratioText(one)));
  const told = [payer.code, payee, invoicer, document, rule, period, part, episode, others, unit, exact];
  return canonical([...told, String(line.amount)]);
}

function inOrder(
  credits: ReadonlyMap<string, InvoicedLine>,
  debits: ReadonlyMap<string, InvoicedLine>,
): readonly CorrectedLine[] {
  const lines: CorrectedLine[] = [];
  for (const id of [...new Set([...credits.keys(), ...debits.keys()])].sort(byCodePoint)) {
    const [credit, debit] = [credits.get(id), debits.get(id)];
    if (credit !== undefined) lines.push({ kind: "credit", line: credit });
    if (debit !== undefined) lines.push({ kind: "debit", line: debit });
  }
  return lines;
}

const nothing: Sum = { lines: 0, amount: 0n as Ore };

function plus({ lines, amount }: Sum, line: InvoicedLine): Sum {
  return { lines: lines + 1, amount: (amount + line.amount) as Ore };
}

function sumOf(lines: Iterable<InvoicedLine>): Sum {
  return [...lines].reduce(plus, nothing);
}

function negative({ lines, amount }: Sum): Sum {
  return { lines, amount: -amount as Ore };
}

function byPayer(lines: readonly CorrectedLine[]): Correction["payers"] {
  const sums = new Map<string, { readonly payer: Payer; readonly credited: Ore; readonly debited: Ore }>();
  for (const { kind, line } of lines) {
    const { payer, amount } = line;
    const { credited = 0n, debited = 0n } = sums.get(payer.code) ?? {};
    sums.set(payer.code, {
      payer,
      credited: (kind === "credit" ? credited - amount : credited) as Ore,
      debited: (kind === "debit" ? debited + amount : debited) as Ore,
    });
  }
  return [...sums].sort(([a], [b]) => byCodePoint(a, b)).map(([, sum]) => sum);
}

/** A correction that does not lead from the old total to the new one is our own fault. */
function assertTiesOut({ before, after, unchanged, credited, debited, difference, payers }: Correction): void {
  const holds =
    before.amount + difference === after.amount &&
    unchanged.amount - credited.amount === before.amount &&
    unchanged.amount + debited.amount === after.amount &&
    unchanged.lines + credited.lines === before.lines &&
    unchanged.lines + debited.lines === after.lines &&
    payers.reduce((sum, one) => sum + one.credited + one.debited, 0n) === difference;
  if (!holds) throw new Error("A correction does not lead from the old total to the new one.");
}
