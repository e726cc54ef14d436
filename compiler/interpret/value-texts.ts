// Values as results show them: names for people, codes for ids, steps with their units.

import { dateText, monthText, quarterText } from "@avtal/runtime/calendar";
import { ratioText } from "@avtal/runtime/ratio";
import type { StepValue } from "@avtal/runtime/result";
import type { ValueKind } from "@avtal/compiler/ir/ir";
import type { Run } from "@avtal/compiler/ir/run";
import { unitWord } from "@avtal/compiler/ir/unit-word";
import { payerName } from "./payers.ts";
import { isAbsent, type Value } from "./values.ts";

/** As people read it; undefined where there is nothing to read. */
export function shownText(value: Value, kind: ValueKind | null, day: number | null, run: Run): string | undefined {
  switch (value.kind) {
    case "missing":
    case "unknown":
    case "never":
      return undefined;
    case "quantity":
      return ratioText(value.exact);
    case "date":
      return dateText(value.day);
    case "moment":
      return `${dateText(value.day)} ${clockText(value.seconds)}`;
    case "clock":
      return clockText(value.seconds);
    case "period":
      return periodText(value);
    case "condition":
      return value.holds ? "ja" : "nej";
    case "text":
      return value.text;
    case "choice":
      return choiceName(value.code, kind, run);
    case "payer":
      return value.name ?? payerName(value.code, day, run);
  }
}

/** As an id holds it: codes, not names. */
export function codeText(value: Value): string {
  switch (value.kind) {
    case "choice":
    case "payer":
      return value.code;
    case "quantity":
      return ratioText(value.exact);
    case "condition":
      return value.holds ? "ja" : "nej";
    case "text":
      return value.text;
    case "date":
      return dateText(value.day);
    case "moment":
      return `${dateText(value.day)} ${clockText(value.seconds)}`;
    case "clock":
      return clockText(value.seconds);
    case "period":
      return periodText(value);
    case "missing":
    case "unknown":
    case "never":
      return "";
  }
}

/** A step as results carry it; undefined where the step is absent. A condition may be unknown. */
export function shownStep(value: Value, kind: ValueKind, day: number | null, run: Run): StepValue | undefined {
  if (value.kind === "quantity") {
    return { kind: "quantity", exact: value.exact, unit: unitWord(kind.kind === "quantity" ? kind.unit : "number") };
  }
  if (value.kind === "date") return { kind: "date", day: value.day };
  if (value.kind === "condition") return { kind: "condition", holds: value.holds ? "yes" : "no" };
  if (isAbsent(value)) return kind.kind === "condition" ? { kind: "condition", holds: "unknown" } : undefined;
  const text = shownText(value, kind, day, run);
  return text === undefined ? undefined : { kind: "text", text };
}

function periodText(period: Value & { readonly kind: "period" }): string {
  switch (period.of) {
    case "month":
      return monthText(period.index);
    case "quarter":
      return quarterText(period.index);
    case "year":
      return String(period.index).padStart(4, "0");
  }
}

function choiceName(code: string, kind: ValueKind | null, run: Run): string {
  if (kind?.kind !== "choice") return code;
  return run.fieldOf(kind.field).choices.find((choice) => choice.code === code)?.name ?? code;
}

function clockText(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
