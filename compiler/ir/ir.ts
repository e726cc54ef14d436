// What an agreement means, small and typed: the record stage (per episode or day) and the group stage (per line).
// Rule: plain JSON. Everything a target needs stands here, in order of evaluation; no target looks at the tree.
// Exact numbers are texts (`13/10`); money is in öre; dates are days since 1970-01-01.

/** One compiled document with everything it leads to: fallback, used values, vocabulary. */
export interface Program {
  readonly formatVersion: 1;
  /** The document that was asked for; fallback documents follow in the order they are tried. */
  readonly main: string;
  readonly documents: readonly DocumentIr[];
  readonly fields: readonly Field[];
  readonly registers: readonly RegisterIr[];
  readonly events: readonly EventIr[];
  readonly questions: readonly Question[];
  readonly values: readonly Value[];
  readonly measured: readonly Measured[];
  /** `begrepp` and `villkor`, in evaluation order: a term reads only terms that stand before it. */
  readonly terms: readonly Term[];
  /** Rules of all documents in the order records are offered to them; see `offeredFirst`. */
  readonly rules: readonly Rule[];
  /** Clauses that the main document and its fallbacks cite, each once; places elsewhere refer to them by index. */
  readonly clauses: readonly Clause[];
  /** Every day on which the main document's text in force changes, sorted. */
  readonly wordings: readonly Wording[];
}

/** `document.name`, unique in a program. Steps and local keys are not ids. */
export type Id = string;
export type ClauseIndex = number;

export interface DocumentIr {
  readonly name: string;
  readonly title: string;
  readonly sort: "agreement" | "act" | "vocabulary";
  /** `main`: decides first. `fallback`: offered what nothing before it took. `used`: only its values and names. */
  readonly role: "main" | "fallback" | "used";
  /** Days on which this document's day is no weekday. */
  readonly weekdaysExcept: readonly DayName[];
  /** In force, as a condition over `decisionDate`; events included (`förutsätter`). */
  readonly inForce: Expr;
  /** `vilande tills E`: false while nothing may be charged yet. Null where there is no such line. */
  readonly mayCharge: Expr | null;
  readonly files: readonly string[];
}

export type DayName = "saturdays" | "sundays" | "publicHolidays" | "midsummerEve" | "christmasEve" | "newYearsEve";

export interface Clause {
  readonly document: string;
  /** As read in running text: `12.3 punkt 1–3`, `5 kap. 4 §`; empty for an assumption. */
  readonly place: string;
  /** Title of the source; for an assumption its own words. */
  readonly source: string;
  readonly quote: string | null;
  readonly assumption: boolean;
}

/** The kind of a value at run time. Quantities are fractions unless `whole`. */
export type ValueKind =
  | { readonly kind: "quantity"; readonly unit: QuantityUnit; readonly whole: boolean }
  | { readonly kind: "date" | "moment" | "clock" | "month" | "quarter" | "year" | "condition" | "text" }
  | { readonly kind: "choice"; readonly field: Id }
  | { readonly kind: "payer"; readonly register: Id | null };

export type QuantityUnit =
  "days" | "weekdays" | "careDays" | "hours" | "count" | "number" | "money" | "moneyPerDay" | "other";

export interface Field {
  readonly id: Id;
  readonly name: string;
  /** Column name. */
  readonly code: string;
  readonly kind: ValueKind;
  /** Choices in written order, for a choice field. */
  readonly choices: readonly { readonly name: string; readonly code: string }[];
  readonly empty: "missing" | "unknown";
  readonly optional: boolean;
  readonly personal: boolean;
  readonly unique: boolean;
  readonly doc: string | null;
}

export interface RegisterIr {
  readonly id: Id;
  readonly entries: readonly {
    readonly code: string;
    readonly name: string;
    readonly alsoKnownAs: readonly string[];
    readonly from: number | null;
    readonly until: number | null;
    readonly successor: string | null;
    /** In the order of `facts`. */
    readonly facts: readonly (string | null)[];
  }[];
  readonly facts: readonly string[];
  /** In the order of `facts`: text, choice, or payer (the entry then holds a payer code). */
  readonly factKinds: readonly ValueKind[];
}

