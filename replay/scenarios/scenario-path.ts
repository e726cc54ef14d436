// Where scenarios lie: YAML files in a folder called `scenarios`, with their outcome files beside them.

/** `path` with `/`, relative to the folder of agreements. */
export function isScenarioFile(path: string): boolean {
  return /(?:^|\/)scenarios\/[^/]+\.ya?ml$/u.test(path);
}

/** A name that scenarios are written under by mistake: beside the folder, below it, or as plain text. */
export function mayHoldScenarios(path: string): boolean {
  return !isScenarioFile(path) && /\.ya?ml$|(?:^|\/)(?:scenarios?|scenarier)\/[^/]+\.(?:ya?ml\.)?txt$/iu.test(path);
}

/** Where a file with scenarios belongs: in the folder `scenarios` of the agreement's folder. */
export function rightPlace(path: string): string {
  const folders = path.split("/");
  const name = (folders.pop() ?? "").replace(/(?:\.ya?ml)?\.\w+$/iu, ".yaml");
  const around = folders.findIndex((folder) => /^(?:scenarios?|scenarier)$/iu.test(folder));
  return [...(around < 0 ? folders : folders.slice(0, around)), "scenarios", name].join("/");
}

export function isOutcomeFile(path: string): boolean {
  return /(?:^|\/)scenarios\/[^/]+\.utfall$/u.test(path);
}
