// A plausible set of care episodes, month by month, for trying things out: the same for the same seed.
// Rule: pseudonyms only, and no patient is in hospital twice at the same time.

import { daysInMonth, firstDayOfMonth } from "@avtal/runtime/calendar";
import type { Field } from "@avtal/compiler/ir/ir";
import { sampleEpisode } from "./episode.ts";
import type { SamplePayers } from "./payers.ts";
import { randomFrom, type Random } from "./random.ts";

export interface SampleAsked {
  readonly episodes: number;
  readonly seed: number;
  /** Months since 0000-01, both counted. */
  readonly from: number;
  readonly through: number;
}

/** Hands over one month's rows at a time, each with a text per field. */
export function* sampleMonths(
  asked: SampleAsked,
  fields: readonly Field[],
  payers: SamplePayers,
): Generator<readonly (readonly string[])[]> {
  const random = randomFrom(asked.seed);
  const patients = pseudonyms(random);
  const months = asked.through - asked.from + 1;
  let made = 0;
  for (let month = 0; month < months; month++) {
    const until = Math.floor((asked.episodes * (month + 1)) / months);
    const rows: string[][] = [];
    for (; made < until; made++) {
      const first = firstDayOfMonth(asked.from + month);
      const dischargedOn =
        first + random.below(daysInMonth(Math.floor((asked.from + month) / 12), ((asked.from + month) % 12) + 1));
      const { cells, admittedOn } = sampleEpisode(random, payers, dischargedOn);
      const own: Readonly<Record<string, string>> = {
        ...cells,
        id: `v-${String(made + 1).padStart(6, "0")}`,
        patient: patients(admittedOn, dischargedOn),
      };
      rows.push(fields.map((field) => own[field.code] ?? ""));
    }
    yield rows;
  }
}

/** Gives a pseudonym for a stay: mostly a new one, sometimes that of a patient whose earlier stays are over. */
function pseudonyms(random: Random): (admittedOn: number, dischargedOn: number) => string {
  const lastDischarge: number[] = [];
  return (admittedOn, dischargedOn) => {
    const known = random.perMille(250) && lastDischarge.length > 0 ? random.below(lastDischarge.length) : -1;
    const isFree = known >= 0 && (lastDischarge[known] ?? Infinity) < admittedOn;
    const number = isFree ? known : lastDischarge.length;
    lastDischarge[number] = dischargedOn;
    return `p-${String(number + 1).padStart(6, "0")}`;
  };
}
