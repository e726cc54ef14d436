// What holding a scenario against its agreement needs at hand, and how names of the agreement are found.
// Rule: the own document's names first; another document's stand with its name before them, or alone where only one has it.

import type { Id, Program } from "@avtal/compiler/ir/ir";
import type { Problem } from "@avtal/compiler/problem";

export interface Holding {
  readonly program: Program;
  readonly problems: Problem[];
}

export function named<Thing extends { readonly id: Id }>(
  program: Program,
  things: readonly Thing[],
  name: string,
): Thing | undefined {
  const own = things.find((thing) => thing.id === `${program.main}.${name}`);
  const exact = own ?? things.find((thing) => thing.id === name);
  if (exact !== undefined) return exact;
  const ending = things.filter((thing) => thing.id.endsWith(`.${name}`));
  return ending.length === 1 ? ending[0] : undefined;
}

/** Every way to write the names of things: the short one wherever it is clear what it means. */
export function waysToWrite(program: Program, things: readonly { readonly id: Id }[]): string[] {
  return things.map((thing) => {
    const short = thing.id.slice(thing.id.indexOf(".") + 1);
    return named(program, things, short) === thing ? short : thing.id;
  });
}

/** A thing's name as one writes it in the agreement's scenarios. */
export function shownId(program: Program, id: Id): string {
  const own = `${program.main}.`;
  return id.startsWith(own) ? id.slice(own.length) : id;
}
