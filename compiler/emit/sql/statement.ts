// The table of contents of the SQL target: one statement for an agreement, a dialect and the choices of a run.
// Rule: what SQL cannot say exactly is refused with its name, never approximated; the text depends on nothing else.

import type { Program } from "../../ir/ir.ts";
import { withoutStatistics } from "../../ir/without-statistics.ts";
import { naming } from "./naming.ts";
import { runOf } from "../../ir/run.ts";
import type { RunOptions } from "@avtal/runtime/result";
import { dialects, comment, type DialectName } from "./dialect.ts";
import { Unsayable, type Emission } from "./emission.ts";
import { grouped } from "./groups.ts";
import { linesSelect } from "./lines-select.ts";
import { countingAlone } from "./judged.ts";
import { needsOf } from "./needs.ts";
import { pruned, type PrintedQuery } from "./pruned.ts";
import { queueOf, type Answer } from "./queue.ts";
import { recordOrder } from "./record-order.ts";
import { recordsOf, type EpisodeTable } from "./records.ts";
import { sectionsOf, type Layout } from "./sections.ts";
import { readOnce } from "./read-once.ts";
import { queriesOf, type Stage } from "./stage.ts";

export type SqlOutcome =
  | {
      readonly kind: "statement";
      readonly sql: string;
      /** The same in steps, for an engine that plans each by itself. */
      readonly queries: readonly PrintedQuery[];
      readonly selects: readonly string[];
      readonly layout: Layout;
    }
  /** `construct`: what the agreement says that no SQL of ours says exactly. */
  | { readonly kind: "unsayable"; readonly construct: string };

export interface SqlRequest {
  readonly program: Program;
  readonly options: RunOptions;
  readonly dialect: DialectName;
  readonly episodes: EpisodeTable;
}

/** Columns that every statement may have, and the letters that queries are called by within one. */
const namesOfOurs = ["record", "id", "one", "s1", "s2", "s3", ..."abcdefghijklmnopqrstuvwxyz"];

/** Everything that a run gives, in rows of sections that `evaluationFrom` reads. */
export function sqlStatement(request: SqlRequest): SqlOutcome {
  return refusable(request, (emission) => statement(request, emission));
}

/** The invoice lines alone, with columns that people read: what a view shows. */
export function sqlLines(request: SqlRequest): SqlOutcome {
  const withoutThem = { ...request, program: withoutStatistics(request.program) };
  return refusable(withoutThem, (emission) => linesStatement(withoutThem, unnumbered(withoutThem, emission)));
}

/** Nothing of lines asks for the number of a record where its id tells it from others as well. */
function unnumbered({ program, episodes }: SqlRequest, emission: Emission): Emission {
  const isSlow = episodes.number === null && emission.dialect.numbersByOne;
  return isSlow && hasIds(program) ? { ...emission, identity: "id" } : emission;
}

function hasIds({ fields }: Program): boolean {
  return fields.some(({ unique }) => unique);
}

function refusable(request: SqlRequest, made: (emission: Emission) => SqlOutcome): SqlOutcome {
  const { program, options, dialect, episodes } = request;
  const ordersById = episodes.number === null && !dialects[dialect].numbersInOrder;
  const emission: Emission = {
    program,
    run: runOf(program, options),
    dialect: dialects[dialect],
    names: naming([...namesOfOurs, ...program.fields.map(({ code }) => code)]),
    tables: new Map(),
    identity: ordersById && hasIds(program) ? "id" : "record",
    ordersById,
    absentColumns: new Set(program.fields.map(({ code }) => code).filter((code) => !episodes.columns.has(code))),
  };
  try {
    return made(emission);
  } catch (error) {
    if (error instanceof Unsayable) return { kind: "unsayable", construct: error.construct };
    throw error;
  }
}

function statement({ program, dialect, episodes }: SqlRequest, emission: Emission): SqlOutcome {
  const records = recordsOf(episodes, emission);
  const { answers, stages, taking } = queueOf(records, emission);
  const groups = answers.filter(hasGroups).map((answer) => grouped(answer, answer.judged, emission));
  const needs = needsOf(answers, emission);
  const { selects, layout, further } = sectionsOf({ records, taking, answers, groups, needs }, emission);
  const all = [...stages, ...groups.flatMap((group) => group.stages), ...further];
  const parts = { main: program.main, dialect, records, isReadOnce: false, stages: all, selects, layout };
  return statementOf(parts, emission);
}

