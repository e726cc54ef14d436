// AV3037. A name of a rule, register, source or the like stands where something to reckon with is needed.

import type { Words } from "../../problem.ts";
import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Declaration } from "../../resolve/bindings.ts";
import type { Name } from "../../syntax/ast.ts";

export function notAValue(about: { readonly name: Name; readonly declaration: Declaration }): Problem {
  const { name, declaration } = about;
  const what = whatItIs(declaration);
  return problem({
    code: "AV3037",
    span: name.span,
    headline: {
      sv: `\`${name.text}\` är ${what.sv} och har inget eget värde.`,
      en: `\`${name.text}\` is ${what.en} and has no value of its own.`,
    },
    cause: {
      sv: "Här behövs något som går att räkna eller jämföra: en uppgift, ett värde, ett begrepp, ett villkor eller ett steg.",
      en: "This place needs something to reckon or compare with: a field, a value, a term, a condition or a step.",
    },
    advice: adviceFor(name.text, declaration),
  });
}

function whatItIs(declaration: Declaration): Words {
  switch (declaration.kind) {
    case "document":
      return { sv: "ett dokument", en: "a document" };
    case "register":
      return { sv: "ett register", en: "a register" };
    case "registerFact":
      return { sv: "en uppgift i ett register", en: "a fact in a register" };
    case "source":
      return { sv: "en källa", en: "a source" };
    case "rule":
      return { sv: "en regel eller statistik", en: "a rule or statistic" };
    case "question":
      return { sv: "en tolkningsfråga", en: "a question" };
    case "reading":
      return { sv: "en tolkning", en: "a reading" };
    case "payer":
      return { sv: "en betalare i ett register", en: "a payer in a register" };
    default:
      return { sv: "ett ord i språket självt", en: "a word of the language itself" };
  }
}

function adviceFor(name: string, declaration: Declaration): Words {
  if (declaration.kind === "registerFact") {
    return {
      sv: `Säg vems: \`${name} för …\` med en betalare efter.`,
      en: `Say whose: \`${name} for …\` followed by a payer.`,
    };
  }
  if (declaration.kind === "builtIn" && declaration.builtIn !== "unit" && declaration.builtIn !== "episode") {
    return { sv: `Säg av vad: \`${name} för …\`.`, en: `Say of what: \`${name} for …\`.` };
  }
  return { sv: "Skriv namnet på det som ska läsas.", en: "Write the name of what should be read." };
}
