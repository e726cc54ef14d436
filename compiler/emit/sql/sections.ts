// What one statement gives back: rows of several sections, each row a section, a rule and texts whose meaning the layout says.
// Rule: exact numbers leave as texts (`13/10`), so that no driver on the way makes a floating-point number of them.

import type { QuantityUnit, Rule, ValueKind } from "../../ir/ir.ts";
import { kindOf, namedKinds } from "../../ir/kind-of.ts";
import type { Emission } from "./emission.ts";
import type { Grouped } from "./groups.ts";
import { bitsOf, COUNTS, NOT_CHARGED, UNDECIDED, type Reason } from "./judged.ts";
import type { NeedIr, NeedsOfRule } from "./needs.ts";
import type { Answer } from "./queue.ts";
import { placeOfRecord, recordOrder, type RecordOrder } from "./record-order.ts";
import { and, built, compared, FALSE, firstOf, isConstant, isPresent, NULL, number, TRUE, type Sql } from "./sql.ts";
import { column, newStage, rowsOf, writtenBody, type Stage } from "./stage.ts";
import { byFact } from "./causes.ts";
import { usedSegments, type UsedLayout } from "./used.ts";
import type { SqlValue } from "./value.ts";

export interface Layout {
  /** By ordinal, which the rows carry. */
  readonly rules: readonly RuleLayout[];
  readonly columns: number;
  /** What is said of where records stand. */
  readonly order: RecordOrder;
}

export interface RuleLayout {
  readonly rule: Rule;
  readonly ordinal: number;
  readonly reasons: readonly Reason[];
  readonly facts: readonly string[];
  readonly needs: readonly NeedIr[];
  readonly spanNeeds: readonly NeedIr[];
  readonly cuts: readonly number[];
  /** Kinds of what stands in a group's row, in order. Null where the rule has no groups. */
  readonly group: GroupLayout | null;
}

export interface GroupLayout {
  readonly keys: readonly { readonly name: string; readonly kind: ValueKind; readonly role: string }[];
  readonly steps: readonly { readonly name: string; readonly kind: ValueKind }[];
  readonly payer: { readonly isKeyNamed: string | null } | null;
  readonly payee: ValueKind | null;
  readonly invoicer: ValueKind | null;
  readonly units: readonly QuantityUnit[];
  readonly used: UsedLayout;
}

export interface Parts {
  readonly records: Stage;
  readonly taking: Stage;
  readonly answers: readonly Answer[];
  readonly groups: readonly Grouped[];
  readonly needs: readonly NeedsOfRule[];
}

interface Section {
  readonly cells: readonly string[];
  readonly section: string;
  readonly rule: string;
  readonly rest: string;
}

export function sectionsOf(
  parts: Parts,
  emission: Emission,
): { readonly selects: readonly string[]; readonly layout: Layout; readonly further: readonly Stage[] } {
  const { answers, groups } = parts;
  const used = new Map(groups.map((group) => [group.answer.ordinal, usedSegments(group, emission)]));
  const further: Stage[] = [];
  const rows: Section[] = [
    ...groups.map((group) => groupRow(group, used.get(group.answer.ordinal)?.cells ?? [], emission)),
    ...accountRows(parts, further, emission),
    ...parts.needs.map((need) => needRow(need, emission)),
  ];
  const columns = Math.max(...rows.map(({ cells }) => cells.length));
  const text = (cell: string): string => cell;
  const selects = rows.map(({ cells, section, rule, rest }, index) => {
    const padded = [...cells.map(text), ...Array.from({ length: columns - cells.length }, () => textNull(emission))];
    const named = index === 0 ? padded.map((cell, at) => `${cell} AS c${at}`) : padded;
    const head = index === 0 ? [`${section} AS section`, `${rule} AS rule`] : [section, rule];
    return `SELECT ${[...head, ...named].join(",\n  ")}\n${rest}`;
  });
  const layout: Layout = {
    columns,
    order: recordOrder(emission),
    rules: answers.map((answer) => ruleLayout(answer, parts, used.get(answer.ordinal)?.layout, emission)),
  };
  return { selects, layout, further };
}

