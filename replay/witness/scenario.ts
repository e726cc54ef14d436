// A differing case as a scenario file: its episodes, and what each wording of the agreement must make of them.
// Rule: the file passes `avtal test` as it is, wherever in the agreement's scenarios it is put: every fact is said, the
// empty ones too, and every wording has its outcome.

import type { Program } from "@avtal/compiler/ir/ir";
import { dateText } from "@avtal/runtime/calendar";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { ratio, ratioText } from "@avtal/runtime/ratio";
import type { Evaluation, RunOptions, SuppliedValue } from "@avtal/runtime/result";
import { evaluatorFor } from "../evaluator.ts";
import { shownId } from "../scenarios/hold/holding.ts";
import { placeText } from "../scenarios/hold/clauses.ts";
import { columnsOf } from "./confirm.ts";
import { expectationLines, noCharge } from "./scenario-expectation.ts";
import { nameScalar, scalar } from "./scenario-scalar.ts";
import type { Difference, Side, WitnessEpisode, WitnessFact } from "./verdict.ts";

export interface ScenarioText {
  /** The agreement that the file belongs to. */
  readonly agreement: string;
  readonly text: string;
}

/** One file where both are wordings of one agreement, else one for each. */
export function scenarioTexts(a: Side, b: Side, difference: Difference): readonly ScenarioText[] {
  const sides: readonly Told[] = [
    { side: a, evaluation: difference.a },
    { side: b, evaluation: difference.b },
  ];
  const agreements = [...new Set(sides.map(({ side }) => side.program.main))];
  return agreements.map((agreement) => {
    const own = sides.filter(({ side }) => side.program.main === agreement);
    const entries = scenarioEntries(own, difference.episodes);
    return { agreement, text: [`avtal: ${scalar(agreement)}`, "", "scenarier:", ...entries, ""].join("\n") };
  });
}

interface Told {
  readonly side: Side;
  readonly evaluation: Evaluation;
}

/** Sides to which the same was supplied share a scenario: their readings are its variants. */
function scenarioEntries(told: readonly Told[], episodes: readonly WitnessEpisode[]): readonly string[] {
  const bySupplied = new Map<string, Told[]>();
  for (const one of told) {
    const key = suppliedLines(one.side).join("\n");
    bySupplied.set(key, [...(bySupplied.get(key) ?? []), one]);
  }
  const groups = [...bySupplied.values()];
  return groups.flatMap((group, index) => {
    const number = groups.length === 1 ? "" : index === 0 ? ", före" : ", efter";
    return scenarioLines(group, episodes, `${nameOf(episodes)}${number}`);
  });
}

function nameOf(episodes: readonly WitnessEpisode[]): string {
  const count = episodes.length === 1 ? "Ett vårdtillfälle" : `${episodes.length} vårdtillfällen`;
  return `${count} som de jämförda lydelserna räknar olika`;
}

function scenarioLines(told: readonly Told[], episodes: readonly WitnessEpisode[], name: string): readonly string[] {
  const [first] = told;
  if (first === undefined) return [];
  const { program } = first.side;
  const [clause] = [...told.flatMap(({ evaluation }) => clausesOf(evaluation, program)), ...citedIn(program)];
  const variants = variantsOf(told);
  const own = variants.find(({ readings }) => readings.size === 0) ?? { readings: new Map(), inForce: false };
  const others = variants.filter(({ readings }) => readings.size > 0);
  const expected = (variant: Variant, indent: string): readonly string[] =>
    expectedLines(variant, first.side, episodes).map((line) => `${indent}${line}`);
  return [
    `  - namn: ${name}`,
    ...(clause === undefined ? [] : [`    klausul: ${scalar(clause)}`]),
    ...backgroundLines(program, episodes),
    "    vårdtillfällen:",
    ...episodeLines(episodes),
    ...suppliedLines(first.side).map((line) => `    ${line}`),
    "    förväntat:",
    ...expected(own, "      "),
    ...(others.length === 0 ? [] : ["    tolkningar:"]),
    ...others.flatMap((variant) => [
      ...[...variant.readings].map(
        ([question, reading], index) =>
          `      ${index === 0 ? "- " : "  "}${shownId(program, question)}: ${scalar(reading)}`,
      ),
      "        förväntat:",
      ...expected(variant, "          "),
    ]),
  ];
}

/** Facts that nobody states, so that no background of a folder fills them in. */
function backgroundLines(program: Program, episodes: readonly WitnessEpisode[]): readonly string[] {
  const said = new Set(episodes.flatMap(({ facts }) => facts.map(({ field }) => field.code)));
  const empty = program.fields.filter(({ code, unique }) => !unique && !said.has(code));
  if (empty.length === 0) return [];
  return ["    # Tomt, så att ingen bakgrund lägger till något.", "    bakgrund:"].concat(
    empty.map(({ name }) => `      ${name}: tomt`),
  );
}

/** Episodes alike are written once, with their number. */
function episodeLines(episodes: readonly WitnessEpisode[]): readonly string[] {
  const codes = [...new Set(episodes.flatMap(({ facts }) => facts.map(({ field }) => field.code)))];
  return alike(episodes).flatMap(({ facts, count }) => {
    const own = new Map(facts.map(({ field, text }) => [field.code, `${field.name}: ${factScalar(field, text)}`]));
    const names = new Map(episodes.flatMap((each) => each.facts.map(({ field }) => [field.code, field.name] as const)));
    const lines = codes.map((code) => own.get(code) ?? `${names.get(code) ?? code}: tomt`);
    const all = count === 1 ? lines : [`antal: ${count}`, ...lines];
    return all.map((line, index) => `      ${index === 0 ? "- " : "  "}${line}`);
  });
}

