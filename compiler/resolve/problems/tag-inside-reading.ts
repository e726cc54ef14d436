// AV6009. A line inside a reading says that it belongs to a question.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name, Reading } from "../../syntax/ast.ts";

export function tagInsideReading(tag: Name, reading: Reading): Problem {
  return problem({
    code: "AV6009",
    span: tag.span,
    headline: {
      sv: `En rad i tolkningen \`${reading.name.text}\` hänvisar själv till en fråga.`,
      en: `A line in the reading \`${reading.name.text}\` itself refers to a question.`,
    },
    cause: {
      sv: "En tolkning är ett av svaren på en fråga. Dess rader hör redan till den och kan inte vänta på en annan.",
      en: "A reading is one of the answers to a question. Its lines belong to it already and cannot wait for another.",
    },
    advice: {
      sv: "Ta bort hänvisningen. Är även den raden tveksam blir det en tolkning till.",
      en: "Remove the reference. If that line is in doubt too, it makes one more reading.",
    },
  });
}