export interface EventIr {
  readonly id: Id;
  readonly title: string;
  readonly state:
    { readonly kind: "happened"; readonly day: number } | { readonly kind: "notYet" } | { readonly kind: "unknown" };
  readonly clause: ClauseIndex | null;
}

export interface Question {
  readonly id: Id;
  readonly document: string;
  readonly name: string;
  readonly asks: string;
  readonly readings: readonly { readonly name: string; readonly title: string }[];
  /** By day of the text; the first has `from` null. Each record follows its own day, or the counterfactual one. */
  readonly chosen: readonly {
    readonly from: number | null;
    readonly reading: string;
    readonly preliminary: boolean;
    readonly reason: string;
  }[];
  readonly clause: ClauseIndex | null;
}

/** Something that stands only under some readings of one question. */
export interface Guard {
  readonly question: Id;
  readonly readings: readonly string[];
}

/** The first alternative whose guard holds applies; a null guard always holds and stands last. */
export type Alternatives<T> = readonly { readonly guard: Guard | null; readonly it: T }[];

export interface Value {
  readonly id: Id;
  readonly document: string;
  readonly name: string;
  readonly code: string;
  readonly kind: ValueKind;
  /** `beror på`: the choices that pick a cell, in order. */
  readonly dependsOn: readonly Expr[];
  /** Sorted by `from`; a row applies until the next one's `from`. `from` null: always. */
  readonly rows: readonly ValueRow[];
  /** First day for which the value has no row any more; null while its document lives. */
  readonly until: number | null;
}

export interface ValueRow {
  readonly from: number | null;
  readonly guard: Guard | null;
  readonly cells: readonly {
    /** One choice code or payer code per `dependsOn`; null is `övriga`. Empty where the value depends on nothing. */
    readonly keys: readonly (string | null)[];
    /** Null is `saknas`. */
    readonly value: Expr | null;
  }[];
  readonly clause: ClauseIndex | null;
}

export interface Measured {
  readonly id: Id;
  readonly document: string;
  readonly name: string;
  readonly code: string;
  readonly kind: ValueKind;
  readonly formula: Alternatives<Expr>;
  /** Null while `fastställt saknas`. */
  readonly fixed: Expr | null;
  readonly clause: ClauseIndex | null;
}

/** `begrepp` or `villkor`. A condition's lines are kept apart, so that a failing one can be named. */
export interface Term {
  readonly id: Id;
  readonly document: string;
  readonly name: string;
  readonly code: string;
  readonly kind: ValueKind;
  /** Sorted by `from`, which the decision date is held against; one entry with null where nothing was amended. */
  readonly definitions: readonly { readonly from: number | null; readonly by: Alternatives<TermBody> }[];
  readonly clause: ClauseIndex | null;
  readonly doc: string | null;
}

export type TermBody =
  | { readonly kind: "expression"; readonly value: Expr }
  | { readonly kind: "condition"; readonly lines: readonly Requirement[] };

/** A condition that must hold; `gäller inte när C` is lowered to `not C`. */
export interface Requirement {
  readonly guard: Guard | null;
  readonly condition: Expr;
  /** The line as it was written, for reasons: `krävs inskrivningsmeddelande finns`. */
  readonly says: string;
  readonly clause: ClauseIndex | null;
}

