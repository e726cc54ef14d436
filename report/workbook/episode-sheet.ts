// The episodes behind the lines, one row for each line that they stand behind: pseudonym, dates, and what they bring.

import { isStandIn } from "@avtal/replay/protected-records";
import { dateFields, dayOf } from "../drill-down/episodes-data.ts";
import type { ShownLine } from "../drill-down/lines.ts";
import type { ReportPage } from "../page/report-page.ts";
import { day, text, whole, type Cell, type Sheet } from "./sheet.ts";

export function episodeSheet(page: ReportPage): Sheet {
  const { lang, columns, comparison } = page;
  const dates = dateFields(comparison.b.run.program, columns.b);
  const rows = page.shown.flatMap((line) =>
    rowsOf(
      line,
      page,
      dates.map(({ code }) => code),
    ),
  );
  const name = { sv: "Vårdtillfällen", en: "Care episodes" }[lang];
  const heads: Sheet["columns"] = [
    { head: { sv: "Rad", en: "Line" }[lang], width: 30 },
    { head: { sv: "Pseudonym", en: "Pseudonym" }[lang], width: 16 },
    ...dates.map((date) => ({ head: date.name, width: 20, format: "day" as const })),
    { head: { sv: "Dagar i A", en: "Days in A" }[lang], width: 12, format: "whole" },
    { head: { sv: "Dagar i B", en: "Days in B" }[lang], width: 12, format: "whole" },
  ];
  return { name, columns: heads, rows };
}

function rowsOf({ id, group }: ShownLine, { behind, columns }: ReportPage, dates: readonly string[]): Cell[][] {
  const [a, b] = [behind.members.a.of.get(group) ?? [], behind.members.b.of.get(group) ?? []];
  const inA = new Map(a.map(({ record, days }) => [record, days]));
  const inB = new Map(b.map(({ record, days }) => [record, days]));
  const records = [...new Set([...inA.keys(), ...inB.keys()])].sort((x, y) => x - y);
  const days = (number: number | null | undefined): Cell =>
    number === null || number === undefined ? text("") : whole(number);
  return records.map((record) => {
    const isHidden = isStandIn(columns.b.ids[record]);
    return [
      text(id),
      text(columns.b.ids[record]),
      ...dates.map((code) => day(dayOf(code, columns.b, record))),
      days(isHidden ? null : inA.get(record)),
      days(isHidden ? null : inB.get(record)),
    ];
  });
}
