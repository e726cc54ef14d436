// AV2003. A name means something in two documents that are used, or is a choice of two fields.

import type { Problem, Related } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";
import type { ChoiceOf, Thing } from "../scope.ts";

export function ambiguousName(name: Name, things: readonly Thing[]): Problem {
  const written = things.map(({ declaration }) =>
    declaration.kind === "builtIn" ? name.text : `${declaration.document}.${name.text}`,
  );
  return problem({
    code: "AV2003",
    span: name.span,
    headline: {
      sv: `\`${name.text}\` kan vara ${listed(written, "eller")}.`,
      en: `\`${name.text}\` may be ${listed(written, "or")}.`,
    },
    cause: {
      sv: "Flera av de dokument som används har ett sådant namn, och dokumentet självt har inget eget.",
      en: "Several of the documents used have such a name, and the document has none of its own.",
    },
    advice: {
      sv: "Skriv dokumentets namn och en punkt före det som menas.",
      en: "Write the document's name and a full stop before the one that is meant.",
    },
  });
}

export function ambiguousChoice(name: Name, fields: readonly ChoiceOf[]): Problem {
  const names = fields.map(({ field }) => `\`${field.name.text}\``);
  const related = fields.map(({ field }): Related => ({ span: field.name.span, says: fieldHasIt }));
  return problem({
    code: "AV2003",
    span: name.span,
    headline: {
      sv: `\`${name.text}\` är ett val i flera fält: ${names.join(", ")}.`,
      en: `\`${name.text}\` is a choice of several fields: ${names.join(", ")}.`,
    },
    cause: {
      sv: "Inget bredvid säger vilket fält som menas, och valen är inte desamma.",
      en: "Nothing beside it says which field is meant, and the choices are not the same.",
    },
    advice: {
      sv: "Jämför med fältet direkt, eller ge begreppet fältet som slag: `i` och fältets namn.",
      en: "Compare with the field itself, or give the term the field as its kind: `in` and the field's name.",
    },
    related,
  });
}

const fieldHasIt = { sv: "Det här fältet har valet.", en: "This field has the choice." };

function listed(names: readonly string[], or: string): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 3 ? quoted.join(` ${or} `) : `${quoted.slice(0, -1).join(", ")} ${or} ${quoted.at(-1) ?? ""}`;
}
