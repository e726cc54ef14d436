// The file after `--columns`, read for the fields of a program.

import { readFileSync } from "node:fs";
import type { Program } from "@avtal/compiler/ir/ir";
import { notOpened } from "@avtal/replay/problems/not-opened";
import { descriptionFromYaml, plainDescription, type DescriptionRead } from "@avtal/replay/read/description";
import { codeOf } from "@avtal/replay/read/open-file";

export function descriptionFrom(path: string | undefined, program: Program): DescriptionRead {
  if (path === undefined) return { description: plainDescription, problems: [] };
  try {
    return descriptionFromYaml(readFileSync(path, "utf8"), path, program.fields);
  } catch (error) {
    return { description: plainDescription, problems: [notOpened(path, codeOf(error))] };
  }
}
