// Clause numbers of a source, as a citation writes them.
// Rule: only what the text of the source has; a source without a text at hand proposes nothing.

import type { MayFollow } from "@avtal/grammar/what-may-follow";
import type { SourceStatement } from "../syntax/ast.ts";
import type { Proposal } from "./answers.ts";
import type { Typing } from "./completion.ts";
import { scopeAt } from "./completion-names.ts";
import { sourceText, type FoundSource } from "./source-texts.ts";

export function clausesFor({ within, what }: MayFollow, typing: Typing): readonly Proposal[] {
  if (within.at(-1) !== "place" || what.kind !== "sign") return [];
  const source = sourceBefore(typing);
  if (source === undefined) return [];
  const { headings, chapters, paragraphs } = source.text;
  const proposal = (label: string, title: string): Proposal => ({
    label,
    sort: "clause",
    detail: { sv: title, en: title },
    help: undefined,
    edit: { span: typing.replaced, text: label },
    rank: 1,
  });
  const sections = headings.flatMap(({ number, title, inAppendix }) =>
    number === undefined || inAppendix ? [] : [proposal(number, title)],
  );
  if (what.sign === "section") return sections.filter(({ label }) => label.includes("."));
  return [
    ...sections.filter(({ label }) => !label.includes(".")),
    ...chapters.map(({ number }) => proposal(`${number} kap.`, "")),
    ...paragraphs.map(({ number }) => proposal(`${number} §`, "")),
  ];
}

/** The source of the citation that is being written. */
export function sourceBefore(typing: Typing): FoundSource | undefined {
  const scope = scopeAt(typing);
  const { words } = typing.place;
  const found = words.findLast(({ image }) => scope?.document.sources.has(image) === true);
  const own = found === undefined ? undefined : scope?.document.sources.get(found.image);
  return own === undefined ? undefined : textOf(own, typing);
}

function textOf(source: SourceStatement, { analysis }: Typing): FoundSource | undefined {
  return sourceText(source, analysis);
}
