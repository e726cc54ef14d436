// AV3019. `minsta av` of dates, `det första av` of amounts, or either of things without order.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression, Language } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

type List = Extract<Expression, { kind: "extreme" }>;

export function wrongListWord(about: {
  readonly expression: List;
  readonly found: Kind;
  readonly language: Language;
  /** The word for this sort of thing; undefined where it has no order. */
  readonly fits: List["which"] | undefined;
}): Problem {
  const { expression, found, fits, language } = about;
  const written = listWords[expression.which];
  const what = kindWords(found);
  return problem({
    code: "AV3019",
    span: expression.span,
    headline: { sv: `Här står \`${written.sv}\` om ${what.sv}.`, en: `Here stands \`${written.en}\` of ${what.en}.` },
    cause: {
      sv: "`minsta av` och `största av` gäller mängder och belopp, `det första av` och `det sista av` gäller tid.",
      en: "`least of` and `greatest of` are for amounts, `the first of` and `the last of` are for time.",
    },
    advice:
      fits === undefined
        ? {
            sv: "Det här har ingen ordning. Säg med `om … annars` vilket som gäller.",
            en: "This has no order. Say with `if … otherwise` which applies.",
          }
        : { sv: `Skriv \`${listWords[fits].sv}\`.`, en: `Write \`${listWords[fits].en}\`.` },
    fixes: fits === undefined ? [] : [fixWord(expression, listWords[fits][language])],
  });
}

function fixWord(expression: List, word: string) {
  const first = expression.of[0]?.span.start ?? expression.span.end;
  return {
    label: { sv: `Skriv \`${word}\``, en: `Write \`${word}\`` },
    edits: [{ span: { ...expression.span, end: first }, text: `${word} (` }],
  };
}

const listWords: Readonly<Record<List["which"], Words>> = {
  least: { sv: "minsta av", en: "least of" },
  greatest: { sv: "största av", en: "greatest of" },
  first: { sv: "det första av", en: "the first of" },
  last: { sv: "det sista av", en: "the last of" },
};
