// The statement that hands over the wanted columns of a Parquet file: first whether a row has to be looked at again,
// then the vectors of each column, then the exact texts of the rows that are looked at again, all texts of a row in one:
// a vector for each column, empty but for a few rows, would take DuckDB longer than all the numbers.
// Rule: no name of a file stands in it but quoted, and behind a name of ours.

import { momentBounds, type QuickForm } from "./quick-form.ts";

export interface WantedColumn {
  /** The column as the file names it, quoted. */
  readonly named: string;
  /** What we call it, so that no name in a file can be taken for one of ours. */
  readonly column: string;
  /** The column as exact text. */
  readonly text: string;
  readonly quick: QuickForm;
}

export interface Statement {
  readonly sql: string;
  /** The first vector of each column. */
  readonly first: readonly number[];
  /** The vector that says the exact texts of a row that is looked at again; see `textsOfRow`. */
  readonly texts: number;
}

export function statementOf(source: string, columns: readonly WantedColumn[]): Statement {
  const selected = ["cast(again as tinyint)"];
  const first: number[] = [];
  for (const { quick } of columns) {
    first.push(selected.length);
    selected.push(...vectorsOf(quick));
  }
  const texts = selected.length;
  selected.push(`cast(case when again = 1 then ${inOne(columns)} end as varchar)`);
  const renamed = columns.map(({ named, column }) => `${named} as ${column}`);
  const stored = `select ${["0 as none", ...renamed].join(", ")} from ${source}`;
  const marked = `select *, ${againOf(columns)} as again from (${stored})`;
  return { sql: `select ${selected.join(", ")} from (${marked})`, first, texts };
}

/** The text of each column behind its length in bytes: `3:abc0:`. */
function inOne(columns: readonly WantedColumn[]): string {
  const measured = columns.map(({ text }) => `coalesce(strlen(${text}), 0), ':', ${text}`);
  return `concat(${["''", ...measured].join(", ")})`;
}

/** The texts that one of the statement's says: one a column, empty where there is none. */
export function textsOfRow(inOne: string): string[] {
  const bytes = Buffer.from(inOne);
  const texts: string[] = [];
  for (let place = 0; place < bytes.length;) {
    const start = bytes.indexOf(colon, place) + 1;
    const end = start + Number(bytes.toString("latin1", place, start - 1));
    texts.push(bytes.toString("utf8", start, end));
    place = end;
  }
  return texts;
}

const colon = ":".charCodeAt(0);

/** Cast, because the memory of a vector is read as numbers of its type. */
function vectorsOf(quick: QuickForm): readonly string[] {
  switch (quick.form) {
    case "moment":
      return [`cast(coalesce(epoch_us(${quick.moment}) // 1000000, ${leastBigint}) as bigint)`];
    case "day":
    case "number":
      return [`cast(${quick.value} as integer)`];
    case "dictionary":
      return [`cast(${quick.value} as smallint)`];
    case "text":
      return quick.pieces.map((piece) => `cast(${piece} as varchar)`);
  }
}

/** Farther from 1970 than any moment that DuckDB knows, in seconds. */
const leastBigint = "-9223372036854775808";

/** `least` and `greatest` pass over what is empty, and what is unknown to all of them is no reason to look again. */
function againOf(columns: readonly WantedColumn[]): string {
  const moments = columns.flatMap(({ quick }) => (quick.form === "moment" ? [quick.moment] : []));
  const reasons = columns.flatMap(({ quick }) => ("again" in quick ? [`(${quick.again})`] : []));
  if (moments.length > 0) {
    reasons.push(`least(${moments.join(", ")}) < ${momentBounds.least}`);
    reasons.push(`greatest(${moments.join(", ")}) >= ${momentBounds.beyond}`);
  }
  return reasons.length === 0 ? "0" : `case when ${reasons.join(" or ")} then 1 else 0 end`;
}
