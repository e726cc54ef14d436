// A rule whose readings differ in shape becomes several rules, one per shape: another grain, other keys, another
// purpose. Readings that differ in values only stay side by side in one rule, and so does a place in the queue unless
// readings contradict each other about it.

import type { RuleText } from "../../resolve/document.ts";
import type { RuleLine } from "../../syntax/ast.ts";
import { canonical } from "../canonical.ts";
import type { Guard } from "../ir.ts";
import { lowerGrain } from "./grain.ts";
import type { Gathering } from "./gathering.ts";
import { lowerGuard } from "./readings.ts";

/** A line under its guard; null where it always stands in this variant. */
export interface StandingLine {
  readonly line: RuleLine;
  readonly guard: Guard | null;
  readonly scope: string;
}

export interface Variant {
  readonly text: RuleText;
  /** The readings that give this shape. */
  readonly guards: readonly Guard[];
  /** Empty where the rule has one shape only. */
  readonly suffix: string;
  readonly lines: readonly StandingLine[];
}

/** `places` are kept apart where rules would otherwise stand before each other both ways. */
export type Apart = "shapes" | "shapes and places";

export function variantsOf(text: RuleText, apart: Apart, gathered: Gathering): readonly Variant[] {
  const lines = text.lines.map(({ line, guard, scope }) => ({ line, guard: lowerGuard(guard, gathered), scope }));
  const always = lowerGuard(text.guard, gathered);
  let variants: readonly Variant[] = [{ text, guards: always === null ? [] : [always], suffix: "", lines }];
  const structural = lines.filter(({ line }) => isStructural(line, apart));
  for (const question of questionsOf(structural)) {
    const shapes = shapesOf(question, structural, gathered);
    if (shapes.length > 1) variants = variants.flatMap((variant) => shapes.map((shape) => narrowed(variant, shape)));
  }
  return variants;
}

/** Questions with a reading that could change the shape. */
function questionsOf(structural: readonly StandingLine[]): readonly string[] {
  return [...new Set(structural.flatMap(({ guard }) => (guard === null ? [] : [guard.question])))];
}

function isStructural(line: RuleLine, apart: Apart): boolean {
  switch (line.kind) {
    case "insteadOf":
      return apart === "shapes and places";
    case "scope":
    case "per":
    case "onTopOf":
    case "noCharge":
    case "notModelled":
    case "triggers":
      return true;
    default:
      return false;
  }
}

/** The readings of a question, those together that give the rule the same shape. */
function shapesOf(question: string, structural: readonly StandingLine[], gathered: Gathering): readonly Guard[] {
  const byShape = new Map<string, string[]>();
  for (const { name } of gathered.questions.get(question).readings) {
    const under = structural.filter(({ guard }) => standsUnder(guard, question, name));
    const shape = canonical(under.map((each) => shapeOf(each, gathered)));
    byShape.set(shape, [...(byShape.get(shape) ?? []), name]);
  }
  return [...byShape.values()].map((readings) => ({ question, readings }));
}

function standsUnder(guard: Guard | null, question: string, reading: string): boolean {
  return guard?.question === question && guard.readings.includes(reading);
}

/** What of a line decides the shape; two lines that say it alike have one shape. */
function shapeOf({ line, scope }: StandingLine, gathered: Gathering): unknown {
  switch (line.kind) {
    case "scope":
      return lowerGrain(line.scope, scope, gathered);
    case "per":
      return line.keys.map(({ name }) => name.text);
    default:
      return { kind: line.kind, at: line.span };
  }
}

/** The variant under some readings of one question, with only the lines that stand there. */
function narrowed(variant: Variant, shape: Guard): Variant {
  return {
    text: variant.text,
    guards: [...variant.guards, shape],
    suffix: `${variant.suffix}~${shape.readings[0] ?? ""}`,
    lines: variant.lines.flatMap((each) => lineUnder(each, shape)),
  };
}

function lineUnder(each: StandingLine, shape: Guard): readonly StandingLine[] {
  if (each.guard?.question !== shape.question) return [each];
  const readings = each.guard.readings.filter((reading) => shape.readings.includes(reading));
  if (readings.length === 0) return [];
  return [
    { ...each, guard: readings.length === shape.readings.length ? null : { question: shape.question, readings } },
  ];
}
