// What tells Vitest in watch mode which tests stand on an agreement, a register, a scenario or an outcome file.
// Rule: plain data for `test.watchTriggerPatterns` of a Vitest configuration; nothing of Vitest is imported.

export interface WatchTrigger {
  readonly pattern: RegExp;
  readonly testsToRun: () => string;
}

/** `testFile`: the file that calls `describeScenarios`, relative to the root of the configuration. */
export function scenarioTriggers(testFile: string): WatchTrigger[] {
  return [{ pattern: /\.(?:avtal|ya?ml|utfall)$/u, testsToRun: () => testFile }];
}
