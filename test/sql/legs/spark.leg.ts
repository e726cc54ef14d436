// Conformance cases, shipped scenarios and drawn agreements on a real Spark: what the interpreter gives.
// Rule: Spark plans for seconds what it computes in none, so scenarios and drawn agreements are a share, another one for
// each seed; AVTAL_SPARK_SCENARIOS=1 takes all scenarios.

import { expect, test } from "vitest";
import { evaluationFrom } from "@avtal/compiler/emit/sql/decode";
import { sqlLines, sqlStatement } from "@avtal/compiler/emit/sql/statement";
import { writtenEpisodes } from "@avtal/compiler/emit/sql/written-episodes";
import { interpret } from "@avtal/compiler/interpret/interpret";
import { runAllOnSpark, type SparkSteps } from "@avtal/replay/engines/spark";
import { columnsOf } from "../../harness/columns-from-csv.ts";
import { generatedAgreement } from "../../differential/generated-agreement.ts";
import { generatedEpisodes } from "../../differential/generated-episodes.ts";
import { seedOfRun } from "../../differential/generated-random.ts";
import { compiled, runsOf } from "../../differential/generated-run.ts";
import { asTexts, linesOfResult, linesOfRows, withoutNumbers } from "../lines-alone.ts";
import { conformanceCase, conformanceCases, scenarioCases, type SqlCase } from "../sql-case.ts";

type NamedCase = SqlCase & { readonly which: string };

const everyNth = Number(process.env["AVTAL_SPARK_SCENARIOS"] ?? "400");
const agreements = Number(process.env["AVTAL_SPARK_AGREEMENTS"] ?? "3");
const seed = seedOfRun();

test(`Spark gives what the interpreter gives (AVTAL_SEED=${seed})`, async () => {
  const cases = [
    ...conformanceCases.map((which) => ({ which, ...conformanceCase(which) })),
    ...scenarioCases().filter((_, index) => (index + seed) % everyNth === 0),
    ...Array.from({ length: agreements }, (_, index) => drawnCases(index)).flat(),
  ];
  const asked = cases.flatMap((one) => askedOf(one) ?? []);
  const rows = await runAllOnSpark(
    asked.flatMap(({ whole, lines }) => [whole, lines]),
    "local[2]",
  );
  const found = asked.map(({ which, whole, program, options }, index) => ({
    which,
    ...evaluationFrom(rows[2 * index] ?? [], whole.layout, program, options),
    notes: [],
  }));
  const wanted = asked.map(({ which, expected }) => ({ which, ...expected, notes: [] }));
  process.stdout.write(`${asked.length} of ${cases.length} cases can be said, and were run on Spark\n`);
  expect(asked.length).toBeGreaterThan(cases.length / 2);
  expect(found).toStrictEqual(wanted);
  // What a line cannot do is stop a run that needs a price.
  const alone = asked.flatMap(({ which, expected }, index) => {
    if (expected.kind !== "completed") return [];
    const given = (rows[2 * index + 1] ?? []).map(([, , ...cells]) => cells);
    return [{ which, given: linesOfRows(given), wanted: linesOfResult(expected.lines) }];
  });
  expect(alone.map(({ which, given }) => ({ which, lines: given }))).toEqual(
    alone.map((one) => ({ which: one.which, lines: one.wanted })),
  );
});

/** The statement of a whole run, and that of lines alone as a view has it; undefined where no SQL says them. */
function askedOf(one: NamedCase) {
  const { program, columns, options } = one;
  const episodes = writtenEpisodes(columns, program, "spark");
  const whole = sqlStatement({ program, options, dialect: "spark", episodes });
  const view = sqlLines({ program, options, dialect: "spark", episodes: withoutNumbers(episodes) });
  if (whole.kind === "unsayable" || view.kind === "unsayable") return undefined;
  const texts = asTexts(view.selects.join(" UNION ALL "));
  const lines: SparkSteps = { queries: view.queries, selects: [`SELECT '', 0, t.* FROM (${texts}) AS t`] };
  return { ...one, expected: interpret(program, columns, options), whole, lines };
}

/** One drawn agreement, in each way that it is run. */
function drawnCases(index: number): readonly NamedCase[] {
  const agreement = generatedAgreement(seed, index);
  const result = compiled(agreement.pieces);
  if (result.kind === "rejected") return [];
  const { program } = result;
  const texts = agreement.pieces.map(({ text }) => text);
  const columns = columnsOf(program, generatedEpisodes(seed, index, texts));
  return runsOf(agreement, program, seed, index).map(({ name, options }) => {
    return { which: `agreement ${index}, ${name}`, program, columns, options };
  });
}
