// The files of a test as units that can be tested by themselves: each scenario file with its outcome file.
// Rule: in order of their paths, so that the parts put together are what testing all at once gives.

import type { Program } from "@avtal/compiler/ir/ir";
import type { SourceFile } from "@avtal/compiler/source";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { targetsByAgreement } from "../matrix/matrix.ts";
import { outcomePath } from "../matrix/outcome-file.ts";
import type { MemoryFor } from "../remembered/remembered-outcomes.ts";
import { fileFromText, isBackgroundFile, type WrittenReading } from "../read/file-from-plain.ts";
import { generatedTarget } from "../run/targets.ts";
import { testSome, type ScenarioTexts, type TestedSome } from "../test-scenarios.ts";
import type { Readings } from "./messages.ts";

export interface Units {
  readonly count: number;
  /** Reads the files one by one, each once, until `isEnough` is told what one says and answers yes. */
  readonly readInTurn: (isEnough: (read: Readings) => boolean) => void;
  /** Readings of the same files that somebody else has made. */
  readonly know: (readings: Readings) => void;
  /** What becomes of a unit's cases; whose programs they are is said once, and where earlier outcomes are. */
  readonly testedWith: (
    programs: ReadonlyMap<string, Program>,
    memoryFor: MemoryFor | undefined,
  ) => (unit: number) => TestedSome;
}

export function unitsOf({ scenarios, outcomes }: ScenarioTexts): Units {
  const files = scenarios.filter(({ path }) => !isBackgroundFile(path)).sort((a, b) => byCodePoint(a.path, b.path));
  const backgrounds = scenarios.filter(({ path }) => isBackgroundFile(path));
  const known = new Map<string, WrittenReading>();
  const reading = (file: SourceFile): WrittenReading => {
    const written = known.get(file.path) ?? fileFromText(file);
    known.set(file.path, written);
    return written;
  };
  return {
    count: files.length,
    readInTurn: (isEnough) => {
      for (const file of scenarios) if (isEnough(new Map([[file.path, reading(file)]]))) return;
    },
    know: (readings) => {
      for (const [path, written] of readings) known.set(path, written);
    },
    testedWith: (programs, memoryFor) => {
      const targets = targetsByAgreement(programs, generatedTarget);
      return (unit) => {
        const file = files[unit];
        if (file === undefined) throw new Error(`There is no file ${unit} of ${files.length}.`);
        const behind = backgrounds.filter(liesBehind(file));
        const memory = memoryFor?.([...behind, file]);
        const written = [...backgrounds, file].map(reading);
        const tested = testSome({ written, outcomes: outcomes.filter(isOf(file)) }, programs, targets, memory);
        memory?.keep();
        return tested;
      };
    },
  };
}

function liesBehind({ path }: SourceFile): (background: SourceFile) => boolean {
  return (background) => folderOf(background.path) === folderOf(path);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function isOf({ path }: SourceFile): (outcomes: SourceFile) => boolean {
  const own = outcomePath(path);
  return (outcomes) => outcomes.path === own;
}
