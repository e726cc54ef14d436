import type { Words } from "@avtal/compiler/problem";
import type { CellFault } from "../read/columns/column-builder.ts";
import { shapeOf } from "../read/shape.ts";

type Reason = "too-long" | "space-outside" | "control" | "not-a-code";

/** AV9118. */
export function unusableText(text: string, reason: Reason): CellFault {
  const shape = shapeOf(text);
  const why = reasons[reason];
  return {
    code: "AV9118",
    headline: { sv: `${why.sv} (${shape.sv}).`, en: `${why.en} (${shape.en}).` },
    advice: advices[reason],
  };
}

const reasons: Readonly<Record<Reason, Words>> = {
  "too-long": { sv: "Texten är längre än 200 tecken", en: "The text is longer than 200 characters" },
  "space-outside": {
    sv: "Texten börjar eller slutar med ett blanksteg",
    en: "The text begins or ends with a space",
  },
  "not-a-code": {
    sv: "Ett id eller en pseudonym har inga blanksteg och inga å, ä, ö, men det här har det",
    en: "An id or a pseudonym has no spaces and no letters beyond a–z, but this has",
  },
  control: { sv: "Texten innehåller tecken som inte syns", en: "The text holds characters that cannot be seen" },
};

const advices: Readonly<Record<Reason, Words>> = {
  "too-long": {
    sv: "Kontrollera att kolumnerna inte har förskjutits.",
    en: "Check that the columns have not been shifted.",
  },
  "space-outside": {
    sv: "Ta bort blanksteget i källan. Två texter som skiljer sig så är annars två olika.",
    en: "Remove the space at the source. Two texts that differ so would otherwise be two things.",
  },
  "not-a-code": {
    sv: "Kontrollera att inget namn har hamnat i kolumnen. Skriv id:t utan blanksteg.",
    en: "Check that no name has got into the column. Write the id without spaces.",
  },
  control: { sv: "Ta bort dem i källan.", en: "Remove them at the source." },
};
