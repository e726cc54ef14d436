// Rows as a table for people: texts to the left, numbers to the right, no lines but one under the header.

export interface TableColumn {
  readonly title: string;
  readonly align: "left" | "right";
}

/** `foot` rows stand below a second line, for sums. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  foot: readonly (readonly string[])[] = [],
): string {
  const all = [columns.map((column) => column.title), ...rows, ...foot];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => lengthOf(row[index] ?? ""))));
  const shown = (row: readonly string[]): string =>
    columns
      .map(({ align }, index) => {
        const text = row[index] ?? "";
        const space = " ".repeat((widths[index] ?? 0) - lengthOf(text));
        return align === "left" ? text + space : space + text;
      })
      .join("   ")
      .trimEnd();
  const line = widths.map((width) => "─".repeat(width)).join("───");
  const body = [shown(columns.map((column) => column.title)), line, ...rows.map(shown)];
  return `${[...body, ...(foot.length > 0 ? [line, ...foot.map(shown)] : [])].join("\n")}\n`;
}

/** Letters as people count them: å written as two code points is one. */
function lengthOf(text: string): number {
  return [...text.normalize("NFC")].length;
}
