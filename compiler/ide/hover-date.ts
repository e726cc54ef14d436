// A date under the pointer: its weekday, whether it is a weekday of the agreement, and whether the agreement is in force.
// Rule: the agreement's own weekdays count, as it says them; nothing is known of the host's calendar.

import { dateText, dayOfWeek } from "@avtal/runtime/calendar";
import type { FileTree } from "../syntax/ast.ts";
import type { Words } from "../problem.ts";
import type { Analysis } from "./analysis.ts";
import type { HoverPart } from "./answers.ts";
import { documentHolding } from "./things.ts";

export function dateParts(day: number, tree: FileTree, analysis: Analysis): readonly HoverPart[] {
  const parts: HoverPart[] = [{ kind: "words", words: weekdayWords(day) }];
  const document = documentHolding(tree, analysis);
  if (document === undefined || tree.head === undefined) return parts;
  const { from, until } = document.validity.days;
  const inside = (from === undefined || day >= from) && (until === undefined || day < until);
  const name = document.name;
  const words: Words = inside
    ? { sv: `Dagen ligger inom giltigheten för ${name}.`, en: `The day lies within the validity of ${name}.` }
    : { sv: `Dagen ligger utanför giltigheten för ${name}.`, en: `The day lies outside the validity of ${name}.` };
  return [...parts, { kind: "words", words }];
}

export function weekdayWords(day: number): Words {
  const index = dayOfWeek(day) - 1;
  const date = dateText(day);
  return { sv: `${date} är en ${swedish[index] ?? ""}.`, en: `${date} is a ${english[index] ?? ""}.` };
}

const swedish = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];
const english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
