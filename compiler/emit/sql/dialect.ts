// What differs between the engines: quoting, exact whole division, calendar parts, first-of-group, and series of days.
// Rule: whatever an author wrote is inert in every dialect, inside names, literals and comments alike.

import { built, called, certain, number, numberIn, type Sql } from "./sql.ts";

export type DialectName = "duckdb" | "postgres" | "spark";

export interface Dialect {
  readonly name: DialectName;
  /** At most 50 bytes of UTF-8 come in, because PostgreSQL cuts longer names off. */
  readonly identifier: (name: string) => string;
  readonly text: (text: string) => Sql;
  /** A whole number of 64 bits, where a literal alone would be narrower. */
  readonly long: (value: Sql) => Sql;
  /** The exact type of sums and amounts: 38 digits, refused where that is not enough. */
  readonly wide: (value: Sql) => Sql;
  readonly wideType: string;
  /** Of a number that is not negative by a positive one, both wide; what remains is left out. */
  readonly quotient: (over: Sql, under: Sql) => Sql;
  /** Of two 64-bit numbers, neither negative. */
  readonly longQuotient: (over: Sql, under: Sql) => Sql;
  readonly textOf: (value: Sql) => Sql;
  /** Days since 1970-01-01 of a DATE. */
  readonly dayOfDate: (date: string) => string;
  /** The same of a TIMESTAMP. */
  readonly dayOfTimestamp: (timestamp: string) => string;
  /** Seconds since 1970-01-01T00:00 on the civil clock of a TIMESTAMP. */
  readonly secondsOfTimestamp: (timestamp: string) => string;
  /** Months since 0000-01, of a day. */
  readonly monthOfDay: (day: Sql) => Sql;
  readonly yearOfDay: (day: Sql) => Sql;
  readonly firstDayOfMonth: (month: Sql) => Sql;
  /** `2022-03-01` */
  readonly dateText: (day: Sql) => Sql;
  /** The value of the member with the least position. */
  readonly firstBy: FirstBy;
  /** The same of a whole number, by a position that is a text. */
  readonly firstNumberByText: FirstBy;
  readonly anyTrue: (condition: Sql, filter: Sql) => Sql;
  /** A row `r` for each day from `first` through `last`, none where first lies after last. */
  readonly eachDay: (from: string, first: string, last: string, day: string) => EachDay;
  /** Rows written out, as a table with named columns. */
  readonly rows: (rows: readonly (readonly string[])[], columns: readonly string[]) => string;
  /** A number for each row of a table of episodes, by which it is known. */
  readonly recordNumber: string;
  /** Whether it takes one thread, which goes through all rows, to give them. */
  readonly numbersByOne: boolean;
  /** Whether these numbers follow the order of the rows; else records stand in the order of their ids. */
  readonly numbersInOrder: boolean;
  /** Whether a text is one of those written out; NULL of NULL. */
  readonly isAmong: (text: Sql, written: readonly string[]) => Sql;
  /** A text that is compared code point by code point. */
  readonly byCodePoint: (text: string) => string;
  /** Ends a query so that what reads it does not work its columns out again wherever they are named. */
  readonly fence: string;
  /** Said of a query that each of its readers shall work out for itself; null where the engine has no word for it. */
  readonly notKept: string | null;
  /** So many readers of all records may work them out for themselves, before keeping them costs less. */
  readonly readersOfRecords: number;
  /** Whether rows that are looked for among none are not read at all, once that is known. */
  readonly skipsSearchForNothing: boolean;
}

type FirstBy = (value: Sql, position: Sql, filter: Sql) => Sql;

export interface EachDay {
  /** The day, as it stands among the columns. */
  readonly column: string;
  /** `FROM … AS r` and what follows. */
  readonly rest: string;
}

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  duckdb: duckdb(),
  postgres: postgres(),
  spark: spark(),
};

