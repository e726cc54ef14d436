// What was written, file by file: one immutable tree for both keyword tables.
// Rule: nodes stay as the parser made them; what is found out about them lies in tables keyed by the node itself.
// What is absent in a broken file is a `missing` node with a place, so that the editor works while one types.

import type { Span } from "../source.ts";

export type Language = "sv" | "en";

interface Node {
  readonly span: Span;
}

/** A name as written, in NFC; `document` is the part before the full stop in `lus.betalningsansvar`. */
export interface Name extends Node {
  readonly kind: "name";
  readonly document: string | undefined;
  readonly text: string;
}

/** A quoted text without its quotation marks. */
export interface Text extends Node {
  readonly kind: "text";
  readonly text: string;
}

/** A date that exists, as days since 1970-01-01; a written date that does not is a problem and `undefined`. */
export interface DateLiteral extends Node {
  readonly kind: "date";
  readonly day: number | undefined;
}

/** A `#` comment or a `##` doc comment, without the signs. Kept for the formatter and for hover. */
export interface Comment extends Node {
  readonly doc: boolean;
  readonly text: string;
  /** True when nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

export interface FileTree {
  readonly file: string;
  readonly language: Language;
  readonly head: Head | undefined;
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly span: Span;
}

export type Head = DocumentHead | AmendmentHead;

export interface DocumentHead extends Node {
  readonly kind: "document";
  /** överenskommelse · lag · ordlista */
  readonly sort: "agreement" | "act" | "vocabulary";
  readonly name: Name;
  readonly title: Text;
  readonly lines: readonly HeadLine[];
  readonly doc: string | undefined;
}

export interface AmendmentHead extends Node {
  readonly kind: "amendment";
  readonly name: Name;
  readonly amends: Name;
  readonly decision: Decision;
  readonly validity: Validity | undefined;
  readonly doc: string | undefined;
}

export type Decision =
  | ({ readonly kind: "draft" } & Node)
  | ({ readonly kind: "decided"; readonly by: Text; readonly on: DateLiteral } & Node);

export type HeadLine = HeadLineBody & Node & { readonly cites: Citations | undefined };
type HeadLineBody =
  | { readonly kind: "code"; readonly code: Name }
  | { readonly kind: "validity"; readonly validity: Validity }
  | { readonly kind: "notice"; readonly months: NumberLiteral }
  | { readonly kind: "interpreter"; readonly who: Text }
  | { readonly kind: "otherwise"; readonly document: Name }
  | { readonly kind: "dormantUntil"; readonly event: Name }
  | { readonly kind: "presupposes"; readonly event: Name }
  | { readonly kind: "weekdaysExcept"; readonly days: readonly Name[] };

/** `från och med A`, with an end or without; an end may stand alone in a line that ends something. */
export interface Validity extends Node {
  readonly from: TimePoint | undefined;
  readonly end: ValidityEnd | undefined;
}

export type ValidityEnd = Node &
  (
    | { readonly kind: "through"; readonly at: TimePoint }
    | { readonly kind: "before"; readonly at: TimePoint }
    | { readonly kind: "open" }
  );

export type TimePoint =
  DateLiteral | Name | (Node & { readonly kind: "firstOf" | "lastOf"; readonly of: readonly TimePoint[] });

/** What every statement may carry: its `##` comment. */
interface StatementBase extends Node {
  readonly doc: string | undefined;
}

export type Statement =
  | SourceStatement
  | UsesStatement
  | RecordStatement
  | RegisterStatement
  | EventStatement
  | LeftOutStatement
  | ValueStatement
  | MeasuredStatement
  | TermStatement
  | ConditionStatement
  | RuleStatement
  | QuestionStatement
  | PatchStatement;

/** källa */
export interface SourceStatement extends StatementBase {
  readonly kind: "source";
  readonly name: Name;
  readonly title: Text;
  readonly file: Text | undefined;
}

/** använder */
export interface UsesStatement extends StatementBase {
  readonly kind: "uses";
  readonly documents: readonly Name[];
}

/** uppgifter */
export interface RecordStatement extends StatementBase {
  readonly kind: "record";
  readonly name: Name;
  readonly code: Name | undefined;
  readonly fields: readonly FieldLine[];
}

