// The second thread of `avtal run` as it is built, from the file that the command starts it from.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plainDescription } from "@avtal/replay/read/description";
import { readByThread } from "@avtal/replay/read/thread/read-by-thread";
import { csvOf, goodRow, inFolder } from "../harness/data-file.ts";
import { nationalFields, nationalRegisters } from "../harness/national-fields.ts";
import { root } from "./avtal.ts";

test("the built thread reads every row of a file, and leaves nothing to the thread that asked", () =>
  inFolder(async (folder) => {
    const path = join(folder, "data.csv");
    const rows = Array.from({ length: 500 }, (_, at) => ({ ...goodRow, id: `v-${at}` }));
    writeFileSync(path, csvOf(rows.map((row, at) => (at % 100 === 99 ? { ...row, care_type: "akut" } : row))));
    const counts: number[] = [];
    const read = await readByThread(
      { path, fields: nationalFields, registers: nationalRegisters, description: plainDescription },
      { greatestRecords: 1_000, taker: () => (columns) => counts.push(columns.count) > 0 },
      { ids: "rising", known: null },
      { script: join(root, "cli/dist/reading-thread.js"), blockBytes: 10_000, leastBytes: 0 },
    );
    expect(read).toMatchObject({
      kind: "taken",
      facts: { rows: 500 },
      refused: { rows: Array(5).fill({ code: "AV9109" }) },
    });
    expect(counts.length).toBeGreaterThan(3);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(495);
  }));
