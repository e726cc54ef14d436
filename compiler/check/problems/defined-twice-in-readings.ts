// AV6054. Two readings that can hold at once both define one name.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Guard } from "../../resolve/document.ts";
import type { Name } from "../../syntax/ast.ts";

interface Standing {
  readonly name: Name;
  readonly guard: Guard | undefined;
}

export function definedTwiceInReadings(about: { readonly first: Standing; readonly second: Standing }): Problem {
  const { first, second } = about;
  const [before, here] = [where(first.guard), where(second.guard)];
  return problem({
    code: "AV6054",
    span: second.name.span,
    headline: {
      sv: `\`${second.name.text}\` förklaras både ${before.sv} och ${here.sv}.`,
      en: `\`${second.name.text}\` is defined both ${before.en} and ${here.en}.`,
    },
    cause: {
      sv: "Båda kan gälla samtidigt, och då går det inte att veta vilken förklaring som menas.",
      en: "Both can hold at once, and then nobody can know which definition is meant.",
    },
    advice: {
      sv: "Ge dem olika namn, eller låt en enda fråga avgöra.",
      en: "Give them different names, or let one single question decide.",
    },
    related: [{ span: first.name.span, says: { sv: "Den andra står här.", en: "The other stands here." } }],
  });
}

function where(guard: Guard | undefined): Words {
  if (guard === undefined) return { sv: "i texten själv", en: "in the text itself" };
  const readings = guard.readings.join(", ");
  return { sv: `med ${guard.question} = ${readings}`, en: `with ${guard.question} = ${readings}` };
}
