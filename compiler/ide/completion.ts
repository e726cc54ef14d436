// What may be written at a place: keywords of the file's language, names of the right sort and kind, units, dates,
// payers, clauses and quotes.
// Rule: the grammar says what may stand there; the documents say what there is. What fits best comes first.

import { keywords, type Concept, type Keyword, type Language } from "@avtal/grammar/keywords";
import type { MayFollow } from "@avtal/grammar/what-may-follow";
import type { Span } from "../source.ts";
import type { Analysis } from "./analysis.ts";
import type { Proposal } from "./answers.ts";
import { namesFor } from "./completion-names.ts";
import { quotedTexts } from "./completion-texts.ts";
import { clausesFor } from "./completion-clauses.ts";
import { datesFor } from "./completion-dates.ts";
import { typingPlace, type TypingPlace } from "./typing-place.ts";

export interface CompletionAsked {
  readonly path: string;
  /** The text as it is now; the analysis may be of a moment ago. */
  readonly text: string;
  readonly offset: number;
  readonly today: number;
}

/** What the proposals are found with. */
export interface Typing {
  readonly asked: CompletionAsked;
  readonly place: TypingPlace;
  readonly analysis: Analysis;
  /** What a proposal replaces. */
  readonly replaced: Span;
}

export function completionsAt(asked: CompletionAsked, analysis: Analysis): readonly Proposal[] {
  const language = languageOf(asked, analysis);
  const place = typingPlace(asked.text, asked.offset, language);
  if (place === undefined) return [];
  const replaced = { file: asked.path, start: place.start, end: asked.offset };
  const typing: Typing = { asked, place, analysis, replaced };
  if (place.quoted !== undefined) return best(quotedTexts(typing), place.quoted.text);
  const found = [
    ...place.follows.flatMap((follower) => proposalsFor(follower, typing)),
    ...place.earlier.flatMap((earlier) => restOfKeyword(earlier.follows, earlier, typing)),
  ];
  return best(found, place.typed);
}

function proposalsFor(follower: MayFollow, typing: Typing): readonly Proposal[] {
  const { what } = follower;
  if (what.kind === "keyword") return keywordProposals(what.concept, typing, typing.replaced);
  switch (what.sign) {
    case "name":
      return namesFor(follower, typing);
    case "text":
      return quotedTexts(typing);
    case "section":
    case "number":
      return clausesFor(follower, typing);
    case "date":
      return datesFor(typing);
    default:
      return [];
  }
}

function keywordProposals(concept: Concept, { place }: Typing, replaced: Span): readonly Proposal[] {
  const keyword: Keyword = keywords[concept];
  const { language, words } = place;
  const afterOne = words.at(-1)?.image === "1";
  const spelling = (afterOne ? keyword.one?.[language] : undefined) ?? keyword[language];
  const sort = keyword.role === "unit" ? "unit" : "keyword";
  const rank = ranks[keyword.role];
  return [
    { label: spelling, sort, detail: undefined, help: keyword.help, edit: { span: replaced, text: spelling }, rank },
  ];
}

/** Lines and words go before what opens another statement. */
const ranks: Readonly<Record<Keyword["role"], number>> = { unit: 2, line: 4, word: 4, name: 4, head: 7, statement: 8 };

function restOfKeyword(
  follows: readonly MayFollow[],
  earlier: { readonly typed: string; readonly start: number },
  typing: Typing,
): readonly Proposal[] {
  const plain = earlier.typed.replace(/\s+/g, " ").toLowerCase();
  const replaced = { ...typing.replaced, start: earlier.start };
  return follows.flatMap(({ what }) => {
    if (what.kind !== "keyword" || !keywords[what.concept][typing.place.language].startsWith(plain)) return [];
    return keywordProposals(what.concept, typing, replaced).map((proposal) => ({ ...proposal, rank: 0 }));
  });
}

/** Each once; those that begin as typed first. At most `mostProposals`, so that a long register does not fill the list. */
function best(found: readonly Proposal[], typed: string): readonly Proposal[] {
  const seen = new Set<string>();
  const once = found.filter(({ label, edit }) => {
    const key = `${edit.span.start} ${label}`;
    return !seen.has(key) && seen.add(key);
  });
  const plain = typed.normalize("NFC").toLowerCase();
  const fits = (label: string): boolean => label.toLowerCase().startsWith(plain);
  const holds = ({ label, edit }: Proposal): boolean =>
    plain === "" ||
    label.toLowerCase().includes(plain) ||
    edit.text.toLowerCase().includes(plain) ||
    edit.span.start !== found[0]?.edit.span.start;
  return once
    .filter((proposal) => holds(proposal) || isSubsequence(plain, proposal.label.toLowerCase()))
    .sort((a, b) => Number(fits(b.label)) - Number(fits(a.label)) || a.rank - b.rank || (a.label < b.label ? -1 : 1))
    .slice(0, mostProposals);
}

const mostProposals = 300;

/** `utskd` finds `utskrivningsdatum`. */
function isSubsequence(typed: string, label: string): boolean {
  let at = 0;
  for (const letter of typed) {
    at = label.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The first words of the text tell, also before it has been parsed. */
function languageOf({ path, text }: CompletionAsked, { parsed }: Analysis): Language {
  if (/^\s*language\s+en\b/i.test(text.slice(0, 400))) return "en";
  return parsed.get(path)?.file.tree.language ?? "sv";
}
