// The outcomes of one scenario file as an earlier run found them, and what this run finds kept for the next one.
// Rule: a case's outcome is decided by the build, the scenario's texts, the choices of the case and what the program is in
// its wording; all of that is in the key. Only what came out in short is kept, and whether it was what the scenario states.

import { createHash } from "node:crypto";
import type { Words } from "@avtal/compiler/problem";
import type { Program } from "@avtal/compiler/ir/ir";
import type { SourceFile } from "@avtal/compiler/source";
import type { Case } from "../run/run-scenario.ts";
import type { Memory } from "./memory.ts";
import type { OutcomeStore } from "./outcome-store.ts";
import { wordingMeanings } from "./wording-meaning.ts";

export interface FileMemory extends Memory {
  /** Puts what was learnt where the next run finds it. */
  readonly keep: () => void;
}

/** Where outcomes are kept, and which build of the command line keeps them. */
export interface Remembering {
  readonly store: OutcomeStore;
  readonly build: string;
}

/** `texts`: the scenario file and the backgrounds that may lie behind it. */
export type MemoryFor = (texts: readonly SourceFile[]) => FileMemory;

/** A background is read with the fields of the agreement that it names itself, so all programs' fields are in the key. */
export function memories({ store, build }: Remembering, programs: ReadonlyMap<string, Program>): MemoryFor {
  const fields = [...programs].map(([name, program]) => [name, program.fields]);
  const base = hash([build, fields]);
  const meanings = new WeakMap<Program, (wording: string) => string>();
  const meaningOf = (program: Program): ((wording: string) => string) => {
    const meaning = meanings.get(program) ?? wordingMeanings(program);
    meanings.set(program, meaning);
    return meaning;
  };
  return (texts) => {
    const written = hash([base, texts]);
    const pages = new Map<string, Page>();
    const pageOf = ({ wording }: Case, program: Program): Page => {
      const key = [written, program.main, wording, meaningOf(program)(wording)].join("\n");
      const page = pages.get(key) ?? { key, outcomes: outcomesFrom(store.read(key)), isNew: false };
      pages.set(key, page);
      return page;
    };
    return {
      recall: (one, program) => pageOf(one, program).outcomes.get(slotOf(one)),
      learn: (one, program, text) => {
        const page = pageOf(one, program);
        page.outcomes.set(slotOf(one), text);
        page.isNew = true;
      },
      keep: () => {
        for (const { key, outcomes, isNew } of pages.values()) if (isNew) store.write(key, textFrom(outcomes));
      },
    };
  };
}

/** The outcomes of a file's cases in one wording. */
interface Page {
  readonly key: string;
  readonly outcomes: Map<string, Words>;
  isNew: boolean;
}

/** A case within its file and wording, by places in the text: names say more than a store needs to know. */
function slotOf({ scenario, variant, wording }: Case): string {
  const stated = variant.expectations.get(wording)?.span.start ?? "-";
  return [scenario.span.start, scenario.variants.indexOf(variant), stated].join(" ");
}

function textFrom(outcomes: ReadonlyMap<string, Words>): string {
  return JSON.stringify([...outcomes].map(([slot, { sv, en }]) => [slot, sv, en]));
}

function hash(data: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(data)).digest("hex");
}

/** Nothing where any of it is of another form. */
function outcomesFrom(text: string | undefined): Map<string, Words> {
  const outcomes = new Map<string, Words>();
  const data = text === undefined ? [] : plainFrom(text);
  if (!Array.isArray(data)) return outcomes;
  for (const row of data as readonly unknown[]) {
    if (!isRow(row)) return new Map();
    outcomes.set(row[0], { sv: row[1], en: row[2] });
  }
  return outcomes;
}

function plainFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isRow(row: unknown): row is readonly [string, string, string] {
  return Array.isArray(row) && row.length === 3 && row.every((part) => typeof part === "string");
}
