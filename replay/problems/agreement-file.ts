import type { Words } from "@avtal/compiler/problem";
import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9301. `offset`: the first byte that no UTF-8 text has there. */
export function agreementNotUtf8(file: string, offset: number, byte: number): DataProblem {
  const shown = byte.toString(16).toUpperCase().padStart(2, "0");
  const isNul = byte === 0;
  return dataProblem({
    code: "AV9301",
    file,
    headline: {
      sv: isNul ? `Byte ${offset} är NUL, som ingen text har.` : `Byte ${offset} (${shown}) är inte UTF-8.`,
      en: isNul ? `Byte ${offset} is NUL, which no text has.` : `Byte ${offset} (${shown}) is not UTF-8.`,
    },
    advice: {
      sv: "Spara filen på nytt som UTF-8. Jag gissar inte vilka bokstäver som menas.",
      en: "Save the file again as UTF-8. I do not guess which letters are meant.",
    },
  });
}

/** AV9301. The first two bytes say UTF-16. */
export function agreementUtf16(file: string): DataProblem {
  return dataProblem({
    code: "AV9301",
    file,
    headline: { sv: "Byte 0 säger att filen är UTF-16.", en: "Byte 0 says that the file is UTF-16." },
    advice: { sv: "Spara filen på nytt som UTF-8.", en: "Save the file again as UTF-8." },
  });
}

/** AV9302. */
export function linkOutOfFolder(file: string): DataProblem {
  return dataProblem({
    code: "AV9302",
    file,
    headline: {
      sv: "Länken leder till en plats utanför mappen med överenskommelser.",
      en: "The link leads to a place outside the folder of agreements.",
    },
    advice: {
      sv: "Lägg filen själv i mappen, så att alla läser samma text.",
      en: "Put the file itself in the folder, so that everybody reads the same text.",
    },
  });
}

/** AV9303. */
export function noAgreements(folder: string): DataProblem {
  return dataProblem({
    code: "AV9303",
    file: folder,
    headline: {
      sv: "Jag hittar ingen fil som slutar på `.avtal` här.",
      en: "I find no file that ends in `.avtal` here.",
    },
    advice: {
      sv: "Gå till mappen med överenskommelser, ange den, eller börja med `avtal init`.",
      en: "Go to the folder of agreements, name it, or begin with `avtal init`.",
    },
  });
}

/** AV9304. */
export function fileTooLarge(file: string): DataProblem {
  const words: Words = {
    sv: "Filen är större än 4 000 000 byte. Ingen överenskommelse är så lång.",
    en: "The file is larger than 4,000,000 bytes. No agreement is that long.",
  };
  return dataProblem({
    code: "AV9304",
    file,
    headline: words,
    advice: {
      sv: "Kontrollera att det är rätt fil, eller dela den.",
      en: "Check that it is the right file, or divide it.",
    },
  });
}
