// Drawn episodes of one year as columns, and the same as objects: what all rivals are given.
// Rule: the same seed gives the same episodes; everything that decides who pays occurs, unknown facts among it.

import type { Column, Columns } from "@avtal/runtime/columns";
import { MISSING, NO, NOT_KNOWN, UNKNOWN, YES } from "@avtal/runtime/columns";

export interface DrawnEpisodes {
  readonly columns: Columns;
  readonly payers: readonly string[];
  readonly at: (code: string) => Int32Array;
  readonly condition: (code: string) => Uint8Array;
}

/** 2022-01-01 */
const firstDay = 18_993;

export function drawnEpisodes(count: number, municipalities: readonly string[], seed: number): DrawnEpisodes {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  const days = (): Int32Array => new Int32Array(count);
  const moments = { admission: days(), ready: days(), discharged: days(), clock: days() };
  const [payer, summons] = [days(), days()];
  const conditions = Array.from({ length: 4 }, () => new Uint8Array(count));
  const answer = (yes: number, unknown: number): number => {
    const drawn = below(1_000);
    return drawn < unknown ? NOT_KNOWN : drawn < unknown + yes ? YES : NO;
  };
  for (let record = 0; record < count; record += 1) {
    const ready = firstDay + below(330);
    moments.ready[record] = below(1_000) < 30 ? MISSING : ready;
    moments.admission[record] = below(1_000) < 20 ? MISSING : ready - below(6);
    moments.discharged[record] = ready + 1 + below(6);
    moments.clock[record] = below(86_400);
    payer[record] = below(municipalities.length);
    summons[record] = below(1_000) < 60 ? MISSING : ready + below(6);
    for (const [place, column] of conditions.entries()) column[record] = answer(...shares(place));
  }
  const moment = (at: Int32Array): Column => ({ kind: "moment", days: at, seconds: moments.clock });
  const condition = (place: number): Column => ({ kind: "condition", codes: conditions[place] ?? new Uint8Array(0) });
  const columns = new Map<string, Column>([
    ["municipality", { kind: "code", codes: payer, names: municipalities }],
    ["care_type", { kind: "code", codes: days(), names: ["somatic"] }],
    ["hospital", { kind: "code", codes: days().fill(UNKNOWN), names: [] }],
    ["admission_notice_at", moment(moments.admission)],
    ["ready_notice_at", moment(moments.ready)],
    ["discharged_at", moment(moments.discharged)],
    ["sip_summons_date", { kind: "date", days: summons }],
    ["care_contact_needed", condition(0)],
    ["care_contact", condition(1)],
    ["sip_needed", condition(2)],
    ["outpatient_unavailable", condition(3)],
  ]);
  return {
    columns: { count, ids: Array.from({ length: count }, (_, record) => `e${record}`), columns },
    payers: municipalities,
    at: (code) => daysOf(columns.get(code)),
    condition: (code) => codesOf(columns.get(code)),
  };
}

/** Yes and unknown, in thousandths. */
function shares(place: number): [number, number] {
  return [[900, 10] as const, [930, 15] as const, [500, 40] as const, [40, 5] as const].map(([a, b]) => [a, b])[
    place
  ] as [number, number];
}

function daysOf(column: Column | undefined): Int32Array {
  if (column?.kind === "moment" || column?.kind === "date") return column.days;
  if (column?.kind === "code") return column.codes;
  throw new Error("No such column of days or codes.");
}

function codesOf(column: Column | undefined): Uint8Array {
  if (column?.kind !== "condition") throw new Error("No such condition.");
  return column.codes;
}
