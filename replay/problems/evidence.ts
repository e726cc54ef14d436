import type { Words } from "@avtal/compiler/problem";
import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV8601. `name`: a file of the folder. */
export function fileMissing(folder: string, name: string): DataProblem {
  return dataProblem({
    code: "AV8601",
    file: folder,
    headline: {
      sv: `\`${name}\` finns i manifestet men inte i mappen.`,
      en: `\`${name}\` stands in the manifest but not in the folder.`,
    },
    advice: runAgain,
  });
}

/** AV8601. The name of a stranger is not repeated: it may be a person's. */
export function filesTooMany(folder: string, count: number): DataProblem {
  return dataProblem({
    code: "AV8601",
    file: folder,
    headline: {
      sv: `I mappen ligger något som körningen inte skrev (${count} st).`,
      en: `The folder holds something that the run did not write (${count}).`,
    },
    advice: {
      sv: "Flytta dem. Mappen är bevis bara som den skrevs.",
      en: "Move them. The folder is evidence only as it was written.",
    },
  });
}

/** AV8602. */
export function fileEdited(folder: string, name: string): DataProblem {
  return dataProblem({
    code: "AV8602",
    file: folder,
    headline: {
      sv: `\`${name}\` är inte längre vad körningen skrev: kontrollsumman är en annan.`,
      en: `\`${name}\` is no longer what the run wrote: its checksum is another.`,
    },
    advice: runAgain,
  });
}

/** AV8603. */
export function otherData(path: string): DataProblem {
  return dataProblem({
    code: "AV8603",
    file: path,
    headline: {
      sv: "Filen är inte den som kördes: kontrollsumman är en annan.",
      en: "The file is not the one that was run: its checksum is another.",
    },
    advice: {
      sv: "Ange filen som kördes med `--data`. Är det nya underlaget rätt, kör om.",
      en: "Give the file that was run with `--data`. If the new data are right, run again.",
    },
  });
}

/** AV8604. `changed`: files of the agreement with another text than then. */
export function otherMeaning(folder: string, agreement: string, changed: readonly string[]): DataProblem {
  const list = changed.map((path) => `\`${path}\``).join(", ");
  const where: Words =
    changed.length === 0
      ? { sv: "Texten är densamma.", en: "The text is the same." }
      : { sv: `Ändrade filer: ${list}.`, en: `Changed files: ${list}.` };
  return dataProblem({
    code: "AV8604",
    file: folder,
    headline: {
      sv: `\`${agreement}\` betyder något annat än när den kördes. ${where.sv}`,
      en: `\`${agreement}\` means something else than when it was run. ${where.en}`,
    },
    advice: {
      sv: "Hämta överenskommelsen som den var, eller kör om med den nya.",
      en: "Fetch the agreement as it was, or run again with the new one.",
    },
  });
}

/** AV8605. `place`: the first thing that differs, without any value. */
export function otherResult(folder: string, name: string, place: string): DataProblem {
  const at = place === "" ? "" : ` (${place})`;
  return dataProblem({
    code: "AV8605",
    file: folder,
    headline: {
      sv: `Räknat på nytt blir \`${name}\` en annan. Först skiljer${at === "" ? " innehållet" : at} sig.`,
      en: `Computed again, \`${name}\` comes out otherwise. What differs first: ${place === "" ? "its contents" : place}.`,
    },
    advice: {
      sv: "Underlag och betydelse är desamma. Jämför versionerna i manifestet, och kör om.",
      en: "Data and meaning are the same. Compare the versions in the manifest, and run again.",
    },
  });
}

/** AV8606. `place`: the first entry that differs. */
export function manifestDiffers(folder: string, place: string): DataProblem {
  return dataProblem({
    code: "AV8606",
    file: folder,
    headline: {
      sv: `Manifestet säger något annat än körningen: \`${place}\`.`,
      en: `The manifest says something else than the run: \`${place}\`.`,
    },
    advice: runAgain,
  });
}

/** AV8607. */
export function dataNotFound(name: string): DataProblem {
  return dataProblem({
    code: "AV8607",
    headline: {
      sv: `Underlaget \`${name}\` finns varken här eller bredvid mappen.`,
      en: `The data file \`${name}\` is neither here nor beside the folder.`,
    },
    advice: { sv: "Säg var det ligger med `--data FIL`.", en: "Say where it is with `--data FILE`." },
  });
}

/** AV8611. Our own fault, and therefore loud. */
export function doesNotTieOut(folder: string): DataProblem {
  return dataProblem({
    code: "AV8611",
    file: folder,
    headline: {
      sv: "Rapporten går inte ihop: en summa är inte summan av sina delar. Rutan Avstämning är röd.",
      en: "The report does not tie out: a sum is not the sum of its parts. The box Reconciliation is red.",
    },
    advice: {
      sv: "Använd den inte. Det är ett fel hos oss: skriv till oss, med kommandot.",
      en: "Do not use it. It is our fault: write to us, with the command.",
    },
  });
}

const runAgain: Words = {
  sv: "Kör om med `--out NY-MAPP`, och lita inte på den här mappen.",
  en: "Run again with `--out NEW-FOLDER`, and do not trust this folder.",
};
