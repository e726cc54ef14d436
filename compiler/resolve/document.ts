// A document with its amendments worked in and its readings laid side by side: the text in force, computed.
// Rule: nothing is chosen here. Every line keeps the days and the readings under which it stands, so that
// checking and lowering see each alternative once.

import type {
  Citations,
  ConditionLine,
  ConditionStatement,
  DocumentHead,
  EventStatement,
  Expression,
  FieldLine,
  FileTree,
  LeftOutStatement,
  MeasuredStatement,
  Name,
  QuestionStatement,
  RegisterStatement,
  RuleLine,
  RuleStatement,
  SourceStatement,
  TermStatement,
  ValueRow,
  ValueStatement,
} from "../syntax/ast.ts";
import type { Register } from "./register.ts";

/** A civil date as days since 1970-01-01. */
export type Day = number;

/** Under which readings of one question something stands; undefined where it always stands. */
export interface Guard {
  /** The document whose question it is: another one for lines taken over with `regel R som lbk.vårddygn`. */
  readonly document: string;
  /** The question's name in that document. */
  readonly question: string;
  readonly readings: readonly string[];
}

/** From which day a text applies, up to but not including `until`. undefined = without bound on that side. */
export interface Days {
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

/** Where a piece of text came from, for messages and for `avtal versions`. */
export interface Origin {
  readonly file: string;
  /** Name of the amendment; undefined in the decided text itself. */
  readonly amendment: string | undefined;
}

export interface Versioned<T> {
  readonly days: Days;
  readonly guard: Guard | undefined;
  readonly origin: Origin;
  readonly it: T;
}

export interface Document {
  readonly name: string;
  readonly head: DocumentHead;
  /** Base file first, then amendments by their first day, then by name. */
  readonly files: readonly FileTree[];
  readonly uses: readonly string[];
  readonly otherwise: Name | undefined;
  readonly validity: DocumentValidity;
  readonly sources: ReadonlyMap<string, SourceStatement>;
  readonly events: ReadonlyMap<string, EventStatement>;
  readonly fields: ReadonlyMap<string, FieldLine>;
  readonly registers: ReadonlyMap<
    string,
    { readonly statement: RegisterStatement; readonly register: Register | undefined }
  >;
  readonly values: ReadonlyMap<string, ValueText>;
  readonly measured: ReadonlyMap<string, readonly Versioned<MeasuredStatement>[]>;
  readonly terms: ReadonlyMap<string, readonly Versioned<TermStatement>[]>;
  readonly conditions: ReadonlyMap<string, readonly ConditionText[]>;
  /** One entry per version of a rule or statistic: an amendment that changes lines ends one and starts the next. */
  readonly rules: readonly RuleText[];
  readonly questions: ReadonlyMap<string, QuestionText>;
  readonly leftOut: readonly LeftOutStatement[];
}

/** The head's validity with amendments applied: exact days, or events that decide. */
export interface DocumentValidity {
  readonly days: Days;
  readonly presupposes: Name | undefined;
  readonly dormantUntil: Name | undefined;
  readonly cites: Citations | undefined;
}

export interface ValueText {
  readonly statement: ValueStatement;
  readonly guard: Guard | undefined;
  /**
   * Sorted by first day. In force is the latest row begun whose guard holds and whose days have not ended; of rows that
   * begin on one day the first: an amendment's before the older one. Rows begin anew where an amendment ends.
   */
  readonly rows: readonly Versioned<ValueRow>[];
}

export interface ConditionText {
  readonly statement: ConditionStatement;
  readonly days: Days;
  readonly guard: Guard | undefined;
  readonly origin: Origin;
  readonly lines: readonly GuardedLine<ConditionLine>[];
}

export interface GuardedLine<Line> {
  readonly line: Line;
  readonly guard: Guard | undefined;
  /** The document in whose scope the line's names are looked up (another one for `regel R som lbk.vårddygn`). */
  readonly scope: string;
}

export interface RuleText {
  readonly name: string;
  /** The base statement, or the amendment's whole statement. */
  readonly statement: RuleStatement;
  readonly days: Days;
  readonly guard: Guard | undefined;
  readonly origin: Origin;
  /** Lines as they stand in these days, in written order; a question's other readings follow the line they replace. */
  readonly lines: readonly GuardedLine<RuleLine>[];
}

export interface QuestionText {
  readonly statement: QuestionStatement;
  readonly readings: readonly string[];
  /** The chosen reading by day, sorted; the first entry has no `from`. */
  readonly chosen: readonly {
    readonly from: Day | undefined;
    readonly reading: string;
    readonly preliminary: boolean;
    readonly statement: QuestionStatement;
  }[];
}

/** All documents of a workspace, by name. */
export type Documents = ReadonlyMap<string, Document>;

export type { Expression };
