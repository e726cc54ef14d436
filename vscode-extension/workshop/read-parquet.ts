// Reads a Parquet file into the record table without DuckDB: the extension is one small file for every computer.
// Rule: the same columns as `avtal run` reads, from the numbers as they are stored; never a float. What is not certain
// to be exact, or is packed in a way that is not known here, is refused in words.

import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { decompress } from "fzstd";
import {
  parquetMetadataAsync,
  parquetScan,
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  type ParquetParsers,
} from "hyparquet";
import type { DataProblem } from "@avtal/replay/data-problem";
import { unfitColumnType, unreadableParquet } from "@avtal/replay/problems/parquet";
import { tooManyRows, tooMuch } from "@avtal/replay/problems/too-much-on-a-row";
import { holdText } from "@avtal/replay/read/cell";
import type { Asked, FormatReading } from "@avtal/replay/read/episodes";
import { fillingFor } from "@avtal/replay/read/filling";
import { headerOf } from "@avtal/replay/read/header";
import type { OpenFile } from "@avtal/replay/read/open-file";
import type { RecordTable } from "@avtal/replay/read/record-table";
import { columnForm, dayText, momentText, type ColumnForm } from "./parquet-text.ts";
import { packedOtherwise } from "./problems/packed-otherwise.ts";

const greatestColumnCount = 1_000;

/** All records at once: what is run in the editor fits there, or is run elsewhere. */
export async function readParquet(file: OpenFile, asked: Asked): Promise<FormatReading> {
  const window = Buffer.alloc(1 << 20);
  while (file.next(window, 0) > 0);
  try {
    return await readWith(bufferOf(file), asked);
  } catch {
    // The message may repeat values of the file, so only the fact is said.
    return { kind: "refused", problems: [unreadableParquet(asked.path)] };
  }
}

async function readWith(file: AsyncBuffer, asked: Asked): Promise<FormatReading> {
  const metadata = await parquetMetadataAsync(file, { geoparquet: false });
  const forms = formsOf(metadata);
  if (forms.length > greatestColumnCount) return refused(tooMuch(asked.path, 1, "too-many-fields"));
  const header = headerOf(
    forms.map(({ name }) => name),
    asked,
  );
  if (header.problems.length > 0) return refused(...header.problems);
  const rows = Number(metadata.num_rows);
  const filling = fillingFor(asked, null);
  const { greatestRowCount } = filling;
  if (!(rows <= greatestRowCount)) return refused(tooManyRows(asked.path, rows, greatestRowCount));

  const fields = asked.needed ?? asked.fields;
  const wanted = fields.map((_, index) => forms[header.source[index] ?? -1]);
  const unfit = wanted.flatMap((form, index) =>
    form?.text === undefined ? unfitOf(form, fields[index]?.code ?? "", asked) : [],
  );
  const packed = codecsOf(metadata, wanted).find((codec) => !readable.has(codec));
  if (unfit.length > 0) return refused(...unfit);
  if (packed !== undefined) return refused(packedOtherwise(asked.path, packed));

  const { table } = filling;
  table.expect(rows);
  const taken = await takeRows(file, plainly(metadata), wanted, table);
  if (taken !== rows) return refused(unreadableParquet(asked.path));
  const { absent, ignored } = header;
  return {
    kind: "table",
    table,
    refused: filling.refused,
    format: { kind: "parquet" },
    absent,
    ignored,
    rows,
    areIdentical: undefined,
    warnings: [],
  };
}

/** The columns at the top of the schema; what lies inside another column is passed over with it. */
function formsOf({ schema }: FileMetaData): readonly ColumnForm[] {
  const forms: ColumnForm[] = [];
  let inside = 0;
  for (const element of schema.slice(1)) {
    if (inside > 0) inside -= 1;
    else forms.push(columnForm(element));
    inside += element.num_children ?? 0;
  }
  return forms;
}

function unfitOf(form: ColumnForm | undefined, code: string, { path }: Asked): readonly DataProblem[] {
  return form === undefined ? [] : [unfitColumnType(path, code, form.type)];
}

function codecsOf({ row_groups: groups }: FileMetaData, wanted: readonly (ColumnForm | undefined)[]): string[] {
  const names = new Set(wanted.flatMap((form) => form?.name ?? []));
  return groups.flatMap(({ columns }) =>
    columns.flatMap(({ meta_data: about }) =>
      about !== undefined && names.has(about.path_in_schema[0] ?? "") ? [about.codec] : [],
    ),
  );
}

/** What is stored, without the meaning that would make a float of a decimal. */
function plainly(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map(({ converted_type: sort, logical_type: means, ...element }) => ({
    ...element,
    ...(sort === undefined || sort === "DECIMAL" ? {} : { converted_type: sort }),
    ...(means === undefined || means.type === "DECIMAL" ? {} : { logical_type: means }),
  }));
  return { ...metadata, schema };
}

/** Hands every row to the table in file order, one group of rows after the other; gives their number. */
async function takeRows(
  file: AsyncBuffer,
  metadata: FileMetaData,
  wanted: readonly (ColumnForm | undefined)[],
  table: RecordTable,
): Promise<number> {
  const columns = wanted.flatMap((form) => form?.name ?? []);
  const scan = await parquetScan({ file, metadata, columns, compressors, parsers, utf8: false, geoparquet: false });
  let rows = 0;
  for (const { rowStart, rowEnd } of scan.ranges) {
    if (rowStart !== rows) return -1;
    const cells = new Map<number, { readonly [index: number]: unknown; readonly length: number }>();
    for (const [index, form] of wanted.entries()) {
      if (form === undefined) continue;
      const column = await scan.readColumn({ column: form.name, rowStart, rowEnd });
      if (column.length !== rowEnd - rowStart) return -1;
      cells.set(index, column);
    }
    for (let at = 0; at < rowEnd - rowStart; at++) {
      rows += 1;
      table.take(rows, (index, cell) => {
        const value: unknown = cells.get(index)?.[at];
        holdText(cell, value === undefined || value === null ? "" : (wanted[index]?.text?.(value) ?? ""));
      });
    }
  }
  return rows;
}

const parsers: Partial<ParquetParsers> = {
  dateFromDays: dayText,
  timestampFromMilliseconds: (millis) => momentText(BigInt(millis), 1_000n),
  timestampFromMicroseconds: (micros) => momentText(BigInt(micros), 1_000_000n),
  timestampFromNanoseconds: (nanos) => momentText(BigInt(nanos), 1_000_000_000n),
  // Read further on, where a text that is none is found.
  stringFromBytes: (bytes) => bytes,
};

const compressors: Compressors = {
  GZIP: (packed, size) => gunzipSync(packed, { maxOutputLength: Math.max(1, size) }),
  BROTLI: (packed, size) => brotliDecompressSync(packed, { maxOutputLength: Math.max(1, size) }),
  ZSTD: (packed, size) => decompress(packed, new Uint8Array(size)),
};

const readable: ReadonlySet<string> = new Set(["UNCOMPRESSED", "SNAPPY", ...Object.keys(compressors)]);

function bufferOf(file: OpenFile): AsyncBuffer {
  return {
    byteLength: file.bytes,
    slice: (start, end = file.bytes) => {
      const [from, until] = [start, end].map((place) => Math.min(file.bytes, place < 0 ? file.bytes + place : place));
      const bytes = new Uint8Array(file.part(Math.max(0, from ?? 0), Math.max(0, (until ?? 0) - (from ?? 0))));
      return bytes.buffer;
    },
  };
}

function refused(...problems: readonly DataProblem[]): FormatReading {
  return { kind: "refused", problems };
}