export interface Rule {
  /** `document.name`, with `@YYYY-MM-DD` and `~reading` added where a name has several versions. */
  readonly id: Id;
  readonly document: string;
  readonly name: string;
  readonly purpose:
    | { readonly kind: "charge" }
    | { readonly kind: "noCharge" }
    | { readonly kind: "notModelled"; readonly says: string }
    | { readonly kind: "statistic"; readonly triggers: string | null };
  /** All must hold, else the rule does not exist in this run. */
  readonly guards: readonly Guard[];
  /** Rules that this one stands before, closed transitively. */
  readonly insteadOf: readonly Id[];
  /** Rules that this one charges on top of. */
  readonly onTopOf: readonly Id[];
  /** Over `decisionDate`; the document's own `inForce` is not repeated here. */
  readonly inForce: Alternatives<Expr>;
  readonly grain: Grain;
  readonly scope: Alternatives<Expr>;
  readonly requires: readonly Requirement[];
  /** The date that decides rows, rules and wording; `theDay` in a rule that follows `dygnet`. */
  readonly follows: Alternatives<Expr>;
  readonly keys: Alternatives<readonly Key[]>;
  /** Group stage. Null in a statistic without payment. */
  readonly payer: Alternatives<Expr>;
  readonly payee: Alternatives<Expr>;
  readonly invoicer: Alternatives<Expr>;
  /** In evaluation order, `belopp` among them where the rule charges. Group stage. */
  readonly steps: readonly RuleStep[];
  readonly chargedWhen: Alternatives<Expr>;
  /** Quantity and price as the line shows them, where the amount is one times the other. Group stage. */
  readonly quantity: Alternatives<{
    readonly quantity: Expr;
    readonly unit: QuantityUnit;
    readonly unitPrice: Expr | null;
  }>;
  readonly clause: ClauseIndex | null;
  readonly doc: string | null;
}

export type Grain =
  | { readonly kind: "episode" }
  /** Days from `from` to `to`, each end counted or not; both are dates of the record. */
  | {
      readonly kind: "day";
      readonly from: Expr;
      readonly fromCounted: boolean;
      readonly to: Expr;
      readonly toCounted: boolean;
    };

export interface Key {
  readonly name: string;
  readonly code: string;
  /** `payer`: the liable party · `episode`: one group per record · `period`: month, quarter or year · `other`. */
  readonly role: "payer" | "episode" | "period" | "other";
  readonly kind: ValueKind;
  /** Record stage. For `episode` a constant that is not read. */
  readonly value: Expr;
}

export interface RuleStep {
  readonly name: string;
  readonly code: string;
  readonly kind: ValueKind;
  readonly guard: Guard | null;
  /** Rounding, where a line asks for it, is the outermost node. */
  readonly value: Expr;
  readonly clause: ClauseIndex | null;
}

/**
 * Expressions of both stages. Every one gives a value, *missing* or *unknown*; a condition gives yes, no or unknown.
 * The record stage reads fields, terms and `theDay`; the group stage reads keys, steps and aggregates,
 * and `ofEpisode` where each group holds one record.
 */