function ruleLayout(
  answer: Answer,
  { groups, needs }: Parts,
  used: UsedLayout | undefined,
  emission: Emission,
): RuleLayout {
  const { rule, judged, ordinal } = answer;
  const group = groups.find((each) => each.answer === answer);
  const ofRule = needs.filter((each) => each.answer === answer);
  const kinds = namedKinds(emission.program, rule);
  const kindOfFirst = (alternatives: Rule["payee"]): ValueKind | null => {
    const [first] = alternatives;
    return first === undefined ? null : kindOf(first.it, kinds);
  };
  const [payer] = rule.payer;
  return {
    rule,
    ordinal,
    reasons: judged.reasons,
    facts: judged.undecided.facts,
    needs: ofRule.find(({ stage }) => stage === judged.place.stage)?.needs ?? [],
    spanNeeds: ofRule.find(({ stage }) => stage !== judged.place.stage)?.needs ?? [],
    cuts: judged.cuts,
    group:
      group === undefined || used === undefined
        ? null
        : {
            keys: judged.keys.map(({ key }) => ({ name: key.name, kind: key.kind, role: key.role })),
            steps: group.steps.map(({ step }) => ({ name: step.name, kind: step.kind })),
            payer: payer === undefined ? null : { isKeyNamed: payer.it.kind === "key" ? payer.it.name : null },
            payee: kindOfFirst(rule.payee),
            invoicer: kindOfFirst(rule.invoicer),
            units: group.quantity.map(({ unit }) => unit),
            used,
          },
  };
}

function groupRow(group: Grouped, used: readonly string[], emission: Emission): Section {
  const { dialect } = emission;
  const text = (sql: Sql): string => (isConstant(sql, NULL) ? textNull(emission) : dialect.textOf(sql).text);
  const cells = [
    ...group.keys.map(({ value }) => text(value)),
    text(group.part),
    text(group.records),
    text(group.first),
    text(group.leftOut.notCharged),
    text(group.leftOut.undecided),
    text(group.firstOwn),
    text(group.leastOwn),
    text(group.greatestOwn),
    truthText(group.when, emission),
    truthText(group.mayCharge, emission),
    exactText(group.amount, emission),
    ...valueCells(group.payer, emission),
    ...valueCells(group.payee, emission),
    ...valueCells(group.invoicer, emission),
    ...group.steps.map(({ step, stands, value }) => stepText(step.kind, stands, value, emission)),
    ...group.quantity.flatMap(({ stands, quantity, price }) => [
      truthText(stands, emission),
      exactText(quantity, emission),
      exactText(price, emission),
    ]),
    ...used,
  ];
  return {
    section: dialect.text("group").text,
    rule: String(group.answer.ordinal),
    cells,
    rest: `FROM ${dialect.identifier(group.stage.name)} AS t`,
  };
}

function valueCells(value: SqlValue | null, emission: Emission): readonly string[] {
  if (value === null) return [];
  const { dialect } = emission;
  const name = value.name ?? NULL;
  return [value.value, name].map((sql) => (isConstant(sql, NULL) ? textNull(emission) : dialect.textOf(sql).text));
}

function stepText(kind: ValueKind, stands: Sql, value: SqlValue, emission: Emission): string {
  if (isConstant(stands, TRUE)) return shownStep(kind, value, emission);
  return `CASE WHEN ${stands.text} THEN ${shownStep(kind, value, emission)} END`;
}

function shownStep(kind: ValueKind, value: SqlValue, emission: Emission): string {
  if (kind.kind === "quantity") return exactText(value, emission);
  if (kind.kind === "condition") return truthText(value.value, emission);
  return isConstant(value.value, NULL) ? textNull(emission) : emission.dialect.textOf(value.value).text;
}

function truthText(sql: Sql, { dialect }: Emission): string {
  const [yes, no, open] = ["yes", "no", "unknown"].map((word) => dialect.text(word).text);
  if (isConstant(sql, TRUE)) return yes ?? "";
  if (isConstant(sql, FALSE)) return no ?? "";
  if (isConstant(sql, NULL)) return open ?? "";
  return `CASE WHEN ${sql.text} THEN ${yes ?? ""} WHEN NOT ${sql.text} THEN ${no ?? ""} ELSE ${open ?? ""} END`;
}

/** `13/10`, not in lowest terms; NULL where the quantity is absent. */
function exactText({ value, under }: SqlValue, emission: Emission): string {
  if (isConstant(value, NULL)) return textNull(emission);
  const { dialect } = emission;
  const over = dialect.textOf(value).text;
  return `CASE WHEN ${value.text} IS NOT NULL THEN CONCAT(${over}, '/', ${dialect.textOf(under).text}) END`;
}

function textNull({ dialect }: Emission): string {
  return dialect.textOf(NULL).text;
}

