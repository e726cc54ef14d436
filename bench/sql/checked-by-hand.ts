// Stockholm's mean rule of 2022 from a whole file, as somebody would write it in SQL who must not send a bill for what
// cannot be right: every row is checked as far as a file alone can tell, then come lines and account.
// Rule: what is refused here `avtal run` refuses too, and the lines are the same, or the measurement fails. Cells that
// cannot be read, and rows with another number of cells, stop DuckDB while it reads: their types are given.

import { dateText } from "@avtal/runtime/calendar";
import { absentInWholeRows, judged, linesOfSums, sums, wholeRowsOf } from "./by-hand.ts";

export interface FileInSql {
  /** What stands after FROM. */
  readonly from: string;
  /** A CSV file is cut once for all; of a Parquet file each part reads the few columns that it needs. */
  readonly kept: "MATERIALIZED" | "NOT MATERIALIZED";
  readonly municipalities: readonly Payer[];
  readonly districts: readonly Payer[];
}

export interface Payer {
  readonly code: string;
  /** First day and first day outside, in days since 1970; null where there is none. */
  readonly from: number | null;
  readonly until: number | null;
}

/** The columns that rule and checks read, with their types, in the order of the files that `avtal data sample` writes. */
export const typesOfFile: readonly (readonly [name: string, type: string])[] = [
  ["id", "VARCHAR"],
  ["patient", "VARCHAR"],
  ["protected", "BOOLEAN"],
  ["municipality", "VARCHAR"],
  ["placing_municipality", "VARCHAR"],
  ["district", "VARCHAR"],
  ["care_type", "VARCHAR"],
  ["care_kind", "VARCHAR"],
  ["hospital", "VARCHAR"],
  ["admitted_at", "TIMESTAMP"],
  ["admission_notice_at", "TIMESTAMP"],
  ["stay_estimate_at", "TIMESTAMP"],
  ["ready_notice_at", "TIMESTAMP"],
  ["ready_withdrawn_at", "TIMESTAMP"],
  ["ready_reissued_at", "TIMESTAMP"],
  ["discharge_message_at", "TIMESTAMP"],
  ["care_plan_call_at", "TIMESTAMP"],
  ["discharged_at", "TIMESTAMP"],
  ["care_contact", "BOOLEAN"],
  ["care_contact_needed", "BOOLEAN"],
  ["sip_needed", "BOOLEAN"],
  ["sip_summons_date", "DATE"],
  ["care_plan_made", "BOOLEAN"],
  ["outpatient_unavailable", "BOOLEAN"],
  ["age_at_discharge", "INTEGER"],
  ["days_to_unplanned_readmission", "INTEGER"],
];

/** What the last row counts, in its order: rows, and of payers what stands together on some rows. */
export const faults = ["cell", "order", "payer", "repeated", "overlapping"] as const;

/** Rows of payer, month, öre; then `account` with in the rule, not charged and undecided; then `faults`. */
export function linesOfCheckedFile(file: FileInSql): string {
  const checked = ["municipality", "placing_municipality", "district", "id", "patient", "admitted_at", "discharged_at"];
  const stay = ["least", "greatest"].map(
    (which) => `${which}(admitted_at, ready_notice_at, discharged_at) AS ${which}_day`,
  );
  const further = [...checked, ...stay, `${badCell} AS bad_cell`, `${badOrder} AS bad_order`];
  return `WITH read AS ${file.kept} (
  SELECT ${judged(absentInWholeRows, "duckdb")}, ${further.join(", ")}
  FROM ${wholeRowsOf(file.from)}
), payers AS (
  SELECT municipality, placing_municipality, district, max(least_day) AS latest_begin, min(greatest_day) AS earliest_end
  FROM read GROUP BY ALL
), stays AS (
  SELECT admitted_at, max(coalesce(discharged_at, TIMESTAMP 'infinity')) OVER (
    PARTITION BY patient ORDER BY admitted_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS longest_before
  FROM read WHERE admitted_at IS NOT NULL AND patient IS NOT NULL
), summed AS (
  SELECT payer, month, ${sums},
    count(*) FILTER (WHERE bad_cell) AS cells, count(*) FILTER (WHERE bad_order) AS orders
  FROM read GROUP BY payer, month
), ${linesOfSums("duckdb")}
UNION ALL
SELECT 'faults', CAST(sum(cells) AS VARCHAR), concat_ws(' ', sum(orders),
  (SELECT count(*) FROM payers WHERE ${badPayer(file)}),
  (SELECT count(*) - count(DISTINCT id) FROM read),
  (SELECT count(*) FROM stays WHERE admitted_at < longest_before))
FROM summed`;
}

const badCell = `(id IS NULL OR care_type NOT IN ('somatic', 'psychiatric')
      OR care_kind NOT IN ('acute', 'geriatric', 'long_term', 'psychiatric'))`;

/** No event before one that it follows, and no stay of 25 years. */
const badOrder = `(ready_notice_at < admitted_at OR discharged_at < admitted_at OR ready_withdrawn_at < ready_notice_at
      OR ready_reissued_at < ready_withdrawn_at OR discharged_at < ready_notice_at OR discharged_at < ready_withdrawn_at
      OR discharged_at < ready_reissued_at OR discharged_at - admitted_at > INTERVAL 9131 DAY)`;

/** Of payers that stand together on some rows: that one is in no register, or existed on no day of some stay. */
function badPayer({ municipalities, districts }: FileInSql): string {
  const existing = [
    exists("municipality", municipalities),
    exists("placing_municipality", municipalities),
    exists("district", districts),
  ];
  return `NOT (${existing.join(" AND ")})`;
}

function exists(column: string, payers: readonly Payer[]): string {
  const always = payers.filter(({ from, until }) => from === null && until === null).map(({ code }) => `'${code}'`);
  const sometimes = payers
    .filter(({ from, until }) => from !== null || until !== null)
    .map(({ code, from, until }) => {
      const begun = from === null ? [] : [`earliest_end >= TIMESTAMP '${dateText(from)}'`];
      const notOver = until === null ? [] : [`latest_begin < TIMESTAMP '${dateText(until)}'`];
      return `(${[`${column} = '${code}'`, ...begun, ...notOver].join(" AND ")})`;
    });
  return `(${[`${column} IS NULL`, `${column} IN (${always.join(", ")})`, ...sometimes].join(" OR ")})`;
}
