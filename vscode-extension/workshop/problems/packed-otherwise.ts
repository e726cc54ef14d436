import { dataProblem, type DataProblem } from "@avtal/replay/data-problem";

/** AV9016, said of a file that is whole but packed in a way that only `avtal` itself reads. */
export function packedOtherwise(file: string, codec: string): DataProblem {
  return dataProblem({
    code: "AV9016",
    file,
    headline: {
      sv: `Filen är packad med ${codec}, som redigeraren inte läser.`,
      en: `The file is packed with ${codec}, which the editor does not read.`,
    },
    advice: {
      sv: "Kör `avtal jämför` i terminalen, eller spara filen med Snappy eller Zstandard.",
      en: "Run `avtal diff` in the terminal, or save the file with Snappy or Zstandard.",
    },
  });
}
