// AV3030. Who is paid or who invoices is something that has no name.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function invoicerHasNoName(about: { readonly name: Name; readonly found: Kind }): Problem {
  const what = kindWords(about.found);
  return problem({
    code: "AV3030",
    span: about.name.span,
    headline: {
      sv: `Här behövs ett namn, men \`${about.name.text}\` är ${what.sv}.`,
      en: `A name is needed here, but \`${about.name.text}\` is ${what.en}.`,
    },
    cause: {
      sv: "Den som får betalt eller fakturerar skrivs ut på raden, så det måste vara en text eller en betalare.",
      en: "Whoever is paid or invoices is printed on the line, so it must be a text or a payer.",
    },
    advice: {
      sv: "Skriv namnet inom citattecken, eller ett fält som innehåller det.",
      en: "Write the name in quotation marks, or a field that holds it.",
    },
  });
}
