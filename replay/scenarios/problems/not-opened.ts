import type { Problem, Words } from "@avtal/compiler/problem";
import { scenarioProblem } from "../scenario-problem.ts";

export type Unopened = "not-utf8" | "gone" | "not-allowed" | "link";

/** AV8016. `detail`: the first byte that no UTF-8 text has there, or what the machine answered. */
export function scenarioNotOpened(path: string, why: Unopened, detail: string): Problem {
  const { headline, advice } = said[why];
  const add = (text: string): string => (detail === "" ? text : `${text} (${detail})`);
  return scenarioProblem({
    code: "AV8016",
    span: { file: path, start: 0, end: 0 },
    headline: { sv: `${add(headline.sv)}.`, en: `${add(headline.en)}.` },
    cause: { sv: "Utan filen kan jag inte pröva dess scenarier.", en: "Without the file I cannot test its scenarios." },
    advice,
  });
}

const said: Readonly<Record<Unopened, { readonly headline: Words; readonly advice: Words }>> = {
  "not-utf8": {
    headline: { sv: "Filen är inte UTF-8", en: "The file is not UTF-8" },
    advice: {
      sv: "Spara den på nytt som UTF-8. Jag gissar inte vilka bokstäver som menas.",
      en: "Save it again as UTF-8. I do not guess which letters are meant.",
    },
  },
  gone: {
    headline: { sv: "Filen finns inte", en: "The file does not exist" },
    advice: { sv: "Kontrollera namnet.", en: "Check the name." },
  },
  "not-allowed": {
    headline: { sv: "Filen går inte att läsa", en: "The file cannot be read" },
    advice: { sv: "Kontrollera rättigheterna till filen.", en: "Check the rights to the file." },
  },
  link: {
    headline: { sv: "Filen är en länk", en: "The file is a link" },
    advice: {
      sv: "Lägg filen själv i mappen, så att alla läser samma text.",
      en: "Put the file itself in the folder, so that everybody reads the same text.",
    },
  },
};