function linesStatement({ program, dialect, episodes }: SqlRequest, emission: Emission): SqlOutcome {
  const records = recordsOf(episodes, emission);
  const queue = queueOf(records, emission);
  const { answers, stages } = queue;
  const charging = answers.filter((answer) => hasGroups(answer) && answer.rule.purpose.kind === "charge");
  const counting = charging.map((answer) => ({ answer, rows: countingAlone(answer.judged) }));
  const charged = counting.map(({ answer, rows }) => ({ answer, rows, group: grouped(answer, rows, emission) }));
  const groups = charged.map(({ group }) => group);
  const selects = linesSelect(groups, emission);
  const once = readOnce(records, queue, charged, emission);
  const first = once ?? [];
  const then = [...stages, ...counting.map(({ rows }) => rows.place.stage), ...groups.flatMap((group) => group.stages)];
  const all = [...first, ...then.filter((stage) => !first.includes(stage))];
  const layout: Layout = { rules: [], columns: 0, order: recordOrder(emission) };
  const parts = { main: program.main, dialect, records, isReadOnce: once !== null, stages: all, selects, layout };
  return statementOf(parts, emission);
}

interface StatementParts {
  readonly main: string;
  readonly dialect: DialectName;
  /** The care episodes. */
  readonly records: Stage;
  /** All but a few of them are read once. */
  readonly isReadOnce: boolean;
  readonly stages: readonly Stage[];
  readonly selects: readonly string[];
  readonly layout: Layout;
}

function statementOf(
  { main, dialect, records, isReadOnce, stages, selects, layout }: StatementParts,
  emission: Emission,
): SqlOutcome {
  const byStage = new Map(stages.map((stage) => [stage, queriesOf(stage, emission)]));
  const written = [...emission.tables.values(), ...[...byStage.values()].flat()];
  const queries = pruned(written, selects, emission.dialect);
  const head = [
    comment(`${main}: made by avtal for ${dialect}. Change the agreement, not this file.`),
    comment("Dates are days since 1970-01-01, moments seconds, money öre. An absent value is NULL."),
  ];
  const ofRecords = (byStage.get(records) ?? []).map(({ name }) => name);
  const isAnew = isWorkedOutByEach(records.name, isReadOnce, queries, emission);
  const lists = [...emission.tables.values()].filter(({ isList }) => isList).map(({ name }) => name);
  const notKept = new Set([...lists, ...(isAnew ? ofRecords : [])]);
  const list = queries.map((query) => named(query, notKept.has(query.name), emission)).join(",\n");
  const sql = [...head, ...(list === "" ? [] : [`WITH\n${list}`]), selects.join("\nUNION ALL\n")].join("\n");
  return { kind: "statement", sql, queries, selects, layout };
}

function hasGroups({ rule: { purpose }, isVacant }: Answer): boolean {
  return !isVacant && (purpose.kind === "charge" || purpose.kind === "statistic");
}

/** Records that have no numbers may be read anew, by all processors, for each of a few rules. */
function isWorkedOutByEach(
  name: string,
  isReadOnce: boolean,
  queries: readonly PrintedQuery[],
  { dialect }: Emission,
): boolean {
  const readers = queries.find((query) => query.name === name)?.readers ?? 0;
  const few = Math.max(dialect.readersOfRecords, isReadOnce ? 2 : 0);
  return readers <= few && !queries.some(({ text }) => text.includes(dialect.recordNumber));
}

function named({ name, text, says }: PrintedQuery, isNotKept: boolean, { dialect }: Emission): string {
  const indented = text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
  const said = says === "" ? [] : [comment(says)];
  const kept = isNotKept && dialect.notKept !== null ? `${dialect.notKept} ` : "";
  return [...said, `${dialect.identifier(name)} AS ${kept}(`, indented, ")"].join("\n");
}
