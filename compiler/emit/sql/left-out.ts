// How many records a group has, and how many were taken and left out of it.
// Rule: of a record with days, one that counts outweighs the rest.

import { filtered } from "./dialect.ts";
import { COUNTS, NOT_CHARGED, UNDECIDED } from "./judged.ts";
import { compared, number, type Sql } from "./sql.ts";
import { columnNamed, lookUp, newStage, writtenBody } from "./stage.ts";
import { aggregate, type Grouping } from "./grouping.ts";
import type { Grouped } from "./groups.ts";

export function recordsIn(grouping: Grouping): Sql {
  const { answer, rows, counts } = grouping;
  if (answer.grain === "episode") return aggregate(grouping, "vårdtillfällen", `COUNT(*)${filtered(counts)}`, false);
  if (grouping.hasOneRecord) return number(1);
  const { text } = rows.record;
  return aggregate(grouping, "vårdtillfällen", `COUNT(DISTINCT CASE WHEN ${counts.text} THEN ${text} END)`, false);
}

/** Records that were taken and of which nothing counts in the group. */
export function leftOutOf(grouping: Grouping): Grouped["leftOut"] {
  const { answer, rows, emission, stage, by } = grouping;
  const is = (standing: number): Sql => compared(rows.standing, "=", number(standing));
  if (answer.grain === "episode") {
    return {
      notCharged: aggregate(grouping, "ej debiterade", `COUNT(*)${filtered(is(NOT_CHARGED))}`, false),
      undecided: aggregate(grouping, "oavgjorda", `COUNT(*)${filtered(is(UNDECIDED))}`, false),
    };
  }
  const { identifier } = emission.dialect;
  const { text: record } = rows.record;
  const name = emission.names.fresh(`${rows.rule.name} utanför`);
  const joinKeys = by.map((key) => emission.names.fresh(`${key.replaceAll(/["`]/g, "")} utanför`));
  const columnsOf = [...by.map((key, index) => `${key} AS ${identifier(joinKeys[index] ?? "")}`), record];
  const perRecord = [
    `SELECT ${[...columnsOf, ...[COUNTS, NOT_CHARGED, UNDECIDED].map((standing) => `MAX(CASE WHEN ${is(standing).text} THEN 1 ELSE 0 END) AS s${standing}`)].join(", ")}`,
    `FROM ${identifier(rows.place.stage.name)} AS t`,
    `GROUP BY ${[...by, record].join(", ")}`,
  ].join(" ");
  const [notCharged, undecided] = [emission.names.fresh("ej debiterade"), emission.names.fresh("oavgjorda")];
  const keyNames = joinKeys.map((key) => identifier(key));
  const left = newStage(
    name,
    () =>
      writtenBody(
        [
          `SELECT ${[...keyNames, `COUNT(CASE WHEN s2 = 1 AND s1 = 0 AND s3 = 0 THEN 1 END) AS ${identifier(notCharged)}`, `COUNT(CASE WHEN s3 = 1 AND s1 = 0 THEN 1 END) AS ${identifier(undecided)}`].join(", ")}`,
          `FROM (${perRecord}) AS p`,
          ...(keyNames.length === 0 ? [] : [`GROUP BY ${keyNames.join(", ")}`]),
        ].join("\n"),
      ),
    "",
    null,
  );
  grouping.stages.unshift(left);
  const on = by.length === 0 ? "TRUE" : by.map((key, index) => `${key} = ${keyNames[index] ?? ""}`).join(" AND ");
  const [a, b] = [emission.names.fresh("ej debiterade"), emission.names.fresh("oavgjorda")];
  const alias = emission.names.fresh("u");
  lookUp(stage, 0, `JOIN ${identifier(name)} AS ${identifier(alias)} ON ${on}`, alias);
  stage.levels[0]?.columns.push(
    { name: a, text: `${identifier(alias)}.${identifier(notCharged)}` },
    { name: b, text: `${identifier(alias)}.${identifier(undecided)}` },
  );
  return { notCharged: columnNamed(a, 1, false, emission), undecided: columnNamed(b, 1, false, emission) };
}
