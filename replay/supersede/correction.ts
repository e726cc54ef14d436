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

export function correctionOf(before: readonly InvoicedLine[], after: readonly InvoicedLine[]): Correction {
  const [old, now] = [byId(before), byId(after)];
  const isSame = (id: string): boolean => old.get(id)?.invoiced === now.get(id)?.invoiced;
  const lines = [...new Set([...old.keys(), ...now.keys()])]
    .sort(byCodePoint)
    .filter((id) => !isSame(id))
    .flatMap((id): CorrectedLine[] => [
      ...[old.get(id)].flatMap((one) => (one === undefined ? [] : [{ kind: "credit" as const, line: one.line }])),
      ...[now.get(id)].flatMap((one) => (one === undefined ? [] : [{ kind: "debit" as const, line: one.line }])),
    ]);
  const sums = {
    before: sumOf(before),
    after: sumOf(after),
    unchanged: sumOf(before.filter(({ id }) => isSame(id))),
    credited: negative(sumOf(ofKind(lines, "credit"))),
    debited: sumOf(ofKind(lines, "debit")),
  };
  const correction = {
    lines,
    ...sums,
    difference: (sums.credited.amount + sums.debited.amount) as Ore,
    payers: byPayer(lines),
  };
  assertTiesOut(correction);
  return correction;
}

/** What an invoice says of a line; the clause and the name of the payer may be worded otherwise. */
function byId(lines: readonly InvoicedLine[]): ReadonlyMap<string, { readonly line: InvoicedLine; invoiced: string }> {
  return new Map(
    lines.map((line) => {
      const { id, payer, payee, invoicer, document, rule, period, part, episode, others, unit } = line;
      const exact = [line.quantity, line.unitPrice].map((one) => (one === null ? null : ratioText(one)));
      const told = [payer.code, payee, invoicer, document, rule, period, part, episode, others, unit, exact];
      return [id, { line, invoiced: canonical([...told, String(line.amount)]) }];
    }),
  );
}

function ofKind(lines: readonly CorrectedLine[], kind: CorrectedLine["kind"]): readonly InvoicedLine[] {
  return lines.filter((one) => one.kind === kind).map(({ line }) => line);
}

function sumOf(lines: readonly InvoicedLine[]): Sum {
  return { lines: lines.length, amount: lines.reduce((sum, { amount }) => sum + amount, 0n) as Ore };
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
