// One reading of a file by stretches: hands them on, and keeps what only all of them together tell.
// Rule: what the whole file refuses is found at its end; then nothing has been read, and the rows are known.

import { statSync } from "node:fs";
import type { Columns } from "@avtal/runtime/columns";
import { hidingInStretches, type HiddenRecord } from "../../protected-records.ts";
import type { MomentBuilder } from "../columns/moment-column.ts";
import {
  mixedTimesIn,
  type Asked,
  type FileFacts,
  type Reading,
  type ReadToTheEnd,
  type RefusedFile,
} from "../episodes.ts";
import type { OpenFile } from "../open-file.ts";
import type { ReadingThread } from "../thread/reading-thread.ts";
import { knownRows, type KnownRows } from "./known-rows.ts";
import { staysOfAFile, type StaysOfAFile } from "./overlapping-stays.ts";
import { notedIds, risingIds, type IdsOfAFile } from "./repeated-ids.ts";
import type { Stretch } from "./stretch.ts";

export interface StretchesAsked {
  /** Of one stretch; a file of no more is read at once. */
  readonly greatestRecords: number;
  /**
   * Whoever takes the stretches of a reading of the file, in order; asked for anew where it is read again, so that what an
   * earlier one took is nothing. Undefined where the records are needed all at once.
   */
  readonly taker: (first: Columns) => StretchTaker | undefined;
  /** Another thread that makes numbers of the rows of a large file; this one does it where there is none. */
  readonly thread?: ReadingThread | undefined;
}

/** Takes a stretch; false where it has seen enough, so that nothing will come of this reading. */
export type StretchTaker = (columns: Columns) => boolean;

/** `left`: the taker had seen enough. */
export type ReadingInStretches = Reading | StretchesRead | { readonly kind: "left" };

/** All stretches have been taken. */
export interface StretchesRead extends Omit<Reading & { readonly kind: "read" }, "kind" | "columns"> {
  readonly kind: "taken";
}

/** What one reading of the file is for. */
export interface Purpose {
  /** What is kept of ids; in a later reading nobody looks for those that come again. */
  readonly ids: "rising" | "noted" | "nobodys";
  /** The rows that an earlier reading found; null in a first one. */
  readonly known: KnownRows | null;
}

/** Rows that only the whole file refuses, and what file they are of. */
export interface Found {
  readonly kind: "found";
  readonly known: KnownRows;
  readonly sha256: string;
}

/** `ids-fall`: ids must be noted from the first record; `at-once`: the records are needed all at once. */
export type Read = ReadingInStretches | Found | "ids-fall" | "at-once";

export interface Pass {
  /** False where the rest of the file is not asked for. */
  readonly take: (stretch: () => Stretch) => boolean;
  readonly hasBegun: () => boolean;
  /** After the last stretch. `moments` are those of the whole file, by the field's code name. */
  end(reading: ReadToTheEnd, moments: ReadonlyMap<string, Pick<MomentBuilder, "firstRow">>, file: OpenFile): Read;
  /** A reader takes whatever is thrown at it for a fault of the file. */
  rethrow(): void;
  close(): void;
}

export function passOver(asked: Asked, stretches: StretchesAsked, purpose: Purpose): Pass {
  const found = foundInAFile(purpose, expectedRecords(asked));
  const hiding = hidingInStretches();
  const hidden: HiddenRecord[] = [];
  let taker: StretchTaker | undefined;
  let state: "new" | "going" | "ids-fall" | "at-once" | "left" = "new";
  let repeatedHour = 0;
  let failure: { readonly error: unknown } | undefined;

  const takeStretch = (stretch: Stretch): void => {
    if (!found.note(stretch)) {
      state = "ids-fall";
      return;
    }
    repeatedHour += stretch.repeatedHour;
    const { columns, records } = hiding.hide(stretch.columns(), stretch.ids?.alike ?? []);
    hidden.push(...records);
    if (state === "new") taker = stretches.taker(columns);
    if (taker === undefined) state = "at-once";
    else state = taker(columns) ? "going" : "left";
  };
  const isAsked = (): boolean => failure === undefined && (state === "new" || state === "going");
  return {
    take(stretch) {
      try {
        if (isAsked()) takeStretch(stretch());
      } catch (error) {
        failure = { error };
      }
      return isAsked();
    },
    hasBegun: () => state !== "new" || failure !== undefined,
    end({ format, rows, absent, ignored, warnings, refused }, moments, file) {
      if (state === "ids-fall" || state === "at-once") return state;
      if (state === "left") return { kind: "left" };
      const { sha256, problem } = file.finish();
      const problems = [...(problem === undefined ? [] : [problem]), ...mixedTimesIn(moments, asked)];
      if (problems.length > 0) return { kind: "refused", problems } satisfies RefusedFile;
      const known = found.known();
      if (known !== null) return { kind: "found", known, sha256 };
      if (!hiding.isClear() || !found.isReal()) return "at-once";
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
  /** False where ids fall that were not noted. */
  note(stretch: Stretch): boolean;
  /** What only the whole file tells; null where there is nothing new. */
  known(): KnownRows | null;
  isReal(): boolean;
  close(): void;
}

function foundInAFile({ ids: kept, known }: Purpose, expected: number): FoundInAFile {
  let ids = idsKept(kept, expected);
  let isFirst = true;
  const stays: StaysOfAFile | null = known === null ? staysOfAFile(expected) : null;
  return {
    note(stretch) {
      if (!ids.take(stretch)) {
        if (!isFirst) return false;
        ids = notedIds(expected);
        if (!ids.take(stretch)) return false;
      }
      isFirst = false;
      stays?.take(stretch);
      return true;
    },
    known() {
      if (stays === null) return null;
      const repeated = ids.repeated();
      const overlapping = stays.overlapping(new Set(repeated.flat()));
      return repeated.length + overlapping.length === 0 ? null : knownRows(repeated, overlapping);
    },
    isReal: () => known?.areReal() ?? true,
    close() {
      ids.close();
      stays?.close();
    },
  };
}

function idsKept(kept: Purpose["ids"], expected: number): IdsOfAFile {
  switch (kept) {
    case "rising":
      return risingIds();
    case "noted":
      return notedIds(expected);
    case "nobodys":
      return { take: () => true, repeated: () => [], close: () => undefined };
  }
}

/** No fewer than a file may have, so that what is set aside of each comes back in parts of about a megabyte. */
function expectedRecords({ path }: Asked): number {
  return Math.ceil((statSync(path, { throwIfNoEntry: false })?.size ?? 0) / leastBytesOfARecord);
}

const leastBytesOfARecord = 32;
