// What no scenario reaches, in words, for people who write scenarios.

import { dateText } from "@avtal/runtime/calendar";
import { expressionWords } from "@avtal/compiler/ir/expression-words";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Words } from "@avtal/compiler/problem";
import type { Line } from "../lines/line.ts";
import type { Point } from "./coverage.ts";

/** `program`: one that has the point's document. */
export function pointWords(point: Point, program: Program): Words {
  switch (point.kind) {
    case "row": {
      const row = point.line === null ? "" : rowName(point.line);
      return {
        sv: `${row}: raden läses inte av något scenario`,
        en: `${row}: the row is read by no scenario`,
      };
    }
    case "branch": {
      const [sv, en] = [
        expressionWords(point.condition, program, "sv"),
        expressionWords(point.condition, program, "en"),
      ];
      return point.holds === "yes"
        ? { sv: `inget scenario där detta gäller: ${sv}`, en: `no scenario where this holds: ${en}` }
        : { sv: `inget scenario där detta inte gäller: ${sv}`, en: `no scenario where this does not hold: ${en}` };
    }
    case "boundary": {
      const { sv, en } = sideWords[point.side];
      return {
        sv: `inget fall ${sv}: ${expressionWords(point.comparison, program, "sv")}`,
        en: `no case ${en}: ${expressionWords(point.comparison, program, "en")}`,
      };
    }
    case "exception":
      return {
        sv: `regeln ${point.rule} tar inget vårdtillfälle i något scenario`,
        en: `the rule ${point.rule} takes no episode in any scenario`,
      };
    case "reading":
      return {
        sv: `tolkningen ${point.reading} av ${point.question} prövas inte av något scenario`,
        en: `the reading ${point.reading} of ${point.question} is tested by no scenario`,
      };
  }
}

/** `regeln genomsnitt`, `värdet tidsgräns`: whose line it is. */
export function ownerWords({ owner: { sort, name } }: Line): Words {
  const sorts: Readonly<Record<typeof sort, Words>> = {
    document: { sv: "giltigheten för", en: "the validity of" },
    value: { sv: "värdet", en: "the value" },
    measured: { sv: "mätvärdet", en: "the measured value" },
    term: { sv: "begreppet", en: "the term" },
    condition: { sv: "villkoret", en: "the condition" },
    rule: { sv: "regeln", en: "the rule" },
    statistic: { sv: "statistiken", en: "the statistic" },
  };
  return { sv: `${sorts[sort].sv} ${name}`, en: `${sorts[sort].en} ${name}` };
}

const sideWords: Readonly<Record<(Point & { kind: "boundary" })["side"], Words>> = {
  below: { sv: "precis under gränsen", en: "just below the limit" },
  at: { sv: "precis på gränsen", en: "at the limit" },
  above: { sv: "precis över gränsen", en: "just above the limit" },
  equal: { sv: "där det är lika", en: "where it is equal" },
  other: { sv: "där det är olika", en: "where it is not equal" },
};

function rowName({ role, owner }: Line): string {
  if (role.kind !== "cell") return owner.name;
  const keys = role.keys.filter((key) => key !== null);
  const from = role.from === null ? "" : ` ${dateText(role.from)}`;
  return `${owner.name}${from}${keys.length === 0 ? "" : ` ${keys.join(" ")}`}`;
}
