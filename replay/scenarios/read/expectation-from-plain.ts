// What is expected, as a scenario file says it: for each wording a short text, or entries.
// Rule: an expectation that says nothing is a problem, because it could never fail.

import { nearest } from "@avtal/compiler/nearest";
import type { Words } from "@avtal/compiler/problem";
import { keyMissing } from "../problems/key-missing.ts";
import { noExpectation } from "../problems/no-expectation.ts";
import { otherShape } from "../problems/other-shape.ts";
import {
  expectationKeys,
  isWord,
  lineKeys,
  noCharge,
  noneOfThem,
  notChargedKeys,
  nothing,
  refusedKeys,
  selectorKeys,
  undecidedKeys,
  type Keys,
} from "./keys.ts";
import type { Plain, PlainEntry, PlainMap, PlainText } from "./plain.ts";
import {
  amountFrom,
  countFrom,
  entriesOf,
  listFrom,
  mapFrom,
  onlyEntriesOf,
  textFrom,
  textsFrom,
  type Reader,
} from "./shape.ts";
import type {
  WrittenExpectation,
  WrittenExpected,
  WrittenFact,
  WrittenLine,
  WrittenSelectors,
  WrittenSome,
  WrittenSort,
  WrittenSteps,
} from "./written.ts";

const amountExample = "belopp: 11 160,00 kr";
const wordingExample = "alla lydelser: ingen debitering";

/** One entry for each key of `förväntat`. */
export function expectedFrom({ key, value }: PlainEntry, reader: Reader): WrittenExpected[] {
  if (value.kind === "empty" || (value.kind === "map" && value.entries.length === 0)) {
    reader.problems.push(noExpectation(key.span));
    return [];
  }
  const map = mapFrom(value, wordingExample, reader);
  if (map === undefined) return [];
  return entriesOf(map, {}, reader).others.flatMap((entry) => {
    const expectation = expectationFrom(entry, reader);
    return expectation === undefined ? [] : [{ wordings: entry.key, expectation }];
  });
}

function expectationFrom({ key, value }: PlainEntry, reader: Reader): WrittenExpectation | undefined {
  if (value.kind === "text") return shortExpectation(value, reader);
  if (value.kind !== "map" || value.entries.length === 0) {
    const wanted: Words = {
      sv: "`ingen debitering`, ett belopp, eller nycklar som `rader` och `steg`",
      en: "`no charge`, an amount, or keys such as `lines` and `steps`",
    };
    const isNothing = value.kind === "empty" || value.kind === "map";
    reader.problems.push(isNothing ? noExpectation(key.span) : otherShape(value, wanted, "2021-11-01: 11 160,00 kr"));
    return undefined;
  }
  const before = reader.problems.length;
  const found = onlyEntriesOf(value, expectationKeys, reader);
  const stopped = found.get("stopped");
  const expectation: WrittenExpectation = {
    span: key.span,
    lines: linesFrom(found.get("lines"), reader),
    steps: stepsFrom(found.get("steps"), reader),
    undecided: someFrom(found.get("undecided"), undecidedKeys, "oavgjort: fast-vårdkontakt-utsedd", reader),
    notCharged: someFrom(found.get("notCharged"), notChargedKeys, "inte debiterat: 12.2 punkt 2", reader),
    refused: someFrom(found.get("refused"), refusedKeys, "avvisat: AV9116", reader),
    stopped: stopped === undefined ? undefined : textFrom(stopped.value, "stoppat: länsgenomsnitt", reader),
    triggers: triggersFrom(found.get("triggers"), reader),
  };
  return reader.problems.length > before ? undefined : expectation;
}

const unsaid = {
  steps: [],
  undecided: undefined,
  notCharged: undefined,
  refused: undefined,
  stopped: undefined,
  triggers: undefined,
};

