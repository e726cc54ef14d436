// From a data file to columns a stretch of records at a time: what does not fit in memory at once is read all the same.
// Rule: what a run is given, and what is refused, are those of a reading at once. What only the whole file tells (ids that
// come again, stays that overlap) is found at its end; where there is any, the file is read once more without these rows.

import { changedWhileRead } from "../problems/changed-while-read.ts";
import { readAtOnce, readEpisodes, withRecords, type Asked } from "./episodes.ts";
import type { RecordTable } from "./record-table.ts";
import { passOver, type Purpose, type Read, type ReadingInStretches, type StretchesAsked } from "./stretches/pass.ts";
import { stretchOf, type Stretch } from "./stretches/stretch.ts";
import { readByThread } from "./thread/read-by-thread.ts";

export async function readEpisodesInStretches(asked: Asked, stretches: StretchesAsked): Promise<ReadingInStretches> {
  // Rows of one id that are the same are compared where they stand in the file, which takes the place of every row.
  if (asked.description.identicalRows === "drop") return readEpisodes(asked);
  const first = await readOnce(asked, stretches, { ids: "rising", known: null });
  const noted = first === "ids-fall" ? await readOnce(asked, stretches, { ids: "noted", known: null }) : first;
  if (noted === "ids-fall" || noted === "at-once") return readEpisodes(asked);
  if (noted.kind !== "found") return noted;
  const again = await readHere(asked, stretches, { ids: "nobodys", known: noted.known });
  if (again === "ids-fall" || again === "at-once" || again.kind === "found") return readEpisodes(asked);
  const isSame = again.kind !== "taken" || again.facts.sha256 === noted.sha256;
  return isSame ? again : { kind: "refused", problems: [changedWhileRead(asked.path)] };
}

/** By another thread where there is one and the file is plain; else here, which also says what is wrong with a file. */
async function readOnce(asked: Asked, stretches: StretchesAsked, purpose: Purpose): Promise<Read> {
  const { thread } = stretches;
  const read = thread === undefined ? "read-here" : await readByThread(asked, stretches, purpose, thread);
  return read === "read-here" ? readHere(asked, stretches, purpose) : read;
}

async function readHere(asked: Asked, stretches: StretchesAsked, purpose: Purpose): Promise<Read> {
  const pass = passOver(asked, stretches, purpose);
  const stretchIn = (table: RecordTable) => (): Stretch => stretchOf(table, purpose.known, asked.onlyChecked);
  try {
    const read = await withRecords<Read>(
      asked,
      { greatestRecords: stretches.greatestRecords, full: (table) => pass.take(stretchIn(table)) },
      (reading, file) => {
        if (!pass.hasBegun()) return readAtOnce(reading, file, asked);
        pass.take(stretchIn(reading.table));
        return pass.end(reading, reading.table.moments, file);
      },
    );
    pass.rethrow();
    return read;
  } finally {
    pass.close();
  }
}
