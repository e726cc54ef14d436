// The rows of a statement as the evaluation that every target gives back: names for codes, fractions in lowest terms, order.
// Rule: what stands in the rows is decided by the engine; here it is only read and put in order.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { dateText } from "@avtal/runtime/calendar";
import { ratio, type Ratio } from "@avtal/runtime/ratio";
import { toOre } from "@avtal/runtime/rounding";
import type { Completed, Evaluation, NotCharged, RunOptions, Stopped, Undecided } from "@avtal/runtime/result";
import type { Program } from "../../ir/ir.ts";
import { runOf, type Run } from "../../ir/run.ts";
import { comparedBy, groupsFromRows, type DecodedGroup } from "./decode-groups.ts";
import type { Layout, RuleLayout } from "./sections.ts";

/** A row as an engine gives it: section, rule, then the cells. */
export type SqlRow = readonly [section: string, rule: number, ...cells: (string | null)[]];

export function evaluationFrom(
  rows: readonly SqlRow[],
  layout: Layout,
  program: Program,
  options: RunOptions,
): Evaluation {
  const run = runOf(program, options);
  const stopped = stoppedBy(rows, layout);
  if (stopped !== undefined) return stopped;
  const groups = layout.rules.flatMap((rule) =>
    groupsFromRows(cellsOf(rows, "group", rule.ordinal), rule, { run, order: layout.order }),
  );
  const isStatistic = ({ layout: { rule } }: DecodedGroup): boolean => rule.purpose.kind === "statistic";
  const inOrder = inProgramOrder(groups, program);
  return {
    kind: "completed",
    lines: inOrder.flatMap(({ line }) => (line === undefined ? [] : [line])),
    groups: inOrder.filter((group) => !isStatistic(group)).map(({ group }) => group),
    figures: inOrder.flatMap(({ figures }) => (figures === undefined ? [] : [figures])),
    ...accountFrom(rows, layout, run),
    notes: [],
  };
}

function cellsOf(rows: readonly SqlRow[], section: string, rule: number): (string | null)[][] {
  return rows.filter((row) => row[0] === section && row[1] === rule).map((row) => row.slice(2) as (string | null)[]);
}

function inProgramOrder(groups: readonly DecodedGroup[], { rules }: Program): DecodedGroup[] {
  const place = ({ layout: { rule } }: DecodedGroup): number => rules.indexOf(rule);
  return [...groups].sort((a, b) => place(a) - place(b));
}

/** The first need that the first record meets, in the order in which rules are asked. */
function stoppedBy(rows: readonly SqlRow[], layout: Layout): Stopped | undefined {
  const found = rows.flatMap((row) => {
    const [section, ordinal, record, id, need, on] = row;
    if ((section !== "need" && section !== "spanNeed") || need === null || need === undefined) return [];
    const rule = layout.rules.find((each) => each.ordinal === ordinal);
    const needs = section === "need" ? rule?.needs : rule?.spanNeeds;
    const what = needs?.[Number(need)];
    if (what === undefined) throw new Error("A need that no rule has.");
    return [{ record: record ?? "", ordinal, isSpan: section === "spanNeed", id: id ?? "", what, on: on ?? null }];
  });
  const compared = comparedBy(layout.order);
  const [first] = found.sort(
    (a, b) => compared(a.record, b.record) || a.ordinal - b.ordinal || Number(b.isSpan) - Number(a.isSpan),
  );
  if (first === undefined) return undefined;
  const { what, id, on } = first;
  return {
    kind: "stopped",
    reason: what.reason,
    value: what.value,
    document: what.document,
    from: what.from === null ? null : dateText(what.from),
    on: on === null ? "" : dateText(Number(on)),
    record: id,
  };
}

function accountFrom(
  rows: readonly SqlRow[],
  layout: Layout,
  run: Run,
): Pick<Completed, "notCharged" | "undecided" | "accounting"> {
  const undecided = undecidedFrom(rows, layout);
  const notCharged = notChargedFrom(rows, layout, run);
  const records = sumOf(rows, "records");
  const inRule = sumOf(rows, "counts");
  const without = notCharged.reduce((sum, entry) => sum + entry.records, 0);
  if (records !== inRule + without + undecided.length) {
    throw new Error(
      `Records do not add up: ${records} given, ${inRule} + ${without} + ${undecided.length} accounted for.`,
    );
  }
  return {
    notCharged,
    undecided,
    accounting: { recordsIn: records, inRule, notCharged: without, undecided: undecided.length, refused: 0 },
  };
}

