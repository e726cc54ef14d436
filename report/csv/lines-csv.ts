// The lines of a comparison as CSV: `csv` for programs, `csv-sv` for Swedish Excel.
// Rule: a number is a number and a text a text; a text that a spreadsheet would run is made inert.

import { textCell } from "@avtal/replay/result-csv";
import { decimalText } from "@avtal/replay/shown";
import { ratio, type Ratio } from "@avtal/runtime/ratio";
import { wellFormed } from "../page/tree.ts";
import type { LineSide, ShownLine } from "../drill-down/lines.ts";

export type CsvForm = "csv" | "csv-sv";

export function linesCsv(shown: readonly ShownLine[], form: CsvForm): string {
  const { separator, lineEnd, start, header } = forms[form];
  const rows = [header.map(textCell), ...shown.map((line) => cells(line, form))];
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
      "period",
      "document",
      "rule",
      "episode",
      "records_a",
      "records_b",
      "quantity_a",
      "quantity_b",
      "unit_price_a",
      "unit_price_b",
      "amount_a",
      "amount_b",
      "difference",
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
      "Period",
      "Dokument",
      "Regel",
      "Vårdtillfälle",
      "Vårdtillfällen A",
      "Vårdtillfällen B",
      "Antal A",
      "Antal B",
      "Pris per enhet A (kr)",
      "Pris per enhet B (kr)",
      "Belopp A (kr)",
      "Belopp B (kr)",
      "Skillnad (kr)",
    ],
  },
} as const;

function cells({ id, pair, a, b }: ShownLine, form: CsvForm): string[] {
  const trace = (b ?? a)?.trace;
  const number = (exact: Ratio | null | undefined, decimals: number): string =>
    exact === null || exact === undefined ? "" : decimalText(exact, decimals, form === "csv" ? "." : ",");
  const kronor = (ore: bigint): string => number(ratio(ore, 100n), 2);
  const price = (side: LineSide | null): string => {
    const exact = side?.line?.unitPrice;
    return exact === null || exact === undefined ? "" : number(ratio(exact.over, exact.under * 100n), 2);
  };
  const texts = [trace?.payer.code, trace?.payer.name, trace?.period, trace?.document, trace?.rule, trace?.episode];
  return [
    ...[id, ...texts].map((text) => textCell(wellFormed(text ?? ""))),
    String(a?.trace.records ?? 0),
    String(b?.trace.records ?? 0),
    number(a?.line?.quantity, 6),
    number(b?.line?.quantity, 6),
    price(a),
    price(b),
    kronor(pair.a),
    kronor(pair.b),
    kronor(pair.difference),
  ];
}
