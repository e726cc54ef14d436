// What an editor may ask of Avtal's server beyond the language server protocol, and what it is answered.
// Rule: plain JSON; amounts and quantities are texts, because numbers of JSON are floats; words come in the language asked for.

/** Lines and characters from 0, in UTF-16 units, as in LSP. */
export interface Place {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** What the client sends in `initializationOptions`, and under `avtal` when the settings change. */
export interface Settings {
  readonly language: "sv" | "en";
  readonly inlayHints: {
    readonly units: boolean;
    readonly values: boolean;
    readonly days: boolean;
    readonly ends: boolean;
  };
}

export const methods = {
  /** Server to client, after each compilation. */
  status: "avtal/status",
  wordings: "avtal/wordings",
  wordingText: "avtal/wordingText",
  scenarios: "avtal/scenarios",
  runScenarios: "avtal/runScenarios",
  acceptOutcome: "avtal/acceptOutcome",
  trace: "avtal/trace",
  effect: "avtal/effect",
} as const;

/** Commands that code lenses name; the client knows them. Arguments are plain JSON. */
export const lensCommands = {
  /** Argument: `ScenarioChoice`. */
  runScenarios: "avtal.runScenarios",
  /** Arguments: uri, position, locations, as `editor.action.showReferences` takes them. */
  showQuestions: "avtal.showQuestions",
  /** Argument: `{ readonly agreement: string }`. */
  showEffect: "avtal.showEffect",
} as const;

export interface Status {
  readonly errors: number;
  readonly warnings: number;
  readonly preliminary: readonly PreliminaryReading[];
}

export interface PreliminaryReading {
  readonly document: string;
  readonly question: string;
  /** The question in words. */
  readonly asks: string;
  /** The chosen reading. */
  readonly chosen: string;
  readonly place: Place;
}

/** Answer to `wordings`: empty where the documents have errors. */
export interface Agreement {
  readonly name: string;
  readonly title: string;
  readonly place: Place;
  readonly wordings: readonly Wording[];
}

export interface Wording {
  /** `stockholm@2021-11-01`. */
  readonly name: string;
  /** ISO date of its first day. */
  readonly day: string;
  readonly changes: readonly WordingChange[];
}

export interface WordingChange {
  readonly says: string;
  readonly clause: string;
  readonly place: Place | null;
}

/** Answer to `wordingText`: what is in force in that wording, as text; null where it is not known. */
export interface WordingText {
  readonly text: string;
}

/** Answer to `scenarios`. */
export interface ScenarioItem {
  /** File and name; the same from one time to the next. */
  readonly id: string;
  readonly agreement: string;
  readonly name: string;
  readonly clauses: readonly string[];
  readonly place: Place;
}

/** Empty lists choose everything. */
export interface ScenarioChoice {
  readonly ids: readonly string[];
  readonly agreements: readonly string[];
}

/** Answer to `runScenarios`. */
export interface ScenarioRun {
  readonly cases: readonly ScenarioCase[];
  readonly clauses: readonly ClauseCoverage[];
}

export interface ScenarioCase {
  readonly id: string;
  /** `2021-11-01`, `gällande`. */
  readonly name: string;
  readonly passed: boolean;
  /** Nobody has said what must come out, or it came out otherwise than was accepted. */
  readonly acceptable: boolean;
  readonly place: Place;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
}

/** How many scenarios name a clause that the agreement cites, or one below or above it. */
export interface ClauseCoverage {
  readonly agreement: string;
  readonly clause: string;
  readonly scenarios: number;
  readonly place: Place;
}

export interface AcceptOutcome {
  readonly ids: readonly string[];
  readonly reason: string;
}

/** Answer to `acceptOutcome`. */
export interface Accepted {
  readonly accepted: number;
  /** Why nothing was written; empty where it was. */
  readonly refused: string;
}

/** Asks for the steps of one case; answer: `TracedGroup[]`. */
export interface TraceRequest {
  readonly id: string;
  readonly name: string;
}

export interface TracedGroup {
  readonly about: string;
  readonly steps: readonly TracedStep[];
}

export interface TracedStep {
  readonly name: string;
  readonly value: string;
  readonly clause: string;
  readonly quote: string;
  /** The line of the rule that makes the step. */
  readonly place: Place | null;
}

/** One run against another on the same data. A side is a wording (`stockholm@2021-11-01`) or the agreement by name. */
export interface EffectRequest {
  readonly before: string;
  readonly after: string;
  /** `file:` address that the user picked himself. */
  readonly data: string;
}

/** Answer to `effect`. */
export type Effect =
  | { readonly kind: "refused"; readonly problems: readonly string[] }
  | {
      readonly kind: "compared";
      readonly before: string;
      readonly after: string;
      /** One sentence on what it means in kronor. */
      readonly sentence: string;
      readonly total: EffectRow;
      readonly payers: readonly EffectRow[];
      readonly basis: readonly string[];
    };

/** Kronor as they are shown, and whole öre as digits for the drawing. */
export interface EffectRow {
  readonly payer: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly differenceOre: string;
}