function sumOf(rows: readonly SqlRow[], section: string): number {
  return rows.filter((row) => row[0] === section).reduce((sum, row) => sum + Number(row[2] ?? "0"), 0);
}

function undecidedFrom(rows: readonly SqlRow[], layout: Layout): Undecided[] {
  const found = rows.flatMap((row) => {
    if (row[0] !== "undecided") return [];
    const [record, id, lacks, ordinal] = row.slice(2) as (string | null)[];
    const rule = ruleAt(layout, row[1] < 0 ? Number(ordinal) : row[1]);
    const bits = BigInt(lacks ?? "0");
    const missing = rule.facts.filter((_, index) => (bits >> BigInt(index)) % 2n === 1n);
    const undecided: Undecided = {
      id: id ?? "",
      missing: [...missing].sort(byCodePoint),
      document: rule.rule.document,
      rule: rule.rule.name,
    };
    return [{ record: record ?? "", undecided }];
  });
  const compared = comparedBy(layout.order);
  return found.sort((a, b) => compared(a.record, b.record)).map(({ undecided }) => undecided);
}

function notChargedFrom(rows: readonly SqlRow[], layout: Layout, run: Run): NotCharged[] {
  const found = new Map<string, { readonly order: number; readonly entry: NotCharged }>();
  const add = (rule: RuleLayout | null, says: string, clause: string, records: number): void => {
    if (records === 0) return;
    const order = rule === null ? Infinity : run.program.rules.indexOf(rule.rule);
    const key = JSON.stringify([order, clause, says]);
    const entry: NotCharged = {
      reason: says,
      document: rule?.rule.document ?? run.program.main,
      rule: rule?.rule.name ?? "",
      clause,
      records: records + (found.get(key)?.entry.records ?? 0),
    };
    found.set(key, { order, entry });
  };
  for (const row of rows) {
    const [section, ordinal, first, second] = row;
    if (section === "notCharged") {
      const packed = BigInt(first ?? "0");
      const rule = ruleAt(layout, ordinal < 0 ? Number(packed / 4096n) : ordinal);
      const reason = rule.reasons[Number(ordinal < 0 ? packed % 4096n : packed)];
      if (reason === undefined) throw new Error("A reason that no rule gives.");
      add(rule, reason.says, reason.clause, Number(second));
    }
    if (section === "none" && ordinal === -1) add(null, "ingen regel gäller", "", Number(first));
    if (section === "none" && ordinal === -2) {
      if (Number(first) < 0) add(null, "ingen regel gäller", "", Number(second));
      else {
        const rule = ruleAt(layout, Number(first));
        const { clause } = rule.rule;
        add(
          rule,
          "inga dygn att betala",
          clause === null ? "" : (run.program.clauses[clause]?.place ?? ""),
          Number(second),
        );
      }
    }
  }
  return [...found.values()]
    .sort(
      (a, b) =>
        (a.order === b.order ? 0 : a.order - b.order) ||
        byCodePoint(a.entry.clause, b.entry.clause) ||
        byCodePoint(a.entry.reason, b.entry.reason),
    )
    .map(({ entry }) => entry);
}

function ruleAt({ rules }: Layout, ordinal: number): RuleLayout {
  const found = rules.find((rule) => rule.ordinal === ordinal);
  if (found === undefined) throw new Error(`No rule has the number ${ordinal}.`);
  return found;
}

/** `13/10`, in lowest terms. */
export function exactFrom(text: string | null): Ratio | null {
  if (text === null) return null;
  const [over = "", under = "1"] = text.split("/");
  return ratio(BigInt(over), BigInt(under));
}

export function oreFrom(text: string | null): ReturnType<typeof toOre> | null {
  const exact = exactFrom(text);
  return exact === null ? null : toOre(exact);
}
