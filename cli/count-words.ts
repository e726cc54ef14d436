// A number with its noun: `1 rad`, `12 345 rader`.

import { countShown } from "@avtal/replay/shown";

export function countWords(count: number, one: string, several: string): string {
  return `${countShown(count)} ${count === 1 ? one : several}`;
}
