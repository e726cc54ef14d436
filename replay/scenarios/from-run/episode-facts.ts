// Records as the episodes of a scenario: the facts that an agreement reads, as people write them.
// Rule: nothing personal and no id of the data is taken along; an absent fact stays empty.

import type { Field, Program } from "@avtal/compiler/ir/ir";
import { dateText } from "@avtal/runtime/calendar";
import { MISSING, NO, NOT_KNOWN, UNKNOWN, type Column, type Columns } from "@avtal/runtime/columns";
import type { WitnessEpisode } from "../../witness/verdict.ts";

/** Called a, b, c … in their order, as a scenario names its episodes. */
export function episodesFrom(columns: Columns, program: Program): WitnessEpisode[] {
  const fields = program.fields.filter(({ personal, unique }) => !personal && !unique);
  return Array.from({ length: columns.count }, (_, place) => ({
    id: letters(place),
    facts: fields.flatMap((field) => {
      const column = columns.columns.get(field.code);
      const text = column === undefined ? undefined : factText(column, place, field, program);
      return text === undefined ? [] : [{ field, text }];
    }),
  }));
}

function factText(column: Column, place: number, field: Field, program: Program): string | undefined {
  switch (column.kind) {
    case "date":
      return dayText(column.days[place]);
    case "moment": {
      const day = dayText(column.days[place]);
      return day === undefined ? undefined : `${day} ${clockText(column.seconds[place] ?? 0)}`;
    }
    case "condition": {
      const code = column.codes[place] ?? NOT_KNOWN;
      return code === NOT_KNOWN ? undefined : code === NO ? "nej" : "ja";
    }
    case "code": {
      const code = given(column.codes[place]);
      const name = code === undefined ? undefined : column.names[code];
      return name === undefined ? undefined : shownName(name, field, program);
    }
    case "integer":
      return given(column.values[place])?.toString();
  }
}

function given(value: number | undefined): number | undefined {
  return value === undefined || value === MISSING || value === UNKNOWN ? undefined : value;
}

function dayText(value: number | undefined): string | undefined {
  const day = given(value);
  return day === undefined ? undefined : dateText(day);
}

/** Seconds only where there are any. */
function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts.map((part) => String(part).padStart(2, "0"));
  return (shown[2] === "00" ? shown.slice(0, 2) : shown).join(":");
}

/** A choice or a payer by its name, where no other has that name; else by its code. */
function shownName(code: string, { kind, choices }: Field, { registers }: Program): string {
  if (kind.kind === "choice") return choices.find((choice) => choice.code === code)?.name ?? code;
  if (kind.kind !== "payer") return code;
  const entries = registers.filter(({ id }) => id === kind.register).flatMap((register) => register.entries);
  const name = entries.find((entry) => entry.code === code)?.name ?? code;
  const isShared = entries.filter((entry) => entry.name === name || entry.alsoKnownAs.includes(name)).length > 1;
  return isShared ? code : name;
}

/** a … z, aa, ab … */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`;
}
