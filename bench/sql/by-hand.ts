// Stockholm's mean rule as somebody would write it in SQL who wants nothing but these lines, tuned as far as we know how:
// one scan of the columns it needs, one grouping, exact whole numbers from the sums on.
// Rule: it gives the lines, the amounts and the account that Avtal gives, or the measurement fails.

export type HandDialect = "duckdb" | "postgres";

/**
 * Of nine columns, for which the municipality pays. `from`: what stands after FROM. Rows of payer, period, öre; then one of
 * the three counts of the account.
 */
export function handWritten(from: string, dialect: HandDialect): string {
  return linesOf(`SELECT *, municipality AS payer, ready_notice_at AS ready_at FROM ${from}`, "", dialect);
}

/** The same of whole rows: districts pay in Stockholm, another municipality may have placed the patient, notices are renewed. */
export function handWrittenOfWholeRows(from: string, dialect: HandDialect): string {
  const rows = `SELECT *,
    CASE WHEN ready_withdrawn_at IS NULL THEN ready_notice_at ELSE ready_reissued_at END AS ready_at,
    CASE WHEN coalesce(placing_municipality, municipality) = '0180' THEN district
      ELSE coalesce(placing_municipality, municipality) END AS payer
    FROM ${from}`;
  return linesOf(rows, "OR payer IS NULL OR discharged_at IS NULL", dialect);
}

/** `orUnknown`: further reasons for which a row is undecided. */
function linesOf(rows: string, orUnknown: string, dialect: HandDialect): string {
  const { day, month, wide, quotient } = parts[dialect];
  return `WITH judged AS (
  SELECT payer,
    ${month("discharged_at")} AS month,
    CASE
      WHEN admission_notice_at IS NULL OR ready_at IS NULL OR outpatient_unavailable IS DISTINCT FROM FALSE
        OR (care_contact_needed AND NOT care_contact)
        OR (sip_needed AND (sip_summons_date IS NULL OR sip_summons_date > ${day("ready_at")} + 3)) THEN -1
      WHEN (care_contact_needed IS DISTINCT FROM FALSE AND care_contact IS DISTINCT FROM TRUE)
        OR (sip_needed IS NULL AND (sip_summons_date IS NULL OR sip_summons_date > ${day("ready_at")} + 3))
        ${orUnknown} THEN -2
      ELSE greatest(0, ${day("discharged_at")} - ${day("ready_at")}
        - CASE WHEN ${dialect === "duckdb" ? "CAST(ready_at AS TIME)" : "ready_at::time"} > TIME '12:00' THEN 1 ELSE 0 END)
    END AS days
  FROM (${rows}) AS r
), summed AS (
  SELECT payer, month,
    count(*) FILTER (WHERE days >= 0) AS episodes,
    CAST(coalesce(sum(days) FILTER (WHERE days > 0), 0) AS BIGINT) AS days,
    count(*) FILTER (WHERE days > 0) AS counting,
    count(*) FILTER (WHERE days = -1) AS not_charged,
    count(*) FILTER (WHERE days = -2) AS undecided
  FROM judged GROUP BY payer, month
), priced AS (
  SELECT payer, month, 10 * days - 13 * episodes AS over, 10 * episodes AS under, counting
  FROM summed WHERE 10 * days > 13 * episodes
)
SELECT payer, CAST(month AS VARCHAR), CAST(${quotient(
    `2 * CAST(over AS ${wide}) * counting * 930000 + under`,
    `2 * CAST(under AS ${wide})`,
  )} AS VARCHAR)
FROM priced
UNION ALL
SELECT 'account', CAST(sum(episodes) AS VARCHAR), CAST(sum(not_charged) AS VARCHAR) || ' ' || CAST(sum(undecided) AS VARCHAR)
FROM summed`;
}

const parts = {
  duckdb: {
    day: (moment: string) => `CAST(${moment} AS DATE)`,
    month: (moment: string) => `year(${moment}) * 12 + month(${moment}) - 1`,
    wide: "HUGEINT",
    quotient: (over: string, under: string) => `(${over}) // (${under})`,
  },
  postgres: {
    day: (moment: string) => `${moment}::date`,
    month: (moment: string) => `extract(year FROM ${moment})::int * 12 + extract(month FROM ${moment})::int - 1`,
    wide: "NUMERIC",
    quotient: (over: string, under: string) => `div(${over}, ${under})`,
  },
} as const;