function accountRows(parts: Parts, further: Stage[], emission: Emission): readonly Section[] {
  const { dialect } = emission;
  const { identifier } = dialect;
  const charging = parts.answers.filter(({ rule }) => rule.purpose.kind !== "statistic");
  const { taking } = parts;
  // A record that a rule of the queue takes whole is asked by no other, unless rules stand on top.
  const isQueue = charging.every(({ position }) => position > 0);
  const alone = isQueue ? charging.filter(({ grain }) => grain === "episode") : [];
  const text = (sql: string): string => dialect.textOf(built(sql, [])).text;
  const records: Section = {
    section: dialect.text("records").text,
    rule: "-1",
    cells: [text("COUNT(*)")],
    rest: `FROM ${identifier(parts.records.name)} AS t`,
  };
  const rows = [records, ...alone.flatMap((answer) => rowsOfOne(answer, further, emission))];
  const others = charging.filter((answer) => !alone.includes(answer));
  const stop = taking.known.get("stop")?.value ?? number(0);
  if (others.length > 0) {
    const left = alone.map(({ position }) => compared(stop, "<>", number(position)));
    return [...rows, ...rankedRows(others, and(...left), taking, further, emission)];
  }
  const none: Section = {
    section: dialect.text("none").text,
    rule: "-1",
    cells: [text("COUNT(*)")],
    rest: `FROM ${identifier(taking.name)} AS t WHERE ${compared(stop, "=", number(0)).text}`,
  };
  return [...rows, none];
}

/** What becomes of the records of a rule that is the only one to say anything of them. */
function rowsOfOne({ judged, ordinal }: Answer, further: Stage[], emission: Emission): readonly Section[] {
  const { dialect } = emission;
  const { identifier } = dialect;
  const text = (sql: string): string => dialect.textOf(built(sql, [])).text;
  const from = `FROM ${identifier(judged.place.stage.name)} AS t`;
  const { standing, reason, undecided } = judged;
  const row = (section: string, cells: readonly string[], rest: string): Section => ({
    section: dialect.text(section).text,
    rule: String(ordinal),
    cells,
    rest,
  });
  further.push(undecided.stage);
  const notCharged = `${from} WHERE ${compared(standing, "=", number(NOT_CHARGED)).text} GROUP BY ${reason.text}`;
  const cells = [placeOfRecord(emission).text, identifier("id"), undecided.lacks.text].map(text);
  return [
    row("counts", [text("COUNT(*)")], `${from} WHERE ${compared(standing, "=", number(COUNTS)).text}`),
    ...(isConstant(reason, NULL)
      ? []
      : [row("notCharged", [text(reason.text), text("COUNT(*)")], withoutConstantGroup(notCharged))]),
    row("undecided", cells, `FROM ${identifier(undecided.stage.name)} AS t`),
  ];
}

/** Grouping by a number would be grouping by a column of that place. */
function withoutConstantGroup(rest: string): string {
  return rest.replace(/ GROUP BY \(?-?\d+\)?$/, " HAVING COUNT(*) > 0");
}

/** Several rules may say something of one record: what was met first, by class, decides. `left`: records that are theirs. */
function rankedRows(
  charging: readonly Answer[],
  left: Sql,
  taking: Stage,
  further: Stage[],
  emission: Emission,
): readonly Section[] {
  const { dialect } = emission;
  const { identifier } = dialect;
  const [record, id] = [identifier(emission.identity), identifier("id")];
  const verdicts = charging.flatMap((answer) => verdictsOf(answer, further, emission));
  if (verdicts.length === 0)
    verdicts.push(
      `SELECT ${record} AS n, ${id} AS i, CAST(0 AS BIGINT) AS o, CAST(0 AS BIGINT) AS d, 1 AS s, CAST(0 AS BIGINT) AS w, CAST(0 AS BIGINT) AS l FROM ${identifier(taking.name)} AS t WHERE FALSE`,
    );
  const verdictStage = newStage(
    emission.names.fresh("utslag"),
    () => ({ kind: "union", parts: verdicts }),
    "What each rule says of each record or day",
    null,
  );
  const all = `${identifier(verdictStage.name)} AS v`;
  const ofRecord = `SELECT n, MIN(i) AS i, MIN(CASE WHEN s >= ${UNDECIDED} THEN o END) AS u, MAX(CASE WHEN s = ${COUNTS} THEN 1 ELSE 0 END) AS c, MIN(CASE WHEN s = ${NOT_CHARGED} THEN (o * 8388608 + d + 1000000) * 4096 + w END) AS w FROM ${all} GROUP BY n`;
  const recordStage = newStage(
    emission.names.fresh("per vårdtillfälle"),
    () => writtenBody(ofRecord),
    "What comes first of each record",
    null,
  );
  further.push(verdictStage, recordStage);
  const perRecord = identifier(recordStage.name);
  const text = (sql: string): string => dialect.textOf(built(sql, [])).text;
  const row = (section: string, rule: string, cells: readonly string[], rest: string): Section => ({
    section: dialect.text(section).text,
    rule,
    cells,
    rest,
  });
  const without = charging.flatMap(({ withoutDays, ordinal }) => {
    if (withoutDays === null || isConstant(withoutDays, FALSE)) return [];
    return [{ when: column(taking, withoutDays, "inga dygn", emission), then: number(ordinal) }];
  });
  const isTheirs = isConstant(left, TRUE) ? "" : `${left.text} AND `;
  const noDays = column(taking, firstOf(without, number(-1)), "utan dygn", emission);
  return [
    row("counts", "-1", [text("COUNT(*)")], `FROM ${perRecord} AS p WHERE u IS NULL AND c = 1`),
    row(
      "notCharged",
      "-2",
      [text("w"), text("COUNT(*)")],
      `FROM (SELECT CAST(FLOOR(w / 34359738368) AS BIGINT) * 4096 + w % 4096 AS w FROM ${perRecord} AS p WHERE u IS NULL AND c = 0 AND w IS NOT NULL) AS q GROUP BY w`,
    ),
    row(
      "undecided",
      "-2",
      [text(emission.ordersById ? "i" : "n"), text("i"), text("l"), text("o")],
      `FROM (SELECT v.n, MIN(v.i) AS i, v.o, bit_or(v.l) AS l FROM ${all} JOIN ${perRecord} AS p ON p.n = v.n AND p.u = v.o WHERE v.s >= ${UNDECIDED} GROUP BY v.n, v.o) AS q`,
    ),
    row(
      "none",
      "-2",
      [text(noDays.text), text("COUNT(*)")],
      withoutConstantGroup(
        `FROM ${identifier(taking.name)} AS t WHERE ${isTheirs}NOT EXISTS (SELECT 1 FROM ${perRecord} AS p WHERE p.n = t.${record}) GROUP BY ${noDays.text}`,
      ),
    ),
  ];
}

