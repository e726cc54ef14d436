// AV3011. A choice is compared with something that is not one of its field's choices.

import type { Problem } from "../../problem.ts";
import { replaceWith } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Comparison } from "../../syntax/ast.ts";
import { nearest } from "../../nearest.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function notAChoice(about: {
  readonly expression: Comparison;
  readonly left: Kind;
  readonly right: Kind;
  readonly choices: readonly string[];
}): Problem {
  const { expression, left, right, choices } = about;
  const choiceFirst = left.kind === "choice";
  const stranger = choiceFirst ? expression.right : expression.left;
  const what = kindWords(choiceFirst ? right : left);
  const choice = choiceFirst ? left : right;
  const field = choice.kind === "choice" ? choice.field : "";
  const written = stranger.kind === "text" || stranger.kind === "name" ? stranger.text : undefined;
  const guess = written === undefined ? undefined : choices.includes(written) ? written : nearest(written, choices);
  const listed = choices.map((each) => `\`${each}\``).join(", ");
  return problem({
    code: "AV3011",
    span: stranger.span,
    headline: {
      sv: `Det här är ${what.sv}, men \`${field}\` kan bara vara något av sina val.`,
      en: `This is ${what.en}, but \`${field}\` can only be one of its choices.`,
    },
    cause: { sv: `Valen är ${listed}.`, en: `The choices are ${listed}.` },
    advice:
      guess === undefined
        ? { sv: "Skriv ett av dem, utan citattecken.", en: "Write one of them, without quotation marks." }
        : { sv: `Skriv \`${guess}\`, utan citattecken.`, en: `Write \`${guess}\`, without quotation marks.` },
    fixes: guess === undefined ? [] : [replaceWith(stranger.span, guess)],
  });
}