/** register */
export interface RegisterStatement extends StatementBase {
  readonly kind: "register";
  readonly name: Name;
  readonly code: Name | undefined;
  readonly file: Text;
  readonly fields: readonly FieldLine[];
}

export interface FieldLine extends StatementBase {
  readonly name: Name;
  readonly code: Name;
  readonly type:
    | { readonly kind: "kind"; readonly of: KindName; readonly from: Name | undefined }
    | { readonly kind: "choices"; readonly choices: readonly Choice[] };
  readonly unique: boolean;
  readonly optional: boolean;
  readonly personal: boolean;
  /** `tomt betyder saknas` or `okänt`; undefined where not said. */
  readonly empty: "missing" | "unknown" | undefined;
}

export interface Choice extends Node {
  readonly name: Name;
  readonly code: Name | undefined;
}

/**
 * A kind as written after `i`: `days weekdays careDays hours count number share money moneyPerDay date moment clock
 * month quarter year condition text payer`, or the name of a register or of a choice field.
 */
export interface KindName extends Node {
  readonly kind: "kindName";
  readonly text: BuiltInKind | undefined;
  /** The word as written, when it is no built-in kind. */
  readonly name: Name | undefined;
}

export type BuiltInKind =
  | "days"
  | "weekdays"
  | "careDays"
  | "hours"
  | "count"
  | "number"
  | "share"
  | "money"
  | "moneyPerDay"
  | "date"
  | "moment"
  | "clock"
  | "month"
  | "quarter"
  | "year"
  | "condition"
  | "text"
  | "payer";

/** händelse */
export interface EventStatement extends StatementBase {
  readonly kind: "event";
  readonly name: Name;
  readonly title: Text;
  readonly state:
    | { readonly kind: "happened"; readonly on: DateLiteral }
    | { readonly kind: "notYet" }
    | { readonly kind: "unknown" };
  readonly cites: Citations | undefined;
}

/** utelämnat */
export interface LeftOutStatement extends StatementBase {
  readonly kind: "leftOut";
  readonly text: Text;
  readonly cites: Citations | undefined;
}

/** värde */
export interface ValueStatement extends StatementBase {
  readonly kind: "value";
  readonly name: Name;
  readonly type: KindName | undefined;
  /** beror på */
  readonly dependsOn: readonly Expression[];
  readonly code: Name | undefined;
  readonly question: Name | undefined;
  readonly rows: readonly ValueRow[];
}

export interface ValueRow extends Node {
  readonly from: DateLiteral;
  readonly content:
    { readonly kind: "cell"; readonly cell: Cell } | { readonly kind: "table"; readonly rows: readonly TableRow[] };
  readonly cites: Citations | undefined;
  readonly question: Name | undefined;
}

export interface TableRow extends Node {
  /** One name for each `beror på`; `övriga` closes the table. */
  readonly keys: readonly Name[];
  readonly cell: Cell;
}

export type Cell = Expression | (Node & { readonly kind: "notKnown" });

/** mätvärde */
export interface MeasuredStatement extends StatementBase {
  readonly kind: "measured";
  readonly name: Name;
  readonly type: KindName | undefined;
  readonly code: Name | undefined;
  readonly question: Name | undefined;
  readonly cites: Citations | undefined;
  readonly formula: Expression;
  readonly fixed:
    | { readonly kind: "notKnown" }
    | { readonly kind: "fixed"; readonly value: Expression; readonly cites: Citations | undefined };
}

/** begrepp */
export interface TermStatement extends StatementBase {
  readonly kind: "term";
  readonly name: Name;
  readonly type: KindName | undefined;
  readonly code: Name | undefined;
  readonly cites: Citations | undefined;
  readonly definition: Expression;
  readonly question: Name | undefined;
}

/** villkor */
export interface ConditionStatement extends StatementBase {
  readonly kind: "condition";
  readonly name: Name;
  readonly cites: Citations | undefined;
  readonly lines: readonly ConditionLine[];
}

export type ConditionLine = Node & {
  readonly cites: Citations | undefined;
  readonly question: Name | undefined;
} & (
    | { readonly kind: "requires"; readonly condition: Expression }
    /** gäller inte när */
    | { readonly kind: "notWhen"; readonly condition: Expression }
    | { readonly kind: "nothing" }
  );