function duckdb(): Dialect {
  return {
    name: "duckdb",
    identifier: doubleQuoted,
    text: duckdbText,
    long: (value) => casted(value, "BIGINT"),
    wide: (value) => casted(value, "HUGEINT"),
    wideType: "HUGEINT",
    quotient: (over, under) => built(`(${over.text} // ${under.text})`, [over, under]),
    longQuotient: (over, under) => built(`(${over.text} // ${under.text})`, [over, under]),
    textOf: (value) => casted(value, "VARCHAR"),
    dayOfDate: (date) => `(${date} - DATE '1970-01-01')`,
    dayOfTimestamp: (timestamp) => `(CAST(${timestamp} AS DATE) - DATE '1970-01-01')`,
    secondsOfTimestamp: (timestamp) => `(epoch_us(${timestamp}) // 1000000)`,
    monthOfDay: (day) => {
      const date = `make_date(CAST(${day.text} AS INTEGER))`;
      return built(`(year(${date}) * 12 + month(${date}) - 1)`, [day]);
    },
    yearOfDay: (day) => built(`year(make_date(CAST(${day.text} AS INTEGER)))`, [day]),
    firstDayOfMonth: (month) =>
      built(`(make_date(${month.text} // 12, ${month.text} % 12 + 1, 1) - DATE '1970-01-01')`, [month]),
    dateText: (day) => built(`strftime(DATE '1970-01-01' + CAST(${day.text} AS INTEGER), '%Y-%m-%d')`, [day]),
    firstBy: firstInDuckDb,
    firstNumberByText: firstInDuckDb,
    anyTrue: (condition, filter) =>
      built(`COALESCE(bool_or(${condition.text})${filtered(filter)}, FALSE)`, [condition, filter], false),
    eachDay: (from, first, last) => ({
      column: `unnest(generate_series(${first}, ${last}))`,
      rest: `FROM ${from} AS r WHERE ${first} <= ${last}`,
    }),
    rows: valuesTable,
    recordNumber: "row_number() OVER ()",
    numbersByOne: true,
    numbersInOrder: true,
    // A list is looked through once for each text that a column holds; a long IN becomes a join with every row.
    isAmong: (text, written) => built(`list_contains([${listed(written, duckdbText)}], ${text.text})`, [text]),
    byCodePoint: (text) => text,
    fence: "",
    notKept: "NOT MATERIALIZED",
    readersOfRecords: 1,
    skipsSearchForNothing: true,
  };
}

function postgres(): Dialect {
  return {
    name: "postgres",
    identifier: doubleQuoted,
    text: postgresText,
    long: (value) => casted(value, "BIGINT"),
    wide: (value) => casted(value, "NUMERIC"),
    wideType: "NUMERIC",
    quotient: (over, under) => called("div", over, under),
    longQuotient: (over, under) => built(`(${over.text} / ${under.text})`, [over, under]),
    textOf: (value) => casted(value, "TEXT"),
    dayOfDate: (date) => `CAST(${date} - DATE '1970-01-01' AS BIGINT)`,
    dayOfTimestamp: (timestamp) => `CAST(CAST(${timestamp} AS DATE) - DATE '1970-01-01' AS BIGINT)`,
    secondsOfTimestamp: (timestamp) => `CAST(floor(extract(epoch FROM ${timestamp})) AS BIGINT)`,
    monthOfDay: (day) => {
      const date = `(DATE '1970-01-01' + CAST(${day.text} AS INTEGER))`;
      const [year, month] = ["year", "month"].map((part) => `CAST(extract(${part} FROM ${date}) AS BIGINT)`);
      return built(`(${year ?? ""} * 12 + ${month ?? ""} - 1)`, [day]);
    },
    yearOfDay: (day) =>
      built(`CAST(extract(year FROM DATE '1970-01-01' + CAST(${day.text} AS INTEGER)) AS BIGINT)`, [day]),
    firstDayOfMonth: (month) =>
      built(
        `CAST(make_date(CAST(${month.text} / 12 AS INTEGER), CAST(${month.text} % 12 + 1 AS INTEGER), 1) - DATE '1970-01-01' AS BIGINT)`,
        [month],
      ),
    dateText: (day) => built(`to_char(DATE '1970-01-01' + CAST(${day.text} AS INTEGER), 'YYYY-MM-DD')`, [day]),
    firstBy: (value, position, filter) =>
      built(
        `(array_agg(${value.text} ORDER BY ${position.text})${filtered(filter)})[1]`,
        [value, position, filter],
        true,
      ),
    // What asks for no order is gathered without sorting, by all processes.
    firstNumberByText: (value, position, filter) => {
      const pair = `ARRAY[${position.text}, CAST(${value.text} AS TEXT)]`;
      const first = `(min(${pair} COLLATE "C")${filtered(filter)})[2]`;
      return built(`CAST(${first} AS BIGINT)`, [value, position, filter], true);
    },
    anyTrue: (condition, filter) =>
      built(`COALESCE(bool_or(${condition.text})${filtered(filter)}, FALSE)`, [condition, filter], false),
    eachDay: (from, first, last, day) => ({
      column: `d.${day}`,
      rest: `FROM ${from} AS r CROSS JOIN LATERAL generate_series(${first}, ${last}) AS d(${day})`,
    }),
    rows: valuesTable,
    recordNumber: "row_number() OVER ()",
    numbersByOne: true,
    numbersInOrder: false,
    isAmong: (text, written) => built(`(${text.text} IN (${listed(written, postgresText)}))`, [text]),
    byCodePoint: (text) => `${text} COLLATE "C"`,
    // As a text, because no process helps with a query that ends in the number.
    fence: "\nOFFSET '0'",
    // What is kept for several readers is read by one process alone.
    notKept: "NOT MATERIALIZED",
    readersOfRecords: 4,
    skipsSearchForNothing: true,
  };
}

