// Where a run says that its records end: the same with kernels and without, and as its account has it; and lines of some
// of the records, which are those of a run over them alone.

import { beforeAll, describe, expect, test } from "vitest";
import { kernelEvaluatorFor, type RunWithPlaces } from "@avtal/compiler/emit/typescript/load";
import type { Program } from "@avtal/compiler/ir/ir";
import { withoutStatistics } from "@avtal/compiler/ir/without-statistics";
import { payersIn } from "@avtal/replay/compare/sums";
import { evaluatorFor } from "@avtal/replay/evaluator";
import { pick } from "@avtal/replay/months";
import { plainDescription } from "@avtal/replay/read/description";
import { readEpisodes } from "@avtal/replay/read/episodes";
import type { Columns } from "@avtal/runtime/columns";
import { ratio } from "@avtal/runtime/ratio";
import type { Completed, RunOptions } from "@avtal/runtime/result";
import { PASSED, TAKEN } from "@avtal/runtime/rule-run";
import * as runtime from "@avtal/runtime/runtime";
import { sample, sideOf } from "./sides.ts";

const stockholm = withoutStatistics(sideOf("stockholm").program);
const statute = withoutStatistics(sideOf("lus").program);
const supplied = [
  { value: "stockholm.länsgenomsnitt", from: null, exact: ratio(174n, 100n) },
  { value: "pris.dygnsbelopp", from: "2021-01-01", exact: ratio(850_000n) },
];
const runs: readonly (readonly [string, Program, RunOptions])[] = [
  ["stockholm@2020-01-01", stockholm, { ...options(), wording: "2020-01-01" }],
  ["stockholm", stockholm, options()],
  ["lus", statute, { ...options(), values: supplied.slice(1) }],
];
let columns: Columns;

beforeAll(async () => {
  const path = await sample({
    agreement: "stockholm",
    episodes: 600,
    seed: 3,
    from: 2021 * 12,
    through: 2022 * 12 + 5,
  });
  const { fields, registers } = sideOf("stockholm").program;
  const reading = await readEpisodes({ path, description: plainDescription, fields, registers });
  if (reading.kind === "refused") throw new Error("The sample was refused.");
  columns = reading.columns;
});

function options(): RunOptions {
  return { wording: null, readings: new Map(), events: new Map(), values: supplied };
}

describe("where the records of a run end", () => {
  test.each(runs)("is the same with kernels and without: %s", (_, program, chosen) => {
    const plain = evaluatorFor(program).withPlaces(columns, chosen);
    const quick = kernelEvaluatorFor(program, runtime).withPlaces(columns, chosen);
    expect(quick.evaluation).toEqual(plain.evaluation);
    expect(textsOf(quick)).toEqual(textsOf(plain));
  });

  test.each(runs)("is what the account and the groups say: %s", (_, program, chosen) => {
    const ran = evaluatorFor(program).withPlaces(columns, chosen);
    const { accounting, lines, groups, undecided } = completed(ran);
    expect(ran.evaluation).toEqual(evaluatorFor(program).evaluate(columns, chosen));
    const texts = textsOf(ran);
    expect(texts.filter((text) => text !== "" && text !== "?")).toHaveLength(accounting.inRule);
    expect(columns.ids.filter((_id, record) => texts[record] === "?")).toEqual(undecided.map(({ id }) => id));
    const [ofLines, ofGroups] = [payersIn({ lines, groups: [] }), payersIn({ lines: [], groups })];
    expect(ran.places.payers).toEqual(ofGroups);
    expect(new Map([...ran.places.payers, ...ofLines])).toEqual(payersIn({ lines, groups }));
    for (const { place, keys } of groups.filter(({ keys: { episode } }) => episode !== null)) {
      expect(texts[columns.ids.indexOf(keys.episode ?? "")]).toContain(place.rule);
    }
  });
});

test.each(runs)("some of the records give the lines that they give alone: %s", (_, program, chosen) => {
  const left = Array.from({ length: columns.count }, (_record, at) => at).filter((at) => at % 3 !== 1);
  const gone = new Uint8Array(columns.count).fill(TAKEN);
  for (const record of left) gone[record] = PASSED;
  const alone = evaluatorFor(program).evaluate(pick(columns, left), chosen);
  if (alone.kind === "stopped") throw new Error(`Stopped at ${alone.value}`);
  expect(kernelEvaluatorFor(program, runtime).among(columns, chosen, gone)).toEqual(alone.lines);
});

function completed({ evaluation }: RunWithPlaces): Completed {
  if (evaluation.kind === "stopped") throw new Error(`Stopped at ${evaluation.value}`);
  return evaluation;
}

function textsOf({ places: { at, different } }: RunWithPlaces): readonly string[] {
  return Array.from(at, (place) => different[place]?.map(({ rule }) => rule).join() ?? "?");
}
