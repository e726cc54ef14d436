import type { Words } from "@avtal/compiler/problem";
import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9001. `reason`: the host's error code. */
export function notOpened(file: string, reason: string): DataProblem {
  return dataProblem({ code: "AV9001", file, headline: headlines[reason] ?? other(reason), advice });
}

const headlines: Readonly<Record<string, Words>> = {
  ENOENT: { sv: "Filen finns inte där.", en: "There is no such file." },
  EACCES: { sv: "Jag får inte läsa filen.", en: "I may not read the file." },
  EPERM: { sv: "Jag får inte läsa filen.", en: "I may not read the file." },
};

function other(reason: string): Words {
  return {
    sv: `Filen gick inte att öppna (${reason}).`,
    en: `The file could not be opened (${reason}).`,
  };
}

const advice: Words = {
  sv: "Kontrollera sökvägen och att du har rätt att läsa filen.",
  en: "Check the path, and that you may read the file.",
};