function spark(): Dialect {
  return {
    name: "spark",
    identifier: (name) => `\`${name.replaceAll("`", "``")}\``,
    text: sparkText,
    long: (value) => casted(value, "BIGINT"),
    wide: (value) => casted(value, "DECIMAL(38,0)"),
    wideType: "DECIMAL(38,0)",
    quotient: (over, under) => built(`CAST((${over.text} div ${under.text}) AS DECIMAL(38,0))`, [over, under]),
    longQuotient: (over, under) => built(`(${over.text} div ${under.text})`, [over, under]),
    textOf: (value) => casted(value, "STRING"),
    dayOfDate: (date) => `CAST(unix_date(${date}) AS BIGINT)`,
    dayOfTimestamp: (timestamp) => `CAST(unix_date(CAST(${timestamp} AS DATE)) AS BIGINT)`,
    secondsOfTimestamp: (timestamp) =>
      `(CAST(unix_date(CAST(${timestamp} AS DATE)) AS BIGINT) * 86400 + hour(${timestamp}) * 3600 + minute(${timestamp}) * 60 + second(${timestamp}))`,
    monthOfDay: (day) => {
      const date = `date_from_unix_date(CAST(${day.text} AS INT))`;
      return built(`CAST(year(${date}) * 12 + month(${date}) - 1 AS BIGINT)`, [day]);
    },
    yearOfDay: (day) => built(`CAST(year(date_from_unix_date(CAST(${day.text} AS INT))) AS BIGINT)`, [day]),
    firstDayOfMonth: (month) =>
      built(
        `CAST(unix_date(make_date(CAST(${month.text} div 12 AS INT), CAST(${month.text} % 12 + 1 AS INT), 1)) AS BIGINT)`,
        [month],
      ),
    dateText: (day) => built(`CAST(date_from_unix_date(CAST(${day.text} AS INT)) AS STRING)`, [day]),
    firstBy: firstInSpark,
    firstNumberByText: firstInSpark,
    anyTrue: (condition, filter) =>
      built(`COALESCE(bool_or(${condition.text})${filtered(filter)}, FALSE)`, [condition, filter], false),
    eachDay: (from, first, last, day) => ({
      column: `d.${day}`,
      rest: `FROM ${from} AS r LATERAL VIEW explode(CASE WHEN ${first} <= ${last} THEN sequence(${first}, ${last}) END) d AS ${day}`,
    }),
    rows: valuesTable,
    recordNumber: "monotonically_increasing_id()",
    numbersByOne: false,
    numbersInOrder: true,
    isAmong: (text, written) => built(`(${text.text} IN (${listed(written, sparkText)}))`, [text]),
    byCodePoint: (text) => text,
    fence: "",
    notKept: null,
    readersOfRecords: 0,
    skipsSearchForNothing: false,
  };
}

function firstInDuckDb(value: Sql, position: Sql, filter: Sql): Sql {
  return built(`arg_min_null(${value.text}, ${position.text})${filtered(filter)}`, [value, position, filter], true);
}

function firstInSpark(value: Sql, position: Sql, filter: Sql): Sql {
  const first = `min_by(named_struct('v', ${value.text}), ${position.text})${filtered(filter)}.v`;
  return built(first, [value, position, filter], true);
}

/** A condition on what an aggregate takes in; nothing where it takes all. */
export function filtered({ text }: Sql): string {
  return text === "TRUE" ? "" : ` FILTER (WHERE ${text})`;
}

/** One line of a comment: nothing in it can end it, begin another one or be taken for a command. */
export function comment(text: string): string {
  return `-- ${text
    .replaceAll(/[^\p{L}\p{N} .,:=+()§%/–-]/gu, " ")
    .replaceAll(/ +/g, " ")
    .trim()}`;
}

function casted(value: Sql, type: string): Sql {
  if (value.text.endsWith(` AS ${type})`) && value.text.startsWith("CAST(") && numberIn(value) === undefined) {
    const inner = value.text.slice(5, -` AS ${type})`.length);
    if (!inner.includes("(")) return value;
  }
  return built(`CAST(${value.text} AS ${type})`, [value]);
}

function duckdbText(text: string): Sql {
  return certain(`'${text.replaceAll("'", "''")}'`);
}

function postgresText(text: string): Sql {
  const isPlain = !text.includes("\\");
  const inner = text.replaceAll("\\", "\\\\").replaceAll("'", "''");
  return certain(isPlain ? `'${inner}'::text` : `E'${inner}'`);
}

/** `$` is written as an escape, because Spark puts its settings in for ${…} before it reads the text. */
function sparkText(text: string): Sql {
  const inner = text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
  return certain(`'${inner.replaceAll("$", "\\u0024").replaceAll("\n", "\\n")}'`);
}

function listed(written: readonly string[], text: (text: string) => Sql): string {
  return written.map((each) => text(each).text).join(", ");
}

function doubleQuoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function valuesTable(rows: readonly (readonly string[])[], columns: readonly string[]): string {
  const written = rows.map((row) => `(${row.join(", ")})`).join(",\n    ");
  return `SELECT * FROM (VALUES\n    ${written}\n  ) AS t(${columns.join(", ")})`;
}

/** Days since 1970-01-01 as a number. */
export function dayLiteral(day: number): Sql {
  return number(day);
}
