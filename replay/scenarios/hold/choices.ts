// What a scenario supplies beside the text: values, events and readings, each held against the agreement.

import type { Program } from "@avtal/compiler/ir/ir";
import { dayFromText } from "@avtal/runtime/calendar";
import type { SuppliedValue } from "@avtal/runtime/result";
import { eventNotGivenSo, valueNotGivenSo } from "../problems/not-given-so.ts";
import { unknownEvent, unknownQuestion, unknownReading, unknownValue } from "../problems/not-found.ts";
import { isWord, notYet } from "../read/keys.ts";
import type { WrittenFact } from "../read/written.ts";
import type { Scenario, Variant } from "../scenario.ts";
import { exactAmount, exampleOf, fitsUnit } from "./exact-amount.ts";
import { named, shownId, waysToWrite, type Holding } from "./holding.ts";
import { unitWord } from "@avtal/compiler/ir/unit-word";

export function suppliedFrom(
  { values, events }: { readonly values: readonly WrittenFact[]; readonly events: readonly WrittenFact[] },
  holding: Holding,
): Scenario["supplied"] {
  return {
    values: values.flatMap((value) => valueFrom(value, holding)),
    events: new Map(events.flatMap((event) => eventFrom(event, holding))),
  };
}

export function readingsFrom(choices: readonly WrittenFact[], { program, problems }: Holding): Variant["readings"] {
  const readings = new Map<string, string>();
  for (const { name, value } of choices) {
    const question = named(program, program.questions, name.text);
    if (question === undefined) {
      problems.push(unknownQuestion(name, waysToWrite(program, program.questions)));
      continue;
    }
    const known = question.readings.map((reading) => reading.name);
    if (!known.includes(value.text)) problems.push(unknownReading(value, name.text, known));
    else readings.set(question.id, value.text);
  }
  return readings;
}

/** `faktor=alla, dag-noll=dag-ett`, in the order of the agreement's questions. */
export function labelOf(readings: Variant["readings"], program: Program): string {
  return program.questions
    .flatMap(({ id }) => (readings.has(id) ? [`${shownId(program, id)}=${readings.get(id) ?? ""}`] : []))
    .join(", ");
}

function valueFrom({ name, value }: WrittenFact, { program, problems }: Holding): SuppliedValue[] {
  const [written = "", date] = name.text.split("@");
  const things = [...program.values, ...program.measured];
  const found = named(program, things, written.trim());
  if (found === undefined) {
    const { file, start } = name.span;
    const said = { text: written.trim(), span: { file, start, end: start + written.trimEnd().length } };
    problems.push(unknownValue(said, waysToWrite(program, things)));
    return [];
  }
  const unit = found.kind.kind === "quantity" ? found.kind.unit : undefined;
  const amount = exactAmount(value.text);
  const fits = unit !== undefined && amount !== undefined && fitsUnit(amount.of, unitWord(unit));
  if (!fits || value.sort === "number" || (date !== undefined && dayFromText(date.trim()) === undefined)) {
    const at = date !== undefined && dayFromText(date.trim()) === undefined ? name.span : value.span;
    problems.push(valueNotGivenSo(at, written, exampleOf(unit ?? "number")));
    return [];
  }
  return [{ value: found.id, from: date?.trim() ?? null, exact: amount.exact }];
}

function eventFrom({ name, value }: WrittenFact, { program, problems }: Holding): [string, string | null][] {
  const found = named(program, program.events, name.text);
  if (found === undefined) {
    problems.push(unknownEvent(name, waysToWrite(program, program.events)));
    return [];
  }
  if (isWord(value.text, notYet)) return [[found.id, null]];
  if (dayFromText(value.text) !== undefined) return [[found.id, value.text]];
  problems.push(eventNotGivenSo(value.span, name.text));
  return [];
}