/** What a rule says of each record, or of each of its days, as rows of one form. */
function verdictsOf(answer: Answer, further: Stage[], emission: Emission): readonly string[] {
  const { judged, ordinal, unknownSpan, base } = answer;
  if (answer.isVacant) return [];
  const { identifier } = emission.dialect;
  const day = judged.place.theDay?.text ?? "0";
  const row = (d: string, standing: string, reason: string, lacks: string): string =>
    [
      `SELECT ${identifier(emission.identity)} AS n`,
      `${identifier("id")} AS i`,
      `CAST(${ordinal} AS BIGINT) AS o`,
      `CAST(${d} AS BIGINT) AS d`,
      `${standing} AS s`,
      `CAST(${reason} AS BIGINT) AS w`,
      `CAST(${lacks} AS BIGINT) AS l`,
    ].join(", ");
  const { standing, reason, undecided } = judged;
  const decided = compared(standing, "<", number(UNDECIDED)).text;
  further.push(undecided.stage);
  const ofRows = [
    `${row(day, standing.text, `COALESCE(${reason.text}, 0)`, "0")} FROM ${identifier(judged.place.stage.name)} AS t WHERE ${decided}`,
    `${row(day, standing.text, "0", undecided.lacks.text)} FROM ${identifier(undecided.stage.name)} AS t`,
  ];
  if (unknownSpan === null) return ofRows;
  const when = column(base, unknownSpan.when, "okända dagar", emission);
  const stage = newStage(
    emission.names.fresh(`${judged.rule.name} okända dagar`),
    () => rowsOf(base.name, "t", ` WHERE ${when.text}`, emission),
    `What ${judged.rule.id} lacks where its days are unknown`,
    base,
  );
  const facts = byFact(unknownSpan.causes(stage));
  for (const fact of facts.keys()) bitOf(fact, undecided.facts);
  const lacks = bitsOf(undecided.facts, (fact) => facts.get(fact) ?? FALSE);
  further.push(stage);
  const held = column(stage, lacks, "okända dagar brister", emission);
  return [...ofRows, `${row("0", "4", "0", held.text)} FROM ${identifier(stage.name)} AS t`];
}

/** Facts of a span stand after those of the rows. */
function bitOf(fact: string, facts: readonly string[]): number {
  const at = facts.indexOf(fact);
  if (at >= 0) return at;
  (facts as string[]).push(fact);
  return facts.length - 1;
}

function needRow({ answer, stage, order, need, on }: NeedsOfRule, emission: Emission): Section {
  const { dialect } = emission;
  const { identifier } = dialect;
  const isSpan = stage !== answer.judged.place.stage;
  const text = (sql: string): string => dialect.textOf(built(sql, [])).text;
  const [record, id] = [placeOfRecord(emission).text, identifier("id")];
  const first = `SELECT ${record} AS n, ${id} AS i, ${need.text} AS w, ${on.text} AS d FROM ${identifier(stage.name)} AS t WHERE ${isPresent(need).text} ORDER BY ${order} LIMIT 1`;
  return {
    section: dialect.text(isSpan ? "spanNeed" : "need").text,
    rule: String(answer.ordinal),
    cells: [text("n"), text("i"), text("w"), text("d")],
    rest: `FROM (${first}) AS q`,
  };
}
