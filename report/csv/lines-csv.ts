// The lines of a comparison as CSV, both sides on a row.
// Rule: the same cells as those of a run; quantities and prices are exact.

import {
  csvText,
  kronorCell,
  priceCell,
  quantityColumns,
  textCell,
  type CsvColumn,
  type CsvForm,
} from "@avtal/replay/csv-form";
import type { LineTrace } from "@avtal/replay/trace";
import { wellFormed } from "../page/tree.ts";
import type { LineSide, ShownLine } from "../drill-down/lines.ts";

export function linesCsv(shown: readonly ShownLine[], form: CsvForm): string {
  return csvText(columns, shown, form);
}

const columns: readonly CsvColumn<ShownLine>[] = [
  { name: "id", heading: "Rad", cell: ({ id }) => ourText(id) },
  { name: "payer_code", heading: "Betalarens kod", cell: (line) => ourText(traceOf(line)?.payer.code) },
  { name: "payer", heading: "Betalare", cell: (line) => ourText(traceOf(line)?.payer.name) },
  { name: "period", heading: "Period", cell: (line) => ourText(traceOf(line)?.period) },
  { name: "from", heading: "Från och med", cell: (line) => ourText(traceOf(line)?.part?.from) },
  { name: "through", heading: "Till och med", cell: (line) => ourText(traceOf(line)?.part?.through) },
  { name: "document", heading: "Dokument", cell: (line) => ourText(traceOf(line)?.document) },
  { name: "rule", heading: "Regel", cell: (line) => ourText(traceOf(line)?.rule) },
  { name: "episode", heading: "Vårdtillfälle", cell: (line) => ourText(traceOf(line)?.episode) },
  { name: "records_a", heading: "Vårdtillfällen A", cell: ({ a }) => recordsIn(a) },
  { name: "records_b", heading: "Vårdtillfällen B", cell: ({ b }) => recordsIn(b) },
  ...quantityColumns<ShownLine>({ name: "quantity_a", heading: "Antal A" }, ({ a }) => a?.line?.quantity),
  ...quantityColumns<ShownLine>({ name: "quantity_b", heading: "Antal B" }, ({ b }) => b?.line?.quantity),
  {
    name: "unit_price_a",
    heading: "Pris per enhet A (kr)",
    cell: ({ a }, form) => priceCell(a?.line?.unitPrice, form),
  },
  {
    name: "unit_price_b",
    heading: "Pris per enhet B (kr)",
    cell: ({ b }, form) => priceCell(b?.line?.unitPrice, form),
  },
  { name: "amount_a", heading: "Belopp A (kr)", cell: ({ pair }, form) => kronorCell(pair.a, form) },
  { name: "amount_b", heading: "Belopp B (kr)", cell: ({ pair }, form) => kronorCell(pair.b, form) },
  { name: "difference", heading: "Skillnad (kr)", cell: ({ pair }, form) => kronorCell(pair.difference, form) },
];

/** What is said of a line on both sides alike. */
function traceOf({ a, b }: ShownLine): LineTrace | undefined {
  return (b ?? a)?.trace;
}

function recordsIn(side: LineSide | null): string {
  return String(side?.trace.records ?? 0);
}

function ourText(text: string | null | undefined): string {
  return textCell(wellFormed(text ?? ""));
}
