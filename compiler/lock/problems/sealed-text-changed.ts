// AV2040. A text that was decided and sealed now means something else.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";
import type { Seal } from "../seals.ts";

export function sealedTextChanged(name: Name, { text, from }: Seal): Problem {
  const [document = text] = text.split("/");
  return problem({
    code: "AV2040",
    span: name.span,
    headline: {
      sv: `\`${text}\` är beslutad och förseglad, men betyder nu något annat.`,
      en: `\`${text}\` is decided and sealed, but now means something else.`,
    },
    cause: {
      sv: `Det som har gällt från och med ${from} skulle ändras i efterhand, även för det som redan är fakturerat.`,
      en: `What has applied from ${from} on would change afterwards, also for what is already invoiced.`,
    },
    advice: {
      sv: `Ställ tillbaka texten, och skriv det nya i en egen fil: \`ändring … av ${document}\`.`,
      en: `Restore the text, and write what is new in a file of its own: \`amendment … of ${document}\`.`,
    },
  });
}
