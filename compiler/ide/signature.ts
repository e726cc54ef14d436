// What the form at hand wants next: means, roundings, spans, least and greatest of.
// Rule: the form is the last one that the words before the cursor began and did not finish.

import { keywords, type Concept, type Language } from "@avtal/grammar/keywords";
import type { Words } from "../problem.ts";
import type { Analysis } from "./analysis.ts";
import { treeOf } from "./analysis.ts";
import type { Signature } from "./answers.ts";
import { typingPlace } from "./typing-place.ts";

export interface SignatureAsked {
  readonly path: string;
  readonly text: string;
  readonly offset: number;
}

export function signatureAt({ path, text, offset }: SignatureAsked, analysis: Analysis): Signature | undefined {
  const language = treeOf(path, analysis)?.language ?? "sv";
  const place = typingPlace(text, offset, language);
  if (place === undefined) return undefined;
  const words = place.words.map(({ image }) => image.replace(/\s+/g, " ").toLowerCase());
  for (const form of forms) {
    const at = words.findLastIndex((word) => form.opens.some((concept) => keywords[concept][language] === word));
    if (at < 0) continue;
    const after = words.slice(at + 1);
    if (hasEnded(after, language)) continue;
    const active = form.steps.filter((concept) => after.includes(keywords[concept][language])).length;
    return { ...form.says, active: Math.min(active + form.past(after, language), form.says.parts.length - 1) };
  }
  return undefined;
}

interface Form {
  readonly opens: readonly Concept[];
  /** Words after which the next part begins. */
  readonly steps: readonly Concept[];
  /** Further parts that are behind the cursor. */
  readonly past: (after: readonly string[], language: Language) => number;
  readonly says: Omit<Signature, "active">;
}

/** A line that opens after the form ends it. */
function hasEnded(after: readonly string[], language: Language): boolean {
  const openers: readonly Concept[] = [
    "under",
    "when",
    "round",
    "invoicedBy",
    "paidBy",
    "follows",
    "requires",
    "seeQuestion",
  ];
  return after.includes("=") || openers.some((concept) => after.includes(keywords[concept][language]));
}

const counted: Words = { sv: "(räknas) eller (räknas inte)", en: "(counted) or (not counted)" };
const ends: Words = {
  sv: "Varje ände säger om dagen räknas; inget är förvalt.",
  en: "Each end says whether the day counts; nothing is assumed.",
};

function countOf(after: readonly string[], language: Language): number {
  const said = [keywords.counted[language], keywords.notCounted[language]];
  return after.filter((word) => said.includes(word.replace(/\(\s+/, "(").replace(/\s+\)/, ")"))).length;
}

const forms: readonly Form[] = [
  {
    opens: ["calendarDaysFrom", "weekdaysFrom", "careDaysFrom", "forCareDaysFrom"],
    steps: ["to"],
    past: countOf,
    says: {
      label: {
        sv: "kalenderdagar från A (räknas) till B (räknas inte)",
        en: "calendar days from A (counted) to B (not counted)",
      },
      help: {
        sv: "Datumen i spannet, hela dagar, aldrig färre än noll.",
        en: "The dates in the span, whole days, never below zero.",
      },
      parts: [
        { label: { sv: "A", en: "A" }, help: { sv: "Den första änden: ett datum.", en: "The first end: a date." } },
        {
          label: { sv: "(räknas)", en: "(counted)" },
          help: { sv: `${counted.sv}. ${ends.sv}`, en: `${counted.en}. ${ends.en}` },
        },
        { label: { sv: "B", en: "B" }, help: { sv: "Den andra änden: ett datum.", en: "The other end: a date." } },
        {
          label: { sv: "(räknas inte)", en: "(not counted)" },
          help: { sv: `${counted.sv}. ${ends.sv}`, en: `${counted.en}. ${ends.en}` },
        },
      ],
    },
  },
  {
    opens: ["round"],
    steps: ["toWhole", "to"],
    past: (after) => (after.includes(",") ? 1 : 0),
    says: {
      label: { sv: "avrunda NAMN till hela ENHET, SÄTT", en: "round NAME to whole UNIT, MANNER" },
      help: {
        sv: "Avrundas innan något annat läser namnet.",
        en: "Rounded before anything else reads the name.",
      },
      parts: [
        {
          label: { sv: "NAMN", en: "NAME" },
          help: { sv: "Ett steg i regeln, eller `belopp`.", en: "A step of the rule, or `belopp`." },
        },
        {
          label: { sv: "ENHET", en: "UNIT" },
          help: {
            sv: "ören, kronor, dagar, dygn; eller `till 2 decimaler`.",
            en: "öre, kronor, days, care days; or `to 2 decimals`.",
          },
        },
        {
          label: { sv: "SÄTT", en: "MANNER" },
          help: {
            sv: "halva uppåt, halva till jämnt, nedåt eller uppåt.",
            en: "halves up, halves to even, down or up.",
          },
        },
      ],
    },
  },
  {
    opens: ["meanOf", "sumOf"],
    steps: ["where"],
    past: () => 0,
    says: {
      label: { sv: "genomsnitt av X där VILLKOR", en: "mean of X where CONDITION" },
      help: {
        sv: "Ett ord eller en parentes, sedan vilka som räknas. Går till uttryckets slut.",
        en: "One word or a parenthesis, then which ones count. Reaches to the end of the expression.",
      },
      parts: [
        {
          label: { sv: "X", en: "X" },
          help: {
            sv: "Det som räknas ihop för varje vårdtillfälle.",
            en: "What is taken together for each care episode.",
          },
        },
        {
          label: { sv: "VILLKOR", en: "CONDITION" },
          help: { sv: "Bara de där villkoret gäller.", en: "Only those where the condition holds." },
        },
      ],
    },
  },
  {
    opens: ["leastOf", "greatestOf", "firstOf", "lastOf"],
    steps: [],
    past: (after) => after.filter((word) => word === ";").length,
    says: {
      label: { sv: "minsta av (A; B)", en: "least of (A; B)" },
      help: { sv: "Semikolon skiljer delarna åt.", en: "Semicolons part them." },
      parts: [
        { label: { sv: "A", en: "A" }, help: { sv: "Det första.", en: "The first." } },
        { label: { sv: "B", en: "B" }, help: { sv: "Det andra; fler får följa.", en: "The second; more may follow." } },
      ],
    },
  },
];
