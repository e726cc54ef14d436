import type { Words } from "@avtal/compiler/problem";
import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9002. */
export function notAnOrdinaryFile(file: string, sort: "folder" | "link" | "device"): DataProblem {
  return dataProblem({ code: "AV9002", file, headline: headlines[sort], advice });
}

const headlines: Readonly<Record<"folder" | "link" | "device", Words>> = {
  folder: { sv: "Det är en mapp, inte en fil.", en: "This is a folder, not a file." },
  link: {
    sv: "Det är en länk. Den kan peka om till något annat medan jag läser.",
    en: "This is a link. It can be pointed elsewhere while I read.",
  },
  device: {
    sv: "Det är ingen vanlig fil, så jag kan inte veta var den slutar.",
    en: "This is no ordinary file, so I cannot know where it ends.",
  },
};

const advice: Words = { sv: "Ange själva datafilen.", en: "Give the data file itself." };
