// Whether two wordings can be proved to give the same for every case: first each episode by itself, then any group.
// Rule: sound and not complete. What cannot be proved is left to the search, with what kept it from a proof.

import type { Words } from "@avtal/compiler/problem";
import { canonical } from "@avtal/compiler/ir/canonical";
import type { Program } from "@avtal/compiler/ir/ir";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { reachedBy } from "@avtal/compiler/ir/reached";
import { runOf } from "@avtal/compiler/ir/run";
import { select } from "@avtal/compiler/ir/select";
import { ratioText } from "@avtal/runtime/ratio";
import type { RunOptions } from "@avtal/runtime/result";
import { normalRules, type Heading, type NormalRule } from "./normal-rule.ts";
import type { SameArgument, Side, WitnessLimits } from "./verdict.ts";

export type Proof =
  | { readonly kind: "same"; readonly argument: SameArgument }
  | { readonly kind: "open"; readonly reasons: readonly Words[] };

export function provedSame(a: Side, b: Side, { figures }: WitnessLimits): Proof {
  if (
    canonical(choicesOf(a.options)) === canonical(choicesOf(b.options)) &&
    meaningHash(a.program) === meaningHash(b.program)
  )
    return { kind: "same", argument: { by: "meaning", steps: [sameMeaning] } };
  if (vocabularyText(a.program) !== vocabularyText(b.program)) return { kind: "open", reasons: [otherVocabulary] };
  const [ofA, ofB] = [a, b].map(({ program, options }) => {
    const selected = select(program, options);
    return normalRules(selected, runOf(selected, options), figures);
  });
  if (ofA === undefined || ofB === undefined) return { kind: "open", reasons: [] };
  const reasons = differences(ofA, ofB);
  if (reasons.length > 0) return { kind: "open", reasons };
  return { kind: "same", argument: { by: "formulas", steps: composition } };
}

/** Names, order, layout and comments are put aside by the hash itself. */
const sameMeaning: Words = {
  sv: "De två betyder samma sak: bara ordning, layout och kommentarer kan skilja.",
  en: "The two mean the same: only order, layout and comments may differ.",
};

const composition: readonly Words[] = [
  {
    sv: "Varje vårdtillfälle för sig: samma regler i samma ordning tar det, under samma villkor och för samma dagar.",
    en: "Each care episode by itself: the same rules in the same order take it, under the same conditions and for the same days.",
  },
  {
    sv: "Därför hamnar varje vårdtillfälle i samma grupp, med samma dagar: samma betalare, samma period.",
    en: "So every care episode comes to the same group, with the same days: the same payer, the same period.",
  },
  {
    sv: "Varje grupp: gränsen och beloppet är samma formler av gruppens summor och antal. De är lika för alla summor och alla antal.",
    en: "Each group: limit and amount are the same formulas of its sums and counts. They are equal for all sums and all counts.",
  },
  {
    sv: "Alltså blir varje faktura densamma, hur många vårdtillfällen som än räknas in.",
    en: "So every invoice is the same, however many care episodes are counted in.",
  },
];

const otherVocabulary: Words = {
  sv: "Uppgifterna eller registren är inte desamma i de två.",
  en: "Facts or registers are not the same in the two.",
};

function choicesOf({ wording, readings, events, values }: RunOptions): unknown {
  const supplied = values.map(({ value, from, exact }) => [value, from, ratioText(exact)]);
  return [wording, [...readings].sort(), [...events].sort(), supplied];
}

/** Fields as the reader takes them, and the registers that a rule asks. */
function vocabularyText(program: Program): string {
  const reached = reachedBy(program);
  const fields = program.fields.map(({ code, kind, choices, empty, unique }) => ({
    code,
    kind,
    choices: choices.map((choice) => choice.code),
    empty,
    unique,
  }));
  return canonical([fields, program.registers.filter(({ id }) => reached.registers.has(id))]);
}

/** The first few things that are not written alike; none where the two do the same. */
function differences(a: readonly NormalRule[], b: readonly NormalRule[]): readonly Words[] {
  if (a.length !== b.length) return [otherRules];
  const found: Words[] = [];
  a.forEach((rule, index) => {
    const other = b[index];
    const open = headings.filter((heading) => other !== undefined && rule[heading] !== other[heading]);
    const telling = open.length > 1 ? open.filter((heading) => heading !== "needs") : open;
    for (const heading of telling) found.push(notProved(rule.name, heading));
  });
  return found.slice(0, mostReasons);
}

const mostReasons = 6;
const headings: readonly Heading[] = ["place", "records", "groups", "payment", "needs"];

const otherRules: Words = {
  sv: "De har inte lika många regler.",
  en: "They do not have as many rules.",
};

function notProved(rule: string, heading: Heading): Words {
  const what: Readonly<Record<Heading, Words>> = {
    place: { sv: "ordningen bland reglerna", en: "its place among the rules" },
    records: { sv: "vilka vårdtillfällen den tar", en: "which care episodes it takes" },
    groups: { sv: "hur den grupperar", en: "how it groups" },
    payment: { sv: "vad som betalas", en: "what is paid" },
    needs: { sv: "vilka okända värden den behöver", en: "which unknown values it needs" },
  };
  return {
    sv: `Regeln ${rule}: ${what[heading].sv} är inte skrivet så att jag kan visa att det är lika.`,
    en: `The rule ${rule}: ${what[heading].en} is not written so that I can show that it is equal.`,
  };
}
