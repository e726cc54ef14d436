// Scenario and outcome files on the disk: read once as texts, and outcome files written whole.
// Rule: no link is followed, nothing larger than a scenario file is read into memory, bytes that are not UTF-8 are refused.

import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "@avtal/compiler/problem";
import type { SourceFile } from "@avtal/compiler/source";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { codeOf } from "../read/open-file.ts";
import { firstBadByte } from "../read/utf8.ts";
import { outcomePath } from "./matrix/outcome-file.ts";
import { misplacedScenarios } from "./problems/misplaced.ts";
import { scenarioNotOpened } from "./problems/not-opened.ts";
import { tooLarge } from "./problems/too-large.ts";
import { isBackgroundFile } from "./read/file-from-plain.ts";
import { greatestLength } from "./read/plain-from-yaml.ts";
import { isOutcomeFile, isScenarioFile, mayHoldScenarios, rightPlace } from "./scenario-path.ts";
import type { ScenarioTexts } from "./test-scenarios.ts";

export interface ScenarioFiles {
  readonly texts: ScenarioTexts;
  readonly problems: readonly Problem[];
}

/** A character of UTF-8 takes four bytes at most. */
const greatestSize = greatestLength * 4;

/** The scenario files below a folder that were asked for, with the backgrounds and outcome files that belong to them. */
export function readScenarioFiles(folder: string, isAsked: (path: string) => boolean): ScenarioFiles {
  const problems: Problem[] = [];
  const paths = pathsBelow(folder);
  const asked = paths.filter((path) => isScenarioFile(path) && !isBackgroundFile(path) && isAsked(path));
  const folders = new Set(asked.map(folderOf));
  const behind = paths.filter(
    (path) => isScenarioFile(path) && isBackgroundFile(path) && (folders.has(folderOf(path)) || isAsked(path)),
  );
  const outcomes = new Set(asked.map(outcomePath));
  const read = (path: string): SourceFile[] => {
    const text = readText(folder, path, problems);
    return text === undefined ? [] : [{ path, text }];
  };
  return {
    texts: {
      scenarios: [...behind, ...asked].flatMap(read),
      outcomes: paths.filter((path) => isOutcomeFile(path) && outcomes.has(path)).flatMap(read),
    },
    problems: [...problems, ...misplaced(folder, paths.filter(isAsked))],
  };
}

/** Files that say scenarios where nobody would run them; what cannot be read says nothing. */
function misplaced(folder: string, paths: readonly string[]): Problem[] {
  return paths.filter(mayHoldScenarios).flatMap((path) => {
    const text = readText(folder, path, []);
    const says = text !== undefined && /^(?:scenarier|scenarios)\s*:/mu.test(text);
    return says ? [misplacedScenarios(path, rightPlace(path))] : [];
  });
}

/** Writes an outcome file, or removes it where nothing is to be kept. The old text stays until the new one is whole. */
export function writeOutcomes(folder: string, path: string, text: string | undefined): void {
  const place = join(folder, path);
  if (text === undefined) {
    rmSync(place, { force: true });
    return;
  }
  const beside = `${place}.tmp`;
  try {
    writeFileSync(beside, text, { flag: "wx" });
    renameSync(beside, place);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Relative to the folder, with `/`, in one order everywhere. */
function pathsBelow(folder: string): string[] {
  const found: string[] = [];
  const walk = (inside: string): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      const isOurs = !entry.name.startsWith(".") && entry.name !== "node_modules" && entry.name !== "dist";
      if (entry.isDirectory()) {
        if (isOurs) walk(path);
      } else if (isOurs) {
        found.push(path);
      }
    }
  };
  walk("");
  return found.sort(byCodePoint);
}

function readText(folder: string, path: string, problems: Problem[]): string | undefined {
  const place = join(folder, path);
  try {
    const there = lstatSync(place);
    if (there.isSymbolicLink()) {
      problems.push(scenarioNotOpened(path, "link", ""));
      return undefined;
    }
    if (there.size > greatestSize) {
      problems.push(tooLarge({ file: path, start: 0, end: 0 }, "large"));
      return undefined;
    }
    return textOf(readFileSync(place), path, problems);
  } catch (error) {
    const code = codeOf(error);
    problems.push(scenarioNotOpened(path, code === "ENOENT" ? "gone" : "not-allowed", code));
    return undefined;
  }
}

function textOf(bytes: Buffer, path: string, problems: Problem[]): string | undefined {
  const nul = bytes.indexOf(0);
  const bad = firstBadByte(bytes) ?? (nul < 0 ? undefined : nul);
  if (bad === undefined) return bytes.toString("utf8").replace(/^\ufeff/u, "");
  problems.push(scenarioNotOpened(path, "not-utf8", `byte ${bad}`));
  return undefined;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
