import type { Words } from "@avtal/compiler/problem";
import { dataProblem, type DataProblem } from "../data-problem.ts";

export type ForeignFormat = "packed" | "workbook" | "old-workbook" | "utf-16" | "encrypted-parquet";

/** AV9004. A packed file is not unpacked: a megabyte can hold a gigabyte of zeros. */
export function foreignFormat(file: string, format: ForeignFormat): DataProblem {
  return dataProblem({ code: "AV9004", file, headline: headlines[format], advice: advices[format] });
}

const headlines: Readonly<Record<ForeignFormat, Words>> = {
  packed: { sv: "Filen är packad (gzip eller liknande).", en: "The file is packed (gzip or the like)." },
  workbook: {
    sv: "Filen är ett zip-arkiv eller en Excel-arbetsbok.",
    en: "The file is a zip archive or an Excel workbook.",
  },
  "old-workbook": { sv: "Filen är en äldre Excel-arbetsbok.", en: "The file is an older Excel workbook." },
  "utf-16": { sv: "Filen är skriven i UTF-16.", en: "The file is written in UTF-16." },
  "encrypted-parquet": { sv: "Parquetfilen är krypterad.", en: "The Parquet file is encrypted." },
};

const save: Words = {
  sv: 'Spara den som "CSV UTF-8 (kommaavgränsad)" och ange den filen.',
  en: 'Save it as "CSV UTF-8 (comma delimited)" and give that file.',
};

const advices: Readonly<Record<ForeignFormat, Words>> = {
  packed: { sv: "Packa upp den först.", en: "Unpack it first." },
  workbook: save,
  "old-workbook": save,
  "utf-16": { sv: "Spara den som UTF-8.", en: "Save it as UTF-8." },
  "encrypted-parquet": {
    sv: "Ange en okrypterad fil på en plats som bara du når.",
    en: "Give an unencrypted file in a place that only you can reach.",
  },
};
