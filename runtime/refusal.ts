// What an evaluator refuses of its host: a wrong name, a value of the wrong kind, columns that do not fit.
// Rule: refused before anything is computed, with a code that `avtal explain` knows; never with a value of a record.

export type RefusalCode = "AV7004" | "AV7005" | "AV7006" | "AV7008" | "AV7009";

/** The error that a generated evaluator throws: the host's mistake, not the agreement's and not a record's. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, words: string) {
    super(`${code}: ${words}`);
    this.name = "Refusal";
    this.code = code;
  }
}

export function refusal(code: RefusalCode, words: string): Refusal {
  return new Refusal(code, words);
}
