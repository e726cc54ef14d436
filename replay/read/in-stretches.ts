// From a data file to columns a stretch of records at a time: what does not fit in memory at once is read all the same.
// Rule: what a run is given, and what is refused, are those of a reading at once. What only the whole file tells (ids that
// come again, stays that overlap) is found at its end; where there is any, the file is read once more without these rows.

import { statSync } from "node:fs";
import type { Columns } from "@avtal/runtime/columns";
import { changedWhileRead } from "../problems/changed-while-read.ts";
import { hidingInStretches, standInPrefix, type HiddenRecord } from "../protected-records.ts";
import { checkOrderOfEvents } from "./checks/order-of-events.ts";
import { checkPayersOfTheDay } from "./checks/payers-of-the-day.ts";
import {
  keptInRepeatedHour,
  mixedTimesIn,
  readAtOnce,
  readEpisodes,
  withRecords,
  type Asked,
  type FileFacts,
  type Reading,
  type RefusedFile,
  type TableReading,
} from "./episodes.ts";
import type { OpenFile } from "./open-file.ts";
import type { RecordTable } from "./record-table.ts";
import { knownRows, type KnownRows } from "./stretches/known-rows.ts";
import { staysOfAFile, type StaysOfAFile } from "./stretches/overlapping-stays.ts";
import { notedIds, risingIds, type IdsOfAFile } from "./stretches/repeated-ids.ts";

export interface StretchesAsked {
  /** Of one stretch; a file of no more is read at once. */
  readonly greatestRecords: number;
  /**
   * Whoever takes the stretches of a reading of the file, in order; asked for anew where it is read again, so that what an
   * earlier one took is nothing. Undefined where the records are needed all at once.
   */
  readonly taker: (first: Columns) => StretchTaker | undefined;
}

/** Takes a stretch; false where it has seen enough, so that nothing will come of this reading. */
export type StretchTaker = (columns: Columns) => boolean;

/** `left`: the taker had seen enough. */
export type ReadingInStretches = Reading | StretchesRead | { readonly kind: "left" };

/** All stretches have been taken. */
export interface StretchesRead extends Omit<Reading & { readonly kind: "read" }, "kind" | "columns"> {
  readonly kind: "taken";
}

export async function readEpisodesInStretches(asked: Asked, stretches: StretchesAsked): Promise<ReadingInStretches> {
  // Rows of one id that are the same are compared where they stand in the file, which takes the place of every row.
  if (asked.description.identicalRows === "drop") return readEpisodes(asked);
  const first = await readOnce(asked, stretches, { ids: risingIds, known: null });
  const noted = first === "ids-fall" ? await readOnce(asked, stretches, { ids: notedIds, known: null }) : first;
  if (noted === "ids-fall" || noted === "at-once") return readEpisodes(asked);
  if (noted.kind !== "found") return noted;
  const again = await readOnce(asked, stretches, { ids: nobodysIds, known: noted.known });
  if (again === "ids-fall" || again === "at-once" || again.kind === "found") return readEpisodes(asked);
  const isSame = again.kind !== "taken" || again.facts.sha256 === noted.sha256;
  return isSame ? again : { kind: "refused", problems: [changedWhileRead(asked.path)] };
}

/** What one reading of the file is for. */
interface Purpose {
  readonly ids: (expected: number) => IdsOfAFile;
  /** The rows that an earlier reading found; null in a first one. */
  readonly known: KnownRows | null;
}

/** In a later reading nobody looks for ids that come again. */
function nobodysIds(): IdsOfAFile {
  return { take: () => true, repeated: () => [], close: () => undefined };
}

/** Rows that only the whole file refuses, and what file they are of. */
interface Found {
  readonly kind: "found";
  readonly known: KnownRows;
  readonly sha256: string;
}

/** `ids-fall`: ids must be noted from the first record; `at-once`: the records are needed all at once. */
type Read = ReadingInStretches | Found | "ids-fall" | "at-once";

async function readOnce(asked: Asked, stretches: StretchesAsked, purpose: Purpose): Promise<Read> {
  const pass = passOver(asked, stretches, purpose);
  try {
    const read = await withRecords<Read>(
      asked,
      { greatestRecords: stretches.greatestRecords, full: pass.take },
      (reading, file) => (pass.hasBegun() ? pass.end(reading, file) : readAtOnce(reading, file, asked)),
    );
    pass.rethrow();
    return read;
  } finally {
    pass.close();
  }
}

