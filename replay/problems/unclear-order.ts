import type { CellFault } from "../read/columns/column-builder.ts";

/** AV9105. Both moments lie between 02.00 and 03.00 on the night when that hour comes twice. */
export function unclearOrder(first: string, second: string): CellFault {
  return {
    code: "AV9105",
    headline: {
      sv: `\`${first}\` och \`${second}\` ligger i timmen som kommer två gånger. Vilken som kom först syns inte.`,
      en: `\`${first}\` and \`${second}\` lie in the hour that comes twice. Which came first cannot be seen.`,
    },
    advice: {
      sv: "Skriv tiderna med `Z` eller avstånd till UTC. Blir ordningen ändå omvänd på klockan behöver raden bedömas för hand.",
      en: "Write the times with `Z` or an offset from UTC. If their order still turns on the clock, judge the row by hand.",
    },
  };
}
