// Stockholm 2020-01-01 against 2021-11-01 over 20 000 episodes, both modes, held against SQL written by hand from the
// agreement's text: every payer and month, to the öre. Nothing of the compiler or the runtime is used in the SQL.

import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, test } from "vitest";
import type { Comparison, Mode } from "@avtal/replay/compare/comparison";
import { ratio } from "@avtal/runtime/ratio";
import { compared, sample, sideOf } from "./sides.ts";

/** Who pays what under a limit by month, and with or without the individual rule for psychiatric care. */
interface Terms {
  /** Tenths of hundredths of a day: 2,0 days are 2000. */
  readonly limit: (month: string) => number;
  readonly psychiatricAlone: boolean;
}

const older: Terms = { limit: () => 2000, psychiatricAlone: true };
const newerAsWorded: Terms = { limit: () => 1300, psychiatricAlone: false };
/** In 2020 the transition still runs; from November on the limit is the county's mean, supplied as 1,74 days. */
const newerInForce: Terms = { limit: (month) => (month < "2020-11" ? 2000 : 1740), psychiatricAlone: true };
const months = ["2020-08", "2020-09", "2020-10", "2020-11", "2020-12"];

let data = "";

beforeAll(async () => {
  const from = 2020 * 12 + 7;
  data = await sample({ agreement: "stockholm", episodes: 20_000, seed: 11, from, through: from + 4 });
});

describe.each<readonly [Mode, Terms]>([
  ["counterfactual", newerAsWorded],
  ["in-force", newerInForce],
])("%s", (mode, newer) => {
  let comparison: Comparison;
  let cells: ReadonlyMap<string, { readonly a: bigint; readonly b: bigint }>;

  beforeAll(async () => {
    const values = [{ value: "stockholm.länsgenomsnitt", from: null, exact: ratio(174n, 100n) }];
    const a = sideOf("stockholm", { day: "2020-01-01", values });
    const b = sideOf("stockholm", { day: "2021-11-01", values });
    comparison = await compared({ a, b, mode, data });
    cells = joined(await bySql(data, older), await bySql(data, newer));
  });

  test("every payer and month is to the öre what the SQL gives", () => {
    const ours = comparison.payerPeriods.map((cell): [string, object] => [
      `${cell.payer.code} ${cell.period}`,
      { a: cell.a, b: cell.b },
    ]);
    expect(new Map(ours)).toEqual(cells);
    expect(cells.size).toBeGreaterThan(100);
  });

  test("so are the totals, by payer and by month", () => {
    const total = sums(cells, () => "all").get("all");
    expect(comparison.total).toEqual({ ...total, difference: (total?.b ?? 0n) - (total?.a ?? 0n) });
    const byPayer = sums(cells, (key) => key.split(" ")[0] ?? "");
    for (const { payer, a, b } of comparison.payers) {
      expect({ code: payer.code, a, b }).toEqual({
        code: payer.code,
        ...(byPayer.get(payer.code) ?? { a: 0n, b: 0n }),
      });
    }
    const byMonth = sums(cells, (key) => key.split(" ")[1] ?? "");
    expect(new Map(comparison.periods.map(({ period, a, b }) => [period, { a, b }]))).toEqual(byMonth);
  });

  test("the parts of the attribution sum to the SQL's difference", () => {
    const difference = [...cells.values()].reduce((sum, { a, b }) => sum + b - a, 0n);
    expect(comparison.attribution.parts.reduce((sum, part) => sum + part.difference, 0n)).toBe(difference);
    expect(difference).not.toBe(0n);
  });
});

/** Amount in öre by `payer month`. */
async function bySql(path: string, terms: Terms): Promise<ReadonlyMap<string, bigint>> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(sql(path, terms));
  const rows = reader.getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return new Map(rows.map(([payer, month, amount]) => [`${String(payer)} ${String(month)}`, BigInt(String(amount))]));
}

function sql(path: string, { limit, psychiatricAlone }: Terms): string {
  const limits = months.map((month) => `('${month}', ${limit(month)}::hugeint)`).join(", ");
  return `
    with episodes as (
      select *, case when ready_withdrawn_at is not null then ready_reissued_at else ready_notice_at end as ready_at
      from read_csv('${path}', delim = ';', header = true, all_varchar = true, nullstr = '')
    ),
    -- 12.2: the conditions; an episode counts only where every one of them certainly holds.
    liable as (
      select
        coalesce(placing_municipality, municipality) as commune, district, care_type,
        ready_at::timestamp as ready, discharged_at::timestamp as discharged
      from episodes
      where admission_notice_at is not null
        and ready_at is not null
        and (care_contact = 'true' or care_contact_needed = 'false')
        and ((sip_summons_date is not null and sip_summons_date::date <= ready_at::timestamp::date + 3) or sip_needed = 'false')
        and outpatient_unavailable = 'false'
        and discharged_at is not null
        and coalesce(placing_municipality, municipality) like '01%'
    ),
    -- 12.3: after 12.00 counts from the next day; day zero does not count.
    counted as (
      select
        case when commune = '0180' then district else commune end as payer,
        strftime(discharged, '%Y-%m') as month,
        care_type,
        greatest(0, date_diff('day', ready::date + case when ready::time > time '12:00:00' then 1 else 0 end, discharged::date))::hugeint as days
      from liable
    ),
    limits(month, thousandths) as (values ${limits}),
    means as (
      select payer, month, sum(days)::hugeint as days, count(*)::hugeint as episodes,
        count(*) filter (where days >= 1)::hugeint as ready_episodes
      from counted
      where payer is not null ${psychiatricAlone ? "and care_type = 'somatic'" : ""}
      group by payer, month
    ),
    -- (mean - limit) * episodes with at least one ready day * 8 200 kr, to whole öre, halves up.
    by_mean as (
      select payer, month,
        (2 * (1000 * days - thousandths * episodes) * ready_episodes * 820000 + 1000 * episodes) // (2 * 1000 * episodes) as amount
      from means join limits using (month)
      where 1000 * days > thousandths * episodes
    ),
    -- 12.4: five days free, then every day of each patient.
    alone as (
      select payer, month, (days - 5) * 820000 as amount
      from counted
      where ${psychiatricAlone ? "care_type = 'psychiatric'" : "false"} and days > 5 and payer is not null
    )
    select payer, month, sum(amount)::hugeint::varchar
    from (select * from by_mean union all select * from alone)
    group by payer, month
  `;
}

type Cell = { readonly a: bigint; readonly b: bigint };

function joined(a: ReadonlyMap<string, bigint>, b: ReadonlyMap<string, bigint>): ReadonlyMap<string, Cell> {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return new Map([...keys].map((key) => [key, { a: a.get(key) ?? 0n, b: b.get(key) ?? 0n }]));
}

function sums(cells: ReadonlyMap<string, Cell>, groupOf: (key: string) => string): ReadonlyMap<string, Cell> {
  const groups = new Map<string, Cell>();
  for (const [key, { a, b }] of cells) {
    const known = groups.get(groupOf(key)) ?? { a: 0n, b: 0n };
    groups.set(groupOf(key), { a: known.a + a, b: known.b + b });
  }
  return groups;
}
