// AV3032. A table says the same choice twice.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import { cover } from "../../source.ts";
import type { TableRow } from "../../syntax/ast.ts";

export function choiceTwice(about: { readonly earlier: TableRow; readonly later: TableRow }): Problem {
  const { earlier, later } = about;
  const keys = later.keys.map((key) => key.text).join(", ");
  const [first, last] = [later.keys[0], later.keys.at(-1)];
  return problem({
    code: "AV3032",
    span: first === undefined || last === undefined ? later.span : cover(first.span, last.span),
    headline: { sv: `\`${keys}\` står två gånger i tabellen.`, en: `\`${keys}\` stands twice in the table.` },
    cause: {
      sv: "Då går det inte att veta vilken av raderna som gäller.",
      en: "So nobody can know which of the lines holds.",
    },
    advice: { sv: "Ta bort en av dem.", en: "Remove one of them." },
    related: [{ span: earlier.span, says: { sv: "Den står också här.", en: "It also stands here." } }],
  });
}
