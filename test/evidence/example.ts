// A folder with the agreement of `avtal init` and one file of episodes, in which runs are made and looked at.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { avtal, type Ended, type Where } from "../cli/avtal.ts";

const header = "id;municipality;admitted_at;admission_notice_at;ready_notice_at;discharged_at";

export interface Example {
  readonly folder: string;
  readonly run: (...words: readonly string[]) => Ended;
  readonly runWith: (env: Where["env"], ...words: readonly string[]) => Ended;
  readonly path: (name: string) => string;
  readonly gone: () => void;
}

/** `mars.csv` holds `episodes` stays of five ready days and more. */
export function example(episodes: number): Example {
  const folder = mkdtempSync(join(tmpdir(), "avtal-evidence-"));
  const made = avtal(["init"], { cwd: folder });
  if (made.code !== 0) throw new Error(made.err);
  const path = (name: string): string => join(folder, name);
  writeFileSync(path("mars.csv"), `${[header, ...rows(episodes)].join("\n")}\n`);
  return {
    folder,
    path,
    run: (...words) => avtal(words, { cwd: folder }),
    runWith: (env = {}, ...words) => avtal(words, { cwd: folder, env }),
    gone: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function rows(episodes: number): string[] {
  return Array.from({ length: episodes }, (_, index) => {
    const day = String(10 + (index % 12)).padStart(2, "0");
    return `v-${index + 1};0001;2025-03-01T10:00;2025-03-01T11:00;2025-03-05T09:00;2025-03-${day}T14:00`;
  });
}

/** Name → bytes of every file of a folder. */
export function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))] as const),
  );
}
