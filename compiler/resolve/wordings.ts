// The wordings of a document: every day on which something of its own text changes, and what.
// Rule: only what stands under the readings chosen on that day, and only days on which the document is in force; the last
// entry of a document that ends is the first day without it.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Words } from "../problem.ts";
import type { Citations, RuleLine, TimePoint } from "../syntax/ast.ts";
import { cellWords } from "./cell-words.ts";
import type { Day, Days, Document, Documents, Guard, Origin, RuleText, ValueText } from "./document.ts";
import { plainDay } from "./validity-days.ts";

export interface TextWording {
  readonly day: Day;
  readonly changes: readonly TextChange[];
}

export interface TextChange {
  /** The name of what changes. */
  readonly what: string;
  readonly says: Words;
  /** The clause that says so; its sources are named in the scope of `scope`. */
  readonly cites: Citations | undefined;
  readonly scope: string;
  /** The amendment that changes it; undefined where the decided text itself says so. */
  readonly amendment: string | undefined;
}

export function wordingsOf(document: Document, documents: Documents): readonly TextWording[] {
  const dated = [
    ...ofDocument(document),
    ...[...document.values].flatMap(([name, value]) => ofValue(name, value, document, documents)),
    ...ofVersions(document.measured, document, documents),
    ...ofVersions(document.terms, document, documents),
    ...ofVersions(document.conditions, document, documents),
    ...ofVersions(rulesByName(document), document, documents),
    ...document.rules.flatMap((rule) => ofValidityLines(rule, documents)),
    ...ofQuestions(document),
  ].filter(({ day }) => isWithin(day, document.validity.days));

  const byDay = new Map<Day, TextChange[]>();
  for (const { day, change } of dated) {
    const changes = byDay.get(day) ?? [];
    byDay.set(day, changes);
    if (!changes.some((same) => same.what === change.what && same.says.sv === change.says.sv)) changes.push(change);
  }
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([day, changes]) => ({ day, changes: changes.sort((a, b) => byCodePoint(a.what, b.what)) }));
}

interface Dated {
  readonly day: Day;
  readonly change: TextChange;
}

function ofDocument({ name, validity }: Document): readonly Dated[] {
  const { days, cites } = validity;
  const about = { what: name, cites, scope: name, amendment: undefined };
  return [
    ...(days.from === undefined ? [] : [{ day: days.from, change: { ...about, says: begins } }]),
    ...(days.until === undefined ? [] : [{ day: days.until, change: { ...about, says: ends } }]),
  ];
}

function ofValue(name: string, { rows }: ValueText, document: Document, documents: Documents): readonly Dated[] {
  const taken = new Set<Day>();
  return rows.flatMap(({ days, guard, origin, it }): readonly Dated[] => {
    const { from: day } = days;
    // Of rows that begin on one day the first applies.
    if (day === undefined || taken.has(day) || !stands(guard, day, documents)) return [];
    taken.add(day);
    const says = cellWords(it);
    const again = it.from.day !== day;
    return [
      {
        day,
        change: {
          what: name,
          says: { sv: `${again ? "åter " : ""}${says.sv}`, en: `${again ? "again " : ""}${says.en}` },
          cites: it.cites,
          scope: document.name,
          amendment: origin.amendment,
        },
      },
    ];
  });
}

/** What terms, measured values, conditions and rules have in common over time. */
interface Version {
  readonly days: Days;
  readonly guard: Guard | undefined;
  readonly origin: Origin;
  readonly it?: { readonly cites: Citations | undefined };
  readonly statement?: { readonly cites: Citations | undefined };
}

