// The episodes behind the lines, one row for each line that they stand behind: pseudonym, dates, and what they bring.

import { isStandIn } from "@avtal/replay/protected-records";
import { dateFields, dayOf } from "../drill-down/episodes-data.ts";
import type { ShownLine } from "../drill-down/lines.ts";
import type { BothMembers } from "../drill-down/episodes-data.ts";
import type { Lang, Sides } from "../words.ts";
import type { Program } from "@avtal/compiler/ir/ir";
import { idOf, type Columns } from "@avtal/runtime/columns";
import type { Member } from "../episodes/members.ts";
import { day, text, whole, type Cell, type Rows, type Sheet } from "./sheet.ts";

export interface EpisodeRows {
  readonly shown: readonly ShownLine[];
  readonly members: BothMembers;
  /** Of the second side, or of the run that is shown alone. */
  readonly program: Program;
  readonly columns: Columns;
  readonly lang: Lang;
  readonly sides: Sides;
}

export function episodeSheet(episodes: EpisodeRows): Sheet {
  const { lang, columns, program, sides } = episodes;
  const dates = dateFields(program, columns);
  const codes = dates.map(({ code }) => code);
  const name = { sv: "Vårdtillfällen", en: "Care episodes" }[lang];
  const heads: Sheet["columns"] = [
    { head: { sv: "Rad", en: "Line" }[lang], width: 30 },
    { head: { sv: "Pseudonym", en: "Pseudonym" }[lang], width: 16 },
    ...dates.map((date) => ({ head: date.name, width: 20, format: "day" as const })),
    ...dayHeads[sides].map((words) => ({ head: words[lang], width: 12, format: "whole" as const })),
  ];
  return { name, columns: heads, rows: rowsOfAll(episodes, codes) };
}

const dayHeads = {
  one: [{ sv: "Dagar", en: "Days" }],
  two: [
    { sv: "Dagar i A", en: "Days in A" },
    { sv: "Dagar i B", en: "Days in B" },
  ],
} as const;

function rowsOfAll(episodes: EpisodeRows, dates: readonly string[]): Rows {
  return {
    length: episodes.shown.reduce((sum, line) => sum + behindEither(line, episodes).length, 0),
    *[Symbol.iterator]() {
      for (const line of episodes.shown) yield* rowsOf(line, episodes, dates);
    },
  };
}

interface Behind {
  readonly record: number;
  readonly inA: Member | undefined;
  readonly inB: Member | undefined;
}

/** The records behind a line on either side, in the order of the data, as those of both sides are. */
function behindEither({ groups }: ShownLine, { members }: EpisodeRows): readonly Behind[] {
  const [a, b] = [members.a.of.get(groups.a) ?? [], members.b.of.get(groups.b) ?? []];
  const found: Behind[] = [];
  for (let atA = 0, atB = 0; atA < a.length || atB < b.length;) {
    const [one, other] = [a[atA], b[atB]];
    const record = Math.min(one?.record ?? Infinity, other?.record ?? Infinity);
    const [inA, inB] = [one?.record === record ? one : undefined, other?.record === record ? other : undefined];
    if (inA !== undefined) atA += 1;
    if (inB !== undefined) atB += 1;
    found.push({ record, inA, inB });
  }
  return found;
}

function* rowsOf(line: ShownLine, episodes: EpisodeRows, dates: readonly string[]): Iterable<readonly Cell[]> {
  const { columns, sides } = episodes;
  for (const { record, inA, inB } of behindEither(line, episodes)) {
    const id = idOf(columns, record);
    const days = (member: Member | undefined): Cell => {
      const brought = isStandIn(id) ? null : (member?.days ?? null);
      return brought === null ? text("") : whole(brought);
    };
    yield [
      text(line.id),
      text(id),
      ...dates.map((code) => day(dayOf(code, columns, record))),
      ...(sides === "two" ? [days(inA)] : []),
      days(inB),
    ];
  }
}
