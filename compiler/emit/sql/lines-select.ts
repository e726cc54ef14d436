// The invoice lines as a plain result of the statement: what a view in a warehouse shows.
// Rule: a line has the id that every other target gives it; quantities and prices are whole numbers over whole numbers.

import type { Rule } from "../../ir/ir.ts";
import { ruleInIds } from "../../ir/rule-in-ids.ts";
import { unitWord } from "../../ir/unit-word.ts";
import type { Emission } from "./emission.ts";
import type { Grouped } from "./groups.ts";
import {
  and,
  built,
  compared,
  counted,
  firstOf,
  FALSE,
  isConstant,
  isPresent,
  NULL,
  number,
  surely,
  TRUE,
  type Sql,
} from "./sql.ts";
import { column } from "./stage.ts";
import type { SqlValue } from "./value.ts";

const names = [
  "id",
  "document",
  "rule",
  "clause",
  "payer",
  "period",
  "part_from",
  "part_through",
  "records",
  "quantity_over",
  "quantity_under",
  "unit",
  "unit_price_over",
  "unit_price_under",
  "amount_ore",
  "steps",
];

export function linesSelect(groups: readonly Grouped[], emission: Emission): readonly string[] {
  const charging = groups.filter(({ answer }) => answer.rule.purpose.kind === "charge");
  const { identifier } = emission.dialect;
  const parts = charging.map((group, index) => {
    const cells = lineCells(group, emission).map(({ text }, at) =>
      index === 0 ? `${text} AS ${identifier(names[at] ?? "")}` : text,
    );
    const { stage, amount, when, mayCharge, payer } = group;
    const hasPayer = payer === null ? TRUE : isPresent(payer.value);
    const isLine = and(surely(when), surely(mayCharge), isPresent(amount.value), hasPayer);
    return `SELECT\n  ${cells.join(",\n  ")}\nFROM ${identifier(stage.name)} AS t\nWHERE ${isLine.text}`;
  });
  if (parts.length > 0) return parts;
  const none = names.map((name) => `${emission.dialect.textOf(NULL).text} AS ${identifier(name)}`);
  return [`SELECT\n  ${none.join(",\n  ")}\nFROM (SELECT 1 AS one) AS t\nWHERE FALSE`];
}

function lineCells(group: Grouped, emission: Emission): readonly Sql[] {
  const { dialect, program } = emission;
  const { text, textOf, wide } = dialect;
  const { rule, judged } = group.answer;
  const keys = judged.keys.map(({ key }, index) => ({ key, value: group.keys[index]?.value ?? NULL }));
  const period = finest(keys);
  const payerKey = keys.find(({ key }) => key.role === "payer");
  const payer = group.payer?.value ?? payerKey?.value ?? text("");
  const shownAsPayer = rule.payer.length === 0 ? payerKey?.key.name : keyNamed(rule);
  const periodText = period === undefined ? text("") : textOfKey(period.key.kind.kind, period.value, emission);
  const part = partOf(group, period?.value, period?.key.kind.kind, emission);
  const others = keys.filter(({ key }) => key !== period?.key && key.role !== "episode" && key.name !== shownAsPayer);
  const episode = keys.find(({ key }) => key.role === "episode");
  const tail = [
    ...others.map(({ key, value }) => textOfKey(key.kind.kind, value, emission)),
    ...(part === null ? [] : [part.name]),
    ...(episode === undefined ? [] : [textOf(episode.value)]),
  ];
  const id = joined(
    [payer, ...(period === undefined ? [] : [periodText]), text(ruleInIds(rule, emission.run)), ...tail],
    emission,
  );
  const [quantity] = group.quantity;
  const exact = (value: SqlValue | undefined): readonly Sql[] =>
    value === undefined
      ? [wide(NULL), wide(NULL)]
      : [wide(value.value), wide(firstOf([{ when: isPresent(value.value), then: value.under }], NULL))];
  const clause = rule.clause === null ? "" : (program.clauses[rule.clause]?.place ?? "");
  return [
    id,
    text(rule.document),
    text(rule.name),
    text(clause),
    textOf(payer),
    periodText,
    part === null ? textOf(NULL) : part.from,
    part === null ? textOf(NULL) : part.through,
    wide(group.records),
    ...exact(quantity?.quantity),
    quantity === undefined ? textOf(NULL) : text(unitWord(quantity.unit)),
    ...exact(quantity?.price),
    wide(inOre(group.amount, emission)),
    stepsText(group, emission),
  ];
}

/** An amount is whole öre: the checker saw to it that it is rounded. */
function inOre({ value, under }: SqlValue, { dialect }: Emission): Sql {
  if (isConstant(under, number(1))) return value;
  const sign = firstOf([{ when: compared(value, "<", number(0)), then: number(-1) }], number(1));
  const size = dialect.quotient(dialect.wide(built(`ABS(${value.text})`, [value])), dialect.wide(under));
  return counted(size, "*", sign);
}

