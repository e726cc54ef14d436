// The files of a test as units that can be tested by themselves: each scenario file with its outcome file.
// Rule: in order of their paths, so that the parts put together are what testing all at once gives.

import type { Program } from "@avtal/compiler/ir/ir";
import type { SourceFile } from "@avtal/compiler/source";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { targetsByAgreement } from "../matrix/matrix.ts";
import { outcomePath } from "../matrix/outcome-file.ts";
import { fileFromText, isBackgroundFile, type WrittenReading } from "../read/file-from-plain.ts";
import { generatedTarget } from "../run/targets.ts";
import { testSome, type ScenarioTexts, type TestedSome } from "../test-scenarios.ts";

export interface Units {
  readonly count: number;
  /** Reads the file of a unit ahead of its test. */
  readonly read: (unit: number) => void;
  /** What becomes of a unit's cases; whose programs they are is said once. */
  readonly testedWith: (programs: ReadonlyMap<string, Program>) => (unit: number) => TestedSome;
}

export function unitsOf({ scenarios, outcomes }: ScenarioTexts): Units {
  const files = scenarios.filter(({ path }) => !isBackgroundFile(path)).sort((a, b) => byCodePoint(a.path, b.path));
  const backgrounds = scenarios.filter(({ path }) => isBackgroundFile(path)).map(fileFromText);
  const known = new Map<SourceFile, WrittenReading>();
  const reading = (file: SourceFile): WrittenReading => {
    const written = known.get(file) ?? fileFromText(file);
    known.set(file, written);
    return written;
  };
  const fileAt = (unit: number): SourceFile => {
    const file = files[unit];
    if (file === undefined) throw new Error(`There is no file ${unit} of ${files.length}.`);
    return file;
  };
  return {
    count: files.length,
    read: (unit) => void reading(fileAt(unit)),
    testedWith: (programs) => {
      const targets = targetsByAgreement(programs, generatedTarget);
      return (unit) => {
        const file = fileAt(unit);
        const own = outcomes.filter(({ path }) => path === outcomePath(file.path));
        return testSome({ written: [...backgrounds, reading(file)], outcomes: own }, programs, targets);
      };
    },
  };
}
