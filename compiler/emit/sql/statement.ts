// The table of contents of the SQL target: one statement for an agreement, a dialect and the choices of a run.
// Rule: what SQL cannot say exactly is refused with its name, never approximated; the text depends on nothing else.

import type { Program, Rule } from "../../ir/ir.ts";
import { naming } from "./naming.ts";
import { runOf } from "../../ir/run.ts";
import type { RunOptions } from "@avtal/runtime/result";
import { dialects, comment, type DialectName } from "./dialect.ts";
import { Unsayable, type Emission } from "./emission.ts";
import { grouped } from "./groups.ts";
import { needsOf } from "./needs.ts";
import { queueOf } from "./queue.ts";
import { recordsOf, type EpisodeTable } from "./records.ts";
import { sectionsOf, type Layout } from "./sections.ts";
import { queriesOf, type Query, type Stage } from "./stage.ts";

export type SqlOutcome =
  | { readonly kind: "statement"; readonly sql: string; readonly layout: Layout }
  /** `construct`: what the agreement says that no SQL of ours says exactly. */
  | { readonly kind: "unsayable"; readonly construct: string };

export interface SqlRequest {
  readonly program: Program;
  readonly options: RunOptions;
  readonly dialect: DialectName;
  readonly episodes: EpisodeTable;
}

export function sqlStatement(request: SqlRequest): SqlOutcome {
  const { program, options, dialect, episodes } = request;
  const emission: Emission = {
    program,
    run: runOf(program, options),
    dialect: dialects[dialect],
    names: naming(["record", "id", "r", "t", "v", "one", "s1", "s2", "s3", ...program.fields.map(({ code }) => code)]),
    tables: new Map(),
    absentColumns: new Set(program.fields.map(({ code }) => code).filter((code) => !episodes.columns.has(code))),
  };
  try {
    return statement(request, emission);
  } catch (error) {
    if (error instanceof Unsayable) return { kind: "unsayable", construct: error.construct };
    throw error;
  }
}

function statement({ program, dialect, episodes }: SqlRequest, emission: Emission): SqlOutcome {
  const records = recordsOf(episodes, emission);
  const { answers, stages } = queueOf(records, emission);
  const groups = answers.filter(({ rule }) => hasGroups(rule)).map((answer) => grouped(answer, emission));
  const needs = needsOf(answers, emission);
  const { select, layout } = sectionsOf({ records, stages, answers, groups, needs }, emission);

  const all: readonly Stage[] = [...stages, ...groups.flatMap((group) => group.stages)];
  const queries = [...emission.tables.values(), ...all.flatMap((stage) => queriesOf(stage, emission))];
  const head = [
    comment(`${program.main}: made by avtal for ${dialect}. Change the agreement, not this file.`),
    comment("Dates are days since 1970-01-01, moments seconds, money öre; an absent value is NULL."),
  ];
  return {
    kind: "statement",
    sql: [...head, `WITH\n${queries.map((query) => written(query, emission)).join(",\n")}`, select].join("\n"),
    layout,
  };
}

function hasGroups({ purpose }: Rule): boolean {
  return purpose.kind === "charge" || purpose.kind === "statistic";
}

function written({ name, text, says }: Query, { dialect }: Emission): string {
  const indented = text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
  const said = says === "" ? [] : [comment(says)];
  return [...said, `${dialect.identifier(name)} AS (`, indented, ")"].join("\n");
}
