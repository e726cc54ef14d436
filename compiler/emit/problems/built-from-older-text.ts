// AV7011. A generated file that is whole, but not what the agreements give now.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { SourceFile } from "../../source.ts";

export interface WhatDiffers {
  /** Whether a seal has shown that nobody edited the file. */
  readonly isSealed: boolean;
  /** Whether the file names the meaning that the agreement has now. */
  readonly sameMeaning: boolean;
}

export function builtFromOlderText({ path, text }: SourceFile, differs: WhatDiffers): Problem {
  return problem({
    code: "AV7011",
    span: { file: path, start: 0, end: Math.max(0, text.indexOf("\n")) },
    headline: {
      sv: "Filen är inte vad överenskommelsen ger nu.",
      en: "The file is not what the agreement gives now.",
    },
    cause: causeOf(differs),
    advice: { sv: "Bygg den på nytt i en ny mapp, och byt.", en: "Build it again in a new folder, and exchange." },
  });
}

function causeOf({ isSealed, sameMeaning }: WhatDiffers): Words {
  if (!isSealed) {
    return {
      sv: "Överenskommelsen är en annan sedan filen byggdes, eller så har någon ändrat i filen.",
      en: "The agreement is another since the file was built, or somebody has edited the file.",
    };
  }
  return sameMeaning
    ? {
        sv: "Betydelsen är densamma. Orden i texten är andra, eller så skrevs filen av en annan version av avtal.",
        en: "The meaning is the same. The words of the text are others, or another version of avtal wrote the file.",
      }
    : {
        sv: "Överenskommelsen betyder något annat än när filen byggdes.",
        en: "The agreement means something else than when the file was built.",
      };
}
