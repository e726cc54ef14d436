// Texts checked, for the tests of this room: an agreement with a small vocabulary around it, what was found out back.
// Rule: problems of reading and of names are kept among the others, so that a test sees what its author would.

import type { Problem } from "../problem.ts";
import { resolve } from "../resolve/from-documents.ts";
import type { Documents } from "../resolve/document.ts";
import { consolidate } from "../resolve/from-trees.ts";
import { workspaceOf, type Texts } from "../resolve/test-documents.ts";
import { parseFile } from "../syntax/from-text.ts";
import type { FileTree } from "../syntax/ast.ts";
import { check } from "./from-bindings.ts";
import type { Kinds } from "./kinds.ts";

export interface Checked {
  readonly documents: Documents;
  readonly trees: readonly FileTree[];
  readonly kinds: Kinds;
  readonly problems: readonly Problem[];
  /** Without warnings about names that nobody uses, which small texts are full of. */
  readonly codes: readonly string[];
}

export function checkTexts(texts: Texts, sources?: ReadonlyMap<string, string>): Checked {
  const workspace = { ...workspaceOf(texts), sources };
  const parsed = workspace.files.map(parseFile);
  const trees = parsed.map((file) => file.tree);
  const { documents, problems: structure } = consolidate(trees, workspace);
  const { bindings, problems: names } = resolve(documents);
  const { kinds, problems: found } = check({ documents, bindings, workspace });
  const problems = [...parsed.flatMap((file) => file.problems), ...structure, ...names, ...found];
  const codes = problems.map((problem) => problem.code).filter((code) => code !== "AV2006");
  return { documents, trees, kinds, problems, codes };
}

/** An agreement from 2020-01-01 with these statements, beside the vocabulary. */
export function checkAgreement(statements: string, more: Texts = {}): Checked {
  const agreement = `överenskommelse prov "Prov"
  gäller från och med 2020-01-01 tills vidare   enligt text 1
  vardagar utom lördagar, söndagar, helgdagar
använder ord; register-över-betalare
källa text "Prov"
${statements}
`;
  return checkTexts({ ...vocabulary, "prov.avtal": agreement, ...more });
}

/** A rule per payer and month with these lines instead of its plain ones, by their first word. */
export function ruleWith(lines: Readonly<Record<string, string>> = {}): string {
  const plain: Readonly<Record<string, string>> = {
    enligt: "enligt text 3",
    gäller: "gäller vårdtillfällen",
    krävs: "",
    följer: "följer utskrivningsdatum",
    per: "per kommun och månad",
    betalas: 'betalas av kommun till "Regionen"',
    steg: "medel = genomsnitt av klara-dagar",
    när: "när medel överstiger 2 dagar",
    belopp: "belopp = medel * antal vårdtillfällen * 100 kr/dygn",
    avrunda: "avrunda belopp till hela ören, halva uppåt",
  };
  return ["regel snitt", ...Object.values({ ...plain, ...lines })].filter((line) => line !== "").join("\n  ");
}

export const vocabulary: Texts = {
  "register.avtal": `ordlista register-över-betalare "Register"
register kommuner kod municipalities fil "kommuner.yaml"
  fält län kod county i text
`,
  "kommuner.yaml": `- {kod: "0126", namn: Huddinge, län: Stockholms län}
- {kod: "0180", namn: Stockholm, län: Stockholms län}`,
  "ord.avtal": `ordlista ord "Ord"
använder register-över-betalare
uppgifter vårdtillfället kod episode
  fält kommun kod municipality i betalare ur kommuner tomt betyder okänt
  fält vårdform kod care_type i val somatisk; psykiatrisk tomt betyder okänt
  fält sjukhus kod hospital i text tomt betyder okänt
  fält klar-tid kod ready_at i tidpunkt tomt betyder saknas
  fält utskrivningstid kod discharged_at i tidpunkt tomt betyder saknas
  fält sip-behövs kod sip_needed i ja/nej tomt betyder okänt
  fält ålder kod age i antal tomt betyder okänt
begrepp klar-datum i datum = datum för klar-tid
begrepp utskrivningsdatum i datum = datum för utskrivningstid
begrepp klara-dagar i dagar = kalenderdagar från klar-datum (räknas inte) till utskrivningsdatum (räknas)
`,
};
