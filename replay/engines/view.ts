// An agreement as a view over a table of episodes: what a warehouse schedules by itself.

import { dialects, type DialectName } from "@avtal/compiler/emit/sql/dialect";
import type { EpisodeTable } from "@avtal/compiler/emit/sql/records";
import { sqlLines } from "@avtal/compiler/emit/sql/statement";
import type { Program } from "@avtal/compiler/ir/ir";
import type { DataProblem } from "../data-problem.ts";
import { unsayableInSql } from "../problems/engine.ts";
import { neededFields } from "../read/needed-fields.ts";

export type View =
  { readonly kind: "view"; readonly sql: string } | { readonly kind: "problem"; readonly problem: DataProblem };

/** Over a table called `episodes` with the columns of the vocabulary in their plain types. */
export function viewOf(program: Program, dialect: DialectName, name: string): View {
  const options = { wording: null, readings: new Map<string, string>(), events: new Map<string, string>(), values: [] };
  const statement = sqlLines({ program, options, dialect, episodes: episodesTable(program, dialect) });
  if (statement.kind === "unsayable") return { kind: "problem", problem: unsayableInSql(statement.construct) };
  const { identifier } = dialects[dialect];
  return { kind: "view", sql: `CREATE OR REPLACE VIEW ${identifier(name)} AS\n${statement.sql};\n` };
}

function episodesTable(program: Program, dialect: DialectName): EpisodeTable {
  const { identifier } = dialects[dialect];
  const text = dialect === "spark" ? "STRING" : "VARCHAR";
  return {
    from: `${identifier("episodes")} AS e`,
    id: `CAST(${identifier("id")} AS ${text})`,
    number: null,
    columns: new Map(
      neededFields([program]).map(({ code, kind }) => {
        const isNumber = ["quantity", "clock", "month", "quarter", "year"].includes(kind.kind);
        return [code, isNumber ? `CAST(${identifier(code)} AS BIGINT)` : identifier(code)];
      }),
    ),
  };
}
