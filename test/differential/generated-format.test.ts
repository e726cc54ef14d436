// The formatter on drawn agreements: one layout, the same meaning in both keyword tables, and the way back gives the same text.
// Rule: a fresh seed each run, printed; `AVTAL_SEED=… npx vitest run test/differential` has it again.

import { describe, expect, test } from "vitest";
import { consolidate } from "@avtal/compiler/resolve/from-trees";
import { resolve } from "@avtal/compiler/resolve/from-documents";
import { check } from "@avtal/compiler/check/from-bindings";
import { convertFile, formatFile } from "@avtal/compiler/format/format";
import { lower } from "@avtal/compiler/ir/from-checked";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { isError } from "@avtal/compiler/problem";
import type { SourceFile } from "@avtal/compiler/source";
import { parseFile } from "@avtal/compiler/syntax/from-text";
import { filesOf, generatedAgreement } from "./generated-agreement.ts";
import { seedOfRun } from "./generated-random.ts";
import { vocabulary } from "./generated-vocabulary.ts";

/** A few in every run; `npm run test:differential` takes 2 000. */
const agreements = Number(process.env["AVTAL_AGREEMENTS"] ?? "100");
const perTest = 20;
const seed = seedOfRun();
process.stdout.write(`AVTAL_SEED=${seed} for ${agreements} generated agreements to format\n`);
const counts = { compared: 0, refused: 0 };
const vocabularyTrees = vocabulary.files.map((file) => parseFile(file).tree);

describe("formatted agreements", () => {
  for (let first = 0; first < agreements; first += perTest) {
    test(`${first}–${first + perTest - 1}: keep their meaning in both keyword tables, and come back the same`, () => {
      for (let index = first; index < first + perTest; index += 1) formatAndCompare(index);
    });
  }

  test("are nearly all of them held against what they mean", () => {
    expect(counts.compared + counts.refused).toBe(agreements);
    expect(counts.compared / agreements).toBeGreaterThanOrEqual(agreements < 1_000 ? 0.85 : 0.95);
  });
});

function formatAndCompare(index: number): void {
  const said = `AVTAL_SEED=${seed}, agreement ${index}`;
  const written = filesOf(generatedAgreement(seed, index).pieces);
  const formatted = written.map((file) => ({ ...file, text: textOf(formatFile(file), said) }));
  const english = formatted.map((file) => ({ ...file, text: textOf(convertFile(file, "en"), said) }));
  const back = english.map((file) => ({ ...file, text: textOf(convertFile(file, "sv"), said) }));
  expect(textsOf(formatted.map((file) => ({ ...file, text: textOf(formatFile(file), said) }))), said).toEqual(
    textsOf(formatted),
  );
  expect(textsOf(english.map((file) => ({ ...file, text: textOf(formatFile(file), said) }))), said).toEqual(
    textsOf(english),
  );
  expect(textsOf(back), said).toEqual(textsOf(formatted));

  const meaning = meaningOf(written);
  if (meaning === undefined) {
    counts.refused += 1;
    return;
  }
  expect(meaningOf(formatted), `${said}, formatted`).toBe(meaning);
  expect(meaningOf(english), `${said}, in English`).toBe(meaning);
  counts.compared += 1;
}

/** A file that can be read without mistakes has a layout; one that has none fails the test. */
function textOf(text: string | undefined, said: string): string {
  if (text === undefined) throw new Error(`${said}: a file cannot be read without mistakes.`);
  return text;
}

function textsOf(files: readonly SourceFile[]): readonly string[] {
  return files.map(({ text }) => text);
}

/** The hash of `prov`, or undefined where the texts are refused. */
function meaningOf(files: readonly SourceFile[]): string | undefined {
  const parsed = files.map(parseFile);
  const workspace = { ...vocabulary, files: [...vocabulary.files, ...files] };
  const trees = [...vocabularyTrees, ...parsed.map(({ tree }) => tree)];
  const { documents, problems: structure } = consolidate(trees, workspace);
  const { bindings, problems: names } = resolve(documents);
  const { kinds, problems: rules } = check({ documents, bindings, workspace });
  if ([...parsed.flatMap(({ problems }) => problems), ...structure, ...names, ...rules].some(isError)) return undefined;
  const program = lower({ workspace, trees, documents, bindings, kinds }).get("prov");
  return program === undefined ? undefined : meaningHash(program);
}
