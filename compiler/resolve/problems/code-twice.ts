// AV2027. Two things bear one code name, so that a column or a key in a result would mean both.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function codeTwice(code: Name, name: Name, first: Name): Problem {
  return problem({
    code: "AV2027",
    span: code.span,
    headline: {
      sv: `Kodnamnet \`${code.text}\` står redan för \`${first.text}\`.`,
      en: `The code name \`${code.text}\` already stands for \`${first.text}\`.`,
    },
    cause: {
      sv: "Kodnamnet blir kolumn och nyckel i filer och program, där det måste betyda en sak.",
      en: "The code name becomes a column and a key in files and programs, where it must mean one thing.",
    },
    advice: {
      sv: `Ge \`${name.text}\` ett annat kodnamn.`,
      en: `Give \`${name.text}\` another code name.`,
    },
    related: [{ span: first.span, says: { sv: "Kodnamnet är taget här.", en: "The code name is taken here." } }],
  });
}
