// What the user decides beside the text (`--reading`, `--event`, `--set`, `@DATE`), read and held against the program.
// Rule: every name must be one that the program has, every number exact and of the value's own unit.

import { nearest } from "@avtal/compiler/nearest";
import type { Id, Program, ValueKind } from "@avtal/compiler/ir/ir";
import { dateText, dayFromText } from "@avtal/runtime/calendar";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { ratio, type Ratio } from "@avtal/runtime/ratio";
import type { RunOptions, SuppliedValue } from "@avtal/runtime/result";
import type { DataProblem } from "./data-problem.ts";
import {
  ambiguousName,
  unknownEvent,
  unknownQuestion,
  unknownReading,
  unknownValue,
  unknownWording,
  unreadableEventDate,
  unreadableOption,
  unreadableValue,
} from "./problems/asked.ts";

/** As typed: `fråga=tolkning`, `händelse=2021-03-01`, `värde@2021-01-01=8 500 kr`. */
export interface AskedOptions {
  readonly wording: string | null;
  readonly readings: readonly string[];
  readonly events: readonly string[];
  readonly values: readonly string[];
}

export interface OptionsRead {
  readonly options: RunOptions;
  readonly problems: readonly DataProblem[];
}

export function runOptions(asked: AskedOptions, program: Program): OptionsRead {
  const problems: DataProblem[] = [];
  const options: RunOptions = {
    wording: wordingFrom(asked.wording, program, problems),
    readings: new Map(asked.readings.flatMap((text) => readingFrom(text, program, problems))),
    events: new Map(asked.events.flatMap((text) => eventFrom(text, program, problems))),
    values: asked.values.flatMap((text) => valueFrom(text, program, problems)),
  };
  return { options, problems };
}

function wordingFrom(asked: string | null, program: Program, problems: DataProblem[]): string | null {
  if (asked === null) return null;
  const day = dayFromText(asked);
  const first = program.wordings[0]?.day;
  if (day === undefined) problems.push(unknownWording(asked, undefined));
  else if (first !== undefined && day < first) problems.push(unknownWording(asked, dateText(first)));
  return asked;
}

function readingFrom(text: string, program: Program, problems: DataProblem[]): [Id, string][] {
  const [name, choice] = parts(text);
  if (choice === undefined) {
    problems.push(unreadableOption("--reading", "--reading klockan-12=ingen-verkan"));
    return [];
  }
  const [found, ...others] = named(program, program.questions, name);
  if (found !== undefined && others.length > 0) {
    problems.push(ambiguousName("AV9206", name, idsOf([found, ...others])));
    return [];
  }
  if (found === undefined) {
    const known = program.questions.map((question) => shownId(program, question.id));
    problems.push(unknownQuestion(name, nearest(name, known), known));
    return [];
  }
  const readings = found.readings.map((reading) => reading.name);
  const reading = choice.normalize("NFC");
  if (!readings.includes(reading)) {
    problems.push(unknownReading(name, choice, nearest(reading, readings), readings));
    return [];
  }
  return [[found.id, reading]];
}

function eventFrom(text: string, program: Program, problems: DataProblem[]): [Id, string | null][] {
  const [name, date] = parts(text);
  if (date === undefined) {
    problems.push(unreadableOption("--event", "--event it-stöd-psykiatri=2021-03-01"));
    return [];
  }
  const [found, ...others] = named(program, program.events, name);
  if (found !== undefined && others.length > 0) {
    problems.push(ambiguousName("AV9207", name, idsOf([found, ...others])));
    return [];
  }
  if (found === undefined) {
    const known = program.events.map((event) => shownId(program, event.id));
    problems.push(unknownEvent(name, nearest(name, known), known));
    return [];
  }
  if (date === "inte" || date === "not-yet") return [[found.id, null]];
  if (dayFromText(date) === undefined) {
    problems.push(unreadableEventDate(name));
    return [];
  }
  return [[found.id, date]];
}

