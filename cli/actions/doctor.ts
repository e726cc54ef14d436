// What `avtal doctor` does: looks at the machine and the folder, and says of each thing whether it will do.

import { accessSync, constants } from "node:fs";
import { resolve } from "node:path";
import type { Words } from "@avtal/compiler/problem";
import { readWorkspace } from "@avtal/replay/read-workspace";
import { agreementsFolder } from "../agreements-folder.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";

export interface DoctorOptions {
  readonly json?: true;
}

interface Finding {
  readonly what: Words;
  /** `bad` is what commands cannot work without; `note` what some of them will miss. */
  readonly state: "good" | "note" | "bad";
  readonly says: Words;
}

export async function doctor(options: DoctorOptions, terminal: Terminal): Promise<ExitCode> {
  const findings = [ofNode(), await ofDuckDb(), ...ofFolder(), ofDisk()];
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ formatVersion: 1, avtal: version, findings }, null, 2)}\n`);
  } else {
    const marks = { good: "✔", note: "·", bad: "✘" } as const;
    const lines = findings.map(
      ({ what, state, says }) => `${marks[state]} ${terminal.words(what)}: ${terminal.words(says)}`,
    );
    terminal.out(`avtal ${version}\n${lines.join("\n")}\n`);
  }
  return findings.some(({ state }) => state === "bad") ? exitCode.environment : exitCode.ok;
}

function ofNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNewEnough = major > 20 || (major === 20 && minor >= 20);
  const says = `${process.versions.node}, ${process.platform} ${process.arch}`;
  return {
    what: same("Node"),
    state: isNewEnough ? "good" : "bad",
    says: same(isNewEnough ? says : `${says} (>= 20.20)`),
  };
}

async function ofDuckDb(): Promise<Finding> {
  const what = { sv: "Parquet (DuckDB)", en: "Parquet (DuckDB)" };
  try {
    const { duckDbVersion } = await import("@avtal/replay/duckdb/version");
    return { what, state: "good", says: same(await duckDbVersion()) };
  } catch (error) {
    const code = error instanceof Error ? error.name : "?";
    return {
      what,
      state: "note",
      says: {
        sv: `går inte att läsa in (${code}); CSV fungerar ändå`,
        en: `cannot be loaded (${code}); CSV works all the same`,
      },
    };
  }
}

function ofFolder(): Finding[] {
  const { folder } = agreementsFolder([]);
  const { workspace, problems, sourcesFrom } = readWorkspace({ folder, sources: undefined });
  const files = workspace.files.length;
  return [
    {
      what: { sv: "Överenskommelser", en: "Agreements" },
      state: files > 0 && problems.length === 0 ? "good" : "note",
      says:
        files > 0
          ? { sv: `${files} filer`, en: `${files} files` }
          : { sv: "inga här; börja med `avtal init`", en: "none here; begin with `avtal init`" },
    },
    {
      what: { sv: "Källtexter", en: "Source texts" },
      state: sourcesFrom === undefined ? "note" : "good",
      says:
        sourcesFrom === undefined
          ? {
              sv: "inga; citat prövas inte (`avtal check --sources MAPP`)",
              en: "none; quotes go unchecked (`avtal check --sources FOLDER`)",
            }
          : same(`${workspace.sources?.size ?? 0}`),
    },
  ];
}

function ofDisk(): Finding {
  const what = { sv: "Skrivrätt här", en: "Right to write here" };
  try {
    accessSync(resolve("."), constants.W_OK);
    return { what, state: "good", says: { sv: "ja", en: "yes" } };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "?";
    return { what, state: "note", says: { sv: `nej (${code})`, en: `no (${code})` } };
  }
}

function same(text: string): Words {
  return { sv: text, en: text };
}
