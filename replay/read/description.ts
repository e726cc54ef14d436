// How a region's own file differs from the vocabulary: what it calls its columns, and the two liberties it may take.
//
//   id: VTF_ID
//   ready_notice_at: Utskrivningsklar tid
//   identical-rows: drop              rows that are the same byte for byte count once
//   mixed-times: [discharged_at]      local times and times with offset in one column

import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Field } from "@avtal/compiler/ir/ir";
import type { DataProblem } from "../data-problem.ts";
import { columnDescription } from "../problems/column-description.ts";

export interface DataDescription {
  /** Column of the file by the field's code name. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly identicalRows: "refuse" | "drop";
  /** Code names of the columns that may mix times with and without offset. */
  readonly mixedTimes: ReadonlySet<string>;
}

export const plainDescription: DataDescription = {
  renamed: new Map(),
  identicalRows: "refuse",
  mixedTimes: new Set(),
};

export interface DescriptionRead {
  readonly description: DataDescription;
  readonly problems: readonly DataProblem[];
}

const greatestLength = 65_536;

export function descriptionFromYaml(text: string, file: string, fields: readonly Field[]): DescriptionRead {
  const problems: DataProblem[] = [];
  const wrong = (sv: string, en: string): void => void problems.push(columnDescription(file, { sv, en }));
  const renamed = new Map<string, string>();
  const mixedTimes = new Set<string>();
  let identicalRows: DataDescription["identicalRows"] = "refuse";
  const codeOf = new Map(
    fields.flatMap((field) => [[field.code, field.code] as const, [field.name, field.code] as const]),
  );

  for (const [key, value] of entriesOf(text, wrong)) {
    const code = codeOf.get(key);
    if (key === "identical-rows") {
      if (value === "drop" || value === "refuse") identicalRows = value;
      else wrong("`identical-rows` ska vara `drop` eller `refuse`.", "`identical-rows` must be `drop` or `refuse`.");
    } else if (key === "mixed-times") {
      for (const name of typeof value === "string" ? [value] : value) {
        const column = codeOf.get(name);
        if (column === undefined)
          wrong(`Ordlistan har inget fält \`${name}\`.`, `The vocabulary has no field \`${name}\`.`);
        else mixedTimes.add(column);
      }
    } else if (code === undefined) {
      wrong(`Ordlistan har inget fält \`${key}\`.`, `The vocabulary has no field \`${key}\`.`);
    } else if (typeof value !== "string") {
      wrong(`\`${key}\` ska vara namnet på en kolumn.`, `\`${key}\` must be the name of one column.`);
    } else {
      renamed.set(code, value);
    }
  }
  return { description: { renamed, identicalRows, mixedTimes }, problems };
}

/** Keys with a text or a list of texts; anything richer is refused, aliases and tags included. */
function entriesOf(text: string, wrong: (sv: string, en: string) => void): [string, string | string[]][] {
  if (text.length > greatestLength) {
    wrong("Filen är längre än 64 kB.", "The file is longer than 64 kB.");
    return [];
  }
  const document = parseDocument(text, { schema: "failsafe", uniqueKeys: true, merge: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line ?? 1;
    wrong(`Rad ${line} är inte läsbar YAML.`, `Line ${line} is not readable YAML.`);
    return [];
  }
  if (document.contents === null) return [];
  if (!isMap(document.contents)) {
    wrong("Filen ska vara en lista av `fält: kolumn`.", "The file must be a list of `field: column`.");
    return [];
  }
  return document.contents.items.flatMap((pair): [string, string | string[]][] => {
    const key = textOf(pair.key);
    const value = isSeq(pair.value) ? pair.value.items.map(textOf) : textOf(pair.value);
    const whole = typeof value === "string" || (Array.isArray(value) && value.every((one) => one !== undefined));
    if (key !== undefined && whole) return [[key, Array.isArray(value) ? value.flatMap((one) => one ?? []) : value]];
    wrong("En rad är varken `fält: kolumn` eller en lista.", "A line is neither `field: column` nor a list.");
    return [];
  });
}

function textOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
}
