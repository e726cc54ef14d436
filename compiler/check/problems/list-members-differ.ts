// AV3018. The members of `minsta av (…)` or `det första av (…)` are different sorts of things.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function listMembersDiffer(about: {
  readonly member: Expression;
  readonly found: Kind;
  readonly earlier: Kind;
}): Problem {
  const [found, earlier] = [kindWords(about.found), kindWords(about.earlier)];
  return problem({
    code: "AV3018",
    span: about.member.span,
    headline: {
      sv: `Det här är ${found.sv}, men det som står före i listan är ${earlier.sv}.`,
      en: `This is ${found.en}, but what stands before it in the list is ${earlier.en}.`,
    },
    cause: {
      sv: "Minst, störst, först och sist går bara att säga om saker av samma slag.",
      en: "Least, greatest, first and last can only be said of things of the same sort.",
    },
    advice: { sv: `Skriv ${earlier.sv} här.`, en: `Write ${earlier.en} here.` },
  });
}
