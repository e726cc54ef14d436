// What is expected, held against the agreement: names that exist, amounts that can be read exactly.
// Rule: an expectation that can never come true is a problem of its file, not a failed case.

import { unitWord } from "@avtal/compiler/ir/unit-word";
import type { Program } from "@avtal/compiler/ir/ir";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { dataTitles } from "../../problem-titles/av9-data.ts";
import { doesNotFit } from "../problems/does-not-fit.ts";
import { unknownInResult, unknownValue } from "../problems/not-found.ts";
import { amountNotGivenSo } from "../problems/not-given-so.ts";
import type { PlainText } from "../read/plain.ts";
import type { WrittenExpectation, WrittenLine, WrittenSome } from "../read/written.ts";
import type { ExactAmount, Expectation, ExpectedFate, ExpectedLine, ExpectedStop, Measure } from "../scenario.ts";
import { citedPlaces, documentAndPlace, isWithin } from "./clauses.ts";
import { exactAmount, fitsUnit, repairedAmount } from "./exact-amount.ts";
import { named, shownId, waysToWrite, type Holding } from "./holding.ts";
import { episodeFrom, ruleFrom, selectorFrom, type EpisodeIds } from "./selectors.ts";
import { stepsFrom } from "./steps.ts";

export function expectationFrom(written: WrittenExpectation, ids: EpisodeIds, holding: Holding): Expectation {
  const { problems } = holding;
  const isAlone = written.lines === undefined && written.steps.length === 0 && written.undecided === undefined;
  if (written.stopped !== undefined && !isAlone) problems.push(doesNotFit(written.stopped.span, "stop"));
  return {
    span: written.span,
    lines: written.lines?.map((line) => lineFrom(line, ids, holding)) ?? null,
    steps: written.steps.flatMap((group) => stepsFrom(group.steps, selectorFrom(group, ids, holding), holding)),
    undecided: fateFrom(written.undecided, ids, holding, (what) => factCode(what, holding)),
    notCharged: fateFrom(written.notCharged, ids, holding, (what) => reasonText(what, holding)),
    refused: fateFrom(written.refused, ids, holding, (what) => readerCode(what, holding)),
    stopped: written.stopped === undefined ? null : stopFrom(written.stopped, holding),
    triggers: written.triggers === undefined ? null : written.triggers.map(({ text }) => text).sort(byCodePoint),
  };
}

function stopFrom(value: PlainText, { program, problems }: Holding): ExpectedStop {
  const things = [...program.values, ...program.measured];
  const found = named(program, things, value.text);
  if (found === undefined) problems.push(unknownValue(value, waysToWrite(program, things)));
  return { value: found === undefined ? value.text : shownId(program, found.id), span: value.span };
}

function lineFrom(written: WrittenLine, ids: EpisodeIds, holding: Holding): ExpectedLine {
  const where = selectorFrom(written, ids, holding);
  const { count, payee, invoicer, span } = written;
  return {
    ...where,
    count,
    quantity: amountFrom(written.quantity, quantityMeasures(holding.program), "1,2 dagar", holding),
    price: amountFrom(written.price, ["money", "moneyPerDay"], "9 300 kr/dygn", holding),
    amount: amountFrom(written.amount, ["money"], "11 160,00 kr", holding) ?? nothing,
    payee: payee?.text ?? null,
    invoicer: invoicer?.text ?? null,
    steps: stepsFrom(written.steps, where, holding),
    span,
  };
}

/** What the lines of the agreement count. */
function quantityMeasures({ rules }: Program): Measure[] {
  const units = new Set(rules.flatMap(({ quantity }) => quantity.map(({ it }) => unitWord(it.unit))));
  const all: readonly Measure[] = ["days", "weekdays", "hours", "number"];
  return all.filter((measure) => [...units].some((unit) => fitsUnit(measure, unit)));
}

/** Stands in where an amount could not be read; the scenario is then left out. */
const nothing: ExactAmount = { exact: { over: 0n, under: 1n }, of: "money", text: "" };

function amountFrom(
  written: PlainText | undefined,
  measures: readonly Measure[],
  example: string,
  { problems }: Holding,
): ExactAmount | null {
  if (written === undefined) return null;
  const amount = exactAmount(written.text);
  if (amount !== undefined && measures.includes(amount.of)) return amount;
  problems.push(amountNotGivenSo(written.span, written.text, example, repairedAmount(written.text, example)));
  return null;
}

/** `read` gives what a written word stands for, or says that there is no such thing. */
function fateFrom(
  written: WrittenSome | undefined,
  ids: EpisodeIds,
  holding: Holding,
  read: (what: PlainText) => string,
): ExpectedFate | null {
  if (written === undefined) return null;
  const { span } = written;
  if (written.kind === "all") return { kind: "all", what: written.what.map(read).sort(byCodePoint), span };
  const sorts = written.sorts.map(({ what, count, rule, episode }) => ({
    what: what.map(read).sort(byCodePoint),
    count,
    rule: ruleFrom(rule, holding),
    episode: episodeFrom(episode, ids, holding),
  }));
  return { kind: "each", sorts, span };
}

/** A missing fact by the name that results give it: the code of a field or value, the name of an event. */
function factCode(what: PlainText, { program, problems }: Holding): string {
  const field = program.fields.find(({ name, code }) => name === what.text || code === what.text);
  if (field !== undefined) return field.code;
  const things = [...program.values, ...program.measured];
  const value = named(program, things, what.text) ?? things.find(({ code }) => code === what.text);
  if (value !== undefined) return value.code;
  const event = named(program, program.events, what.text);
  if (event !== undefined) return event.id.slice(event.id.indexOf(".") + 1);
  const known = [
    ...program.fields.map(({ name }) => name),
    ...waysToWrite(program, things),
    ...waysToWrite(program, program.events),
  ];
  problems.push(unknownInResult(what, "fact", known));
  return what.text;
}

function reasonText(what: PlainText, { program, problems }: Holding): string {
  const { place } = documentAndPlace(what.text, program);
  const known = [...new Set(program.documents.flatMap(({ name }) => citedPlaces(program, name)))];
  const reasons = reasonsOf(program);
  if (known.some((cited) => isWithin(cited, place))) return place;
  if (!reasons.includes(what.text)) problems.push(unknownInResult(what, "clause", [...reasons, ...known]));
  return what.text;
}

/** Why a record is not charged, in words: no rule, a rule that charges nothing, or a condition as written. */
function reasonsOf(program: Program): string[] {
  const lines = program.rules.flatMap(({ requires }) => requires.map(({ says }) => says));
  const conditions = program.terms.flatMap(({ definitions }) =>
    definitions.flatMap(({ by }) =>
      by.flatMap(({ it }) => (it.kind === "condition" ? it.lines.map(({ says }) => says) : [])),
    ),
  );
  return [...new Set(["ingen regel gäller", "inga dygn att betala", "ingen debitering", ...lines, ...conditions])];
}

function readerCode(what: PlainText, { problems }: Holding): string {
  const known = Object.keys(dataTitles).filter((code) => code.startsWith("AV91"));
  if (!known.includes(what.text)) problems.push(unknownInResult(what, "code", known));
  return what.text;
}
