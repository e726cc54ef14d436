// AV1012. A second head, or a head after statements.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function headInWrongPlace(span: Span, word: string): Problem {
  return problem({
    code: "AV1012",
    span,
    headline: {
      sv: `\`${shown(word)}\` står mitt i filen.`,
      en: `\`${shown(word)}\` stands in the middle of the file.`,
    },
    cause: {
      sv: "En fil är ett dokument. Huvudet står en gång, först, direkt efter språket.",
      en: "A file is one document. Its head stands once, first, directly after the language.",
    },
    advice: {
      sv: "Flytta det till en egen fil, eller ta bort det.",
      en: "Move it to a file of its own, or remove it.",
    },
  });
}
