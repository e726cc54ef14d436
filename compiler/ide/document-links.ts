// Statute numbers as links to their official publishers: SFS to the Riksdag, HSLF-FS to the National Board.
// Rule: only numbers that are written as such; an address is opened only when a person asks for it.

import { textOf, type Analysis } from "./analysis.ts";
import type { DocumentLink } from "./answers.ts";

export function linksIn(path: string, analysis: Analysis): readonly DocumentLink[] {
  const text = textOf(path, analysis);
  const span = (start: number, length: number) => ({ file: path, start, end: start + length });
  const statutes = [...text.matchAll(/(?:\bSFS\s+|\()((?:1[89]|20)\d{2}:\d{1,4})(?=\)|\b)/g)].map((found) => {
    const number = found[1] ?? "";
    return {
      span: span(found.index + found[0].indexOf(number), number.length),
      address: `https://www.riksdagen.se/sv/dokument-och-lagar/?q=${encodeURIComponent(number)}&doktyp=sfs`,
      says: { sv: `Sök SFS ${number} hos riksdagen`, en: `Look up SFS ${number} at the Riksdag` },
    };
  });
  const regulations = [...text.matchAll(/\b(HSLF-FS|SOSFS)\s+(\d{4}:\d{1,4})\b/g)].map((found) => ({
    span: span(found.index, found[0].length),
    address: `https://www.socialstyrelsen.se/sok/?q=${encodeURIComponent(`${found[1] ?? ""} ${found[2] ?? ""}`)}`,
    says: { sv: `Sök ${found[0]} hos Socialstyrelsen`, en: `Look up ${found[0]} at the National Board` },
  }));
  return [...statutes, ...regulations].sort((a, b) => a.span.start - b.span.start);
}
