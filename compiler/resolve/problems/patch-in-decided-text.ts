// AV2024. A decided text tries to change its own lines, which only an amendment does.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { PatchStatement } from "../../syntax/ast.ts";

export function patchInDecidedText(patch: PatchStatement): Problem {
  return problem({
    code: "AV2024",
    span: patch.name.span,
    headline: {
      sv: `Texten ändrar \`${patch.name.text}\` i sig själv.`,
      en: `The text changes \`${patch.name.text}\` within itself.`,
    },
    cause: {
      sv: "Rader som ersätter andra hör hemma i en ändring, som har en egen första dag, eller i en tolkning.",
      en: "Lines that replace others belong in an amendment, which has a first day of its own, or in a reading.",
    },
    advice: {
      sv: "Skriv raderna direkt i regeln, eller flytta dem till en egen fil som börjar med `ändring`.",
      en: "Write the lines in the rule itself, or move them to a file of its own that begins with `amendment`.",
    },
  });
}
