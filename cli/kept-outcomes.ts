// Where `avtal test` keeps outcomes between runs, and whether this run may use them.
// Rule: a folder of the user's own, outside the documents; in CI, in sources and where it cannot be used, every case runs.

import { homedir } from "node:os";
import { basename, isAbsolute, join } from "node:path";
import { existsSync } from "node:fs";
import { hashOfFile } from "@avtal/replay/scenarios/remembered/hash-of-file";
import { outcomeStore } from "@avtal/replay/scenarios/remembered/outcome-store";
import type { Kept } from "@avtal/replay/scenarios/threads/messages";
import { fileOfOurs } from "./file-of-ours.ts";

/** `ci`: a run that others rely on. `no-build`: run from sources. `no-folder`: told so, or it cannot be written. */
export type WhyNot = "ci" | "no-build" | "no-folder";

export type Keeping =
  { readonly kind: "kept"; readonly kept: Kept } | { readonly kind: "not-kept"; readonly why: WhyNot };

export interface KeepingAsked {
  /** `import.meta.url` of the action: its built name stands for all the code that the action leads to. */
  readonly code: string;
  readonly isFresh: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function keepingFor({ code, isFresh }: KeepingAsked, environment: Environment = process.env): Keeping {
  if ((environment["CI"] ?? "") !== "") return { kind: "not-kept", why: "ci" };
  const chunk = basename(code);
  const thread = fileOfOurs("scenario-thread.js");
  if (!/^test-[0-9A-Z]{8}\.js$/u.test(chunk) || !existsSync(thread)) return { kind: "not-kept", why: "no-build" };
  const folder = cacheFolder(environment, process.platform);
  if (folder === undefined || outcomeStore(folder) === undefined) return { kind: "not-kept", why: "no-folder" };
  const script = hashOfFile(thread);
  const build = [chunk, script, process.versions.node].join(" ");
  return { kind: "kept", kept: { folder, build, script, isFresh } };
}

/** `AVTAL_CACHE` says another folder, or `off`. Undefined where there is no place that is the user's own. */
export function cacheFolder(environment: Environment, platform: NodeJS.Platform): string | undefined {
  const said = environment["AVTAL_CACHE"] ?? "";
  if (said !== "") return isAbsolute(said) ? join(said, "outcomes") : undefined;
  const base = baseFolder(environment, platform);
  return base === undefined || !isAbsolute(base) ? undefined : join(base, "avtal", "outcomes");
}

function baseFolder(environment: Environment, platform: NodeJS.Platform): string | undefined {
  if (platform === "win32") return environment["LOCALAPPDATA"];
  if (platform === "darwin") return join(homedir(), "Library", "Caches");
  const said = environment["XDG_CACHE_HOME"] ?? "";
  return said !== "" ? said : join(homedir(), ".cache");
}