function shortExpectation(text: PlainText, reader: Reader): WrittenExpectation | undefined {
  if (isWord(text.text, noCharge)) return { span: text.span, lines: [], ...unsaid };
  const amount = amountFrom(text, "11 160,00 kr", reader);
  if (amount === undefined) return undefined;
  if (/\d/.test(amount.text)) return { span: text.span, lines: [{ ...anyLine, amount, span: text.span }], ...unsaid };
  const wanted: Words = { sv: "`ingen debitering` eller ett belopp", en: "`no charge` or an amount" };
  reader.problems.push(otherShape(text, wanted, wordingExample, nearest(text.text, noCharge)));
  return undefined;
}

const anything: WrittenSelectors = {
  payer: undefined,
  period: undefined,
  rule: undefined,
  episode: undefined,
  part: undefined,
};

const anyLine = {
  ...anything,
  count: 1,
  quantity: undefined,
  price: undefined,
  payee: undefined,
  invoicer: undefined,
  steps: [],
};

function linesFrom(entry: PlainEntry | undefined, reader: Reader): WrittenLine[] | undefined {
  if (entry === undefined) return undefined;
  if (entry.value.kind === "text" && isWord(entry.value.text, noneOfThem)) return [];
  const form = { key: entry.key.text, example: "- betalare: Huddinge", instead: "rader: inga" };
  return listFrom(entry.value, form, reader).flatMap((item) => {
    const map = mapFrom(item, form.example, reader);
    return map === undefined ? [] : (lineFrom(map, reader) ?? []);
  });
}

function lineFrom(map: PlainMap, reader: Reader): WrittenLine | undefined {
  const before = reader.problems.length;
  const found = onlyEntriesOf(map, lineKeys, reader);
  const isSound = reader.problems.length === before;
  if (isSound && !found.has("payer")) reader.problems.push(keyMissing(map.span, "betalare", "betalare: Huddinge"));
  if (isSound && !found.has("amount")) reader.problems.push(keyMissing(map.span, "belopp", amountExample));
  const amount = amountAt(found.get("amount"), amountExample, reader);
  const steps = found.get("steps");
  const line = {
    ...selectorsFrom(found, reader),
    count: countFrom(found.get("count")?.value, reader),
    quantity: amountAt(found.get("quantity"), "mängd: 1,2 dagar", reader),
    price: amountAt(found.get("price"), "pris: 9 300 kr/dygn", reader),
    payee: textAt(found.get("payee"), "mottagare: Region Stockholm", reader),
    invoicer: textAt(found.get("invoicer"), "faktureras av: Sjukhuset", reader),
    steps: steps === undefined ? [] : stepFactsFrom(steps, reader),
    span: map.span,
  };
  return amount === undefined ? undefined : { ...line, amount };
}

function stepsFrom(entry: PlainEntry | undefined, reader: Reader): WrittenSteps[] {
  if (entry === undefined) return [];
  if (entry.value.kind === "map") return stepsOf(entry.value, entry, reader);
  const form = { key: entry.key.text, example: "medeldagar: 1,6 dagar" };
  if (entry.value.kind === "text") {
    mapFrom(entry.value, form.example, reader);
    return [];
  }
  return listFrom(entry.value, form, reader).flatMap((item) => {
    const map = mapFrom(item, form.example, reader);
    return map === undefined ? [] : stepsOf(map, entry, reader);
  });
}

function stepsOf(map: PlainMap, { key }: PlainEntry, reader: Reader): WrittenSteps[] {
  const before = reader.problems.length;
  const { found, others } = entriesOf(map, selectorKeys, reader);
  if (others.length === 0) {
    if (reader.problems.length === before)
      reader.problems.push(
        keyMissing(map.entries.length === 0 ? key.span : map.span, "ett steg", "medeldagar: 1,6 dagar"),
      );
    return [];
  }
  return [{ ...selectorsFrom(found, reader), steps: others.flatMap((other) => stepFrom(other, reader)) }];
}