/** `medeldagar = 13/10; belopp = 7800/1` */
function stepsText(group: Grouped, emission: Emission): Sql {
  const { text, textOf } = emission.dialect;
  const parts = group.steps.map(({ step, stands, value }) => {
    const shown =
      step.kind.kind === "quantity"
        ? called([textOf(value.value), text("/"), textOf(value.under)])
        : textOf(value.value);
    const said = called([text(`${step.name} = `), shown, text("; ")]);
    const isThere = and(stands, isPresent(value.value));
    return isConstant(isThere, FALSE) ? text("") : firstOf([{ when: isThere, then: said }], text(""));
  });
  return parts.length === 0 ? text("") : called([text(""), ...parts]);
}

function called(parts: readonly Sql[]): Sql {
  return built(`CONCAT(${parts.map(({ text }) => text).join(", ")})`, parts, false);
}

function joined(parts: readonly Sql[], { dialect }: Emission): Sql {
  const dash = dialect.text("-");
  // A part that is not there leaves no dash behind either.
  return called(
    parts.flatMap((part, index) => {
      const text = dialect.textOf(part);
      if (index === 0) return [text];
      return part.nullable
        ? [firstOf([{ when: isPresent(part), then: called([dash, text]) }], dialect.text(""))]
        : [dash, text];
    }),
  );
}

function keyNamed({ payer }: Rule): string | undefined {
  const [first] = payer;
  return first?.it.kind === "key" ? first.it.name : undefined;
}

type KeyValue = { readonly key: Grouped["answer"]["judged"]["keys"][number]["key"]; readonly value: Sql };

function finest(keys: readonly KeyValue[]): KeyValue | undefined {
  const order = ["date", "month", "quarter", "year"];
  const periods = keys.filter(({ key }) => key.role === "period");
  return [...periods].sort((a, b) => order.indexOf(a.key.kind.kind) - order.indexOf(b.key.kind.kind))[0];
}

function textOfKey(kind: string, value: Sql, { dialect }: Emission): Sql {
  const { text, textOf, longQuotient, dateText } = dialect;
  const padded = (part: Sql, width: number): Sql => built(`LPAD(${textOf(part).text}, ${width}, '0')`, [part]);
  const rest = (by: number): Sql => counted(built(`(${value.text} % ${by})`, [value]), "+", number(1));
  switch (kind) {
    case "month":
      return called([padded(longQuotient(value, number(12)), 4), text("-"), padded(rest(12), 2)]);
    case "quarter":
      return called([padded(longQuotient(value, number(4)), 4), text("-Q"), textOf(rest(4))]);
    case "year":
      return padded(value, 4);
    case "date":
      return dateText(value);
    case "condition":
      return firstOf([{ when: value, then: text("ja") }], text("nej"));
    default:
      return textOf(value);
  }
}

interface Part {
  readonly from: Sql;
  readonly through: Sql;
  readonly name: Sql;
}

/** The first and last day of a group that a change of row splits; NULL where it has its period to itself. */
function partOf(group: Grouped, period: Sql | undefined, kind: string | undefined, emission: Emission): Part | null {
  const { cuts } = group.answer.judged;
  const { dialect } = emission;
  if (cuts.length === 0) return null;
  const months = kind === "month" ? 1 : kind === "quarter" ? 3 : kind === "year" ? 12 : 0;
  if (period === undefined || months === 0) return partBesideAnother(group, emission);
  const month = counted(period, "*", number(months));
  const first = dialect.firstDayOfMonth(month);
  const last = counted(dialect.firstDayOfMonth(counted(month, "+", number(months))), "-", number(1));
  const at = (bound: (index: number) => Sql): Sql =>
    firstOf(
      cuts.map((_, index) => ({ when: compared(group.part, "=", number(index)), then: bound(index) })),
      bound(cuts.length),
    );
  const before = at((index) => number(cuts[index - 1] ?? -2147483647));
  const after = at((index) => number((cuts[index] ?? 2147483647) - 1));
  const from = built(`GREATEST(${first.text}, ${before.text})`, [first, before]);
  const through = built(`LEAST(${last.text}, ${after.text})`, [last, after]);
  const isWhole = and(compared(from, "=", first), compared(through, "=", last));
  const runsBack = compared(from, ">", through);
  const [a, b] = [
    firstOf([{ when: runsBack, then: group.leastOwn }], from),
    firstOf([{ when: runsBack, then: group.greatestOwn }], through),
  ];
  const shown = (day: Sql): Sql => firstOf([{ when: isWhole, then: NULL }], dialect.dateText(day));
  return {
    from: shown(a),
    through: shown(b),
    name: firstOf([{ when: compared(a, "=", first), then: shown(b) }], shown(a)),
  };
}

/** Asked of all groups, in a column of theirs: beside a line may stand a part that comes to none. */
function partBesideAnother({ stage, keys, part, leastOwn, greatestOwn }: Grouped, emission: Emission): Part {
  const by = keys.map(({ value }) => value.text).join(", ");
  const over = by === "" ? "OVER ()" : `OVER (PARTITION BY ${by})`;
  const parts = column(stage, built(`COUNT(*) ${over}`, [], false), "delar", emission);
  const earliest = column(stage, built(`MIN(${part.text}) ${over}`, [], false), "första del", emission);
  const shown = (day: Sql): Sql =>
    firstOf([{ when: compared(parts, "<", number(2)), then: NULL }], emission.dialect.dateText(day));
  const [from, through] = [shown(leastOwn), shown(greatestOwn)];
  return { from, through, name: firstOf([{ when: compared(part, "=", earliest), then: through }], from) };
}
