import { dataProblem, type DataProblem } from "../data-problem.ts";
import { countShown } from "../shown.ts";

/** AV9220. `groups`: how many groups that may each come to a line there were when the run was left. */
export function tooManyLines(groups: number): DataProblem {
  const count = countShown(groups);
  return dataProblem({
    code: "AV9220",
    headline: {
      sv: `Underlaget ger minst ${count} grupper, som var och en kan bli en rad. Så många ryms inte i minnet, så jag slutar här. Inget är skrivet.`,
      en: `The data give at least ${count} groups, each of which may become a line. So many do not fit in memory, so I stop here. Nothing is written.`,
    },
    advice: {
      sv: "Kör några månader i taget (`--from`, `--to`): ett vårdtillfälle hör till precis en månad. Fler ryms ju mer minne programmet får (`NODE_OPTIONS=--max-old-space-size=8000`).",
      en: "Run some months at a time (`--from`, `--to`): an episode belongs to exactly one month. The more memory the program has, the more fit (`NODE_OPTIONS=--max-old-space-size=8000`).",
    },
  });
}