/** The steps of a line: its payer and period are known already. */
function stepFactsFrom({ key, value }: PlainEntry, reader: Reader): WrittenFact[] {
  const map = mapFrom(value, "medeldagar: 1,6 dagar", reader);
  if (map === undefined) return [];
  const { others } = entriesOf(map, {}, reader);
  if (others.length === 0) reader.problems.push(keyMissing(key.span, "ett steg", "medeldagar: 1,6 dagar"));
  return others.flatMap((other) => stepFrom(other, reader));
}

/** A step's value; a whole number may stand alone, where the step counts something. */
function stepFrom({ key, value }: PlainEntry, reader: Reader): WrittenFact[] {
  const example = `${key.text}: 1,6 dagar`;
  const isWhole = value.kind === "text" && value.sort === "integer";
  const text = isWhole ? value : amountFrom(value, example, reader);
  return text === undefined ? [] : [{ name: key, value: text }];
}

function selectorsFrom(found: ReadonlyMap<string, PlainEntry>, reader: Reader): WrittenSelectors {
  return {
    payer: textAt(found.get("payer"), "betalare: Huddinge", reader),
    period: textAt(found.get("period"), "period: 2022-04", reader),
    rule: textAt(found.get("rule"), "regel: genomsnitt", reader),
    episode: textAt(found.get("episode"), "vårdtillfälle: a", reader),
    part: textAt(found.get("part"), "del: 2022-04-01", reader),
  };
}

function textAt(entry: PlainEntry | undefined, example: string, reader: Reader): PlainText | undefined {
  return entry === undefined ? undefined : textFrom(entry.value, example, reader);
}

function amountAt(entry: PlainEntry | undefined, example: string, reader: Reader): PlainText | undefined {
  return entry === undefined ? undefined : amountFrom(entry.value, example, reader);
}

/** The keys of a sort of records; `what` is what befell them. */
type SortKeys = Keys<string> & { readonly what: readonly [sv: string, en: string] };

/** `oavgjort: x`, a list of texts that are all missing, or a list of sorts with their numbers. */
function someFrom(
  entry: PlainEntry | undefined,
  keys: SortKeys,
  example: string,
  reader: Reader,
): WrittenSome | undefined {
  if (entry === undefined) return undefined;
  const { key, value } = entry;
  const { span } = key;
  const sorts = value.kind === "map" ? [value] : value.kind === "list" ? value.items : [];
  if (sorts.some((item) => item.kind === "map")) {
    return { kind: "each", span, sorts: sorts.flatMap((item) => sortFrom(item, keys, example, reader)) };
  }
  if (value.kind === "list" && value.items.length === 0) listFrom(value, { key: key.text, example }, reader);
  return {
    kind: "all",
    span,
    what: value.kind === "list" && value.items.length === 0 ? [] : textsFrom(value, example, reader),
  };
}

function sortFrom(item: Plain, keys: SortKeys, example: string, reader: Reader): WrittenSort[] {
  const map = mapFrom(item, `- ${keys.what[0]}: …`, reader);
  if (map === undefined) return [];
  const found = onlyEntriesOf(map, keys, reader);
  const what = found.get("what");
  if (what === undefined) {
    reader.problems.push(keyMissing(map.span, keys.what[0], example.replace(/^[^:]*/, keys.what[0])));
    return [];
  }
  return [
    {
      what: textsFrom(what.value, example, reader),
      count: countFrom(found.get("count")?.value, reader),
      rule: textAt(found.get("rule"), "regel: genomsnitt", reader),
      episode: textAt(found.get("episode"), "vårdtillfälle: a", reader),
    },
  ];
}

function triggersFrom(entry: PlainEntry | undefined, reader: Reader): PlainText[] | undefined {
  if (entry === undefined) return undefined;
  if (entry.value.kind === "text" && isWord(entry.value.text, nothing)) return [];
  return textsFrom(entry.value, "utlöser: inget", reader);
}
