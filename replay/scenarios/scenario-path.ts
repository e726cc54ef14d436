// Where scenarios lie: YAML files in a folder called `scenarios`, with their outcome files beside them.

/** `path` with `/`, relative to the folder of agreements. */
export function isScenarioFile(path: string): boolean {
  return /(?:^|\/)scenarios\/[^/]+\.ya?ml$/u.test(path);
}

export function isOutcomeFile(path: string): boolean {
  return /(?:^|\/)scenarios\/[^/]+\.utfall$/u.test(path);
}
