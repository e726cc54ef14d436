import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9011. `similar`: number of a column whose name is nearly the same; its name is not repeated. */
export function columnMissing(
  file: string,
  column: { readonly code: string; readonly name: string },
  similar: number | undefined,
): DataProblem {
  return dataProblem({
    code: "AV9011",
    file,
    column: column.code,
    headline: {
      sv: `Filen har ingen kolumn \`${column.code}\` (${column.name}).${similar === undefined ? "" : ` Kolumn ${similar} heter nästan så.`}`,
      en: `The file has no column \`${column.code}\` (${column.name}).${similar === undefined ? "" : ` Column ${similar} has nearly that name.`}`,
    },
    advice: {
      sv: `Lägg till den, eller skriv i en fil för \`--columns\` vad den heter hos er: \`${column.code}: KOLUMN\`.`,
      en: `Add it, or say in a file for \`--columns\` what you call it: \`${column.code}: COLUMN\`.`,
    },
  });
}
