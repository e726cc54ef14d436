// The keys of `per`: what a group is a combination of.
// Rule: keys of the language itself have one name in both keyword tables, so that a translated text means the same.

import type { Declaration } from "../../resolve/bindings.ts";
import type { Name, PerKey } from "../../syntax/ast.ts";
import type { Expr, Key } from "../ir.ts";
import { lowerExpression } from "./expressions.ts";
import type { Gathering } from "./gathering.ts";
import { codeName } from "./id.ts";
import { kindAt } from "./kinds.ts";
import { kindOfNamed } from "./named-kinds.ts";
import { attribute, builtInKeyName, lowerName, targetOf } from "./names.ts";
import { recordStage, type Standing } from "./standing.ts";

/** `follows` is the date whose month a bare `månad` is; null where there is none. */
export function lowerKey(written: PerKey, follows: Expr | null, standing: Standing, gathered: Gathering): Key {
  const target = targetOf(written.name, gathered);
  if (target.kind === "builtIn") return builtInKey(target, written, follows, standing, gathered);
  const value = writtenValue(written, recordStage(standing), gathered);
  const { text: name } = written.name;
  return { name, code: codeOf(target, written.name), role: "other", kind: kindOfNamed(target, gathered), value };
}

/** The keys with the one that is the liable party marked: the key that pays, else the first payer among them. */
export function withPayer(keys: readonly Key[], payer: Expr | undefined): readonly Key[] {
  const paying =
    payer === undefined
      ? keys.find((key) => key.kind.kind === "payer")
      : keys.find((key) => payer.kind === "key" && key.name === payer.name);
  return keys.map((key) => (key === paying ? { ...key, role: "payer" } : key));
}

function writtenValue({ name, of }: PerKey, record: Standing, gathered: Gathering): Expr {
  if (of === undefined) return lowerName(name, record, gathered);
  return attribute(name, lowerExpression(of, record, gathered), kindAt(of, gathered.front), gathered);
}

const periods = { monthOf: "month", quarterOf: "quarter", yearOf: "year" } as const;

function builtInKey(
  { builtIn }: Declaration & { kind: "builtIn" },
  written: PerKey,
  follows: Expr | null,
  standing: Standing,
  gathered: Gathering,
): Key {
  const name = builtInKeyName(builtIn);
  switch (builtIn) {
    case "episode":
      return { name, code: "episode", role: "episode", kind: { kind: "text" }, value: { kind: "text", text: "" } };
    case "theDay":
      return { name, code: "day", role: "period", kind: { kind: "date" }, value: { kind: "theDay" } };
    case "monthOf":
    case "quarterOf":
    case "yearOf": {
      const period = periods[builtIn];
      if (written.of !== undefined) {
        const value = writtenValue(written, recordStage(standing), gathered);
        return { name, code: period, role: "period", kind: { kind: period }, value };
      }
      if (follows === null) throw new Error(`Nothing says whose ${period} a group is.`);
      return {
        name,
        code: period,
        role: "period",
        kind: { kind: period },
        value: { kind: "periodOf", period, of: follows },
      };
    }
    default:
      throw new Error(`${written.name.text} is no key of a group.`);
  }
}

function codeOf(target: Declaration, name: Name): string {
  switch (target.kind) {
    case "field":
    case "registerFact":
      return target.field.code.text;
    case "term":
      return target.term.code?.text ?? codeName(name.text);
    case "value":
      return target.value.code?.text ?? codeName(name.text);
    default:
      return codeName(name.text);
  }
}
