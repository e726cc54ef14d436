// The episodes behind the lines, one row for each line that they stand behind: pseudonym, dates, and what they bring.

import { isStandIn } from "@avtal/replay/protected-records";
import { dateFields, dayOf } from "../drill-down/episodes-data.ts";
import type { ShownLine } from "../drill-down/lines.ts";
import type { BothMembers } from "../drill-down/episodes-data.ts";
import type { Lang, Sides } from "../words.ts";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import { day, text, whole, type Cell, type Sheet } from "./sheet.ts";

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
  const rows = episodes.shown.flatMap((line) =>
    rowsOf(
      line,
      episodes,
      dates.map(({ code }) => code),
    ),
  );
  const name = { sv: "Vårdtillfällen", en: "Care episodes" }[lang];
  const heads: Sheet["columns"] = [
    { head: { sv: "Rad", en: "Line" }[lang], width: 30 },
    { head: { sv: "Pseudonym", en: "Pseudonym" }[lang], width: 16 },
    ...dates.map((date) => ({ head: date.name, width: 20, format: "day" as const })),
    ...dayHeads[sides].map((words) => ({ head: words[lang], width: 12, format: "whole" as const })),
  ];
  return { name, columns: heads, rows };
}

const dayHeads = {
  one: [{ sv: "Dagar", en: "Days" }],
  two: [
    { sv: "Dagar i A", en: "Days in A" },
    { sv: "Dagar i B", en: "Days in B" },
  ],
} as const;

function rowsOf(
  { id, groups }: ShownLine,
  { members, columns, sides }: EpisodeRows,
  dates: readonly string[],
): Cell[][] {
  const [a, b] = [members.a.of.get(groups.a) ?? [], members.b.of.get(groups.b) ?? []];
  const inA = new Map(a.map(({ record, days }) => [record, days]));
  const inB = new Map(b.map(({ record, days }) => [record, days]));
  const records = [...new Set([...inA.keys(), ...inB.keys()])].sort((x, y) => x - y);
  const days = (number: number | null | undefined): Cell =>
    number === null || number === undefined ? text("") : whole(number);
  return records.map((record) => {
    const isHidden = isStandIn(columns.ids[record]);
    return [
      text(id),
      text(columns.ids[record]),
      ...dates.map((code) => day(dayOf(code, columns, record))),
      ...(sides === "two" ? [days(isHidden ? null : inA.get(record))] : []),
      days(isHidden ? null : inB.get(record)),
    ];
  });
}
