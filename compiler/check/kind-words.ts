// How a kind is called when people read about it, in both languages.
// Rule: the words are those that an author writes after `i`, or everyday ones; never a name from the compiler.

import type { Words } from "../problem.ts";
import type { Dimension, Kind, QuantityWord } from "./kind.ts";

/** As in "här står dagar" / "this gives days". */
export function kindWords(kind: Kind): Words {
  switch (kind.kind) {
    case "quantity":
      return kind.shownAs === "other" ? dimensionWords(kind.dimension) : quantityWords[kind.shownAs];
    case "choice":
      return { sv: `ett val av \`${kind.field}\``, en: `a choice of \`${kind.field}\`` };
    case "payer":
      return { sv: "en betalare", en: "a payer" };
    case "unknown":
      return { sv: "något okänt", en: "something unknown" };
    default:
      return plainWords[kind.kind];
  }
}

const quantityWords: Readonly<Record<Exclude<QuantityWord, "other">, Words>> = {
  days: { sv: "dagar", en: "days" },
  weekdays: { sv: "vardagar", en: "weekdays" },
  careDays: { sv: "dygn", en: "care days" },
  hours: { sv: "timmar", en: "hours" },
  count: { sv: "ett antal", en: "a count" },
  number: { sv: "ett tal utan enhet", en: "a number without a unit" },
  share: { sv: "en andel", en: "a share" },
  money: { sv: "kronor", en: "kronor" },
  moneyPerDay: { sv: "kronor per dygn", en: "kronor per day" },
};

const plainWords: Readonly<
  Record<"date" | "moment" | "clock" | "month" | "quarter" | "year" | "condition" | "text", Words>
> = {
  date: { sv: "ett datum", en: "a date" },
  moment: { sv: "en tidpunkt", en: "a moment" },
  clock: { sv: "ett klockslag", en: "a clock time" },
  month: { sv: "en månad", en: "a month" },
  quarter: { sv: "ett kvartal", en: "a quarter" },
  year: { sv: "ett år", en: "a year" },
  condition: { sv: "ett ja eller nej", en: "a yes or no" },
  text: { sv: "en text", en: "a text" },
};

/** `kronor × dagar`, `kronor per vardag`: for the units that an author never writes but a product can give. */
function dimensionWords(dimension: Dimension): Words {
  const parts = [
    { power: dimension.money, many: { sv: "kronor", en: "kronor" }, one: { sv: "krona", en: "krona" } },
    { power: dimension.day, many: { sv: "dagar", en: "days" }, one: { sv: "dag", en: "day" } },
    { power: dimension.weekday, many: { sv: "vardagar", en: "weekdays" }, one: { sv: "vardag", en: "weekday" } },
    { power: dimension.hour, many: { sv: "timmar", en: "hours" }, one: { sv: "timme", en: "hour" } },
  ];
  const over = parts.flatMap((part) => repeated(part.many, part.power));
  const under = parts.flatMap((part) => repeated(part.one, -part.power));
  const say = (language: keyof Words, per: string): string => {
    const top =
      over.length === 0 ? { sv: "ett tal", en: "a number" }[language] : over.map((w) => w[language]).join(" × ");
    return under.length === 0 ? top : `${top} ${per} ${under.map((w) => w[language]).join(" × ")}`;
  };
  return { sv: say("sv", "per"), en: say("en", "per") };
}

function repeated(words: Words, times: number): Words[] {
  return Array.from({ length: Math.max(0, times) }, () => words);
}
