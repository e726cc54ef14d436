// AV2026. A rule takes over another's lines, which in the end are its own.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function ruleLikeItself(like: Name): Problem {
  return problem({
    code: "AV2026",
    span: like.span,
    headline: {
      sv: "Regeln tar till sist över sina egna rader.",
      en: "The rule in the end takes over its own lines.",
    },
    cause: {
      sv: "`som` leder från regel till regel och måste sluta i en som står själv.",
      en: "`like` leads from rule to rule and must end in one that stands by itself.",
    },
    advice: {
      sv: "Skriv ut raderna i en av dem.",
      en: "Write out the lines in one of them.",
    },
  });
}