interface Pass {
  /** False where the rest of the file is not asked for. */
  readonly take: (table: RecordTable) => boolean;
  readonly hasBegun: () => boolean;
  end(reading: TableReading, file: OpenFile): Read;
  /** A reader takes whatever is thrown at it for a fault of the file. */
  rethrow(): void;
  close(): void;
}

function passOver(asked: Asked, stretches: StretchesAsked, purpose: Purpose): Pass {
  const found = foundInAFile(purpose, expectedRecords(asked));
  const hiding = hidingInStretches();
  const hidden: HiddenRecord[] = [];
  let taker: StretchTaker | undefined;
  let state: "new" | "going" | "ids-fall" | "at-once" | "left" = "new";
  let repeatedHour = 0;
  let failure: { readonly error: unknown } | undefined;

  const takeStretch = (table: RecordTable): void => {
    const alike = table.unique?.beginningWith(standInPrefix, table.count()) ?? [];
    const taken = alike.map((at) => table.unique?.text(at) ?? "");
    if (!found.check(table)) {
      state = "ids-fall";
      return;
    }
    repeatedHour += keptInRepeatedHour(table);
    const { columns, records } = hiding.hide(table.columns(asked.onlyChecked), taken);
    hidden.push(...records);
    if (state === "new") taker = stretches.taker(columns);
    if (taker === undefined) state = "at-once";
    else state = taker(columns) ? "going" : "left";
  };
  const isAsked = (): boolean => failure === undefined && (state === "new" || state === "going");
  const take = (table: RecordTable): boolean => {
    try {
      if (isAsked()) takeStretch(table);
    } catch (error) {
      failure = { error };
    }
    return isAsked();
  };
  return {
    take,
    hasBegun: () => state !== "new" || failure !== undefined,
    end(reading, file) {
      take(reading.table);
      if (state === "ids-fall" || state === "at-once") return state;
      if (state === "left") return { kind: "left" };
      const { sha256, problem } = file.finish();
      const problems = [...(problem === undefined ? [] : [problem]), ...mixedTimesIn(reading.table, asked)];
      if (problems.length > 0) return { kind: "refused", problems } satisfies RefusedFile;
      const known = found.known();
      if (known !== null) return { kind: "found", known, sha256 };
      if (!hiding.isClear() || !found.isReal()) return "at-once";
      const { format, rows, absent, ignored, warnings, refused } = reading;
      const { bytes } = file;
      const facts: FileFacts = { format, bytes, sha256, rows, identicalRows: 0, absent, ignored, repeatedHour, hidden };
      return { kind: "taken", refused: refused.finish(), warnings, facts };
    },
    rethrow() {
      if (failure !== undefined) throw failure.error;
    },
    close: found.close,
  };
}

interface FoundInAFile {
  /** Refuses what can be told of a stretch and notes what cannot; false where ids fall that were not noted. */
  check(table: RecordTable): boolean;
  /** What only the whole file tells; null where there is nothing new. */
  known(): KnownRows | null;
  isReal(): boolean;
  close(): void;
}

function foundInAFile({ ids: idsFor, known }: Purpose, expected: number): FoundInAFile {
  let ids = idsFor(expected);
  let isFirst = true;
  const stays: StaysOfAFile | null = known === null ? staysOfAFile(expected) : null;
  return {
    check(table) {
      if (!ids.take(table)) {
        if (!isFirst) return false;
        ids = notedIds(expected);
        ids.take(table);
      }
      isFirst = false;
      known?.refuseRepeatedIds(table);
      checkOrderOfEvents(table);
      checkPayersOfTheDay(table);
      stays?.take(table);
      known?.refuseOverlappingStays(table);
      return true;
    },
    known() {
      if (stays === null) return null;
      const repeated = ids.repeated();
      const rows = new Set(repeated.flat());
      const overlapping = stays.overlapping((row) => !rows.has(row));
      return repeated.length + overlapping.length === 0 ? null : knownRows(repeated, overlapping);
    },
    isReal: () => known?.areReal() ?? true,
    close() {
      ids.close();
      stays?.close();
    },
  };
}

/** No fewer than a file may have, so that what is set aside of each comes back in parts of some megabytes. */
function expectedRecords({ path }: Asked): number {
  return Math.ceil((statSync(path, { throwIfNoEntry: false })?.size ?? 0) / leastBytesOfARecord);
}

const leastBytesOfARecord = 32;
