// AV6005. A reading replaces some of what its question is about and says nothing of the rest.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name, Reading } from "../../syntax/ast.ts";

/** `place` is the rule, condition, term or value that carries the question, and `tag` where it does. */
export function readingPassesOver(reading: Reading, place: string, tag: Name): Problem {
  return problem({
    code: "AV6005",
    span: reading.name.span,
    headline: {
      sv: `Tolkningen \`${reading.name.text}\` säger inte vad som står i stället i \`${place}\`.`,
      en: `The reading \`${reading.name.text}\` does not say what stands instead in \`${place}\`.`,
    },
    cause: {
      sv: "Det som är märkt med frågan gäller bara `som skrivet`. Varje annan tolkning säger vad som står i dess ställe.",
      en: "What is marked with the question applies only `as written`. Every other reading says what stands in its place.",
    },
    advice: {
      sv: `Skriv det i tolkningen under \`${place}\`, eller \`inget\` om inget ska stå där. Är texten densamma ska den inte vara märkt.`,
      en: `Write it in the reading under \`${place}\`, or \`nothing\`. Where the text is the same it should not be marked.`,
    },
    related: [{ span: tag.span, says: { sv: "Detta är märkt med frågan.", en: "This is marked with the question." } }],
  });
}
