import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9010. The first row is not repeated: without a header it is somebody's row. */
export function noHeader(file: string, isEmpty: boolean): DataProblem {
  return dataProblem({
    code: "AV9010",
    file,
    row: 1,
    headline: isEmpty
      ? { sv: "Filen är tom.", en: "The file is empty." }
      : {
          sv: "Ingen kolumn på första raden har ett namn som ordlistan känner.",
          en: "No column of the first row has a name that the vocabulary knows.",
        },
    advice: {
      sv: "Första raden ska vara kolumnnamnen (`id`, `municipality`, `ready_notice_at` …). Heter de annat, använd `--columns`.",
      en: "The first row must be the column names (`id`, `municipality`, `ready_notice_at` …). If they differ, use `--columns`.",
    },
  });
}
