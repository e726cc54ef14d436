// Stockholm's mean rule as somebody would write it in SQL who wants nothing but these lines, tuned as far as we know how:
// one scan of the columns it needs, one grouping, exact whole numbers from the sums on.
// Rule: it gives the lines, the amounts and the account that Avtal gives, or the measurement fails.

export type HandDialect = "duckdb" | "postgres";

/** `from`: what stands after FROM. Rows of payer, period, öre; then one of the three counts of the account. */
export function handWritten(from: string, dialect: HandDialect): string {
  const { day, month, wide, quotient } = parts[dialect];
  return `WITH judged AS (
  SELECT municipality,
    ${month("discharged_at")} AS month,
    CASE
      WHEN admission_notice_at IS NULL OR ready_notice_at IS NULL OR outpatient_unavailable IS DISTINCT FROM FALSE
        OR (care_contact_needed AND NOT care_contact)
        OR (sip_needed AND (sip_summons_date IS NULL OR sip_summons_date > ${day("ready_notice_at")} + 3)) THEN -1
      WHEN (care_contact_needed IS DISTINCT FROM FALSE AND care_contact IS DISTINCT FROM TRUE)
        OR (sip_needed IS NULL AND (sip_summons_date IS NULL OR sip_summons_date > ${day("ready_notice_at")} + 3)) THEN -2
      ELSE greatest(0, ${day("discharged_at")} - ${day("ready_notice_at")}
        - CASE WHEN ${dialect === "duckdb" ? "CAST(ready_notice_at AS TIME)" : "ready_notice_at::time"} > TIME '12:00' THEN 1 ELSE 0 END)
    END AS days
  FROM ${from}
), summed AS (
  SELECT municipality, month,
    count(*) FILTER (WHERE days >= 0) AS episodes,
    CAST(coalesce(sum(days) FILTER (WHERE days > 0), 0) AS BIGINT) AS days,
    count(*) FILTER (WHERE days > 0) AS counting,
    count(*) FILTER (WHERE days = -1) AS not_charged,
    count(*) FILTER (WHERE days = -2) AS undecided
  FROM judged GROUP BY municipality, month
), priced AS (
  SELECT municipality, month, 10 * days - 13 * episodes AS over, 10 * episodes AS under, counting
  FROM summed WHERE 10 * days > 13 * episodes
)
SELECT municipality, CAST(month AS VARCHAR), CAST(${quotient(
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
