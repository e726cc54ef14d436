// Where the files that come with the command line lie: beside the built program, or in the sources.

import { existsSync } from "node:fs";
import { join } from "node:path";

/** `template` and `problems` lie in dist/ once built; chunks lie one folder deeper than the entry. */
export function fileOfOurs(name: string): string {
  const places = [join(import.meta.dirname, name), join(import.meta.dirname, "..", name)];
  return places.find((place) => existsSync(place)) ?? join(import.meta.dirname, name);
}