function valueFrom(text: string, program: Program, problems: DataProblem[]): SuppliedValue[] {
  const [place, amount] = parts(text);
  if (amount === undefined) {
    problems.push(unreadableOption("--set", '--set länsgenomsnitt="1,74 dagar"'));
    return [];
  }
  const [name = "", date] = place.split("@");
  const things = [...program.values, ...program.measured];
  const [found, ...others] = named(program, things, name);
  if (found !== undefined && others.length > 0) {
    problems.push(ambiguousName("AV9208", name, idsOf([found, ...others])));
    return [];
  }
  if (found === undefined) {
    const known = things.map((thing) => shownId(program, thing.id));
    problems.push(unknownValue(name, nearest(name, known), known.sort(byCodePoint)));
    return [];
  }
  if (date !== undefined && dayFromText(date) === undefined) {
    problems.push(unreadableOption("--set", `--set ${name}@2021-01-01="${exampleOf(found.kind)}"`));
    return [];
  }
  const exact = amountFrom(amount, found.kind);
  if (exact === undefined) {
    problems.push(unreadableValue(name, exampleOf(found.kind)));
    return [];
  }
  return [{ value: found.id, from: date ?? null, exact }];
}

/** `name=rest`; the rest may hold further equals signs. */
function parts(text: string): [string, string | undefined] {
  const equals = text.indexOf("=");
  return equals < 0
    ? [text, undefined]
    : [text.slice(0, equals).trim().normalize("NFC"), text.slice(equals + 1).trim()];
}

/** `name` in the main document, else `document.name`, else what has that name in any other document: none, one or several. */
function named<Thing extends { readonly id: Id }>(
  program: Program,
  things: readonly Thing[],
  name: string,
): readonly Thing[] {
  const exact =
    things.find((thing) => thing.id === `${program.main}.${name}`) ?? things.find((thing) => thing.id === name);
  return exact === undefined ? things.filter((thing) => thing.id.endsWith(`.${name}`)) : [exact];
}

/** The names to choose between, sorted. */
function idsOf(things: readonly { readonly id: Id }[]): string[] {
  return things.map(({ id }) => id).sort(byCodePoint);
}

function shownId(program: Program, id: Id): string {
  const own = `${program.main}.`;
  return id.startsWith(own) ? id.slice(own.length) : id;
}

/** An exact amount in the value's own unit, money in öre; undefined where number or unit do not fit. */
export function amountFrom(text: string, kind: ValueKind): Ratio | undefined {
  const found = /^(-?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(\d+))?\s*(.*)$/.exec(text.trim());
  if (found === null || kind.kind !== "quantity") return undefined;
  const digits = (found[2] ?? "").replaceAll(/[ \u00a0\u202f]/g, "");
  const decimals = found[3] ?? "";
  const exact = ratio(BigInt(`${found[1] ?? ""}${digits}${decimals}`), 10n ** BigInt(decimals.length));
  const scale = scaleOf((found[4] ?? "").toLowerCase(), kind.unit);
  return scale === undefined ? undefined : ratio(exact.over * scale.over, exact.under * scale.under);
}

/** How many of the value's own unit one of the written unit is; undefined where they do not fit. */
function scaleOf(unit: string, of: (ValueKind & { kind: "quantity" })["unit"]): Ratio | undefined {
  const isOneOf = (...words: string[]): Ratio | undefined => (words.includes(unit) ? ratio(1n) : undefined);
  switch (of) {
    case "money":
      return unit === "kr" || unit === "kronor" ? ratio(100n) : undefined;
    case "moneyPerDay":
      return ["kr", "kronor", "kr/dygn", "kr/day"].includes(unit) ? ratio(100n) : undefined;
    case "days":
    case "careDays":
      return isOneOf("dagar", "dag", "dygn", "days", "day");
    case "weekdays":
      return isOneOf("vardagar", "vardag", "weekdays", "weekday");
    case "hours":
      return isOneOf("timmar", "timme", "hours", "hour");
    case "count":
    case "number":
    case "other":
      return unit === "%" || unit === "procent" ? ratio(1n, 100n) : isOneOf("");
  }
}

function exampleOf(kind: ValueKind): string {
  if (kind.kind !== "quantity") return "…";
  switch (kind.unit) {
    case "money":
    case "moneyPerDay":
      return "9 300 kr";
    case "days":
    case "careDays":
      return "1,74 dagar";
    case "weekdays":
      return "5 vardagar";
    case "hours":
      return "72 timmar";
    case "count":
    case "number":
    case "other":
      return "1,05";
  }
}
