// AV2008. A name exists, but it is the name of another sort of thing than the place needs.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";
import type { Declaration } from "../bindings.ts";
import { neededWords, wordsFor, type Sort } from "../sorts.ts";

export function wrongSort(name: Name, { kind }: Declaration, sort: Sort): Problem {
  const [found, needed] = [wordsFor(kind), neededWords(sort)];
  return problem({
    code: "AV2008",
    span: name.span,
    headline: {
      sv: `\`${name.text}\` är ${found.sv}.`,
      en: `\`${name.text}\` is ${found.en}.`,
    },
    cause: { sv: `Här behövs ${needed.sv}.`, en: `This needs ${needed.en}.` },
    advice: {
      sv: "Skriv namnet på något av rätt slag, eller ändra orden omkring.",
      en: "Write the name of something of the right sort, or change the words around it.",
    },
  });
}
