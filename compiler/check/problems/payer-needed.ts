// AV3029. `betalas av` names something that is no payer.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function payerNeeded(about: { readonly expression: Expression; readonly found: Kind }): Problem {
  const what = kindWords(about.found);
  return problem({
    code: "AV3029",
    span: about.expression.span,
    headline: {
      sv: `Efter \`betalas av\` behövs en betalare, men det här är ${what.sv}.`,
      en: `After \`paid by\` a payer is needed, but this is ${what.en}.`,
    },
    cause: {
      sv: "Den som betalar måste finnas i ett register, så att fakturan når rätt mottagare.",
      en: "Whoever pays must be in a register, so that the invoice reaches the right one.",
    },
    advice: {
      sv: "Skriv ett fält eller begrepp av slaget betalare.",
      en: "Write a field or term of the kind payer.",
    },
  });
}
