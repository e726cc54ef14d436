// Invoice lines as CSV.
// Rule: every fact of a line has a column of its own, in an order that does not change.

import type { InvoiceLine } from "@avtal/runtime/result";
import {
  csvInPieces,
  kronorCell,
  priceCell,
  quantityColumns,
  textCell,
  type CsvColumn,
  type CsvForm,
} from "./csv-form.ts";
import type { Pieces } from "./pieces.ts";

export function resultCsv(lines: readonly InvoiceLine[], form: CsvForm): Pieces {
  return csvInPieces(columns, lines, form);
}

const columns: readonly CsvColumn<InvoiceLine>[] = [
  { name: "id", heading: "Rad", cell: ({ id }) => textCell(id) },
  { name: "payer_code", heading: "Betalarens kod", cell: ({ keys }) => textCell(keys.payer.code) },
  { name: "payer", heading: "Betalare", cell: ({ keys }) => textCell(keys.payer.name) },
  { name: "payee", heading: "Mottagare", cell: ({ payee }) => textCell(payee) },
  { name: "invoicer", heading: "Faktureras av", cell: ({ invoicer }) => textCell(invoicer) },
  { name: "document", heading: "Dokument", cell: ({ place }) => textCell(place.document) },
  { name: "rule", heading: "Regel", cell: ({ place }) => textCell(place.rule) },
  { name: "clause", heading: "Avsnitt", cell: ({ place }) => textCell(place.clause) },
  { name: "period", heading: "Period", cell: ({ keys }) => textCell(keys.period) },
  { name: "from", heading: "Från och med", cell: ({ keys }) => textCell(keys.part?.from) },
  { name: "through", heading: "Till och med", cell: ({ keys }) => textCell(keys.part?.through) },
  { name: "episode", heading: "Vårdtillfälle", cell: ({ keys }) => textCell(keys.episode) },
  ...quantityColumns<InvoiceLine>({ name: "quantity", heading: "Antal" }, ({ quantity }) => quantity),
  { name: "unit", heading: "Enhet", cell: ({ unit }) => textCell(unit) },
  {
    name: "unit_price",
    heading: "Pris per enhet (kr)",
    cell: ({ unitPrice }, form) => priceCell(unitPrice, form),
  },
  { name: "amount", heading: "Belopp (kr)", cell: ({ amount }, form) => kronorCell(amount, form) },
];
