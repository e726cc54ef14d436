// One sentence for a change: `tidsgräns från och med 2021-11-01: 1,7 dagar → 1,3 dagar`.

import type { Words } from "@avtal/compiler/problem";
import type { Change, LineBesideLine, ThingSort } from "./change.ts";
import type { Thing } from "./thing.ts";

export interface ToSay {
  readonly thing: Thing;
  readonly kind: Change["kind"];
  readonly lines: readonly LineBesideLine[];
  /** Whether a side is taken as of a day, so that the same text may apply on other days. */
  readonly isDated: boolean;
}

export function changeSentence({ thing, kind, lines, isDated }: ToSay): Words {
  const [line, ...others] = lines;
  const named = nameOf(thing);
  if (kind !== "changed") {
    const only = others.length === 0 ? (line?.b ?? line?.a ?? undefined) : undefined;
    const said = only === undefined || thing.sort !== "value" ? named : both(`${thing.name} ${only}`);
    return kind === "added"
      ? { sv: `${said.sv} tillkommer`, en: `${said.en} is added` }
      : { sv: `${said.sv} upphör`, en: `${said.en} ends` };
  }
  if (line === undefined && thing.sort === "rule" && isDated) {
    return { sv: `${named.sv} gäller inte på samma dagar`, en: `${named.en} does not apply on the same days` };
  }
  if (line === undefined) return { sv: `${named.sv} ändras`, en: `${named.en} is changed` };
  if (others.length > 0) {
    return { sv: `${named.sv} ändras på ${lines.length} rader`, en: `${named.en} is changed on ${lines.length} lines` };
  }
  const said = lineSentence(line);
  const name = thing.sort === "value" ? both(thing.name) : named;
  return { sv: `${name.sv}${said.sv}`, en: `${name.en}${said.en}` };
}

/** Where both lines begin alike up to their colon, what they begin with is said once. */
function lineSentence({ a, b }: LineBesideLine): Words {
  if (a === null) return { sv: `: tillkommer ${b ?? ""}`, en: `: adds ${b ?? ""}` };
  if (b === null) return { sv: `: upphör ${a}`, en: `: ends ${a}` };
  const [startA, startB] = [startOf(a), startOf(b)];
  if (startA !== "" && startA === startB)
    return both(` ${startA} ${a.slice(startA.length + 1)} → ${b.slice(startB.length + 1)}`);
  return both(`: ${a.slice(startA.length).trim()} → ${b.slice(startB.length).trim()}`);
}

/** `från och med 2021-11-01:` */
function startOf(line: string): string {
  return /^[^:]*\d{4}-\d{2}-\d{2}:(?= )/u.exec(line)?.[0] ?? "";
}

function nameOf({ sort, name, charges }: Thing): Words {
  const isStatistic = sort === "rule" && !charges;
  const words = isStatistic ? { sv: "statistiken", en: "the statistic" } : sortWords[sort];
  return { sv: `${words.sv} ${name}`, en: `${words.en} ${name}` };
}

const sortWords: Readonly<Record<ThingSort, Words>> = {
  document: { sv: "dokumentet", en: "the document" },
  vocabulary: { sv: "uppgiften", en: "the fact" },
  event: { sv: "händelsen", en: "the event" },
  question: { sv: "tolkningsfrågan", en: "the question" },
  value: { sv: "värdet", en: "the value" },
  measured: { sv: "mätvärdet", en: "the measured value" },
  term: { sv: "begreppet", en: "the term" },
  rule: { sv: "regeln", en: "the rule" },
};

function both(text: string): Words {
  return { sv: text, en: text };
}
