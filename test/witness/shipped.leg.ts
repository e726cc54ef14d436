// Every reading of the shipped agreements against its siblings and every wording against the next: what is said of each.
// Rule: the table that this prints is the one in docs/witness.md; a pair about which nothing can be said fails, and so
// does one that is proved the same and does not stand there. `AVTAL_PAIR` picks pairs by a pattern of their names.

import { join } from "node:path";
import { expect, test } from "vitest";
import type { Program } from "@avtal/compiler/ir/ir";
import { dateText } from "@avtal/runtime/calendar";
import type { RunOptions } from "@avtal/runtime/result";
import { usualLimits, type Side, type Verdict } from "@avtal/replay/witness/verdict";
import { witness } from "@avtal/replay/witness/witness";
import { compileFolder } from "../harness/compile-folder.ts";

const folder = join(import.meta.dirname, "../../agreements");

/** Where two readings or two wordings give the same, as the table in docs/witness.md has it. */
const proved = new Set([
  "stockholm länsgenomsnittets-underlag",
  "stockholm@2021-11-01 länsgenomsnittets-underlag",
  "stockholm@2021-11-01 avdrag-i-punkt-2",
  "stockholm psykiatrins-övergång",
  "stockholm@2021-11-01 psykiatrins-övergång",
  "jönköping avrundning-av-beloppet",
  "jönköping@2018-03-01 avrundning-av-beloppet",
  "lus avrundning-av-beloppet",
  "lus@2019-01-01 avrundning-av-beloppet",
  "lus@2018-01-01 / @2018-01-02",
  "lbk@2018-01-01 fem-vardagar",
]);

interface Pair {
  readonly name: string;
  readonly a: Side;
  readonly b: Side;
}

function options(wording: string | null, readings: readonly (readonly [string, string])[] = []): RunOptions {
  return { wording, readings: new Map(readings), events: new Map(), values: [] };
}

function readingPairs(program: Program): readonly Pair[] {
  const last = program.wordings.at(-1);
  return program.questions
    .filter(({ document }) => document === program.main)
    .flatMap((question) =>
      question.readings.flatMap(({ name }, index) =>
        question.readings.slice(index + 1).flatMap((other) =>
          (last === undefined ? [null] : [null, dateText(last.day)]).map((wording) => ({
            name: `${program.main}${wording === null ? "" : `@${wording}`} ${question.name}: ${name} / ${other.name}`,
            a: { program, options: options(wording, [[question.id, name]]) },
            b: { program, options: options(wording, [[question.id, other.name]]) },
          })),
        ),
      ),
    );
}

function wordingPairs(program: Program): readonly Pair[] {
  return program.wordings.slice(1).map((next, index) => {
    const [from, to] = [dateText(program.wordings[index]?.day ?? 0), dateText(next.day)];
    return {
      name: `${program.main}@${from} / @${to}`,
      a: { program, options: options(from) },
      b: { program, options: options(to) },
    };
  });
}

function said(verdict: Verdict): string {
  switch (verdict.kind) {
    case "differ":
      return `differ in ${verdict.in}, ${verdict.episodes.length} episodes`;
    case "same":
      return `same by ${verdict.argument.by}`;
    case "unknown":
      return `unknown, ${verdict.tried} cases up to ${verdict.episodes} episodes: ${verdict.reasons.map(({ en }) => en).join(" / ")}`;
  }
}

test("every pair", () => {
  const programs = ["stockholm", "jönköping", "lus", "lbk"].map((name) => compileFolder([folder], name));
  const pairs = programs.flatMap((program) => [...wordingPairs(program), ...readingPairs(program)]);
  const only = new RegExp(process.env["AVTAL_PAIR"] ?? "");
  const unlike: string[] = [];
  for (const { name, a, b } of pairs.filter((pair) => only.test(pair.name))) {
    const start = process.hrtime.bigint();
    const verdict = witness(a, b, usualLimits);
    process.stdout.write(`${name}\t${(process.hrtime.bigint() - start) / 1_000_000n} ms\t${said(verdict)}\n`);
    const isTold = verdict.kind === "same" && proved.has(name.split(":")[0] ?? "");
    if (verdict.kind !== "differ" && !isTold) unlike.push(`${name}: ${said(verdict)}`);
  }
  expect(unlike).toEqual([]);
  expect(pairs.length).toBeGreaterThan(0);
}, 3_000_000);
