import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9016. What the Parquet reader says is not repeated: it may hold values. */
export function unreadableParquet(file: string): DataProblem {
  return dataProblem({
    code: "AV9016",
    file,
    headline: {
      sv: "Filen säger sig vara Parquet, men innehållet hänger inte ihop.",
      en: "The file says that it is Parquet, but its contents do not hold together.",
    },
    advice: { sv: "Skriv filen på nytt, eller lämna den som CSV.", en: "Write the file again, or give it as CSV." },
  });
}

/** AV9017. `type`: the column's type as Parquet has it. */
export function unfitColumnType(file: string, column: string, type: string): DataProblem {
  return dataProblem({
    code: "AV9017",
    file,
    column,
    headline: {
      sv: `Kolumnen har typen ${type}, som inte ger ett exakt svar här.`,
      en: `The column has the type ${type}, which gives no exact answer here.`,
    },
    advice: {
      sv: "Skriv den som text, heltal, datum eller tidpunkt i mikrosekunder.",
      en: "Write it as text, whole number, date or timestamp in microseconds.",
    },
  });
}
