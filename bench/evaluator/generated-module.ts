// The module that a host compiles and imports, as `avtal build` writes it, put together with the runtime and loaded.
// Rule: what is measured is the file, not functions of ours beside it.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { typeScriptModule } from "@avtal/compiler/emit/typescript/module";
import type { EpisodesEvaluation } from "@avtal/runtime/evaluate-episodes";
import type { PlainEpisode } from "./plain-objects.ts";
import { program } from "./stockholm.ts";

export type EvaluateObjects = (
  episodes: readonly PlainEpisode[],
  options: { readonly values: Readonly<Record<string, string>> },
) => EpisodesEvaluation;

/** `root`: of the repository. */
export async function evaluateOfModule(root: string): Promise<EvaluateObjects> {
  const folder = join(root, ".cache", "bench");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, "stockholm-module.mjs");
  await build({
    stdin: { contents: typeScriptModule(program, { compilerVersion: "bench" }), loader: "ts", resolveDir: root },
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    conditions: ["avtal-source"],
    logLevel: "error",
  });
  const loaded: unknown = await import(pathToFileURL(outfile).href);
  if (!hasEvaluate(loaded)) throw new Error("A module has no evaluate.");
  return loaded.evaluate;
}

function hasEvaluate(loaded: unknown): loaded is { readonly evaluate: EvaluateObjects } {
  return typeof loaded === "object" && loaded !== null && "evaluate" in loaded;
}
