// A side as it is typed: `stockholm@2021-11-01[klockan-12=ingen-verkan; tidsgräns=1,2 dagar]`.
// Rule: what stands in brackets is said of this side alone; what is said of both sides holds where a side knows the name.

import type { FrontEnd } from "@avtal/compiler/compile";
import type { Id, Program } from "@avtal/compiler/ir/ir";
import { nearest } from "@avtal/compiler/nearest";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { dayFromText } from "@avtal/runtime/calendar";
import { runOptions } from "../asked-options.ts";
import type { DataProblem } from "../data-problem.ts";
import { unknownChoice } from "../problems/differences.ts";
import type { Side } from "./side.ts";

export interface AskedSide {
  readonly label: string;
  readonly agreement: string;
  readonly day: string | null;
  /** `name=…`, in written order. */
  readonly choices: readonly string[];
}

/** What was typed for both sides: `--reading`, `--event`, `--set`. */
export interface SharedChoices {
  readonly readings: readonly string[];
  readonly events: readonly string[];
  readonly values: readonly string[];
}

export interface Place {
  readonly front: FrontEnd;
  readonly program: Program;
  readonly base: string | null;
}

/** Undefined where the text has another form. */
export function askedSide(text: string): AskedSide | undefined {
  const found = /^([^@[\]]+)(?:@([^[\]]+))?(?:\[([^[\]]*)\])?$/u.exec(text.trim());
  if (found === null) return undefined;
  const choices = (found[3] ?? "").split(";").map((choice) => choice.trim());
  return {
    label: text.trim(),
    agreement: (found[1] ?? "").trim(),
    day: found[2] === undefined ? null : found[2].trim(),
    choices: choices.filter((choice) => choice !== ""),
  };
}

/** `other`: the program of the other side, which may know a shared name that this one does not. */
export function sideFrom(
  asked: AskedSide,
  { front, program, base }: Place,
  shared: SharedChoices,
  other: Program,
): { readonly side: Side; readonly problems: readonly DataProblem[] } {
  const problems: DataProblem[] = [];
  const own: { readings: string[]; events: string[]; values: string[] } = { readings: [], events: [], values: [] };
  for (const choice of asked.choices) {
    const name = nameIn(choice);
    const sort = sortOf(name, program);
    if (sort === undefined) problems.push(unknownChoice(asked.label, name, nearest(name, namesIn(program))));
    else own[sort].push(choice);
  }
  const known = (choices: readonly string[]): readonly string[] =>
    choices.filter(
      (choice) => sortOf(nameIn(choice), program) !== undefined || sortOf(nameIn(choice), other) === undefined,
    );
  const { options, problems: others } = runOptions(
    {
      wording: asked.day,
      readings: [...known(shared.readings), ...own.readings],
      events: [...known(shared.events), ...own.events],
      values: [...known(shared.values), ...own.values],
    },
    program,
  );
  const { readings, events, values, wording } = options;
  const day = wording === null ? null : (dayFromText(wording) ?? null);
  return {
    side: { label: asked.label, base, front, program, wording: day, readings, events, values },
    problems: [...problems, ...others],
  };
}

/** The name that a choice is about: before its day and its equals sign. */
function nameIn(choice: string): string {
  const [place = ""] = choice.split("=");
  return (place.split("@")[0] ?? "").trim().normalize("NFC");
}

function sortOf(name: string, program: Program): "readings" | "events" | "values" | undefined {
  const isCalled = ({ id }: { readonly id: Id }): boolean => id === name || id.endsWith(`.${name}`);
  if (program.questions.some(isCalled)) return "readings";
  if (program.events.some(isCalled)) return "events";
  return [...program.values, ...program.measured].some(isCalled) ? "values" : undefined;
}

function namesIn({ questions, events, values, measured, main }: Program): readonly string[] {
  const ids = [...questions, ...events, ...values, ...measured].map(({ id }) => id);
  return ids.map((id) => (id.startsWith(`${main}.`) ? id.slice(main.length + 1) : id)).sort(byCodePoint);
}
