// AV3027. Something that differs between the care episodes of a group stands alone in a line for the whole group.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name, PerKey } from "../../syntax/ast.ts";
import { nameWords } from "../name-words.ts";

export function differsWithinGroup(about: { readonly name: Name; readonly keys: readonly PerKey[] }): Problem {
  const { name, keys } = about;
  const sv = keys.map((key) => nameWords(key.name).sv).join(" och ");
  const en = keys.map((key) => nameWords(key.name).en).join(" and ");
  return problem({
    code: "AV3027",
    span: name.span,
    headline: {
      sv: `\`${name.text}\` kan vara olika för olika vårdtillfällen i samma grupp.`,
      en: `\`${name.text}\` can differ between the care episodes of one group.`,
    },
    cause: {
      sv: `Regeln ger en rad per ${sv}, och i en sådan grupp kan det finnas flera vårdtillfällen.`,
      en: `The rule gives one line per ${en}, and such a group may hold several care episodes.`,
    },
    advice: {
      sv: `Ta \`genomsnitt av\` eller \`summa av\` det, använd det efter \`där\`, eller gör det till en nyckel efter \`per\`.`,
      en: `Take the \`mean of\` or \`sum of\` it, use it after \`where\`, or make it a key after \`per\`.`,
    },
    related:
      keys[0] === undefined
        ? []
        : [
            {
              span: keys[0].span,
              says: { sv: "Här står vad det blir en rad för.", en: "Here it says what there is a line for." },
            },
          ],
  });
}
