// `avtal witness` from the outside: what it prints, what it writes, and how it ends.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { witnessCommand } from "../../cli/actions/witness.ts";
import type { WitnessCommandOptions } from "../../cli/actions/witness.ts";
import { noSecondOpinion } from "@avtal/replay/problems/witness";
import type { Lang } from "../../cli/terminal.ts";
import { listening } from "../harness/terminal.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "avtal-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

async function run(
  wordings: readonly [string, string | undefined],
  options: Partial<WitnessCommandOptions> = {},
  lang: Lang = "sv",
): Promise<Ended> {
  const { terminal, out, said } = listening(lang);
  const code = await witnessCommand(wordings, { episodes: "20", ...options }, terminal);
  return { code, out: out(), said: said() };
}

const limits: readonly [string, string] = ["stockholm@2020-01-01", "stockholm@2021-11-01"];

describe("two wordings that differ", () => {
  test("one sentence with both amounts comes first, then the case, then each wording with its clause", async () => {
    const path = join(folder, "skillnad.yaml");
    const { code, out, said } = await run(limits, { out: path, detailedExitcode: true });
    const text = out.replaceAll("\u00a0", " ");
    expect(code).toBe(1);
    expect(text.replaceAll("\n", " ")).toMatch(
      /^Ett vårdtillfälle räcker: stockholm@2020-01-01 ger 0,00 kr, stockholm@2021-11-01 ger 8 120,00 kr\./,
    );
    expect(text).toContain("utskrivningstid           2024-10-10 15:00");
    expect(text).toMatch(/stockholm@2021-11-01 .* 0,7 dagar .* 8 120,00 kr +12\.3 /);
    expect(said).toContain(`Scenariot ligger i ${path}.`);
    expect(readFileSync(path, "utf8")).toContain("belopp: 8 120,00 kr");
    expect(readdirSync(folder)).toEqual(["skillnad.yaml"]);
  });

  test("as JSON amounts are texts, and the scenario is whole", async () => {
    const { code, out } = await run(limits, { json: true });
    const parsed: unknown = JSON.parse(out);
    expect(code).toBe(0);
    expect(parsed).toMatchObject({
      verdict: "differ",
      in: "amounts",
      outcomes: {
        a: { lines: [] },
        b: { lines: [{ amountOre: "812000", quantity: "7/10", clause: expect.stringMatching(/^12\.3/) }] },
      },
      scenarios: [{ agreement: "stockholm" }],
    });
  });
});

test("nothing is written over, and what stops it is said before any work is done", async () => {
  const path = join(folder, "fallet.yaml");
  writeFileSync(path, "mitt\n");
  expect(await run(limits, { out: path })).toMatchObject({ code: 2, said: expect.stringContaining("AV8502") });
  expect(readFileSync(path, "utf8")).toBe("mitt\n");
  for (const out of [join(folder, "fallet.txt"), join(folder, "ingen", "fallet.yaml")]) {
    expect(await run(limits, { out })).toMatchObject({ code: 2, said: expect.stringContaining("AV8502") });
    expect(existsSync(out)).toBe(false);
  }
});

test("one wording without a choice has nothing to be told apart from", async () => {
  const { code, said } = await run(["stockholm@2021-11-01", undefined]);
  expect(code).toBe(2);
  expect(said).toContain("AV8501");
});

test("a second opinion agrees, in words and in JSON", async () => {
  const wordings: readonly [string, string] = ["stockholm@2021-11-01", "stockholm@2021-11-01"];
  const { code, out } = await run(wordings, { secondOpinion: "z3" }, "en");
  expect(code).toBe(0);
  expect(out).toContain("give the same for every case.");
  expect(out).toMatch(/Second opinion, z3: no (?:care episode and no group can come out otherwise|answer)/u);
  const { out: json } = await run(wordings, { secondOpinion: "z3", json: true });
  expect(JSON.parse(json)).toMatchObject({
    verdict: "same",
    secondOpinion: { kind: expect.stringMatching(/same|none/u) },
  });
});

test("where the prover is not installed, that is said under its own code, with how to get it", () => {
  const said = noSecondOpinion();
  expect(said.code).toBe("AV8503");
  expect(said.advice?.sv).toContain("npm install z3-solver@4.13.3");
});
