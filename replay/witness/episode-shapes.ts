// A made-up episode, small enough to be changed in one thing at a time: a day, a stay, and what is out of the ordinary.
// Rule: what is not said is ordinary; all dates hang on the day that decides and on the length of the stay.

import type { Field } from "@avtal/compiler/ir/ir";
import { dateText, dayOfWeek } from "@avtal/runtime/calendar";
import { neverBefore } from "../read/checks/order-of-events.ts";
import type { Breakpoints } from "./breakpoints.ts";

export interface Shape {
  /** The day that decides, as a rule the discharge. */
  readonly day: number;
  /** Days from the notice to the day that decides. */
  readonly stay: number;
  /** What is out of the ordinary, by code of the field. */
  readonly odd: ReadonlyMap<string, Fact>;
}

/** What a field holds. A dated fact lies so many days after the start of the stay, or after its end. */
export type Fact =
  | { readonly kind: "absent" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "dated"; readonly from: "start" | "end"; readonly offset: number; readonly second: number };

/** The fields that are filled in, what is ordinary in each and what else is tried. */
export interface Vocabulary {
  readonly fields: readonly Field[];
  readonly ordinary: ReadonlyMap<string, Fact>;
  readonly others: ReadonlyMap<string, readonly Fact[]>;
}

/** That a fact is lacking. */
export const absentFact: Fact = { kind: "absent" };
const morning = 9 * 3600;
const afternoon = 15 * 3600;

export function vocabularyOf(points: Breakpoints): Vocabulary {
  const dated = points.fields.filter(isDated);
  const last = lastOf(points);
  const before = dated.slice(0, last === undefined ? 0 : dated.indexOf(last)).filter(({ optional }) => !optional);
  const notice = before.at(-1);
  const ordinary = new Map(points.fields.map((field) => [field.code, ordinaryFact(field, { last, notice }, points)]));
  const others = points.fields.map((field): [string, readonly Fact[]] => {
    const usual = factText(ordinary.get(field.code) ?? absentFact);
    return [field.code, otherFacts(field, field === last, points).filter((fact) => factText(fact) !== usual)];
  });
  return { fields: points.fields, ordinary, others: new Map(others) };
}

/** The event that ends an episode: the last that decides, or where that is the notice, what never comes before it. */
export function lastOf({ fields, deciding }: Pick<Breakpoints, "fields" | "deciding">): Field | undefined {
  const dated = fields.filter(isDated);
  const certain = dated.filter(({ optional }) => !optional);
  const isDeciding = ({ id }: Field): boolean => deciding.has(id);
  const decides = certain.findLast(isDeciding) ?? dated.findLast(isDeciding) ?? dated.at(-1);
  const after = certain.filter(({ code }) => decides !== undefined && neverBefore(decides.code, code));
  return after.at(-1) ?? decides;
}

function isDated({ kind }: Field): boolean {
  return kind.kind === "date" || kind.kind === "moment";
}

interface Dates {
  readonly last: Field | undefined;
  readonly notice: Field | undefined;
}

/** Optional facts are empty; a condition holds; earlier events lie some days before the stay that counts. */
function ordinaryFact(field: Field, { last, notice }: Dates, points: Breakpoints): Fact {
  switch (field.kind.kind) {
    case "date":
    case "moment":
      if (field === last) return { kind: "dated", from: "end", offset: 0, second: afternoon };
      if (field.optional) return absentFact;
      return { kind: "dated", from: "start", offset: isEarlier(field, notice, points) ? -3 : 0, second: morning };
    case "condition":
      return field.optional ? absentFact : textFact("ja");
    case "choice":
      return field.optional ? absentFact : textFact(field.choices[0]?.code);
    case "payer":
      return field.optional ? absentFact : textFact(points.payers.get(field.code)?.[0]);
    case "text":
      return field.optional ? absentFact : textFact("Sjukhuset");
    case "quantity":
      return field.optional ? absentFact : textFact("80");
    default:
      return absentFact;
  }
}

function isEarlier(field: Field, notice: Field | undefined, { fields }: Breakpoints): boolean {
  return notice !== undefined && field !== notice && fields.indexOf(field) < fields.indexOf(notice);
}

