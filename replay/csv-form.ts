// The two forms of every CSV that is written: `csv` for programs, `csv-sv` for Swedish Excel.
// Rule: a number is a number and a text a text; a text that a spreadsheet would run is made inert, and what has no end
// in decimals is written exactly as well.

import { kronorText } from "@avtal/runtime/money";
import { ratio, ratioText, times, type Ratio } from "@avtal/runtime/ratio";
import type { Ore } from "@avtal/runtime/result";
import { inPieces, joined, type Pieces } from "./pieces.ts";
import { decimalText } from "./shown.ts";

export type CsvForm = "csv" | "csv-sv";

export interface CsvColumn<T> {
  /** Its head in `csv`. */
  readonly name: string;
  /** Its head in `csv-sv`. */
  readonly heading: string;
  /** A cell as one of the functions below writes it. */
  readonly cell: (row: T, form: CsvForm) => string;
}

export function csvText<T>(columns: readonly CsvColumn<T>[], rows: readonly T[], form: CsvForm): string {
  return joined(csvInPieces(columns, rows, form));
}

/** A row at a time. */
export function csvInPieces<T>(columns: readonly CsvColumn<T>[], rows: Iterable<T>, form: CsvForm): Pieces {
  const { separator, lineEnd, start } = forms[form];
  const heads = columns.map(({ name, heading }) => textCell(form === "csv" ? name : heading));
  return inPieces(function* () {
    yield `${start}${heads.join(separator)}${lineEnd}`;
    for (const row of rows) yield columns.map(({ cell }) => cell(row, form)).join(separator) + lineEnd;
  });
}

const forms = {
  csv: { separator: ",", lineEnd: "\n", start: "", decimal: "." },
  "csv-sv": { separator: ";", lineEnd: "\r\n", start: "\ufeff", decimal: "," },
} as const;

/** Every text in quotation marks; one that begins like a formula gets an apostrophe before it. */
export function textCell(text: string | null | undefined): string {
  const words = text ?? "";
  const inert = /^[=+\-@\t\r\n]/.test(words) ? `'${words}` : words;
  return `"${inert.replaceAll('"', '""')}"`;
}

export function kronorCell(ore: Ore, form: CsvForm): string {
  return kronorText(ore).replace(".", forms[form].decimal);
}

/** Kronor per unit; a price that is no whole number of öre is written as a text that says it exactly. */
export function priceCell(ore: Ratio | null | undefined, form: CsvForm): string {
  if (ore === null || ore === undefined) return "";
  const kronor = times(ore, ratio(1n, 100n));
  return ore.under === 1n ? decimalText(kronor, 2, forms[form].decimal) : textCell(ratioText(kronor));
}

/** A quantity with six decimals, and beside it the fraction that it is, so that nothing is lost. */
export function quantityColumns<T>(
  { name, heading }: Pick<CsvColumn<T>, "name" | "heading">,
  quantityOf: (row: T) => Ratio | null | undefined,
): readonly CsvColumn<T>[] {
  const of = (row: T, says: (exact: Ratio) => string): string => {
    const exact = quantityOf(row);
    return exact === null || exact === undefined ? "" : says(exact);
  };
  return [
    { name, heading, cell: (row, form) => of(row, (exact) => decimalText(exact, 6, forms[form].decimal)) },
    { name: `${name}_numerator`, heading: `${heading}, täljare`, cell: (row) => of(row, ({ over }) => String(over)) },
    {
      name: `${name}_denominator`,
      heading: `${heading}, nämnare`,
      cell: (row) => of(row, ({ under }) => String(under)),
    },
  ];
}
