// Which changes of an agreement no scenario notices, by clause, each with a scenario that would where one is found.
// Rule: what cannot change any outcome stands apart, with the reason.

import type { Words } from "@avtal/compiler/problem";
import { mutationScore, type Mutation, type Survivor } from "@avtal/replay/scenarios/mutation/survivors";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Terminal } from "./terminal.ts";

export function mutationReport(mutation: Mutation, terminal: Terminal): string {
  const { words, outColours } = terminal;
  const { mutants, noticed, survivors } = mutation;
  const score = mutationScore(mutation);
  const ofKind = (kind: Survivor["kind"]): Survivor[] => survivors.filter((each) => each.kind === kind);
  const parts = [
    outColours.bold(
      words({
        sv: `Scenarierna märker ${noticed} av ${mutants} små ändringar av texten, ${score} % av dem som kan ha betydelse.`,
        en: `The scenarios notice ${noticed} of ${mutants} small changes of the text, ${score} % of those that can matter.`,
      }),
    ),
    scoresText(mutation, terminal),
    ...part(ofKind("missed"), { sv: "Märks inte av något scenario", en: "Noticed by no scenario" }, terminal),
    ...part(
      ofKind("unknown"),
      {
        sv: "Märks inte, och jag har inte hittat något fall som skiljer",
        en: "Not noticed, and I have found no case that differs",
      },
      terminal,
    ),
    ...part(ofKind("same"), { sv: "Kan inte ändra något utfall", en: "Cannot change any outcome" }, terminal),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** One line for each agreement: its score, and what it is made of. */
function scoresText({ documents }: Mutation, { words }: Terminal): string {
  const wide = Math.max(...documents.map(({ document }) => document.length), 0);
  const lines = documents.map((counts) => {
    const { document, mutants, noticed, apart } = counts;
    const head = `  ${document.padEnd(wide)}  ${`${mutationScore(counts)}`.padStart(3)} %`;
    return words({
      sv: `${head}   ${noticed} av ${mutants - apart} märks, ${apart} kan inte ändra något`,
      en: `${head}   ${noticed} of ${mutants - apart} noticed, ${apart} cannot change anything`,
    });
  });
  return lines.join("\n");
}

function part(survivors: readonly Survivor[], title: Words, { words, outColours }: Terminal): string[] {
  if (survivors.length === 0) return [];
  const places = [...new Set(survivors.map(placeOf))].sort(byCodePoint);
  const lines = places.flatMap((place) => [
    `  ${place}`,
    ...survivors.filter((each) => placeOf(each) === place).flatMap((each) => survivorLines(each, words)),
  ]);
  return [[outColours.bold(words(title)), ...lines].join("\n")];
}

function placeOf({ mutant: { document, clause } }: Survivor): string {
  return clause === null || clause.assumption ? document : `${document} ${clause.place}`;
}

function survivorLines(survivor: Survivor, words: Terminal["words"]): string[] {
  const { mutant } = survivor;
  const readings = [...mutant.readings].map(([question, reading]) => `${question}=${reading}`).join(", ");
  const under = readings === "" ? "" : ` (${readings})`;
  const head = [
    `    ${words(mutant.owner)}${under}`,
    `      ${words(mutant.before)}`,
    `      → ${words(mutant.after)}`,
  ];
  switch (survivor.kind) {
    case "missed":
      return [
        ...head,
        ...survivor.scenario
          .trimEnd()
          .split("\n")
          .map((line) => `        ${line}`),
      ];
    case "same":
    case "unknown":
      return [...head, ...survivor.because.slice(0, 2).map((reason) => `        ${words(reason)}`)];
  }
}
