// AV6006. A reading replaces something that does not say that it belongs to the reading's question.

import type { Fix, Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { Name } from "../../syntax/ast.ts";

/** What the reading would replace, and where `se tolkningsfråga` can be added to it; undefined where nothing like it stands. */
export interface Untagged {
  readonly span: Span;
}

export interface About {
  readonly question: Name;
  /** The rule, condition, term or value that the reading would change. */
  readonly target: Name;
  /** `se tolkningsfråga` in the language of the file that the mark would stand in. */
  readonly keyword: string;
}

export function replacesUntagged(
  at: { readonly span: Span },
  untagged: Untagged | undefined,
  { question, target, keyword }: About,
): Problem {
  return problem({
    code: "AV6006",
    span: at.span,
    headline: {
      sv: `Tolkningen ersätter något i \`${target.text}\` som inte hör till frågan \`${question.text}\`.`,
      en: `The reading replaces something in \`${target.text}\` that does not belong to the question \`${question.text}\`.`,
    },
    cause: {
      sv: "Det som en fråga handlar om märks i texten. Då ser den som läser regeln att den har flera tolkningar.",
      en: "What a question is about is marked in the text. Then whoever reads the rule sees that it has several readings.",
    },
    advice: {
      sv: `Skriv \`se tolkningsfråga ${question.text}\` efter det som ersätts. Där inget står skriver du \`inget   se tolkningsfråga ${question.text}\`.`,
      en: `Write \`see question ${question.text}\` after what is replaced. Where nothing stands, write \`nothing   see question ${question.text}\`.`,
    },
    fixes: untagged === undefined ? [] : [mark(untagged.span, `${keyword} ${question.text}`)],
    related:
      untagged === undefined
        ? []
        : [{ span: untagged.span, says: { sv: "Detta skulle ersättas.", en: "This would be replaced." } }],
  });
}

function mark({ file, end }: Span, words: string): Fix {
  return {
    label: { sv: `Märk raden med \`${words}\``, en: `Mark the line with \`${words}\`` },
    edits: [{ span: { file, start: end, end }, text: `   ${words}` }],
  };
}
