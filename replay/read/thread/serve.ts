// The reading thread: is given blocks of whole rows, and gives back what a run takes of them.
// Rule: it reads as one thread would; whatever ends the reading of a file is not judged here but said to be unclear.

import type { MessagePort } from "node:worker_threads";
import { eachCsvRecord, type ByteSource } from "../csv/records.ts";
import { rowsTaker, type RowsRead } from "../csv/rows-taker.ts";
import { greatestInStretches, type Filling } from "../filling.ts";
import { recordTableOf } from "../record-table.ts";
import { refusedRowsBuilder } from "../refused-rows.ts";
import { stretchOf } from "../stretches/stretch.ts";
import type { BlockRead, SentStretch, Start, Tray } from "./messages.ts";
import { sentRecords } from "./send-stretch.ts";
import { storedIn, type NumberStore } from "./stored-numbers.ts";

export function serve(port: MessagePort, start: Start): void {
  const read = blockReader(start);
  port.on("message", (tray: Tray) => {
    const store = storedIn(tray.memory);
    const stretch = read(Buffer.from(tray.block, 0, tray.bytes), store);
    const memories = { block: tray.block, memory: store.memory() };
    const answer: BlockRead =
      stretch === undefined ? { kind: "unclear", ...memories } : { kind: "read", ...stretch, ...memories };
    port.postMessage(answer);
  });
}

/** What comes of a block of whole rows, undefined where it is unclear. One table serves all of them. */
export function blockReader(start: Start): (rows: Buffer, store: NumberStore) => SentStretch | undefined {
  const { form, onlyChecked } = start;
  const refused = refusedRowsBuilder(form.path);
  const table = recordTableOf(start.fields, start.registers, refused);
  const filling: Filling = {
    refused,
    greatestRowCount: greatestInStretches,
    table,
    expect: table.expect,
    room: () => Infinity,
    turn: () => false,
    isOver: () => false,
  };
  const read: RowsRead = { rows: 0, problems: [], warnings: [] };
  const { take, takePlain } = rowsTaker(form, filling, read);
  return (rows, store) => {
    table.restart();
    refused.restart();
    read.rows = 0;
    read.warnings.length = 0;
    const { fault, row: lastRow } = eachCsvRecord(bytesOf(rows), form.separator, 0, take, takePlain);
    if (fault !== undefined || read.problems.length > 0) return undefined;
    const records = sentRecords(table, stretchOf(table, onlyChecked, null), start, store);
    if (records === undefined) return undefined;
    return { ...records, rows: read.rows, lastRow, refused: refused.finish(), warnings: [...read.warnings] };
  };
}

function bytesOf(rows: Buffer): ByteSource {
  let position = 0;
  return (into, start) => {
    const read = rows.copy(into, start, position);
    position += read;
    return read;
  };
}
