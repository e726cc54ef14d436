// Finds the vocabulary's fields among the column names of a file: by code, by name, or as the description says.
// Rule: order does not matter, a name that two columns claim is refused, and what nobody asked for is never read.

import type { Field } from "@avtal/compiler/ir/ir";
import type { DataProblem } from "../data-problem.ts";
import { columnDescription } from "../problems/column-description.ts";
import { columnMissing } from "../problems/column-missing.ts";
import { columnTwice } from "../problems/column-twice.ts";
import { noHeader } from "../problems/no-header.ts";
import { spelling } from "./columns/spelling.ts";
import type { DataDescription } from "./description.ts";
import type { Asked } from "./episodes.ts";

export interface Header {
  /** Per field that is read the index of its column; −1 where the file has none. */
  readonly source: Int32Array;
  /** How many columns have the name of a field. */
  readonly known: number;
  /** Optional fields without a column, by code name. */
  readonly absent: readonly string[];
  /** Numbers, from 1, of the columns that are not read. */
  readonly ignored: readonly number[];
  readonly problems: readonly DataProblem[];
}

export function headerOf(names: readonly string[], asked: Asked): Header {
  const { fields, needed = fields, description, path: file } = asked;
  const spelt = names.map((name) => spelling(name.trim()));
  const problems: DataProblem[] = [];
  const source = new Int32Array(fields.length).fill(-1);
  const taken = new Set<number>();
  for (const [index, field] of fields.entries()) {
    const columns = columnsFor(field, spelt, description);
    const [first, second] = columns;
    if (first === undefined) continue;
    if (second !== undefined) problems.push(columnTwice(file, field.code, first + 1, second + 1));
    source[index] = first;
    taken.add(first);
  }
  const missing = fields.filter((_, index) => source[index] === -1);
  if (taken.size === 0)
    return { source, known: 0, absent: [], ignored: [], problems: [noHeader(file, names.length === 0)] };

  for (const field of missing) {
    const written = description.renamed.get(field.code);
    if (written !== undefined) problems.push(describedColumnMissing(file, field.code, written));
    else if (!field.optional) problems.push(columnMissing(file, field, similarColumn(field, spelt, taken)));
  }
  return {
    source: Int32Array.from(needed, (field) => source[fields.indexOf(field)] ?? -1),
    known: taken.size,
    absent: missing.map((field) => field.code),
    ignored: names.flatMap((_, index) => (taken.has(index) ? [] : [index + 1])),
    problems,
  };
}

function columnsFor(field: Field, spelt: readonly string[], description: DataDescription): number[] {
  const renamed = description.renamed.get(field.code);
  const wanted = renamed === undefined ? [field.code, field.name] : [renamed];
  const spellings = new Set(wanted.map((name) => spelling(name.trim())));
  return spelt.flatMap((name, index) => (spellings.has(name) ? [index] : []));
}

function describedColumnMissing(file: string, code: string, written: string): DataProblem {
  return columnDescription(file, {
    sv: `Beskrivningen säger att \`${code}\` heter \`${written}\`, men filen har ingen sådan kolumn.`,
    en: `The description says that \`${code}\` is called \`${written}\`, but the file has no such column.`,
  });
}

/** Number of a free column whose name differs from the field's by a slip. */
function similarColumn(field: Field, spelt: readonly string[], taken: ReadonlySet<number>): number | undefined {
  const names = [field.code, field.name].map(spelling);
  const found = spelt.findIndex((name, index) => !taken.has(index) && names.some((wanted) => isSlip(name, wanted)));
  return found < 0 ? undefined : found + 1;
}

/** Equal but for spaces, hyphens and underscores, or with one letter too many, too few or other. */
function isSlip(written: string, wanted: string): boolean {
  const plain = (name: string): string => name.replaceAll(/[\s_-]/g, "");
  const [a, b] = [plain(written), plain(wanted)];
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1 || b.length < 4) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1);
}
