// The editor's reader of Parquet beside the one of `avtal run`, over the same files.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { plainDescription } from "@avtal/replay/read/description";
import { openFile } from "@avtal/replay/read/open-file";
import { readParquet as readByDuckDb } from "@avtal/replay/read/parquet/from-parquet";
import type { FormatReading } from "@avtal/replay/read/episodes";
import { goodRow, inFolder } from "../../test/harness/data-file.ts";
import { nationalFields, nationalRegisters } from "../../test/harness/national-fields.ts";
import { parquetInBundle } from "../parquet-in-bundle.mjs";
import { readParquet } from "./read-parquet.ts";

async function written(path: string, select: string, options: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`copy (${select}) to '${path}' (format parquet${options})`);
  connection.closeSync();
  instance.closeSync();
}

/** Rows of the good one, with some columns as other SQL expressions over the number `i` of the row. */
function rowsOf(changes: Readonly<Record<string, string>>, count: number): string {
  const columns = {
    ...Object.fromEntries(Object.entries(goodRow).map(([key, text]) => [key, `'${text}'`])),
    id: "'v-' || i",
    ...changes,
  };
  const select = Object.entries(columns).map(([key, sql]) => `${sql} as "${key}"`);
  return `select ${select.join(", ")} from range(${count}) as rows(i)`;
}

async function readBoth(select: string, options = ""): Promise<readonly [string, string]> {
  return inFolder(async (folder) => {
    const path = join(folder, "data.parquet");
    await written(path, select, options);
    return [await readWith(readParquet, path), await readWith((file, asked) => readByDuckDb(file, asked, null), path)];
  });
}

async function readWith(read: typeof readParquet, path: string): Promise<string> {
  const opened = openFile(path);
  if (!opened.ok) throw new Error("The file was not opened.");
  const asked = { path, fields: nationalFields, registers: nationalRegisters, description: plainDescription };
  const shown = textOf(await read(opened.file, asked));
  opened.file.close();
  return shown;
}

/** Every column, every id and every refusal. */
function textOf(reading: FormatReading): string {
  if (reading.kind === "refused") return reading.problems.map(({ code, column }) => `${code} ${column}`).join(", ");
  const { columns, refused } = reading.table.finish();
  const { rows, absent, ignored } = reading;
  return JSON.stringify({ columns, refused, rows, absent, ignored }, (_, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`;
    if (value instanceof Map) return [...(value as ReadonlyMap<unknown, unknown>)];
    return ArrayBuffer.isView(value) ? Array.from(value as Uint8Array) : value;
  });
}

const typed = {
  municipality: "case i % 3 when 0 then '0126' when 1 then '0180' else null end",
  admitted_at: "timestamp '2022-03-01 10:15:59.999' - to_hours(i)",
  admission_notice_at: "(timestamp '2022-03-01 11:00:00' + to_minutes(i))::timestamp_s",
  ready_notice_at: "(timestamp '2022-03-05 09:30:00' + to_seconds(i))::timestamp_ns",
  discharged_at: "timestamptz '2022-03-07 14:00:00+00' + to_days(i::integer % 90)",
  care_contact: "i % 2 = 0",
  sip_summons_date: "case when i % 5 = 0 then null else date '2022-03-06' + i::integer % 40 end",
  age_at_discharge: "(i % 100)::decimal(38, 4)",
  hospital: "case when i % 7 = 0 then null else 'Sankt Görans 😀 ' || (i % 4) end",
};

test.each([
  ["uncompressed", ", compression uncompressed"],
  ["snappy", ", compression snappy"],
  ["zstd, many groups", ", compression zstd, row_group_size 2048"],
  ["gzip", ", compression gzip"],
  ["brotli", ", compression brotli"],
  ["newer encodings", ", compression zstd, parquet_version v2"],
])("columns are the same as those of `avtal run`: %s", async (_, options) => {
  const [one, other] = await readBoth(rowsOf(typed, 5_000), options);
  expect(one.length).toBeGreaterThan(10_000);
  expect(one === other).toBe(true);
});

test.each([
  ["age_at_discharge", "80.5::decimal(9, 2)"],
  ["age_at_discharge", "(-81)::decimal(18, 2)"],
  ["age_at_discharge", "81::utinyint"],
  ["age_at_discharge", "9223372036854775807"],
  ["age_at_discharge", "81.0::double"],
  ["hospital", "1.5::float"],
  ["hospital", "['a', 'b']"],
  ["hospital", "{'a': 1}"],
  ["hospital", "time '10:00:00'"],
  ["hospital", "'blob'::blob"],
  ["ready_notice_at", "'infinity'::timestamp"],
  ["ready_notice_at", "timestamp '1969-12-31 23:59:59.5'"],
  ["ready_notice_at", "date '2022-03-05'"],
  ["municipality", "126"],
  ["id", "null::varchar"],
])("%s as %s is taken or refused as by `avtal run`", async (column, sql) => {
  const [one, other] = await readBoth(rowsOf({ [column]: sql }, 3));
  expect(one).toBe(other);
});

test("a codec that is not known here is AV9016, with what to do", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "data.parquet");
    await written(path, rowsOf({}, 3), ", compression lz4_raw");
    const opened = openFile(path);
    if (!opened.ok) throw new Error("The file was not opened.");
    const asked = { path, fields: nationalFields, registers: nationalRegisters, description: plainDescription };
    const reading = await readParquet(opened.file, asked);
    opened.file.close();
    if (reading.kind !== "refused") throw new Error("It was read.");
    expect(reading.problems.map(({ code }) => code)).toEqual(["AV9016"]);
    expect(reading.problems[0]?.headline.sv).toBe("Filen är packad med LZ4_RAW, som redigeraren inte läser.");
    expect(reading.problems[0]?.advice.sv).toContain("avtal jämför");
  });
});

test("a file that lies is one problem without values, in whatever place it is cut", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "data.parquet");
    await written(path, rowsOf({ hospital: "'Markus Markörsson'" }, 50), "");
    const whole = openFile(path);
    if (!whole.ok) throw new Error("The file was not opened.");
    const bytes = Buffer.from(whole.file.part(0, whole.file.bytes));
    whole.file.close();
    for (let cut = 8; cut < bytes.length; cut += 251) {
      writeFileSync(path, Buffer.concat([bytes.subarray(0, cut), Buffer.alloc(40, 255), bytes.subarray(cut + 40)]));
      const shown = await readWith(readParquet, path);
      expect(shown.startsWith("{") || /^AV90\d\d /.test(shown)).toBe(true);
      expect(shown.startsWith("{") ? "" : shown).not.toContain("Mark");
    }
  });
});

test("what is shipped reads Parquet so, and holds nothing of DuckDB", async () => {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, "node.ts")],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "cjs",
    conditions: ["avtal-source"],
    plugins: [parquetInBundle],
    external: ["@duckdb/node-api", "@duckdb/node-bindings", "ts-morph"],
    logLevel: "silent",
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.some((path) => path.endsWith("workshop/read-parquet.ts"))).toBe(true);
  expect(inputs.filter((path) => path.includes("read/parquet/"))).toEqual([]);
});