/** regel, statistik */
export interface RuleStatement extends StatementBase {
  readonly kind: "rule" | "statistic";
  readonly name: Name;
  /** som lbk.vårddygn */
  readonly like: Name | undefined;
  readonly cites: Citations | undefined;
  readonly lines: readonly RuleLine[];
}

export type RuleLine = Node & {
  readonly cites: Citations | undefined;
  readonly question: Name | undefined;
  readonly doc: string | undefined;
} & RuleLineBody;

type RuleLineBody =
  | { readonly kind: "insteadOf"; readonly rules: readonly Name[] }
  | { readonly kind: "onTopOf"; readonly rules: readonly Name[] }
  | { readonly kind: "validity"; readonly validity: Validity }
  | { readonly kind: "scope"; readonly scope: Scope }
  | { readonly kind: "requires"; readonly condition: Expression }
  | { readonly kind: "follows"; readonly date: Name }
  | { readonly kind: "per"; readonly keys: readonly PerKey[] }
  | { readonly kind: "payment"; readonly from: Expression; readonly to: Text | Name }
  | { readonly kind: "step"; readonly name: Name; readonly value: Expression }
  | { readonly kind: "when"; readonly condition: Expression }
  | { readonly kind: "round"; readonly name: Name; readonly to: RoundTo; readonly mode: RoundMode }
  | { readonly kind: "invoicer"; readonly by: Text | Name }
  | { readonly kind: "noCharge" }
  | { readonly kind: "triggers"; readonly text: Text }
  | { readonly kind: "notModelled"; readonly text: Text }
  | { readonly kind: "nothing" };

export type RoundTo =
  /** hela ören · hela kronor · hela dagar */
  | (Node & { readonly kind: "whole"; readonly unit: Name })
  /** 2 decimaler */
  | (Node & { readonly kind: "decimals"; readonly count: number });
export type RoundMode = "halfUp" | "halfToEven" | "down" | "up";

export type Scope = Node &
  (
    | { readonly kind: "episodes"; readonly where: Expression | undefined }
    | { readonly kind: "days"; readonly from: SpanEnd; readonly to: SpanEnd; readonly where: Expression | undefined }
  );

export interface PerKey extends Node {
  /** debiteringsenhet, vårdtillfälle, månad … */
  readonly name: Name;
  /** månad för D */
  readonly of: Expression | undefined;
}

/** tolkningsfråga; in an amendment `readings` is empty and only `chosen` is said. */
export interface QuestionStatement extends StatementBase {
  readonly kind: "question";
  readonly name: Name;
  readonly cites: Citations | undefined;
  readonly asks: Text | undefined;
  readonly readings: readonly Reading[];
  readonly chosen:
    | (Node & {
        readonly reading: Name;
        readonly standing:
          | { readonly kind: "preliminary" }
          | { readonly kind: "decided"; readonly by: Text; readonly on: DateLiteral }
          | { readonly kind: "notSaid" };
        readonly reason: Text | undefined;
      })
    | undefined;
}

export interface Reading extends Node {
  readonly name: Name;
  readonly title: Text;
  readonly content:
    | { readonly kind: "asWritten" }
    | { readonly kind: "nothing" }
    | { readonly kind: "replaced"; readonly by: readonly (Definition | PatchStatement)[] };
}

/** A whole statement that may stand inside a reading. */
export type Definition = ValueStatement | MeasuredStatement | TermStatement | ConditionStatement | RuleStatement;

/** i regeln R … · i statistiken S … · i villkoret V … · i överenskommelsen A … */
export interface PatchStatement extends StatementBase {
  readonly kind: "patch";
  readonly name: Name;
  readonly content:
    | { readonly kind: "rule" | "statistic"; readonly lines: readonly RuleLine[] | "nothing" }
    | { readonly kind: "condition"; readonly lines: readonly ConditionLine[] | "nothing" }
    | { readonly kind: "agreement"; readonly lines: readonly HeadLine[] };
}

/** enligt … */
export type Citations = Node &
  (
    | { readonly kind: "assumption"; readonly text: Text }
    | { readonly kind: "references"; readonly references: readonly Reference[] }
  );

export interface Reference extends Node {
  readonly source: Name;
  readonly places: readonly CitedPlace[];
  readonly quote: Text | undefined;
}

