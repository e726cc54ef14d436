// How long the episodes were that stand behind the lines, with each side's limits drawn where they lie.
// Rule: days are whole numbers of the rule's own count; a limit is a value that a line stands on, not a guess.

import type { Program, Value } from "@avtal/compiler/ir/ir";
import type { CountedRun } from "@avtal/replay/result-json";
import { dateText } from "@avtal/runtime/calendar";
import { ratioFromText, type Ratio } from "@avtal/runtime/ratio";
import type { UsedRow } from "@avtal/runtime/result";
import { distribution } from "../../plots/distribution.ts";
import type { ShownLine } from "../../drill-down/lines.ts";
import type { Members } from "../../episodes/members.ts";
import { count, exactly } from "../../numbers.ts";
import { heads, type Lang } from "../../words.ts";
import type { ReportPage } from "../report-page.ts";
import { pageTable } from "../table.ts";
import { element, raw, type Element } from "../tree.ts";

/** Longer stays stand together at the end. */
const mostDays = 15;

/** Of the second side, or of the first where the second counts none. */
export function daysSection({ lang, comparison, behind: { members }, shown }: ReportPage): Element {
  const ofB = byDays(members.b, shown, "b");
  const episodes = ofB.some((number) => number > 0) ? ofB : byDays(members.a, shown, "a");
  return daysDrawn({
    lang,
    episodes,
    limits: [...limitsOf(comparison.a.run, "a", "A "), ...limitsOf(comparison.b.run, "b", "B ")],
  });
}

export interface DaysDrawn {
  readonly lang: Lang;
  /** By whole days from 0 on; the last stands for that many days and more. */
  readonly episodes: readonly number[];
  readonly limits: readonly Limit[];
}

export function daysDrawn({ lang, episodes, limits }: DaysDrawn): Element {
  const title = { sv: "Vårdtillfällen efter antal dagar", en: "Care episodes by number of days" }[lang];
  const heading = element("h2", {}, title);
  if (episodes.every((number) => number === 0)) {
    const none = { sv: "Reglerna räknar inte dagar per vårdtillfälle.", en: "The rules count no days per episode." };
    return element("section", { id: "dagar" }, heading, element("p", {}, none[lang]));
  }
  const dayName = (days: number): string => (days === mostDays ? `${days}+` : String(days));
  return element(
    "section",
    { id: "dagar" },
    heading,
    element("figure", {}, raw(distribution({ title, episodes, limits }))),
    ...(limits.length === 0 ? [] : [element("p", {}, limits.map(({ name }) => name).join("; "))]),
    pageTable({
      caption: title,
      columns: [{ head: { sv: "Dagar", en: "Days" }[lang] }, { head: heads.episodes[lang], align: "number" }],
      rows: episodes.map((number, days) => [dayName(days), count(number)]),
    }),
  );
}

/** How many of the episodes behind the lines bring how many days. */
export function byDays(members: Members, shown: readonly ShownLine[], side: "a" | "b"): number[] {
  const episodes = Array.from({ length: mostDays + 1 }, () => 0);
  for (const group of new Set(shown.map(({ groups }) => groups[side]))) {
    for (const { days } of members.of.get(group) ?? []) {
      if (days === null || days < 0) continue;
      const at = Math.min(days, mostDays);
      episodes[at] = (episodes[at] ?? 0) + 1;
    }
  }
  return episodes;
}

export interface Limit {
  readonly name: string;
  /** Where the mark stands on the paper. */
  readonly days: number;
  readonly side: "a" | "b";
}

/** Values of days that a run's lines stand on, each row once. `before` stands before each name. */
export function limitsOf(run: CountedRun, side: "a" | "b", before: string): Limit[] {
  const rows = new Map<string, UsedRow>();
  for (const row of run.result.lines.flatMap((line) => line.rows)) {
    rows.set(`${row.document}.${row.value} ${row.from ?? ""}`, row);
  }
  return [...rows.values()].flatMap((row) => {
    const value = run.program.values.find(({ id }) => id === `${row.document}.${row.value}`);
    const exact = row.supplied
      ? run.options.values.find((given) => given.value === value?.id)?.exact
      : rowAmount(value, row.from);
    if (value === undefined || exact === undefined || !isDays(value)) return [];
    const name = `${before}${value.name} ${exactly(exact)}`;
    return [{ name, days: Number(exact.over) / Number(exact.under), side }];
  });
}

function isDays({ kind }: Program["values"][number]): boolean {
  return kind.kind === "quantity" && (kind.unit === "days" || kind.unit === "careDays");
}

/** Undefined where the row is more than one written amount. */
function rowAmount(value: Value | undefined, from: string | null): Ratio | undefined {
  const row = value?.rows.find((one) => (one.from === null ? null : dateText(one.from)) === from);
  const [cell, ...others] = row?.cells ?? [];
  return others.length === 0 && cell?.value?.kind === "quantity" ? ratioFromText(cell.value.exact) : undefined;
}
