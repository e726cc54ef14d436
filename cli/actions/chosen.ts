// What may be chosen of a run on the command line, for every command that runs something.

import type { SharedChoices } from "@avtal/replay/changes/asked-side";

/** `--reading`, `--event` and `--set`, each as often as one likes. */
export interface ChosenOptions {
  readonly reading?: readonly string[];
  readonly event?: readonly string[];
  readonly set?: readonly string[];
}

export function chosenFrom({ reading = [], event = [], set = [] }: ChosenOptions): SharedChoices {
  return { readings: reading, events: event, values: set };
}
