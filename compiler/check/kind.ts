// The kind of an expression: what sort of thing it is and in which unit.
// Rule: units are dimensions that multiply and cancel; `unknown` is silent, so one mistake gives one message.

export interface Dimension {
  /** Powers of öre, calendar days (`dagar` and `dygn` alike), weekdays and hours. */
  readonly money: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
}

export type Kind =
  | {
      readonly kind: "quantity";
      readonly dimension: Dimension;
      /** True where every value is proved to be a whole number of its unit (of öre, for money). */
      readonly whole: boolean;
      /** The word its author gave it, for people: `dagar` or `dygn`, `antal`, `andel`. */
      readonly shownAs: QuantityWord;
    }
  | { readonly kind: "date" | "moment" | "clock" | "month" | "quarter" | "year" | "condition" | "text" }
  /** A closed set of choices, by the vocabulary's document and field. */
  | { readonly kind: "choice"; readonly document: string; readonly field: string }
  /** `document.register` that it is from; undefined where it may be from several. */
  | { readonly kind: "payer"; readonly register: string | undefined }
  /** Something is wrong with it and has been said. */
  | { readonly kind: "unknown" };

export type QuantityWord =
  "days" | "weekdays" | "careDays" | "hours" | "count" | "number" | "share" | "money" | "moneyPerDay" | "other";