function otherFacts(field: Field, isLast: boolean, points: Breakpoints): readonly Fact[] {
  switch (field.kind.kind) {
    case "date":
    case "moment":
      return isLast ? lastFacts(field, points) : datedFacts(field, points);
    case "condition":
      return [textFact("nej"), absentFact, textFact("ja")];
    case "choice":
      return [...field.choices.map(({ code }) => textFact(code)), absentFact];
    case "payer":
      return [...(points.payers.get(field.code) ?? []).map(textFact), absentFact];
    case "text":
      return [...points.texts, "Sjukhuset"].map(textFact).concat(absentFact);
    case "quantity":
      return [...amountsBeside(points).map((amount) => textFact(`${amount}`)), absentFact];
    default:
      return [absentFact];
  }
}

/** Other clock times of the event that decides; the day itself is the shape's. */
function lastFacts(field: Field, points: Breakpoints): readonly Fact[] {
  const seconds = field.kind.kind === "moment" ? clockTimes(points) : [];
  return [...seconds.map((second): Fact => ({ kind: "dated", from: "end", offset: 0, second })), absentFact];
}

function datedFacts(field: Field, points: Breakpoints): readonly Fact[] {
  const waits = points.amounts.filter((amount) => amount <= longestWait);
  const offsets = [...new Set([0, 1, ...waits.flatMap((amount) => [amount, amount + 1]), -1])];
  const seconds = field.kind.kind === "moment" ? clockTimes(points) : [];
  return [
    ...offsets.map((offset): Fact => ({ kind: "dated", from: "start", offset, second: morning })),
    ...[0, -1].map((offset): Fact => ({ kind: "dated", from: "end", offset, second: morning })),
    ...seconds.map((second): Fact => ({ kind: "dated", from: "start", offset: 0, second })),
    absentFact,
  ];
}

const longestWait = 40;

/** The cut-offs, a second before and after each, and the ends of a day. */
export function clockTimes({ seconds }: Breakpoints): readonly number[] {
  const beside = seconds.flatMap((second) => [second, second + 1, second - 1]);
  return [...new Set([...beside, 0, lastSecond])].filter((second) => second >= 0 && second <= lastSecond);
}

const lastSecond = 86_399;

function amountsBeside({ amounts }: Breakpoints): readonly number[] {
  return [...new Set(amounts.flatMap((amount) => [amount, amount + 1, Math.max(0, amount - 1)]))].sort((a, b) => a - b);
}

function textFact(text: string | undefined): Fact {
  return text === undefined ? absentFact : { kind: "text", text };
}

/** What a field of an episode holds, as a data file has it; empty where it is absent. */
export function cellOf(shape: Shape, field: Field, { ordinary }: Vocabulary): string {
  const fact = shape.odd.get(field.code) ?? ordinary.get(field.code) ?? absentFact;
  switch (fact.kind) {
    case "absent":
      return "";
    case "text":
      return fact.text;
    case "dated": {
      const day = (fact.from === "end" ? shape.day : shape.day - shape.stay) + fact.offset;
      return field.kind.kind === "date" ? dateText(day) : `${dateText(day)} ${clockText(fact.second)}`;
    }
  }
}

function clockText(second: number): string {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return (second % 60 === 0 ? parts.slice(0, 2) : parts).map((part) => String(part).padStart(2, "0")).join(":");
}

/** The same text for the same fact. */
export function factText(fact: Fact): string {
  switch (fact.kind) {
    case "absent":
      return "";
    case "text":
      return `= ${fact.text}`;
    case "dated":
      return `${fact.from} ${fact.offset} ${fact.second}`;
  }
}

export function withFact(shape: Shape, code: string, fact: Fact): Shape {
  return { ...shape, odd: new Map([...shape.odd, [code, fact]]) };
}

export function withoutFact(shape: Shape, code: string): Shape {
  return { ...shape, odd: new Map([...shape.odd].filter(([other]) => other !== code)) };
}

/** How far a shape is from what people think of first: the stay, then what is odd, then a day in a weekend. */
export function oddness({ day, stay, odd }: Shape): readonly [number, number, number] {
  return [stay, odd.size, dayOfWeek(day) > 5 ? 1 : 0];
}
