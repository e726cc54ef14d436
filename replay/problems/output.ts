import type { Words } from "@avtal/compiler/problem";
import { basename } from "node:path";
import { dataProblem, type DataProblem } from "../data-problem.ts";
import type { Holder } from "../folder-lock.ts";

export type UnfitFolder = "link" | "not-empty" | "file" | "no-parent";

/** AV9209. Nothing was written. */
export function unfitFolder(folder: string, why: UnfitFolder): DataProblem {
  return dataProblem({
    code: "AV9209",
    file: folder,
    headline: headlines[why],
    advice: {
      sv: "Ange en mapp som inte finns än. Den skapas när hela resultatet är klart.",
      en: "Name a folder that does not exist yet. It is made when the whole result is ready.",
    },
  });
}

const headlines: Readonly<Record<UnfitFolder, Words>> = {
  link: {
    sv: "Det är en länk. Resultatet kunde hamna någon annanstans än du ser.",
    en: "This is a link. The result could end up elsewhere than you see.",
  },
  "not-empty": {
    sv: "Mappen finns redan och är inte tom. Jag skriver inte över något.",
    en: "The folder exists already and is not empty. I do not overwrite anything.",
  },
  file: { sv: "Där ligger redan en fil.", en: "There is a file there already." },
  "no-parent": {
    sv: "Mappen som den ska ligga i finns inte.",
    en: "The folder that it should lie in does not exist.",
  },
};

/** AV9209. A run lies there already; it is corrected by another run, never written over. */
export function runThereAlready(folder: string): DataProblem {
  return dataProblem({
    code: "AV9209",
    file: folder,
    headline: {
      sv: "I mappen ligger redan en körning. Jag skriver inte över den.",
      en: "The folder holds a run already. I do not overwrite it.",
    },
    advice: {
      sv: `Ange en ny mapp. Ska den nya rätta den gamla: \`--out NY-MAPP --supersede ${basename(folder)}\`.`,
      en: `Name a new folder. If the new run corrects the old one: \`--out NEW-FOLDER --supersede ${basename(folder)}\`.`,
    },
  });
}

/** AV9210. `reason`: the host's error code. The folder is as it was before. */
export function notWritten(folder: string, reason: string): DataProblem {
  return dataProblem({
    code: "AV9210",
    file: folder,
    headline: {
      sv: `Resultatet gick inte att skriva (${reason}). Inget har lämnats kvar.`,
      en: `The result could not be written (${reason}). Nothing was left behind.`,
    },
    advice: {
      sv: "Kontrollera utrymmet på disken och rätten att skriva, och kör igen.",
      en: "Check the space on the disk and the right to write, and run again.",
    },
  });
}

/** AV9216. Another run writes there. A lock of a process that is gone is taken over without a word. */
export function heldFolder(folder: string, { process, lock }: Holder): DataProblem {
  return dataProblem({
    code: "AV9216",
    file: folder,
    headline: {
      sv: `En annan körning (process ${process}) skriver redan till mappen.`,
      en: `Another run (process ${process}) is writing to the folder already.`,
    },
    advice: {
      sv: `Vänta tills den är klar, eller ange en annan mapp. Om ingen körning pågår: ta bort ${basename(lock)} bredvid mappen.`,
      en: `Wait until it has ended, or name another folder. If nothing is running: remove ${basename(lock)} beside the folder.`,
    },
  });
}

/** AV9215. `agreement`: the one that was asked for. */
export function nothingBuiltThere(folder: string, agreement: string | undefined): DataProblem {
  const of = agreement === undefined ? { sv: "", en: "" } : { sv: ` av \`${agreement}\``, en: ` of \`${agreement}\`` };
  return dataProblem({
    code: "AV9215",
    file: folder,
    headline: {
      sv: `I mappen ligger ingen fil som avtal har byggt${of.sv}.`,
      en: `The folder holds no file that avtal has built${of.en}.`,
    },
    advice: {
      sv: "Ange mappen från `avtal build --out`. Filerna ska heta som de hette där.",
      en: "Name the folder from `avtal build --out`. The files keep the names that they had there.",
    },
  });
}
