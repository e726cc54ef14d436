import type { CellFault } from "../read/columns/column-builder.ts";

/** AV9116. */
export function impossibleOrder(earlier: string, later: string): CellFault {
  return {
    code: "AV9116",
    headline: {
      sv: `\`${later}\` ligger före \`${earlier}\`, men kan bara komma efter.`,
      en: `\`${later}\` lies before \`${earlier}\`, but can only come after it.`,
    },
    advice: {
      sv: "Rätta tidpunkten i källsystemet. Jag byter inte plats på dem och räknar inte raden som noll.",
      en: "Correct the moment in its source system. I do not swap them, and I do not count the row as zero.",
    },
  };
}
