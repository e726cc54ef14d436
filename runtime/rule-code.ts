// A rule or statistic as generated code hands it over: small functions for one record and for one group, and tables.
// Rule: the functions decide nothing about order, accounts or lines; that is the same for every agreement and lies here.

import type { Alternatives, GuardCode, LineCode, OfRecord, Reads } from "./evaluator-code.ts";
import type { Fraction } from "./fractions.ts";
import type { GroupState } from "./group-state.ts";
import type { PlainRule } from "./plain-rule.ts";
import type { Written } from "./reads-on-a-day.ts";
import type { Place, Step, Unit } from "./result.ts";
import type { RunState } from "./run-state.ts";
import type { Meaning } from "./shown-values.ts";

/** `T` is what the rule tallies for each group; what is common to all rules asks for no more than that it is something. */
export interface RuleCode<R extends RunState, T> {
  /** `document.name`, with what tells versions apart. */
  readonly id: string;
  /** As ids of lines name it, without its reading. */
  readonly inIds: string;
  readonly place: Place;
  readonly purpose: "charge" | "noCharge" | "notModelled" | "statistic";
  /** What a statistic says that its trigger leads to. */
  readonly triggers: string | null;
  /** All must hold, else the rule does not exist; what `isAbout` asks too. */
  readonly guards: readonly GuardCode[];
  readonly onTopOf: readonly string[];
  readonly follows: readonly Follow<R>[];
  /** Validity of the document and of the rule on a day that decides, the same for all records; null where it is not. */
  readonly isInForce: ((run: R, day: number) => number) | null;
  /** Readings and scope, and validity where it depends on the record: whether the rule is about it at all. */
  readonly isAbout: OfRecord<R, number>;
  readonly aboutReads: readonly Written<R>[];
  /** The span of a day rule. */
  readonly span: SpanCode<R> | null;
  /** Every `krävs`. */
  readonly holds: OfRecord<R, number>;
  readonly lines: readonly LineCode<R>[];
  readonly keys: Alternatives<readonly KeyCode<R>[]>;
  /** Whether the document may charge yet; null where it always may. */
  readonly mayCharge: OfRecord<R, number> | null;
  /** Everything that the rule says, in the order in which a need is reported. */
  readonly reads: readonly Written<R>[];
  /** True where a span that the rule may count runs backwards; null where it counts none. */
  readonly mayRunBackwards: OfRecord<R, boolean> | null;
  newTallies(): T;
  /** Adds a record, or a day of it, to its group. */
  count(run: R, tallies: T, record: number, day: number, theDay: number): void;
  figures(run: R, group: GroupState<R, T>, inARow: InARow<R, T>): GroupFigures;
  /** The price of one record of a group, where it may differ between them; null where all have that of the group. */
  readonly priceOfEach: PriceOfEach<R, T> | null;
  /** Whether the months before a group's are asked for. */
  readonly looksBack: boolean;
  /** Straight code for the plain records of the rule; left out where the rule is not of the shape that has one. */
  readonly kernel?: Kernel<R, T>;
  /** The same for runs that keep to the readings of the text; left out where no reading matters, or where there is none. */
  readonly chosenKernel?: ChosenKernel<R, T>;
}

/** A condition in the months that end with the group's, `months` in all. */
export type InARow<R extends RunState, T> = (
  group: GroupState<R, T>,
  months: number,
  condition: OfGroup<R, T>,
) => number;

/**
 * Asked of a group, or of the rule of a run. Written as methods, which may take unknown tallies: the rules of a module
 * stand in one list, and each is only ever handed the groups that it made itself.
 */
interface AskedOfGroups<R extends RunState, T> {
  condition(group: GroupState<R, T>): number;
  price(run: R, group: GroupState<R, T>): Fraction;
  kernel(rule: PlainRule<R, T>, from: number, until: number): number;
}

export type OfGroup<R extends RunState, T> = AskedOfGroups<R, T>["condition"];
export type PriceOfEach<R extends RunState, T> = AskedOfGroups<R, T>["price"];

/**
 * Asks a rule about the records from `from` up to but not including `until`, as far as no rule before it took them, and
 * notes what it says of each among the verdicts: `DOUBTFUL` where the record takes more than the kernel knows, and nothing
 * was done. Gives `until`, or the record to go on from: what that record was the first to meet is settled then.
 */
export type Kernel<R extends RunState, T> = AskedOfGroups<R, T>["kernel"];

export interface ChosenKernel<R extends RunState, T> {
  /** Whether the run has the readings that the kernel does not ask about. */
  readonly fits: (run: R) => boolean;
  readonly kernel: Kernel<R, T>;
}

export interface Follow<R extends RunState> {
  readonly guard: GuardCode | null;
  readonly date: OfRecord<R, number>;
  readonly reads: Reads<R>;
  /** `följer dygnet` */
  readonly isTheDay: boolean;
}

export interface SpanCode<R extends RunState> {
  readonly from: OfRecord<R, number>;
  readonly fromCounted: boolean;
  readonly to: OfRecord<R, number>;
  readonly toCounted: boolean;
  readonly reads: Reads<R>;
}

export interface KeyCode<R extends RunState> {
  readonly name: string;
  readonly role: "payer" | "episode" | "period" | "other";
  readonly meaning: Meaning;
  /** For `episode` the record itself. */
  readonly value: OfRecord<R, number>;
  readonly reads: Reads<R>;
}

/** What a group comes to. */
export interface GroupFigures {
  /** Who pays; null where the rule does not say. */
  readonly payer: { readonly value: number; readonly meaning: Meaning; readonly key: string | null } | null;
  readonly payee: string | undefined;
  readonly invoicer: string | undefined;
  /** `när`; yes where there is no such line. */
  readonly when: number;
  readonly steps: readonly Step[];
  /** `belopp`; missing in a statistic. */
  readonly amount: Fraction;
  readonly quantity: Fraction;
  readonly unit: Unit | null;
  readonly unitPrice: Fraction;
}
