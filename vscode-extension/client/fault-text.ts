// The text of a report about a fault of ours, for whoever sends it on himself.
// Rule: versions, counts and codes; no text, name, path or value of an agreement, a scenario or a file of episodes.

import type { Lang } from "../workshop/messages.ts";

export interface FaultFacts {
  readonly version: string;
  readonly editor: string;
  /** How many there are of each sort. */
  readonly agreements: number;
  readonly scenarios: number;
  /** Codes of the problems that are shown, one for each problem. */
  readonly codes: readonly string[];
  /** What the program itself said of its faults since it was started. */
  readonly faults: readonly string[];
}

export function faultText({ version, editor, agreements, scenarios, codes, faults }: FaultFacts, lang: Lang): string {
  const say = (sv: string, en: string): string => (lang === "sv" ? sv : en);
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const shownCodes = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${code} × ${count}`);
  const none = say("inga", "none");
  const lines = [
    say("# Fel i Avtal", "# A fault in Avtal"),
    say(
      "Här står inget ur avtal, scenarier eller underlag. Läs igenom och skicka själv; ingenting skickas av sig självt.",
      "Nothing of agreements, scenarios or data stands here. Read it and send it yourself; nothing is sent by itself.",
    ),
    say("## Vad hände, och vad väntade du dig?", "## What happened, and what did you expect?"),
    say("## Uppgifter", "## Facts"),
    [
      `- Avtal ${version}, ${editor}`,
      `- ${say("avtal", "agreements")}: ${agreements}, ${say("scenarier", "scenarios")}: ${scenarios}`,
      `- ${say("problem", "problems")}: ${shownCodes.length === 0 ? none : shownCodes.join(", ")}`,
      `- ${say("fel i programmet", "faults of the program")}: ${faults.length === 0 ? none : ""}`,
      ...faults.map((fault) => `  - ${fault.replace(/\s+/g, " ").slice(0, longest)}`),
    ].join("\n"),
  ];
  return `${lines.join("\n\n")}\n`;
}

/** Letters; a fault of ours is said in one sentence. */
const longest = 300;