function factScalar({ kind }: WitnessFact["field"], text: string): string {
  return kind.kind === "text" || kind.kind === "payer" || kind.kind === "choice" ? nameScalar(text) : scalar(text);
}

export interface AlikeEpisodes {
  readonly facts: WitnessEpisode["facts"];
  readonly count: number;
}

/** Neighbours with the same facts, in their order. */
export function alike(episodes: readonly WitnessEpisode[]): readonly AlikeEpisodes[] {
  const found: { readonly facts: WitnessEpisode["facts"]; readonly key: string; count: number }[] = [];
  for (const { facts } of episodes) {
    const key = facts.map(({ field, text }) => `${field.code} ${text}`).join("\n");
    const last = found.at(-1);
    if (last?.key === key) last.count += 1;
    else found.push({ facts, key, count: 1 });
  }
  return found;
}

function suppliedLines({ program, options: { values, events } }: Side): readonly string[] {
  const value = ({ value: name, from, exact }: SuppliedValue): string => {
    const found = [...program.values, ...program.measured].find(
      ({ id }) => id === name || id === `${program.main}.${name}`,
    );
    const shown = shownId(program, found?.id ?? name);
    const unit = found?.kind.kind === "quantity" ? found.kind.unit : "number";
    const isMoney = unit === "money" || unit === "moneyPerDay";
    const amount = isMoney ? ratioText(ratio(exact.over, exact.under * 100n)) : ratioText(exact);
    return `  ${shown}${from === null ? "" : `@${from}`}: ${scalar(`${amount}${unitText[unit] ?? ""}`)}`;
  };
  const event = ([name, day]: readonly [string, string | null]): string =>
    `  ${shownId(program, name)}: ${day ?? "inte"}`;
  return [
    ...(values.length === 0 ? [] : ["värden:", ...values.map(value)]),
    ...(events.size === 0 ? [] : ["händelser:", ...[...events].sort(([x], [y]) => byCodePoint(x, y)).map(event)]),
  ];
}

const unitText: Readonly<Record<string, string>> = {
  days: " dagar",
  careDays: " dygn",
  weekdays: " vardagar",
  hours: " timmar",
  money: " kr",
  moneyPerDay: " kr/dygn",
};

interface Variant {
  readonly readings: ReadonlyMap<string, string>;
  /** Whether what each episode's own dates give is compared too. */
  readonly inForce: boolean;
}

function variantsOf(told: readonly Told[]): readonly Variant[] {
  const found = new Map<string, Variant>();
  for (const { side } of told) {
    const { readings, wording } = side.options;
    const key = [...readings]
      .map((pair) => pair.join("="))
      .sort(byCodePoint)
      .join("\n");
    found.set(key, { readings, inForce: (found.get(key)?.inForce ?? false) || wording === null });
  }
  return [...found.values()];
}

/** Every wording with its outcome, neighbours that say the same together. */
function expectedLines(variant: Variant, { program, options }: Side, episodes: readonly WitnessEpisode[]): string[] {
  const columns = columnsOf(episodes, program);
  if (columns === undefined) throw new Error("A case that the reader refuses was to be written as a scenario.");
  const evaluator = evaluatorFor(program);
  const outcome = (wording: string | null): readonly string[] => {
    const chosen: RunOptions = { ...options, wording, readings: variant.readings };
    return expectationLines(evaluator.evaluate(columns, chosen), program);
  };
  const cases: { names: string[]; readonly lines: readonly string[] }[] = [];
  const add = (name: string, lines: readonly string[]): void => {
    const known = cases.find((each) => each.lines.join("\n") === lines.join("\n"));
    if (known === undefined) cases.push({ names: [name], lines });
    else known.names.push(name);
  };
  for (const { day } of program.wordings) add(dateText(day), outcome(dateText(day)));
  if (variant.inForce) add("gällande", outcome(null));
  return cases.flatMap(({ names, lines }) => {
    const [only] = lines;
    if (only === noCharge) return [`${names.join(", ")}: ${only}`];
    return [`${names.join(", ")}:`, ...lines.map((line) => `  ${line}`)];
  });
}

/** The clauses of what the case came to, those of lines first, as the agreement cites them. */
function clausesOf(evaluation: Evaluation, program: Program): readonly string[] {
  if (evaluation.kind === "stopped") return [];
  const { lines, groups, notCharged } = evaluation;
  const places = [...lines, ...groups].map(({ place }) => place);
  return [...places, ...notCharged].flatMap(({ document, clause }) => citable(document, clause, program));
}

/** What the agreement's rules cite, for a case that came to no rule. */
function citedIn(program: Program): readonly string[] {
  return program.clauses.flatMap(({ document, place, assumption }) =>
    assumption || document !== program.main ? [] : citable(document, place, program),
  );
}

function citable(document: string, clause: string, program: Program): readonly string[] {
  const [first = ""] = clause.split("; ");
  if (first === "" || program.clauses.every((each) => !each.place.split("; ").includes(first))) return [];
  return [document === program.main ? placeText(first) : `${document} ${placeText(first)}`];
}