export type Expr =
  | { readonly kind: "quantity"; readonly exact: string; readonly unit: QuantityUnit }
  | { readonly kind: "date"; readonly day: number }
  /** Months since 0000-01, quarters since 0000-Q1, years. */
  | { readonly kind: "period"; readonly of: "month" | "quarter" | "year"; readonly index: number }
  | { readonly kind: "clock"; readonly seconds: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "choice"; readonly field: Id; readonly code: string }
  /** `name` null where the code is from a register. */
  | { readonly kind: "payer"; readonly code: string; readonly name: string | null }
  | { readonly kind: "truth"; readonly holds: "yes" | "no" | "unknown" }
  | { readonly kind: "field"; readonly field: Id }
  /** Read on the decision date, or on `at` (`X vid D`), which then holds for everything the term reads too. */
  | { readonly kind: "term"; readonly term: Id; readonly at: Expr | null }
  /** The row in force on the decision date, or on `at` (`V vid D`). */
  | { readonly kind: "value"; readonly value: Id; readonly at: Expr | null }
  | { readonly kind: "measured"; readonly measured: Id }
  /** When the event happened: a date, never (later than every day), or unknown. */
  | { readonly kind: "eventDate"; readonly event: Id }
  /** The date that the rule at hand follows, or the counterfactual day for what the main document decides. */
  | { readonly kind: "decisionDate" }
  /** The day that a day rule looks at. */
  | { readonly kind: "theDay" }
  | { readonly kind: "key"; readonly name: string }
  | { readonly kind: "step"; readonly name: string }
  /** A record-stage expression read for a record of the group: its one record, or any where it derives from the keys. */
  | { readonly kind: "ofEpisode"; readonly of: Expr }
  | { readonly kind: "arithmetic"; readonly operator: "+" | "-" | "*" | "/"; readonly left: Expr; readonly right: Expr }
  /** Date plus or minus whole days; date plus weekdays of `document`; moment plus hours. */
  | { readonly kind: "addDays"; readonly date: Expr; readonly days: Expr }
  | { readonly kind: "addWeekdays"; readonly date: Expr; readonly weekdays: Expr; readonly document: string }
  | { readonly kind: "addHours"; readonly moment: Expr; readonly hours: Expr }
  | { readonly kind: "negate"; readonly of: Expr }
  | {
      readonly kind: "compare";
      readonly operator: "<" | "<=" | ">" | ">=" | "=" | "!=";
      readonly left: Expr;
      readonly right: Expr;
    }
  /** The condition of this group and of the months before it, `months` in all. Group stage. */
  | { readonly kind: "inARow"; readonly condition: Expr; readonly months: number }
  | { readonly kind: "exists" | "isMissing" | "isUnknown"; readonly of: Expr }
  | { readonly kind: "isWeekday"; readonly of: Expr; readonly document: string }
  | { readonly kind: "not"; readonly of: Expr }
  | { readonly kind: "and" | "or"; readonly of: readonly Expr[] }
  | { readonly kind: "if"; readonly condition: Expr; readonly then: Expr; readonly otherwise: Expr }
  /** Least or greatest number, earliest or latest date. */
  | { readonly kind: "least" | "greatest"; readonly of: readonly Expr[] }
  | {
      readonly kind: "calendarDays";
      readonly from: Expr;
      readonly fromCounted: boolean;
      readonly to: Expr;
      readonly toCounted: boolean;
    }
  | {
      readonly kind: "weekdays";
      readonly from: Expr;
      readonly fromCounted: boolean;
      readonly to: Expr;
      readonly toCounted: boolean;
      readonly document: string;
    }
  /** Begun 24-hour periods between two moments. */
  | { readonly kind: "begunDays"; readonly from: Expr; readonly to: Expr }
  | { readonly kind: "dateOf" | "clockOf"; readonly of: Expr }
  | { readonly kind: "periodOf"; readonly period: "month" | "quarter" | "year"; readonly of: Expr }
  /** A register fact of a payer (`län för betalande-kommun`). */
  | { readonly kind: "fact"; readonly register: Id; readonly fact: string; readonly of: Expr }
  /** `stadsdel vid D`: who stands for this payer on `at`: itself while it exists, later its successor's successor. */
  | { readonly kind: "payerOn"; readonly register: Id; readonly of: Expr; readonly at: Expr }
  | Aggregate
  /** To a multiple of `to`, an exact text in the unit of `of`: `1` whole öre or days, `100` whole kronor, `1/100`. */
  | {
      readonly kind: "round";
      readonly of: Expr;
      readonly to: string;
      readonly mode: "halfUp" | "halfToEven" | "down" | "up";
    }
  /** A different expression per reading. */
  | { readonly kind: "choose"; readonly by: Alternatives<Expr> };

export interface Aggregate {
  readonly kind: "aggregate";
  readonly function: "mean" | "sum" | "count";
  /** What is counted: the group's episodes, or its days in a day rule. */
  readonly each: "episode" | "day";
  /** Record stage; null for a count. */
  readonly of: Expr | null;
  /** Record stage. */
  readonly where: Expr | null;
  /** `group`: the records of the group at hand. `all`: every record of the data, outside groups. */
  readonly over:
    | { readonly kind: "group" }
    | { readonly kind: "all" }
    | {
        readonly kind: "allDays";
        readonly from: Expr;
        readonly fromCounted: boolean;
        readonly to: Expr;
        readonly toCounted: boolean;
      };
  /** `genomsnitt av (summa av x per k)`: `perFunction` of x is taken per value of this key first, then `function`. */
  readonly per: Key | null;
  /** Null where `per` is. */
  readonly perFunction: "mean" | "sum" | "count" | null;
}

export interface Wording {
  readonly day: number;
  readonly changes: readonly {
    readonly what: string;
    readonly says: { readonly sv: string; readonly en: string };
    readonly clause: ClauseIndex | null;
  }[];
}
