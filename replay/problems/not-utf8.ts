import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9005. `byte`: the first byte that UTF-8 does not allow there, at `offset` in the file. */
export function notUtf8(
  file: string,
  place: { readonly row: number; readonly offset: number; readonly byte: number },
): DataProblem {
  const looksLikeWindows = place.byte >= 0xc0;
  const shown = place.byte.toString(16).toUpperCase().padStart(2, "0");
  return dataProblem({
    code: "AV9005",
    file,
    row: place.row,
    headline: {
      sv: `Byte ${place.offset} (${shown}) är inte UTF-8.${looksLikeWindows ? " Filen ser ut att vara Windows-1252." : ""}`,
      en: `Byte ${place.offset} (${shown}) is not UTF-8.${looksLikeWindows ? " The file looks like Windows-1252." : ""}`,
    },
    advice: {
      sv: 'Spara filen på nytt som UTF-8 (i Excel "CSV UTF-8"). Jag gissar inte vilka bokstäver som menas.',
      en: 'Save the file again as UTF-8 (in Excel "CSV UTF-8"). I do not guess which letters are meant.',
    },
  });
}
