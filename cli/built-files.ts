// What `avtal build` gives for an agreement: the files for each target, with their names.
// Rule: the same agreement gives the same bytes, so that a build can be checked by building again.

import type { DialectName } from "@avtal/compiler/emit/sql/dialect";
import type { Program } from "@avtal/compiler/ir/ir";
import type { DataProblem } from "@avtal/replay/data-problem";
import type { FileToWrite } from "@avtal/replay/write-whole";
import { version } from "./version.ts";

export type BuildTarget =
  { readonly kind: "typescript" } | { readonly kind: "json" } | { readonly kind: "sql"; readonly dialect: DialectName };

export const dialects = ["duckdb", "postgres", "spark"] as const satisfies readonly DialectName[];

export async function builtFile(program: Program, target: BuildTarget): Promise<FileToWrite | DataProblem> {
  const name = builtName(program, target);
  switch (target.kind) {
    case "sql": {
      const { viewOf } = await import("@avtal/replay/engines/view");
      const view = viewOf(program, target.dialect, `avtal_${asciiName(program.main)}`);
      return view.kind === "problem" ? view.problem : { name, contents: view.sql };
    }
    case "typescript": {
      // Loaded here, because it takes half a second and only this target needs it.
      const { typeScriptModule } = await import("@avtal/compiler/emit/typescript/module");
      return { name, contents: typeScriptModule(program, { compilerVersion: version }) };
    }
    case "json":
      return { name, contents: `${JSON.stringify(program, null, 2)}\n` };
  }
}

export function builtName(program: Program, target: BuildTarget): string {
  const name = asciiName(program.main);
  switch (target.kind) {
    case "sql":
      return `${name}.${target.dialect}.sql`;
    case "typescript":
      return `${name}.ts`;
    case "json":
      return `${name}.json`;
  }
}

/** File names hold no letter that an archive or a disk may spell in two ways. */
function asciiName(name: string): string {
  return name.normalize("NFC").replaceAll(/[åä]/g, "a").replaceAll("ö", "o").replaceAll(/[éü]/g, "e");
}
