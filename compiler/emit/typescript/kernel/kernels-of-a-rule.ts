// The kernels of a rule: one for any run, and beside it one for runs that keep to the readings of the text.
// Rule: the second is told from the first by nothing but the readings that it need not ask about, so that a run is given it
// only where it has just these.

import type { Id, Rule } from "../../../ir/ir.ts";
import { binary, name, object, path, text, type Code, type Entry } from "../code.ts";
import type { Emission } from "../emission.ts";
import { kernelFunction, type KernelParts } from "./rule-kernel.ts";

/** Nothing where the rule is of a shape that has no kernel. */
export function kernelEntries(rule: Rule, base: string, parts: KernelParts, emission: Emission): readonly Entry[] {
  const asked = new Set<Id>();
  const noting: Emission = {
    ...emission,
    fixedReading: (question) => {
      asked.add(question);
      return emission.fixedReading(question);
    },
  };
  const own = kernelFunction(rule, { key: rule.id, base }, parts, noting);
  if (own === null) return [];
  const kernel: Entry = { name: "kernel", value: name(own) };
  const readings = [...emission.chosenReadings].filter(([question]) => asked.has(question));
  const chosen = readings.length === 0 ? null : chosenKernel(rule, base, parts, new Map(readings), emission);
  return chosen === null ? [kernel] : [kernel, { name: "chosenKernel", value: chosen }];
}

function chosenKernel(
  rule: Rule,
  base: string,
  parts: KernelParts,
  readings: ReadonlyMap<Id, string>,
  emission: Emission,
): Code | null {
  const fixed: Emission = { ...emission, fixedReading: (question) => readings.get(question) };
  const own = kernelFunction(rule, { key: `${rule.id} as chosen`, base: `${base}Chosen` }, parts, fixed);
  if (own === null) return null;
  const isChosen = [...readings]
    .map(([question, reading]) => binary(readingOf(question, emission), "===", text(reading)))
    .reduce((all, each) => binary(all, "&&", each));
  return object([
    {
      name: "fits",
      value: { kind: "arrow", parameters: [{ name: "run", type: "Run" }], returns: null, body: isChosen },
    },
    { name: "kernel", value: name(own) },
  ]);
}

function readingOf(question: Id, emission: Emission): Code {
  const found = emission.membersOf("readings").find(({ id }) => id === question);
  if (found === undefined) throw new Error("A kernel asks about a reading that no run has.");
  return path("run", "readings", found.name);
}
