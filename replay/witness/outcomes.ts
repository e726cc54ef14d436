// What an evaluation gives each case, as texts that are equal exactly where the outcomes are.
// Rule: who pays whom how much, for which period, decides; names of rules, steps and lines do not.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { ratioText } from "@avtal/runtime/ratio";
import type { Completed, Evaluation, Group, GroupKeys, Place, Step } from "@avtal/runtime/result";
import type { DifferenceSort } from "./verdict.ts";

export interface CaseOutcome {
  /** Lines, and sums that are dormant. */
  readonly amounts: string;
  /** Sums that are undecided, and episodes, each with the facts that it lacks. */
  readonly undecided: string;
  readonly figures: string;
  /** The value that stopped the run; empty where none did. */
  readonly stopped: string;
  /** Rules with what became of their groups, for telling cases apart. */
  readonly path: string;
}

/** `caseOf` tells the case of a record from its id; the case of a group is its last key. */
export function outcomesByCase(
  evaluation: Evaluation,
  cases: number,
  caseOf: (record: string) => number,
): readonly CaseOutcome[] {
  if (evaluation.kind === "stopped") throw new Error("A trial stopped although every value is there.");
  const parts: Parts[] = Array.from({ length: cases }, noParts);
  const groupCase = ({ others }: GroupKeys): number => Number(others.at(-1)?.value ?? "-1");
  gather(
    evaluation,
    (keys) => parts[groupCase(keys)],
    (record) => parts[caseOf(record)],
  );
  return parts.map(outcomeOf);
}

/** The outcome of one case that was evaluated by itself. */
export function outcomeOfCase(evaluation: Evaluation): CaseOutcome {
  if (evaluation.kind === "stopped") {
    return { ...outcomeOf(noParts()), stopped: `${evaluation.document}.${evaluation.value}` };
  }
  const parts = noParts();
  gather(
    evaluation,
    () => parts,
    () => parts,
  );
  return outcomeOf(parts);
}

/** The most telling thing in which two outcomes differ; undefined where they are the same. */
export function differenceOf(a: CaseOutcome, b: CaseOutcome): DifferenceSort | undefined {
  if (a.stopped !== b.stopped) return "stopped";
  if (a.amounts !== b.amounts) return "amounts";
  if (a.undecided !== b.undecided) return "undecided";
  return a.figures === b.figures ? undefined : "figures";
}

interface Parts {
  readonly amounts: string[];
  readonly undecided: string[];
  readonly figures: string[];
  readonly path: string[];
}

function noParts(): Parts {
  return { amounts: [], undecided: [], figures: [], path: [] };
}

function outcomeOf({ amounts, undecided, figures, path }: Parts): CaseOutcome {
  const text = (parts: readonly string[]): string => [...parts].sort(byCodePoint).join("\n");
  return { amounts: text(amounts), undecided: text(undecided), figures: text(figures), stopped: "", path: text(path) };
}

function gather(
  evaluation: Completed,
  ofGroup: (keys: GroupKeys) => Parts | undefined,
  ofRecord: (id: string) => Parts | undefined,
): void {
  const withLine = new Set<string>();
  for (const { keys, payee, invoicer, amount, place } of evaluation.lines) {
    withLine.add(groupText(place, keys));
    ofGroup(keys)?.amounts.push([keys.payer.code, payee, invoicer ?? "", keys.period, `${amount}`].join(" | "));
    ofGroup(keys)?.path.push(`${place.document}.${place.rule} line`);
  }
  for (const group of evaluation.groups) {
    const parts = ofGroup(group.keys);
    parts?.path.push(`${group.place.document}.${group.place.rule} ${group.outcome}`);
    if (group.outcome === "undecided") parts?.undecided.push(`sum | ${group.keys.payer.code} | ${group.keys.period}`);
    if (group.outcome === "charged" && !withLine.has(groupText(group.place, group.keys)))
      parts?.amounts.push(dormantText(group));
  }
  for (const { id, missing } of evaluation.undecided) ofRecord(id)?.undecided.push(missing.join(", "));
  for (const { keys, place, figures, triggers } of evaluation.figures) {
    const values = figures.map((step) => `${step.name} ${valueText(step)}`);
    const name = `${place.document}.${place.rule}`;
    ofGroup(keys)?.figures.push([name, keys.payer.code, keys.period, ...values, triggers ?? ""].join(" | "));
  }
}

function groupText(place: Place, keys: GroupKeys): string {
  return JSON.stringify([place.document, place.rule, keys]);
}

/** A sum that nobody may charge yet. */
function dormantText({ keys, steps }: Group): string {
  const amount = steps.find(({ name }) => name === "belopp");
  return ["dormant", keys.payer.code, keys.period, amount === undefined ? "" : valueText(amount)].join(" | ");
}

function valueText({ value }: Step): string {
  switch (value.kind) {
    case "quantity":
      return ratioText(value.exact);
    case "date":
      return `${value.day}`;
    case "text":
      return value.text;
    case "condition":
      return value.holds;
  }
}
