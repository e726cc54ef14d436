// What a change can do: nothing, ask for new facts, move amounts, or move amounts of days that were already decided.
// Rule: a class is never milder than what a run could show; where it cannot be known, the graver one is said.

import type { Words } from "@avtal/compiler/problem";
import { dateText } from "@avtal/runtime/calendar";
import type { ChangeClass } from "./change.ts";
import type { Seen } from "./changes.ts";
import { meanSame } from "./thing.ts";
import { nodeOf, reachedFrom, readsOfBoth, type ThingPair } from "./units.ts";

const order: readonly ChangeClass[] = ["text", "data", "amounts", "history"];

export function gravest(classes: readonly ChangeClass[]): ChangeClass {
  return order[Math.max(0, ...classes.map((one) => order.indexOf(one)))] ?? "text";
}

export function changeClass(pair: ThingPair, seen: Seen): { readonly class: ChangeClass; readonly because: Words } {
  const { a, b, key } = pair;
  if (meanSame(a, b)) {
    return said(
      "text",
      "Orden är andra, men innebörden är densamma.",
      "The words differ, but the meaning is the same.",
    );
  }
  if (seen.inert.has(key)) {
    return said(
      "text",
      "Skillnaden står bara under en tolkning som inte är vald.",
      "The difference stands only under a reading that is not chosen.",
    );
  }
  const facts = newFacts(pair, seen);
  if (!canCharge(pair, seen)) {
    return facts.length > 0
      ? said(
          "data",
          `Statistiken behöver nya uppgifter: ${facts.join(", ")}.`,
          `Statistics need new facts: ${facts.join(", ")}.`,
        )
      : said("data", "Bara statistik kan bli annan.", "Only statistics can differ.");
  }
  const needs: Words =
    facts.length === 0
      ? { sv: "", en: "" }
      : { sv: ` Nya uppgifter behövs: ${facts.join(", ")}.`, en: ` New facts are needed: ${facts.join(", ")}.` };
  const decided = decidedThrough(seen);
  const first = decided === undefined ? null : firstDay(pair, seen);
  if (decided !== undefined && (first === null || first <= decided)) {
    return {
      class: "history",
      because: {
        sv: `${first === null ? "Ändringen saknar egen första dag" : `Ändringen gäller från och med ${dateText(first)}`}, och dagar till och med ${dateText(decided)} är redan avgjorda.${needs.sv}`,
        en: `${first === null ? "The change has no first day of its own" : `The change applies from ${dateText(first)}`}, and days through ${dateText(decided)} are already decided.${needs.en}`,
      },
    };
  }
  return said("amounts", `Belopp kan bli andra.${needs.sv}`, `Amounts can differ.${needs.en}`);
}

/** Whether anything that decides what is charged reads it, on either side. */
function canCharge(pair: ThingPair, { things }: Seen): boolean {
  const { a, b } = pair;
  const thing = b ?? a;
  if (thing?.sort === "document" || thing?.sort === "vocabulary") return true;
  if (thing?.sort === "rule") return a?.charges === true || b?.charges === true;
  const reads = readsOfBoth(things);
  const charging = [...things.a.values(), ...things.b.values()].filter(
    ({ sort, charges }) => charges || sort === "document",
  );
  return charging.some(({ node }) => reachedFrom(node, reads).has(nodeOf(pair)));
}

/** Columns that `b` reads through this thing and that nothing of `a` reads. */
function newFacts(pair: ThingPair, { things, programs }: Seen): readonly string[] {
  if (pair.b === undefined) return [];
  const before = new Set([...things.a.values()].flatMap(({ reads }) => [...reads]));
  const through = new Set([...pair.b.reads, ...reachedFrom(pair.b.node, readsOfBoth({ a: new Map(), b: things.b }))]);
  return programs.b.fields
    .filter(({ id }) => through.has(`field ${id}`) && !before.has(`field ${id}`))
    .map(({ code }) => code)
    .sort();
}

/** The last day that is already decided: what was said to be charged, or the last day on which `a` changes. */
function decidedThrough({ comparing, programs }: Seen): number | undefined {
  const { a, b, chargedThrough } = comparing;
  const areVersions = a.program.main === b.program.main && a.wording === null && b.wording === null;
  if (!areVersions || a.base === b.base) return undefined;
  return chargedThrough ?? programs.a.wordings.at(-1)?.day;
}

/** The first day on which a thing differs, where what differs says so itself. */
function firstDay(pair: ThingPair, { firstDaysOf }: Seen): number | null {
  const from = pair.a?.from ?? pair.b?.from ?? null;
  return from ?? firstDaysOf(nodeOf(pair));
}

function said(of: ChangeClass, sv: string, en: string): { readonly class: ChangeClass; readonly because: Words } {
  return { class: of, because: { sv, en } };
}
