// A correction as files of the corrected run's folder: credits and debits for the system that sends invoices, and the sums.
// Rule: every row names the run that its line belongs to; a credit has the quantity and the amount of its line negated.

import { kronorText } from "@avtal/runtime/money";
import { ratio, times, type Ratio } from "@avtal/runtime/ratio";
import type { Ore } from "@avtal/runtime/result";
import {
  csvInPieces,
  kronorCell,
  priceCell,
  quantityColumns,
  textCell,
  type CsvColumn,
  type CsvForm,
} from "../csv-form.ts";
import { fileNameOf, onlyOf, payerFolder } from "../per-payer.ts";
import type { Pieces } from "../pieces.ts";
import type { FileToWrite } from "../write-whole.ts";
import type { CorrectedLine, Correction, Sum } from "./correction.ts";
import type { SupersededRun } from "./superseded-run.ts";

export const correctionFiles = {
  correction: "correction.json",
  lines: "correction.csv",
  linesSv: "rattelse.csv",
} as const;

export function isCorrectionFile(name: string): boolean {
  const names: readonly string[] = Object.values(correctionFiles);
  return names.includes(name) || name.startsWith(`${payerFolder}/${perPayerName}`);
}

const perPayerName = "rattelse-";

export interface Corrected {
  readonly superseded: SupersededRun;
  readonly correction: Correction;
  /** Id of the new run. */
  readonly run: string;
  /** Whether each payer has a file of its own too. */
  readonly perPayer: boolean;
}

export function filesOfCorrection(corrected: Corrected): FileToWrite[] {
  const { correction, perPayer } = corrected;
  const summed = { formatVersion: 1, supersedes: supersedesJson(corrected), ...correctionJson(corrected) };
  return [
    { name: correctionFiles.correction, contents: `${JSON.stringify(summed, null, 2)}\n` },
    { name: correctionFiles.lines, contents: linesCsv(corrected, correction.lines, "csv") },
    { name: correctionFiles.linesSv, contents: linesCsv(corrected, correction.lines, "csv-sv") },
    ...(perPayer ? filesPerPayer(corrected) : []),
  ];
}

/** The run that was replaced, as the manifest names it. */
export function supersedesJson({ superseded, correction }: Corrected): object {
  const { folder, run, manifestSha256, dataSha256 } = superseded;
  return { run, folder, manifestSha256, dataSha256, total: sumJson(correction.before) };
}

/** The sums of the correction, for the manifest too. */
export function correctionJson({ correction, run }: Corrected): object {
  const { unchanged, credited, debited, difference, after, payers } = correction;
  return {
    run,
    total: sumJson(after),
    unchanged: sumJson(unchanged),
    credited: sumJson(credited),
    debited: sumJson(debited),
    difference: kronorText(difference),
    payers: payers.map((one) => ({
      payer: one.payer,
      credited: kronorText(one.credited),
      debited: kronorText(one.debited),
      difference: kronorText((one.credited + one.debited) as Ore),
    })),
  };
}

function sumJson({ lines, amount }: Sum): object {
  return { lines, amount: kronorText(amount) };
}

/** Made of the payer's rows alone, which is looked at in the finished rows. */
function filesPerPayer(corrected: Corrected): FileToWrite[] {
  const { lines, payers } = corrected.correction;
  return payers.map(({ payer: { code } }) => {
    const own = lines.filter(({ line }) => line.payer.code === code);
    const contents = onlyOf(code, linesCsv(corrected, own, "csv-sv"));
    return { name: `${payerFolder}/${perPayerName}${fileNameOf(code)}.csv`, contents };
  });
}

function linesCsv({ superseded, run }: Corrected, lines: readonly CorrectedLine[], form: CsvForm): Pieces {
  return csvInPieces(columnsFor({ credit: superseded.run, debit: run }), lines, form);
}

function columnsFor(runs: Readonly<Record<CorrectedLine["kind"], string>>): readonly CsvColumn<CorrectedLine>[] {
  return [
    { name: "id", heading: "Rad", cell: ({ line }) => textCell(line.id) },
    { name: "payer_code", heading: "Betalarens kod", cell: ({ line }) => textCell(line.payer.code) },
    { name: "payer", heading: "Betalare", cell: ({ line }) => textCell(line.payer.name) },
    {
      name: "kind",
      heading: "Slag",
      cell: ({ kind }, form) => textCell(form === "csv" ? kind : { credit: "kredit", debit: "debet" }[kind]),
    },
    { name: "run", heading: "Körning", cell: ({ kind }) => textCell(runs[kind]) },
    { name: "payee", heading: "Mottagare", cell: ({ line }) => textCell(line.payee) },
    { name: "invoicer", heading: "Faktureras av", cell: ({ line }) => textCell(line.invoicer) },
    { name: "document", heading: "Dokument", cell: ({ line }) => textCell(line.document) },
    { name: "rule", heading: "Regel", cell: ({ line }) => textCell(line.rule) },
    { name: "clause", heading: "Avsnitt", cell: ({ line }) => textCell(line.clause) },
    { name: "period", heading: "Period", cell: ({ line }) => textCell(line.period) },
    { name: "from", heading: "Från och med", cell: ({ line }) => textCell(line.part?.from) },
    { name: "through", heading: "Till och med", cell: ({ line }) => textCell(line.part?.through) },
    { name: "episode", heading: "Vårdtillfälle", cell: ({ line }) => textCell(line.episode) },
    ...quantityColumns<CorrectedLine>({ name: "quantity", heading: "Antal" }, signedQuantity),
    { name: "unit", heading: "Enhet", cell: ({ line }) => textCell(line.unit) },
    { name: "unit_price", heading: "Pris per enhet (kr)", cell: ({ line }, form) => priceCell(line.unitPrice, form) },
    { name: "amount", heading: "Belopp (kr)", cell: (line, form) => kronorCell(signedAmount(line), form) },
  ];
}

function signedQuantity({ kind, line: { quantity } }: CorrectedLine): Ratio | null {
  return quantity === null || kind === "debit" ? quantity : times(quantity, ratio(-1n));
}

function signedAmount({ kind, line: { amount } }: CorrectedLine): Ore {
  return (kind === "debit" ? amount : -amount) as Ore;
}