function ofVersions(
  versions: ReadonlyMap<string, readonly Version[]>,
  document: Document,
  documents: Documents,
): readonly Dated[] {
  return [...versions].flatMap(([name, ofName]) =>
    ofName.flatMap(({ days, guard, origin, it, statement }): readonly Dated[] => {
      const standing = (day: Day): boolean => stands(guard, day, documents);
      const cites = it?.cites ?? statement?.cites;
      const about = { what: name, cites, scope: document.name, amendment: origin.amendment };
      const { from, until } = days;
      const before = ofName.some((other) => other.days.until === from);
      const after = ofName.some((other) => other.days.from === until);
      return [
        ...(from === undefined || !standing(from)
          ? []
          : [{ day: from, change: { ...about, says: before ? changes : begins } }]),
        ...(until === undefined || after || !standing(until) ? [] : [{ day: until, change: { ...about, says: ends } }]),
      ];
    }),
  );
}

function rulesByName({ rules }: Document): ReadonlyMap<string, readonly RuleText[]> {
  const names = [...new Set(rules.map((rule) => rule.name))];
  return new Map(names.map((name) => [name, rules.filter((rule) => rule.name === name)]));
}

/** The days that a rule's own validity names: plain dates, and those that stand beside an event. */
function ofValidityLines(rule: RuleText, documents: Documents): readonly Dated[] {
  return rule.lines.flatMap(({ line, guard, scope }): readonly Dated[] => {
    if (line.kind !== "validity") return [];
    const cites = line.cites ?? rule.statement.cites;
    const about = { what: rule.name, cites, scope, amendment: rule.origin.amendment };
    return daysOfLine(line)
      .filter(
        ({ day }) => stands(guard, day, documents) && stands(rule.guard, day, documents) && isWithin(day, rule.days),
      )
      .map(({ day, says }) => ({ day, change: { ...about, says } }));
  });
}

function daysOfLine({ validity }: RuleLine & { readonly kind: "validity" }): readonly { day: Day; says: Words }[] {
  const { from, end } = validity;
  const starts =
    from === undefined ? [] : daysIn(from).map((day) => ({ day, says: from.kind === "date" ? begins : mayBegin }));
  if (end === undefined || end.kind === "open") return starts;
  const says = end.at.kind === "date" ? ends : end.at.kind === "firstOf" ? endsAtLast : mayEnd;
  const shift = end.kind === "through" ? 1 : 0;
  return [...starts, ...daysIn(end.at).map((day) => ({ day: day + shift, says }))];
}

function daysIn(point: TimePoint): readonly Day[] {
  if (point.kind === "firstOf" || point.kind === "lastOf") return point.of.flatMap(daysIn);
  const day = plainDay(point);
  return day === undefined ? [] : [day];
}

function ofQuestions({ name: scope, questions }: Document): readonly Dated[] {
  return [...questions].flatMap(([name, { chosen, statement }]) =>
    chosen.flatMap(({ from, reading }): readonly Dated[] => {
      if (from === undefined) return [];
      const says = { sv: `läses som \`${reading}\``, en: `is read as \`${reading}\`` };
      const change = { what: name, says, cites: statement.cites, scope, amendment: undefined };
      return [{ day: from, change }];
    }),
  );
}

const begins: Words = { sv: "börjar gälla", en: "begins to apply" };
const ends: Words = { sv: "upphör att gälla", en: "ceases to apply" };
const changes: Words = { sv: "ändras", en: "changes" };
const mayBegin: Words = { sv: "kan börja gälla", en: "may begin to apply" };
const mayEnd: Words = { sv: "kan upphöra att gälla", en: "may cease to apply" };
const endsAtLast: Words = {
  sv: "upphör att gälla, om det inte redan har skett",
  en: "ceases to apply, if it has not yet",
};

function stands(guard: Guard | undefined, day: Day, documents: Documents): boolean {
  if (guard === undefined) return true;
  const chosen = documents.get(guard.document)?.questions.get(guard.question)?.chosen;
  const onThatDay = chosen?.findLast(({ from }) => from === undefined || from <= day);
  return onThatDay === undefined || guard.readings.includes(onThatDay.reading);
}

function isWithin(day: Day, { from, until }: Days): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}
