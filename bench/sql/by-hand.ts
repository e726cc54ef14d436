// Stockholm's mean rule as somebody would write it in SQL who wants nothing but these lines, tuned as far as we know how:
// one scan of the columns it needs, one grouping, exact whole numbers from the sums on.
// Rule: it gives the lines, the amounts and the account that Avtal gives, or the measurement fails.

export type HandDialect = "duckdb" | "postgres";

/**
 * Of nine columns, for which the municipality pays. `from`: what stands after FROM. Rows of payer, period, öre; then one of
 * the three counts of the account.
 */
export function handWritten(from: string, dialect: HandDialect): string {
  const rows = `(SELECT *, municipality AS payer, ready_notice_at AS ready_at FROM ${from})`;
  return linesOf(`SELECT ${judged("", dialect)} FROM ${rows} AS r`, dialect);
}

/** The same of whole rows. */
export function handWrittenOfWholeRows(from: string, dialect: HandDialect): string {
  return linesOf(`SELECT ${judged(absentInWholeRows, dialect)} FROM ${wholeRowsOf(from)} AS r`, dialect);
}

/** Districts pay in Stockholm, another municipality may have placed the patient, and notices are renewed. */
export function wholeRowsOf(from: string): string {
  return `(SELECT *,
    CASE WHEN ready_withdrawn_at IS NULL THEN ready_notice_at ELSE ready_reissued_at END AS ready_at,
    CASE WHEN coalesce(placing_municipality, municipality) = '0180' THEN district
      ELSE coalesce(placing_municipality, municipality) END AS payer
    FROM ${from})`;
}

export const absentInWholeRows = "OR payer IS NULL OR discharged_at IS NULL";

/**
 * Of each episode who pays, in which month, and its days; -1 where it is not charged, -2 where a fact is lacking.
 * `orLacking`: further reasons for that.
 */
export function judged(orLacking: string, dialect: HandDialect): string {
  const { day, month, time } = parts[dialect];
  return `payer,
    ${month("discharged_at")} AS month,
    CASE
      WHEN admission_notice_at IS NULL OR ready_at IS NULL OR outpatient_unavailable IS DISTINCT FROM FALSE
        OR (care_contact_needed AND NOT care_contact)
        OR (sip_needed AND (sip_summons_date IS NULL OR sip_summons_date > ${day("ready_at")} + 3)) THEN -1
      WHEN (care_contact_needed IS DISTINCT FROM FALSE AND care_contact IS DISTINCT FROM TRUE)
        OR (sip_needed IS NULL AND (sip_summons_date IS NULL OR sip_summons_date > ${day("ready_at")} + 3))
        ${orLacking} THEN -2
      ELSE greatest(0, ${day("discharged_at")} - ${day("ready_at")}
        - CASE WHEN ${time("ready_at")} > TIME '12:00' THEN 1 ELSE 0 END)
    END AS days`;
}

/** Of each payer and month, from what was judged. */
export const sums = `count(*) FILTER (WHERE days >= 0) AS episodes,
    CAST(coalesce(sum(days) FILTER (WHERE days > 0), 0) AS BIGINT) AS days,
    count(*) FILTER (WHERE days > 0) AS counting,
    count(*) FILTER (WHERE days = -1) AS not_charged,
    count(*) FILTER (WHERE days = -2) AS undecided`;

/** What is left of a statement that has `summed`. */
export function linesOfSums(dialect: HandDialect): string {
  const { wide, quotient } = parts[dialect];
  const ore = quotient(`2 * CAST(over AS ${wide}) * counting * 930000 + under`, `2 * CAST(under AS ${wide})`);
  return `priced AS (
  SELECT payer, month, 10 * days - 13 * episodes AS over, 10 * episodes AS under, counting
  FROM summed WHERE 10 * days > 13 * episodes
)
SELECT payer, CAST(month AS VARCHAR), CAST(${ore} AS VARCHAR)
FROM priced
UNION ALL
SELECT 'account', CAST(sum(episodes) AS VARCHAR), CAST(sum(not_charged) AS VARCHAR) || ' ' || CAST(sum(undecided) AS VARCHAR)
FROM summed`;
}

function linesOf(rows: string, dialect: HandDialect): string {
  return `WITH judged AS (
  ${rows}
), summed AS (
  SELECT payer, month, ${sums}
  FROM judged GROUP BY payer, month
), ${linesOfSums(dialect)}`;
}

const parts = {
  duckdb: {
    day: (moment: string) => `CAST(${moment} AS DATE)`,
    time: (moment: string) => `CAST(${moment} AS TIME)`,
    month: (moment: string) => `year(${moment}) * 12 + month(${moment}) - 1`,
    wide: "HUGEINT",
    quotient: (over: string, under: string) => `(${over}) // (${under})`,
  },
  postgres: {
    day: (moment: string) => `${moment}::date`,
    time: (moment: string) => `${moment}::time`,
    month: (moment: string) => `extract(year FROM ${moment})::int * 12 + extract(month FROM ${moment})::int - 1`,
    wide: "NUMERIC",
    quotient: (over: string, under: string) => `div(${over}, ${under})`,
  },
} as const;
