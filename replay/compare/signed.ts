// A difference as people read it: `+6 278,10`, `−6 278,10`, `0,00`.

import type { Ore } from "@avtal/runtime/result";
import { kronorShown } from "../shown.ts";

/** With a true minus sign; for texts, never for files that are read back. */
export function signedKronor(difference: Ore): string {
  if (difference === 0n) return kronorShown(difference);
  return difference > 0n ? `+${kronorShown(difference)}` : `\u2212${kronorShown(-difference as Ore)}`;
}
