import type { Problem, Words } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioProblem } from "../scenario-problem.ts";

export type Richness = "alias" | "anchor" | "tag" | "directive" | "documents";

/** AV8002. */
export function notPlain(span: Span, what: Richness): Problem {
  return scenarioProblem({
    code: "AV8002",
    span,
    headline: headlines[what],
    cause: {
      sv: "Ett scenario ska gå att läsa rakt igenom. Det som pekar någon annanstans eller byter betydelse läser jag inte.",
      en: "A scenario can be read straight through. I do not read what points elsewhere or changes meaning.",
    },
    advice: advice[what],
  });
}

const headlines: Readonly<Record<Richness, Words>> = {
  alias: {
    sv: "`*` i början av ett värde pekar på något som står någon annanstans.",
    en: "`*` at the start of a value points to something that stands elsewhere.",
  },
  anchor: { sv: "`&` i början av ett värde ger det ett märke.", en: "`&` at the start of a value gives it a mark." },
  tag: {
    sv: "`!` i början av ett värde säger vilket slag det ska läsas som.",
    en: "`!` at the start of a value says as what sort it is to be read.",
  },
  directive: { sv: "`%` först i filen ändrar hur den ska läsas.", en: "`%` first in the file changes how it is read." },
  documents: { sv: "`---` börjar en andra fil i filen.", en: "`---` begins a second file within the file." },
};

const advice: Readonly<Record<Richness, Words>> = {
  alias: {
    sv: "Skriv ut det som menas, eller lägg det i `bakgrund`. Är `*` en del av texten, sätt citattecken om den.",
    en: "Write out what is meant, or put it in `background`. If `*` is part of the text, put quotation marks around it.",
  },
  anchor: {
    sv: "Ta bort märket. Är `&` en del av texten, sätt citattecken om den.",
    en: "Remove the mark. If `&` is part of the text, put quotation marks around it.",
  },
  tag: {
    sv: "Ta bort det. Är `!` en del av texten, sätt citattecken om den.",
    en: "Remove it. If `!` is part of the text, put quotation marks around it.",
  },
  directive: { sv: "Ta bort raden.", en: "Remove the line." },
  documents: {
    sv: "Lägg det som följer i en egen fil, eller ta bort raden.",
    en: "Put what follows in a file of its own, or remove the line.",
  },
};
