// Which lines, groups and figures an expectation is about.

import type { GroupKeys, Payer, Place } from "@avtal/runtime/result";
import { spelling } from "../../read/columns/spelling.ts";
import type { Named, Selector } from "../scenario.ts";

export interface Selectable {
  readonly place: Place;
  readonly keys: GroupKeys;
}

export function isSelected({ place, keys }: Selectable, where: Selector): boolean {
  return (
    (where.payer === null || isPayer(keys.payer, where.payer)) &&
    (where.period === null || keys.period === where.period) &&
    (where.rule === null || place.rule === where.rule) &&
    (where.episode === null || keys.episode === where.episode) &&
    (where.part === null || keys.part?.from === where.part)
  );
}

/** `Huddinge 2022-04 genomsnitt`, from the first day of a part and with the episode where there are such. */
export function shownPlace({ place, keys }: Selectable): string {
  const parts = [keys.payer.name, keys.period, keys.part?.from ?? "", keys.episode ?? "", place.rule];
  return parts.filter((part) => part !== "").join(" ");
}

export function shownSelector({ payer, period, rule, episode, part }: Selector): string {
  return [payer?.name, period, part, episode, rule].filter((one) => one !== null && one !== undefined).join(" ");
}

/** By code where the name is in a register, by name else. */
function isPayer(payer: Payer, wanted: Named): boolean {
  return wanted.codes.has(payer.code) || spelling(payer.name) === spelling(wanted.name) || payer.code === wanted.name;
}
