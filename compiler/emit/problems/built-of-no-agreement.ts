// AV7012. A generated module whose agreement the folder does not have.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { SourceFile } from "../../source.ts";

export function builtOfNoAgreement({ path, text }: SourceFile, agreements: readonly string[]): Problem {
  const list = agreements.map((name) => `\`${name}\``).join(", ");
  return problem({
    code: "AV7012",
    span: { file: path, start: 0, end: Math.max(0, text.indexOf("\n")) },
    headline: {
      sv: "Filen är byggd, men här finns ingen överenskommelse som ger den.",
      en: "The file was built, but there is no agreement here that gives it.",
    },
    cause: { sv: `Här finns ${list}.`, en: `There are ${list}.` },
    advice: {
      sv: "Ta bort filen om överenskommelsen är borta. Har filen fått ett nytt namn, ge den dess eget igen.",
      en: "Remove the file if the agreement is gone. If the file was renamed, give it its own name again.",
    },
  });
}
