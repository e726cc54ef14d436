// AV5007. The number of an act with its digits turned.

import type { Problem } from "../../problem.ts";
import { replaceWith } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function lawNumberSlip(about: { readonly span: Span; readonly written: string; readonly act: string }): Problem {
  const { span, written, act } = about;
  return problem({
    code: "AV5007",
    span,
    headline: { sv: `Här står lagens nummer som ${written}.`, en: `Here the act's number is given as ${written}.` },
    cause: {
      sv: "Lagen om samverkan vid utskrivning är 2017:612, och den äldre är 1990:1404.",
      en: "The act on discharge from hospital is 2017:612, and the older one is 1990:1404.",
    },
    advice: { sv: `Skriv ${act}.`, en: `Write ${act}.` },
    fixes: [replaceWith(span, act)],
  });
}
