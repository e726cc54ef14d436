// Texts of a workspace compiled once: what every answer of the workshop is taken from.
// Rule: texts in, data out; nothing is read from a disk here.

import { compile, type FrontEnd } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import { positionAt, type Span } from "@avtal/compiler/source";
import { scenariosFrom } from "@avtal/replay/scenarios/hold/scenarios-from-files";
import { outcomesFrom, outcomePath, type RecordedOutcome } from "@avtal/replay/scenarios/matrix/outcome-file";
import type { Scenario } from "@avtal/replay/scenarios/scenario";
import { isOutcomeFile, isScenarioFile } from "@avtal/replay/scenarios/scenario-path";
import type { PlaceInFile, Texts } from "./messages.ts";

export interface Opened {
  readonly front: FrontEnd;
  /** Undefined where the documents have errors. */
  readonly programs: ReadonlyMap<string, Program> | undefined;
  readonly scenarios: readonly Scenario[];
  readonly recordedOf: (scenarioFile: string) => readonly RecordedOutcome[];
  readonly textOf: (path: string) => string;
}

export function openTexts({ files, sources }: Texts): Opened {
  const registers = files.filter(({ path }) => /\.ya?ml$/.test(path) && !isScenarioFile(path));
  const compilation = compile({
    files: files.filter(({ path }) => path.endsWith(".avtal")),
    registers: new Map(registers.map(({ path, text }) => [path, text])),
    sources: sources === undefined ? undefined : new Map(sources.map(({ path, text }) => [path, text])),
    lock: files.find(({ path }) => path === "avtal.lock")?.text,
  });
  const programs = compilation.kind === "accepted" ? compilation.programs : undefined;
  const written = files.filter(({ path }) => isScenarioFile(path));
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const outcomes = new Map(
    files.filter(({ path }) => isOutcomeFile(path)).map((file) => [file.path, outcomesFrom(file).outcomes]),
  );
  return {
    front: compilation.front,
    programs,
    scenarios: programs === undefined ? [] : scenariosFrom(written, programs).scenarios,
    recordedOf: (scenarioFile) => outcomes.get(outcomePath(scenarioFile)) ?? [],
    textOf: (path) => texts.get(path) ?? "",
  };
}

export function placeOf({ file, start, end }: Span, { textOf }: Opened): PlaceInFile {
  return { path: file, start: lspPosition(textOf(file), start), end: lspPosition(textOf(file), end) };
}

export function scenarioId({ file, name }: Pick<Scenario, "file" | "name">): string {
  return `${file}#${name}`;
}

function lspPosition(text: string, offset: number): { line: number; character: number } {
  const { line, column } = positionAt(text, offset);
  return { line: line - 1, character: column - 1 };
}
