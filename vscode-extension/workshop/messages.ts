// What the client asks of the workshop, and what it is answered: the heavy work, done beside the language server so that
// a run never delays typing. Rule: plain data; amounts are texts or whole öre as digits, never floats.

export type Lang = "sv" | "en";

/** Every file of the agreements' folder that is read, by path inside it, with `/`. */
export interface Texts {
  readonly files: readonly TextOfFile[];
  /** By name, from the folder of source texts; undefined where there is none, and quotes go unchecked. */
  readonly sources: readonly TextOfFile[] | undefined;
}

export interface TextOfFile {
  readonly path: string;
  readonly text: string;
}

/** Lines and characters from 0, in UTF-16 units. */
export interface PlaceInFile {
  readonly path: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Name of a question → what it needs and what it is answered. */
export interface Questions {
  /** New texts; the answer tells what can be said of them at once. */
  open: { readonly asks: { readonly texts: Texts }; readonly answer: Overview };
  run: { readonly asks: { readonly ids: readonly string[] }; readonly answer: readonly ScenarioCase[] };
  accept: { readonly asks: { readonly ids: readonly string[]; readonly reason: string }; readonly answer: Accepted };
  trace: { readonly asks: { readonly id: string; readonly name: string }; readonly answer: readonly TracedGroup[] };
  wording: { readonly asks: { readonly agreement: string; readonly day: string }; readonly answer: string | null };
  effect: { readonly asks: EffectRequest; readonly answer: Effect };
}

export type Question = keyof Questions;

export type Asked = {
  readonly [Name in Question]: { readonly number: number; readonly question: Name; readonly lang: Lang } & Pick<
    Questions[Name],
    "asks"
  >;
}[Question];

export type Answered =
  | { readonly number: number; readonly kind: "answer"; readonly answer: Questions[Question]["answer"] }
  /** A fault of ours, in words for a report. */
  | { readonly number: number; readonly kind: "fault"; readonly says: string };

export interface Overview {
  /** True where the documents have errors: nothing can be run, and what follows is empty. */
  readonly rejected: boolean;
  readonly preliminary: readonly PreliminaryReading[];
  readonly agreements: readonly Agreement[];
  readonly scenarios: readonly ScenarioItem[];
  readonly statements: readonly CitedStatement[];
}

export interface PreliminaryReading {
  readonly document: string;
  readonly question: string;
  /** The question in the author's words. */
  readonly asks: string;
  /** The chosen reading in the author's words. */
  readonly chosen: string;
  readonly place: PlaceInFile;
}

export interface Agreement {
  readonly name: string;
  readonly title: string;
  readonly place: PlaceInFile;
  readonly wordings: readonly Wording[];
}

export interface Wording {
  /** ISO date of its first day. */
  readonly day: string;
  readonly changes: readonly { readonly says: string; readonly clause: string }[];
}

export interface ScenarioItem {
  /** Path and name: the same from one time to the next. */
  readonly id: string;
  readonly agreement: string;
  readonly name: string;
  readonly clauses: readonly string[];
  readonly place: PlaceInFile;
  /** Where the first of its clauses is cited; null where nothing cites it. */
  readonly cited: PlaceInFile | null;
}

/** A statement that cites clauses, with what the editor shows above it and beside it. */
export interface CitedStatement {
  readonly sort: "rule" | "statistic" | "value" | "measured" | "term" | "condition";
  readonly document: string;
  readonly name: string;
  readonly place: PlaceInFile;
  readonly clauses: readonly string[];
  /** Its first citation of a clause; null where it cites none. */
  readonly cited: PlaceInFile | null;
  /** Scenarios that are about one of its clauses. */
  readonly scenarios: readonly string[];
  readonly questions: readonly PlaceInFile[];
}

export interface ScenarioCase {
  readonly id: string;
  /** `2021-11-01`, `gällande`, with readings where others than the chosen apply. */
  readonly name: string;
  readonly passed: boolean;
  /** Accepting an outcome can settle it. */
  readonly acceptable: boolean;
  readonly place: PlaceInFile;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
}

export interface Accepted {
  readonly accepted: number;
  /** Outcome files to write; null removes one. */
  readonly files: readonly { readonly path: string; readonly text: string | null }[];
  /** Why nothing is accepted; empty where it is. */
  readonly refused: string;
}

export interface TracedGroup {
  readonly about: string;
  readonly steps: readonly TracedStep[];
}

export interface TracedStep {
  readonly name: string;
  /** The step with its numbers put in, `4 dagar − 1,3 dagar`; empty where it only names one thing. */
  readonly worked: string;
  readonly value: string;
  readonly clause: string;
  readonly quote: string;
  readonly place: PlaceInFile | null;
}

export interface EffectRequest {
  readonly agreement: string;
  /** First day of a wording, for a counterfactual run. */
  readonly before: string;
  readonly after: string;
  /** Path of the file of episodes that the user picked himself. */
  readonly data: string;
}

export type Effect =
  | { readonly kind: "refused"; readonly problems: readonly string[] }
  | {
      readonly kind: "compared";
      /** One sentence on what it means in kronor. */
      readonly sentence: string;
      readonly before: string;
      readonly after: string;
      readonly total: EffectRow;
      /** Sorted by payer code; those that pay nothing on either side are left out. */
      readonly payers: readonly EffectRow[];
      /** What each change of the text did to the total, in kronor; sums to the total's difference. */
      readonly changes: readonly { readonly says: string; readonly difference: string }[];
      /** What the figures stand on: records, readings, rows refused. */
      readonly basis: readonly string[];
    };

/** Amounts as they are shown, in kronor; the difference also as digits of öre for the drawing. */
export interface EffectRow {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly differenceOre: string;
}
