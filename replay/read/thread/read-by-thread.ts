// Reads a large CSV file with another thread: here it is cut into blocks and hashed, and what comes of each is taken while
// the thread reads the next.
// Rule: what a run is given is what it is given without one. Whatever is not plainly a file of rows (a fault that ends
// a reading, a line break in quotation marks where a block ends) is left to the reading here, from the beginning.

import type { DataProblem } from "../../data-problem.ts";
import type { MomentBuilder } from "../columns/moment-column.ts";
import { csvBeginning, type CsvBeginning } from "../csv/beginning.ts";
import type { Asked } from "../episodes.ts";
import { greatestInStretches } from "../filling.ts";
import { formatOf } from "../format.ts";
import { openFile, type OpenFile } from "../open-file.ts";
import { refusedRowsBuilder, type RefusedRowsBuilder } from "../refused-rows.ts";
import { passOver, type Pass, type Purpose, type Read, type StretchesAsked } from "../stretches/pass.ts";
import { blocksOf } from "./blocks.ts";
import type { SentMoments, SentStretch } from "./messages.ts";
import { startThread, type ReadingThread, type StartedThread } from "./reading-thread.ts";
import { stretchIn } from "./take-stretch.ts";

/** `read-here`: nothing has come of it, and the file is for this thread to read. */
export async function readByThread(
  asked: Asked,
  stretches: StretchesAsked,
  purpose: Purpose,
  thread: ReadingThread,
): Promise<Read | "read-here"> {
  const opened = openFile(asked.path);
  if (!opened.ok) return "read-here";
  const { file } = opened;
  try {
    const beginning = isWorthIt(file, thread) ? csvBeginning(file, asked) : undefined;
    if (beginning === undefined) return "read-here";
    const pass = passOver(asked, stretches, purpose);
    try {
      return await readWith(file, asked, beginning, purpose, thread, pass);
    } finally {
      pass.close();
    }
  } finally {
    file.close();
  }
}

function isWorthIt(file: OpenFile, { leastBytes }: ReadingThread): boolean {
  return file.bytes >= leastBytes && formatOf(file) === "csv";
}

async function readWith(
  file: OpenFile,
  asked: Asked,
  beginning: CsvBeginning,
  purpose: Purpose,
  thread: ReadingThread,
  pass: Pass,
): Promise<Read | "read-here"> {
  const { form, header, format } = beginning;
  const { needed: fields = asked.fields, onlyChecked = [], registers } = asked;
  const started = startThread(thread, { form, fields, onlyChecked, registers, notesIds: purpose.ids === "noted" });
  try {
    const whole = wholeOf(pass, asked.path, beginning.row);
    if (!(await takeBlocks(file, beginning, thread, started, whole.take))) return "read-here";
    pass.rethrow();
    if (!pass.hasBegun()) return "read-here";
    const { rows, warnings, refused, moments } = whole;
    const { absent, ignored } = header;
    return pass.end({ format, rows: rows(), absent, ignored, warnings, refused }, moments, file);
  } finally {
    await started.stop();
  }
}

/** One is read, one waits for that, and one is taken. */
const trays = 3;

/** Has all blocks read, in their order, until `take` has seen enough; false where one is not for a thread to read. */
async function takeBlocks(
  file: OpenFile,
  { end }: CsvBeginning,
  { blockBytes }: ReadingThread,
  started: StartedThread,
  take: (memory: SharedArrayBuffer, sent: SentStretch) => Taken,
): Promise<boolean> {
  const blocks = blocksOf(file, end);
  const free = Array.from({ length: trays }, () => ({
    block: new SharedArrayBuffer(blockBytes),
    memory: new SharedArrayBuffer(blockBytes),
  }));
  let atEnd = false;
  for (;;) {
    while (!atEnd) {
      const tray = free.pop();
      if (tray === undefined) break;
      const bytes = blocks.fill(tray.block);
      if (bytes === undefined) return false;
      atEnd = bytes === 0;
      if (!atEnd) started.give({ ...tray, bytes });
    }
    if (started.out() === 0) return true;
    const read = await started.next();
    if (read === null || read.kind === "unclear") return false;
    const taken = take(read.memory, read);
    if (taken !== "taken") return taken === "enough";
    free.push({ block: read.block, memory: read.memory });
  }
}

/** `enough`: the rest of the file is not asked for. */
type Taken = "taken" | "enough" | "unclear";

/** What blocks say of the whole file. */
interface Whole {
  take(memory: SharedArrayBuffer, sent: SentStretch): Taken;
  readonly rows: () => number;
  readonly refused: RefusedRowsBuilder;
  readonly warnings: readonly DataProblem[];
  readonly moments: ReadonlyMap<string, { readonly firstRow: FirstRow }>;
}

type FirstRow = MomentBuilder["firstRow"];

/** `header` is the row of the header. */
function wholeOf(pass: Pass, path: string, header: number): Whole {
  const refused = refusedRowsBuilder(path);
  const warnings: DataProblem[] = [];
  const moments = new Map<string, { readonly firstRow: FirstRow }>();
  let rows = 0;
  let before = header;
  return {
    rows: () => rows,
    ...{ refused, warnings, moments },
    take(memory, sent) {
      rows += sent.rows;
      if (rows > greatestInStretches) return "unclear";
      refused.join(sent.refused, before);
      for (const warning of sent.warnings) warnings.push({ ...warning, row: before + (warning.row ?? 0) });
      for (const met of sent.moments) noteFirst(moments, met, before);
      const isAsked = pass.take(() => stretchIn(memory, sent, before));
      before += sent.lastRow;
      return isAsked ? "taken" : "enough";
    },
  };
}

function noteFirst(moments: Map<string, { readonly firstRow: FirstRow }>, met: SentMoments, before: number): void {
  const { firstRow } = moments.get(met.field) ?? { firstRow: { local: undefined, offset: undefined } };
  moments.set(met.field, { firstRow });
  if (met.local !== undefined) firstRow.local ??= before + met.local;
  if (met.offset !== undefined) firstRow.offset ??= before + met.offset;
}
