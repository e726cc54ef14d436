// The day that counts as today: what the client says, or else the day of this machine.
// Rule: the compiler never asks; every answer that depends on today is given it.

import { dayFromText, dayOf } from "@avtal/runtime/calendar";

export function todayFrom(said: string | undefined): number {
  const given = said === undefined ? undefined : dayFromText(said);
  if (given !== undefined) return given;
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
}
