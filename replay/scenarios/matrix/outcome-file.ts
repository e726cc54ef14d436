// The outcome file beside a scenario file: what comes out where the scenario itself says nothing of a wording.
// Rule: one line for each case, sorted, with the reason why it was accepted; a wording without a line gives the same as
// the wording before it.

import type { Problem } from "@avtal/compiler/problem";
import type { SourceFile } from "@avtal/compiler/source";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { unreadableOutcome } from "../problems/unreadable-outcome.ts";

export interface RecordedOutcome {
  readonly scenario: string;
  /** `2021-11-01`, with readings where others than the chosen apply: `2021-11-01, faktor=alla`. */
  readonly wording: string;
  readonly outcome: string;
  readonly reason: string;
}

export interface OutcomesRead {
  readonly outcomes: readonly RecordedOutcome[];
  readonly problems: readonly Problem[];
}

/** `genomsnitt.utfall` beside `genomsnitt.yaml`. */
export function outcomePath(scenarioFile: string): string {
  return scenarioFile.replace(/\.ya?ml$/u, ".utfall");
}

const header = `# Utfall som scenarierna inte själva säger, granskade. Skrivs av: avtal test --accept "skäl"
# scenario · lydelse · utfall · skäl. En lydelse som inte nämns ger samma utfall som den före.
`;

export function outcomesFrom({ path, text }: SourceFile): OutcomesRead {
  const outcomes: RecordedOutcome[] = [];
  const problems: Problem[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const written = line.replace(/\r$/u, "");
    const [scenario = "", wording = "", outcome = "", reason = "", ...rest] = written.normalize("NFC").split(" · ");
    if (written.trim() !== "" && !written.startsWith("#")) {
      const isWhole = rest.length === 0 && [scenario, wording, outcome, reason].every((part) => part !== "");
      if (isWhole) outcomes.push({ scenario, wording, outcome, reason });
      else problems.push(unreadableOutcome({ file: path, start, end: start + written.length }));
    }
    start += line.length + 1;
  }
  return { outcomes, problems };
}

export function outcomesText(outcomes: readonly RecordedOutcome[]): string {
  const lines = [...outcomes]
    .sort((a, b) => byCodePoint(a.scenario, b.scenario) || byCodePoint(a.wording, b.wording))
    .map(({ scenario, wording, outcome, reason }) => `${[scenario, wording, outcome, reason].join(" · ")}\n`);
  return header + lines.join("");
}

/** What stands as reason on a line of the file; undefined where nothing is left of it. */
export function reasonFrom(typed: string): string | undefined {
  const reason = typed.normalize("NFC").replaceAll("·", "-").replaceAll(/\s+/gu, " ").trim();
  return reason === "" ? undefined : reason.slice(0, 200);
}
