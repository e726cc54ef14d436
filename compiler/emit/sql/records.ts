// The records as the statement starts with them: each field in the form in which expressions read it.

import type { Field } from "../../ir/ir.ts";
import type { Emission } from "./emission.ts";
import { built, FALSE, isNull, type Sql } from "./sql.ts";
import { columnNamed, dayKey, newStage, type Body, type Stage } from "./stage.ts";
import { valueOf } from "./value.ts";

/** Where the episodes lie: a table or a function of a file, with a column of the plain type for each field it has. */
export interface EpisodeTable {
  /** As it stands after FROM. */
  readonly from: string;
  /** Expression for a record's id. */
  readonly id: string;
  /** Expression for a record's number, in input order; null where the engine numbers the rows itself. */
  readonly number: string | null;
  /** Field code → expression of type DATE, TIMESTAMP, BOOLEAN, BIGINT or text. */
  readonly columns: ReadonlyMap<string, string>;
}

export function recordsOf(episodes: EpisodeTable, emission: Emission): Stage {
  const { dialect, program } = emission;
  const fields = program.fields.filter(({ code }) => episodes.columns.has(code));
  const days = fields
    .filter(({ kind }) => kind.kind === "moment")
    .map((field) => ({ field, name: emission.names.fresh(`${field.code} dag`) }));
  const from = (): Body => ({
    kind: "select",
    all: null,
    columns: [
      { name: "record", text: episodes.number ?? dialect.recordNumber },
      { name: "id", text: episodes.id },
      ...fields
        .filter(({ code }) => code !== "id")
        .map((field) => ({
          name: field.code,
          text: converted(field, episodes.columns.get(field.code) ?? "NULL", emission),
        })),
      ...days.map(({ field: { code }, name }) => ({
        name,
        text: dialect.dayOfTimestamp(episodes.columns.get(code) ?? "NULL"),
      })),
    ],
    rest: `FROM ${episodes.from}`,
  });
  const stage = newStage(emission.names.fresh("episoder"), from, "The care episodes", null);
  for (const field of fields) {
    const sql = read(field, emission);
    stage.known.set(`field ${field.id}`, valueOf(sql, field.empty === "unknown" ? isNull(sql) : FALSE));
  }
  for (const { field, name } of days) {
    stage.known.set(dayKey(read(field, emission)), valueOf(columnNamed(name, 0, true, emission), FALSE));
  }
  return stage;
}

function converted({ kind }: Field, column: string, { dialect }: Emission): string {
  return kind.kind === "date" ? dialect.dayOfDate(column) : column;
}

/** A moment is turned into seconds where they are read: most often only its day is, or whether it is there. */
function read({ code, kind }: Field, emission: Emission): Sql {
  const column = columnNamed(code, 0, true, emission);
  if (kind.kind !== "moment") return column;
  return { ...built(emission.dialect.secondsOfTimestamp(column.text), [column]), absentWith: column };
}
