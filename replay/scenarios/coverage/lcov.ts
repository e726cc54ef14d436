// Coverage in LCOV's form, by line of the agreements' files, so that editors show it.
// Rule: a line of a file counts as often as its least reached part; a branch is a condition that held, and one that did not.

import type { FrontEnd } from "@avtal/compiler/compile";
import { positionAt } from "@avtal/compiler/source";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Coverage, Point } from "./coverage.ts";
import { placesOf } from "./source-places.ts";

/** `shown` gives a file's path as it stands in the report. */
export function lcovText(coverage: Coverage, front: FrontEnd, shown: (path: string) => string): string {
  const files = new Map<string, FileLines>();
  const textOf = new Map(front.workspace.files.map(({ path, text }) => [path, text]));
  const lineOf = (file: string, start: number): number => positionAt(textOf.get(file) ?? "", start).line;
  const at = (file: string): FileLines => {
    const known = files.get(file) ?? { cases: new Map(), branches: new Map() };
    files.set(file, known);
    return known;
  };
  for (const { lines, points } of coverage.documents) {
    for (const { line, cases } of lines) {
      for (const { file, start } of placesOf(line, front)) {
        const number = lineOf(file, start);
        const known = at(file).cases.get(number);
        at(file).cases.set(number, known === undefined ? cases : Math.min(known, cases));
      }
    }
    for (const point of points.filter(({ kind }) => kind === "branch")) {
      const places = point.line === null ? [] : placesOf(point.line, front);
      for (const { file, start } of places) {
        const number = lineOf(file, start);
        at(file).branches.set(number, [...(at(file).branches.get(number) ?? []), point]);
      }
    }
  }
  return [...files]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([file, lines]) => fileText(shown(file), lines))
    .join("");
}

interface FileLines {
  readonly cases: Map<number, number>;
  readonly branches: Map<number, readonly Point[]>;
}

function fileText(path: string, { cases, branches }: FileLines): string {
  const lines = [...cases].sort(([a], [b]) => a - b);
  const points = [...branches].sort(([a], [b]) => a - b);
  const all = points.flatMap(([, each]) => each);
  return [
    "TN:avtal",
    `SF:${path.replaceAll(/[\r\n]/gu, " ")}`,
    ...points.flatMap(([line, each]) =>
      each.map(({ isReached }, place) => `BRDA:${line},0,${place},${isReached ? 1 : 0}`),
    ),
    `BRF:${all.length}`,
    `BRH:${all.filter(({ isReached }) => isReached).length}`,
    ...lines.map(([line, count]) => `DA:${line},${count}`),
    `LF:${lines.length}`,
    `LH:${lines.filter(([, count]) => count > 0).length}`,
    "end_of_record\n",
  ].join("\n");
}
