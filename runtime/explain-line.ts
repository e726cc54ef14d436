// Why a line is what it is, in Swedish sentences: each step with its number, its clause and the quoted words.
// Rule: the numbers are the line's own; the words are the agreement's; nothing is computed anew.

import { dateText } from "./calendar.ts";
import { kronorText } from "./money.ts";
import { ratioText, type Ratio } from "./ratio.ts";
import type { InvoiceLine, Step, StepValue, UsedReading, UsedRow } from "./result.ts";

/** Where a step rests, by `document.rule.step`. */
export type StepGrounds = ReadonlyMap<string, { readonly place: string; readonly quote: string | null }>;

export function explainLine(line: InvoiceLine, grounds: StepGrounds): readonly string[] {
  const { keys, place } = line;
  const when = [keys.period, keys.part === null ? "" : `${keys.part.from}–${keys.part.through}`, keys.episode ?? ""];
  const head = [keys.payer.name, ...when.filter((part) => part !== "")].join(", ");
  return [
    `${head}: ${amountShown(kronorText(line.amount))} kr`,
    `${place.document}.${place.rule}${place.clause === "" ? "" : ` (${place.clause})`}`,
    ...line.steps.map((step) => stepSentence(step, grounds.get(`${place.document}.${place.rule}.${step.name}`))),
    ...line.rows.map(rowSentence),
    ...line.readings.map(readingSentence),
  ];
}

function stepSentence(
  step: Step,
  ground: { readonly place: string; readonly quote: string | null } | undefined,
): string {
  const cited = ground === undefined || ground.place === "" ? "" : ` (${ground.place})`;
  const quoted = ground === undefined || ground.quote === null ? "" : ` ”${ground.quote}”`;
  return `${step.name} = ${valueShown(step.value)}${cited}${quoted}`;
}

function rowSentence({ document, value, from, supplied }: UsedRow): string {
  if (supplied) return `${document}.${value}: angivet för körningen`;
  return `${document}.${value}: raden från och med ${from ?? "början"}`;
}

function readingSentence({ document, question, reading, preliminary }: UsedReading): string {
  return `${document}.${question} = ${reading}${preliminary ? " (preliminär)" : ""}`;
}

function valueShown(value: StepValue): string {
  switch (value.kind) {
    case "quantity":
      if (value.unit === "kr" || value.unit === "kr/dygn") return `${kronorShown(value.exact)} ${value.unit}`;
      return `${ratioText(value.exact)} ${value.unit}`;
    case "date":
      return dateText(value.day);
    case "text":
      return value.text;
    case "condition":
      return { yes: "ja", no: "nej", unknown: "okänt" }[value.holds];
  }
}

/** Kronor with two decimals where öre are whole, else the exact fraction of an öre. */
function kronorShown(ore: Ratio): string {
  if (ore.under !== 1n) return `${ratioText({ over: ore.over, under: ore.under * 100n })}`;
  const digits = `${ore.over < 0n ? -ore.over : ore.over}`.padStart(3, "0");
  return amountShown(`${ore.over < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

function amountShown(text: string): string {
  const [whole = "", decimals = "00"] = text.split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, " ")},${decimals}`;
}
