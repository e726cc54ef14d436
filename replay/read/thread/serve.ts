// The reading thread: is given blocks of whole rows, and gives back what a run takes of them.
// Rule: it reads as one thread would; whatever ends the reading of a file is not judged here but said to be unclear.

import type { MessagePort } from "node:worker_threads";
import { eachCsvRecordIn } from "../csv/records.ts";
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
    const stretch = read(Buffer.from(tray.block), tray.bytes, store);
    const memories = { block: tray.block, memory: store.memory() };
    const answer: BlockRead =
      stretch === undefined ? { kind: "unclear", ...memories } : { kind: "read", ...stretch, ...memories };
    port.postMessage(answer);
  });
}

/** What comes of a block of whole rows, undefined where it is unclear. One table serves all of them. */
function blockReader(start: Start): (block: Buffer, bytes: number, store: NumberStore) => SentStretch | undefined {
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
  return (block, bytes, store) => {
    table.restart();
    refused.restart();
    read.rows = 0;
    read.warnings.length = 0;
    const { fault, row: lastRow } = eachCsvRecordIn(block, bytes, form.separator, take, takePlain);
    if (fault !== undefined || read.problems.length > 0) return undefined;
    const records = sentRecords(table, stretchOf(table, null, onlyChecked), start, store);
    if (records === undefined) return undefined;
    return { ...records, rows: read.rows, lastRow, refused: refused.finish(), warnings: [...read.warnings] };
  };
}
