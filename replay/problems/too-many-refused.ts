import { countShown } from "../shown.ts";
import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9201. */
export function tooManyRefused(
  file: string,
  counts: { readonly refused: number; readonly rows: number; readonly allowed: number },
): DataProblem {
  const [refused, rows, allowed] = [counts.refused, counts.rows, counts.allowed].map(countShown);
  return dataProblem({
    code: "AV9201",
    file,
    headline: {
      sv: `${refused} av ${rows} rader avvisades, och ${allowed} är tillåtet. Inget resultat har lämnats.`,
      en: `${refused} of ${rows} rows were refused, and ${allowed} are allowed. No result was given.`,
    },
    advice: {
      sv: `Rätta raderna i källsystemet, eller kör utan dem: \`--max-refused ${counts.refused}\`.`,
      en: `Correct the rows at their source, or run without them: \`--max-refused ${counts.refused}\`.`,
    },
  });
}