export type CitedPlace = Node &
  /** 12.3, 13 */
  (
    | { readonly kind: "section"; readonly text: string }
    /** 5 kap. */
    | { readonly kind: "chapter"; readonly number: string }
    /** 4 §, 7 a § */
    | { readonly kind: "paragraph"; readonly number: string }
    | { readonly kind: "appendix" }
    | { readonly kind: "point"; readonly from: string; readonly through: string | undefined }
    | { readonly kind: "heading"; readonly text: Text }
  );

export type Expression =
  | NumberLiteral
  | DateLiteral
  | (Node & { readonly kind: "month"; readonly year: number; readonly month: number })
  | (Node & { readonly kind: "clock"; readonly seconds: number | undefined })
  | Text
  | Name
  | Parenthesis
  /** V vid D */
  | (Node & { readonly kind: "at"; readonly of: Expression; readonly at: Expression })
  /** datum för x · månad för x · län för betalande-kommun */
  | (Node & { readonly kind: "attribute"; readonly name: Name; readonly of: Expression })
  | Aggregate
  | (Node & {
      readonly kind: "extreme";
      /** minsta av · största av · det första av · det sista av */
      readonly which: "least" | "greatest" | "first" | "last";
      readonly of: readonly Expression[];
    })
  | (Node & {
      readonly kind: "span";
      readonly counts: "calendarDays" | "weekdays";
      readonly from: SpanEnd;
      readonly to: SpanEnd;
    })
  /** påbörjade dygn från a till b */
  | (Node & { readonly kind: "begunDays"; readonly from: Expression; readonly to: Expression })
  | (Node & {
      readonly kind: "arithmetic";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Expression;
      readonly right: Expression;
    })
  | Comparison
  | (Node & {
      readonly kind: "test";
      /** finns · saknas · är okänt · är vardag */
      readonly test: "exists" | "isMissing" | "isUnknown" | "isWeekday";
      readonly of: Expression;
    })
  | (Node & { readonly kind: "not"; readonly of: Expression })
  | (Node & { readonly kind: "and" | "or"; readonly left: Expression; readonly right: Expression })
  /** A om C annars B; without `annars` only in `krävs A om C` */
  | (Node & {
      readonly kind: "if";
      readonly then: Expression;
      readonly condition: Expression;
      readonly otherwise: Expression | undefined;
    })
  | (Node & { readonly kind: "missing" });

export interface Parenthesis extends Node {
  readonly kind: "parenthesis";
  readonly of: Expression;
  /** (genomsnitt av x per debiteringsenhet) */
  readonly per: PerKey | undefined;
}

export interface NumberLiteral extends Node {
  readonly kind: "number";
  /** Digits with a decimal point and no grouping: `7800`, `1.3`. */
  readonly digits: string;
  readonly unit: UnitWord | undefined;
}

export type UnitWord = "days" | "weekdays" | "careDays" | "hours" | "months" | "kronor" | "kronorPerDay" | "percent";

export interface SpanEnd extends Node {
  readonly at: Expression;
  /** (räknas) or (räknas inte); undefined where it was not said, which is a problem. */
  readonly counted: boolean | undefined;
}

export interface Aggregate extends Node {
  readonly kind: "aggregate";
  readonly of:
    | { readonly function: "mean" | "sum"; readonly value: Expression }
    | { readonly function: "countEpisodes" | "countDays" };
  /** där C */
  readonly where: Expression | undefined;
  /** för vårdtillfällen · för dygn från A till B; undefined is the group at hand */
  readonly over:
    { readonly kind: "episodes" } | { readonly kind: "days"; readonly from: SpanEnd; readonly to: SpanEnd } | undefined;
}

export interface Comparison extends Node {
  readonly kind: "comparison";
  readonly operator:
    | "exceeds"
    | "fallsBelow"
    | "atLeast"
    | "atMost"
    | "is"
    | "isNot"
    | "before"
    | "after"
    /** senast: at the latest */
    | "noLaterThan"
    /** tidigast: at the earliest */
    | "noEarlierThan";
  readonly left: Expression;
  readonly right: Expression;
  /** i 3 månader i rad */
  readonly monthsInARow: number | undefined;
}
