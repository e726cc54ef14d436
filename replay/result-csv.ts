// Invoice lines as CSV: `csv` for programs, `csv-sv` for Swedish Excel.
// Rule: numbers are numbers and texts are texts: a text that a spreadsheet would run as a formula is made inert, a
// negative amount is left alone.

import { kronorText } from "@avtal/runtime/money";
import { ratio, ratioText, times, type Ratio } from "@avtal/runtime/ratio";
import type { InvoiceLine } from "@avtal/runtime/result";
import { decimalText } from "./shown.ts";

export type CsvForm = "csv" | "csv-sv";

export function resultCsv(lines: readonly InvoiceLine[], form: CsvForm): string {
  const { separator, lineEnd, start, header } = forms[form];
  const rows = [header.map(textCell), ...lines.map((line) => cellsOf(line, form))];
  return `${start}${rows.map((row) => row.join(separator) + lineEnd).join("")}`;
}

const forms = {
  csv: {
    separator: ",",
    lineEnd: "\n",
    start: "",
    header: [
      "id",
      "payer_code",
      "payer",
      "payee",
      "invoicer",
      "document",
      "rule",
      "clause",
      "period",
      "from",
      "through",
      "episode",
      "quantity",
      "quantity_numerator",
      "quantity_denominator",
      "unit",
      "unit_price",
      "amount",
    ],
  },
  "csv-sv": {
    separator: ";",
    lineEnd: "\r\n",
    start: "\ufeff",
    header: [
      "Rad",
      "Betalarens kod",
      "Betalare",
      "Mottagare",
      "Faktureras av",
      "Dokument",
      "Regel",
      "Avsnitt",
      "Period",
      "Från och med",
      "Till och med",
      "Vårdtillfälle",
      "Antal",
      "Antal, täljare",
      "Antal, nämnare",
      "Enhet",
      "Pris per enhet (kr)",
      "Belopp (kr)",
    ],
  },
} as const;

function cellsOf(line: InvoiceLine, form: CsvForm): string[] {
  const { keys, place, quantity } = line;
  const number = (exact: Ratio | null, decimals: number): string =>
    exact === null ? "" : decimalText(exact, decimals, form === "csv" ? "." : ",");
  const amount = kronorText(line.amount);
  return [
    ...[line.id, keys.payer.code, keys.payer.name, line.payee, line.invoicer ?? ""].map(textCell),
    ...[place.document, place.rule, place.clause, keys.period].map(textCell),
    ...[keys.part?.from ?? "", keys.part?.through ?? "", keys.episode ?? ""].map(textCell),
    number(quantity, 6),
    quantity === null ? "" : String(quantity.over),
    quantity === null ? "" : String(quantity.under),
    textCell(line.unit ?? ""),
    unitPrice(line.unitPrice, number),
    form === "csv" ? amount : amount.replace(".", ","),
  ];
}

/** Kronor per unit; a price that has no end in decimals is written as a text that says it exactly. */
function unitPrice(ore: Ratio | null, number: (exact: Ratio, decimals: number) => string): string {
  if (ore === null) return "";
  const kronor = times(ore, ratio(1n, 100n));
  return ore.under === 1n ? number(kronor, 2) : textCell(ratioText(kronor));
}

/** Every text in quotation marks; one that begins like a formula gets an apostrophe before it. */
export function textCell(text: string): string {
  const inert = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}
