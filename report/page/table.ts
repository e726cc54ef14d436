// A table of a page: caption, column heads with scope, a head for each row, a foot for the sum.

import { element, type Element, type Node } from "./tree.ts";

export interface Column {
  readonly head: string;
  /** Numbers stand to the right. */
  readonly align?: "number";
}

export interface PageTable {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly Node[])[];
  readonly foot?: readonly Node[];
  /** For links to a row. */
  readonly ids?: readonly string[];
}

export function pageTable({ caption, columns, rows, foot, ids }: PageTable): Element {
  const cells = (name: "td" | "th", row: readonly Node[], id: string | undefined): Element =>
    element(
      "tr",
      { id },
      row.map((cell, at) => {
        const style = columns[at]?.align === "number" ? "n" : undefined;
        return at === 0 ? element("th", { scope: "row", class: style }, cell) : element(name, { class: style }, cell);
      }),
    );
  const head = element(
    "tr",
    {},
    columns.map((column) =>
      element("th", { scope: "col", class: column.align === "number" ? "n" : undefined }, column.head),
    ),
  );
  // A table that is wider than the screen scrolls by itself, and by keyboard too.
  return element(
    "div",
    { class: "wide", tabindex: "0", role: "region", "aria-label": caption },
    element(
      "table",
      {},
      element("caption", {}, caption),
      element("thead", {}, head),
      element(
        "tbody",
        {},
        rows.map((row, at) => cells("td", row, ids?.[at])),
      ),
      ...(foot === undefined ? [] : [element("tfoot", {}, cells("td", foot, undefined))]),
    ),
  );
}
