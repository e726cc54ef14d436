// AV7010. A generated module whose text is not the one that its seal was made over.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { SourceFile } from "../../source.ts";

/** `seal`: where the seal's line stands; undefined where it has been taken away. */
export function builtFileEdited(
  { path, text }: SourceFile,
  seal: { readonly start: number; readonly end: number } | undefined,
): Problem {
  const firstLine = { start: 0, end: Math.max(0, text.indexOf("\n")) };
  return problem({
    code: "AV7010",
    span: { file: path, ...(seal ?? firstLine) },
    headline:
      seal === undefined
        ? { sv: "Filen har inget sigill.", en: "The file has no seal." }
        : { sv: "Filen är ändrad sedan den byggdes.", en: "The file was changed after it was built." },
    cause: {
      sv: "Sigillet är texten i kontrollsumma. Det stämmer inte längre, så ingen vet vilka regler filen räknar efter.",
      en: "The seal is the text as a checksum. It no longer fits, so nobody knows by which rules the file computes.",
    },
    advice: {
      sv: "Ändra i överenskommelsen, och bygg filen på nytt. Låt inget program lägga om dess rader eller radslut.",
      en: "Change the agreement, and build the file again. Let no program lay out its lines or change their ends.",
    },
  });
}
