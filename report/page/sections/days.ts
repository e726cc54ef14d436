// How long the episodes were that stand behind the lines, with each side's limits drawn where they lie.
// Rule: days are whole numbers of the rule's own count; a limit is a value that a line stands on, not a guess.

import type { ComparedSide } from "@avtal/replay/compare/comparison";
import type { Program, Value } from "@avtal/compiler/ir/ir";
import { dateText } from "@avtal/runtime/calendar";
import { ratioFromText, type Ratio } from "@avtal/runtime/ratio";
import type { UsedRow } from "@avtal/runtime/result";
import { distribution } from "../../plots/distribution.ts";
import { count, exactly } from "../../numbers.ts";
import { heads } from "../../words.ts";
import type { ReportPage } from "../report-page.ts";
import { pageTable } from "../table.ts";
import { element, raw, type Element } from "../tree.ts";

/** Longer stays stand together at the end. */
const mostDays = 15;

export function daysSection(page: ReportPage): Element {
  const { lang, comparison } = page;
  const episodes = byDays(page);
  const limits = [...limitsOf(comparison.a, "a"), ...limitsOf(comparison.b, "b")];
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

/** Of the second side, or of the first where the second counts none. */
function byDays({ behind: { members }, shown }: ReportPage): number[] {
  const counted = (side: "a" | "b"): number[] => {
    const episodes = Array.from({ length: mostDays + 1 }, () => 0);
    for (const group of new Set(shown.map(({ group }) => group))) {
      for (const { days } of members[side].of.get(group) ?? []) {
        if (days === null || days < 0) continue;
        const at = Math.min(days, mostDays);
        episodes[at] = (episodes[at] ?? 0) + 1;
      }
    }
    return episodes;
  };
  const ofB = counted("b");
  return ofB.some((number) => number > 0) ? ofB : counted("a");
}

interface Limit {
  readonly name: string;
  /** Where the mark stands on the paper. */
  readonly days: number;
  readonly side: "a" | "b";
}

/** Values of days that the side's lines stand on, each row once. */
function limitsOf({ run }: ComparedSide, side: "a" | "b"): Limit[] {
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
    const name = `${side.toUpperCase()} ${value.name} ${exactly(exact)}`;
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
