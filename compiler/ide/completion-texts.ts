// Texts between quotation marks: quotes and headings of a source, payers of the registers, parties named before.
// Rule: quotes are words of the source as it writes them, from the clause that the citation names.

import { findPlace } from "../check/cited-place.ts";
import type { Document } from "../resolve/document.ts";
import type { CitedPlace } from "../syntax/ast.ts";
import { findPlaces } from "./cited-words.ts";
import type { Proposal } from "./answers.ts";
import type { Typing } from "./completion.ts";
import { sourceBefore } from "./completion-clauses.ts";
import { scopeAt } from "./completion-names.ts";
import { declaredType } from "./kind-text.ts";

export function quotedTexts(typing: Typing): readonly Proposal[] {
  const rules = typing.place.follows.flatMap(({ what, within }) =>
    what.kind === "sign" && what.sign === "text" ? [within.at(-1)] : [],
  );
  return [
    ...(rules.includes("reference") ? quotes(typing) : []),
    ...(rules.includes("place") ? headings(typing) : []),
    ...(rules.includes("atom") ? payers(typing) : []),
    ...(rules.includes("party") ? parties(typing) : []),
  ];
}

function quotes(typing: Typing): readonly Proposal[] {
  const source = sourceBefore(typing);
  if (source === undefined) return [];
  const { text } = source;
  const places: readonly CitedPlace[] = findPlaces(typing.place.words, typing.place.language);
  const found = findPlace(places, text);
  const stretch = found.kind === "found" ? found.stretch : { start: 0, end: text.text.length };
  const sentences = text.text.slice(stretch.start, stretch.end).match(/[^.!?\r\n"“”]{12,}/g) ?? [];
  return sentences.slice(0, mostQuotes).map((sentence, index) => {
    const words = sentence
      .replace(/^[\s#*•–\d.)-]+/, "")
      .replace(/\s+/g, " ")
      .trim();
    return { ...textProposal(words, "quote", typing), rank: 1 + index / 1_000 };
  });
}

const mostQuotes = 120;

function headings(typing: Typing): readonly Proposal[] {
  const source = sourceBefore(typing);
  return (source?.text.headings ?? []).map(({ title }) => textProposal(title, "quote", typing));
}

function payers(typing: Typing): readonly Proposal[] {
  const scope = scopeAt(typing);
  if (scope === undefined) return [];
  const documents = [scope, ...scope.used].map(({ document }) => document);
  const rank = isPayerCompared(typing, documents) ? 0 : 2;
  return documents.flatMap(({ registers }) =>
    [...registers.values()].flatMap(({ register, statement }) =>
      (register?.entries ?? []).map(({ name, code }) => ({
        ...textProposal(name, "payer", typing),
        rank,
        detail: { sv: `${statement.name.text} ${code}`, en: `${statement.name.text} ${code}` },
      })),
    ),
  );
}

/** Whether a payer stands on the other side of `är`. */
function isPayerCompared({ place: { words } }: Typing, documents: readonly Document[]): boolean {
  const isCompared = /^(?:är|är inte|is|is not)$/i.test(words.at(-1)?.image.replace(/\s+/g, " ") ?? "");
  const name = words.at(-2)?.image.split(".").at(-1);
  if (!isCompared || name === undefined) return false;
  const types = documents.flatMap((document) =>
    (["field", "term"] as const).flatMap((sort) => declaredType({ sort, name }, document) ?? []),
  );
  return types.some(
    ({ text, name: of }) => text === "payer" || documents.some(({ registers }) => registers.has(of?.text ?? "")),
  );
}

/** Whom the rules of the document already name. */
function parties(typing: Typing): readonly Proposal[] {
  const document = scopeAt(typing)?.document;
  const named = (document?.rules ?? []).flatMap(({ lines }) =>
    lines.flatMap(({ line }) => {
      const party = line.kind === "payment" ? line.to : line.kind === "invoicer" ? line.by : undefined;
      return party?.kind === "text" ? [party.text] : [];
    }),
  );
  return [...new Set(named)].map((name) => textProposal(name, "payer", typing));
}

/** Inside quotation marks only the words are replaced; elsewhere the marks are written too. */
function textProposal(words: string, sort: Proposal["sort"], { place, replaced }: Typing): Proposal {
  const { quoted } = place;
  const edit =
    quoted === undefined
      ? { span: replaced, text: `"${words}"` }
      : { span: { file: replaced.file, start: quoted.start, end: quoted.end }, text: words };
  return { label: words, sort, detail: undefined, help: undefined, edit, rank: 2 };
}
