// What every name in the documents means.
// Rule: one entry per use; a use without an entry has been reported, and nothing else is said about it.

import type {
  Choice,
  EventStatement,
  FieldLine,
  MeasuredStatement,
  Name,
  QuestionStatement,
  Reading,
  RegisterStatement,
  RuleStatement,
  SourceStatement,
  TermStatement,
  ValueStatement,
  ConditionStatement,
  RuleLine,
} from "../syntax/ast.ts";
import type { RegisterEntry } from "./register.ts";

export type Declaration =
  | { readonly kind: "document"; readonly document: string }
  | { readonly kind: "field"; readonly document: string; readonly field: FieldLine }
  | { readonly kind: "choice"; readonly document: string; readonly field: FieldLine; readonly choice: Choice }
  | { readonly kind: "register"; readonly document: string; readonly register: RegisterStatement }
  | {
      readonly kind: "registerFact";
      readonly document: string;
      readonly register: RegisterStatement;
      readonly field: FieldLine;
    }
  | { readonly kind: "event"; readonly document: string; readonly event: EventStatement }
  | { readonly kind: "source"; readonly document: string; readonly source: SourceStatement | "document" }
  | { readonly kind: "value"; readonly document: string; readonly value: ValueStatement }
  | { readonly kind: "measured"; readonly document: string; readonly measured: MeasuredStatement }
  | { readonly kind: "term"; readonly document: string; readonly term: TermStatement }
  | { readonly kind: "condition"; readonly document: string; readonly condition: ConditionStatement }
  | { readonly kind: "rule"; readonly document: string; readonly rule: RuleStatement }
  /** The first step of that name in the rule around the use; a version, a reading or a rule taking over may say it anew. */
  | { readonly kind: "step"; readonly document: string; readonly step: RuleLine & { readonly kind: "step" } }
  | { readonly kind: "question"; readonly document: string; readonly question: QuestionStatement }
  | {
      readonly kind: "reading";
      readonly document: string;
      readonly question: QuestionStatement;
      readonly reading: Reading;
    }
  /** A payer of a register, as the key of a table that depends on a payer. */
  | {
      readonly kind: "payer";
      readonly document: string;
      readonly register: RegisterStatement;
      readonly entry: RegisterEntry;
    }
  | { readonly kind: "builtIn"; readonly builtIn: BuiltIn };

/** Names of the language itself: key grains, attributes of dates, the day of a day rule, units in `avrunda`. */
export type BuiltIn =
  /** vårdtillfälle */
  | "episode"
  /** dygnet */
  | "theDay"
  | "dateOf"
  | "clockOf"
  | "monthOf"
  | "quarterOf"
  | "yearOf"
  /** ja, nej */
  | "yes"
  | "no"
  | "unit"
  /** övriga, which closes a table */
  | "others"
  /** lördagar, helgdagar, julafton … after `vardagar utom` */
  | "dayName";

export interface Bindings {
  readonly targetOf: ReadonlyMap<Name, Declaration>;
}
