// Where the runtime's numbers stand in their columns, as constants of the module: an engine takes these for what they are,
// where one of another module is looked up each time.
// Rule: the runtime's own numbers; a module says which form of the runtime it is made for (runtime/module-format.ts).

import {
  FIRST_DAY,
  IN_DOUBT,
  LAST_DAY,
  LAST_PACK,
  LEFT_OUT,
  RECORD,
  RECORDS,
  bitsOfAGroup,
} from "@avtal/runtime/group-numbers";
import {
  bitsOfKind,
  bitsOfSecond,
  firstsInTable,
  headOfTable,
  lastPlace,
  secondsInTable,
} from "@avtal/runtime/kernel-steps";
import { number, type Code } from "../code.ts";
import type { Emission } from "../emission.ts";

const numbers = {
  bitsOfAGroup,
  bitsOfKind,
  bitsOfSecond,
  firstDayOfGroup: FIRST_DAY,
  firstRecordOfGroup: RECORD,
  firstsInTable,
  headOfTable,
  lastDayOfGroup: LAST_DAY,
  lastPackOfGroup: LAST_PACK,
  lastPlace,
  leftOutOfGroup: LEFT_OUT,
  recordsOfGroup: RECORDS,
  secondsInTable,
  undecidedOfGroup: IN_DOUBT,
};

export type LayoutNumber = keyof typeof numbers;

export function layoutNumber(which: LayoutNumber, emission: Emission): Code {
  return emission.hoisted(`layout ${which}`, which, { value: number(numbers[which]) });
}
