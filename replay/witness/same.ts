// Whether two wordings can be proved to give the same for every case: first each episode by itself, then any group.
// Rule: sound and not complete. What cannot be proved is left to the search, with what kept it from a proof.

import type { Words } from "@avtal/compiler/problem";
import { canonical } from "@avtal/compiler/ir/canonical";
import type { Program } from "@avtal/compiler/ir/ir";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { reachedBy } from "@avtal/compiler/ir/reached";
import { runOf, type Run } from "@avtal/compiler/ir/run";
import { select } from "@avtal/compiler/ir/select";
import { ratioText } from "@avtal/runtime/ratio";
import type { RunOptions } from "@avtal/runtime/result";
import type { Facts } from "./case-facts.ts";
import { readsOpenValue } from "./normal-expression.ts";
import { normalRules, type Heading, type NormalRule } from "./normal-rule.ts";
import { sameGroups, sameRecords, usualBudget, type RuleOfRun } from "./same-rule-by-cases.ts";
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
  const [ofA, ofB] = [written(a, figures), written(b, figures)];
  if (ofA.rules.length !== ofB.rules.length) return { kind: "open", reasons: [otherRules] };
  const unlike = ofA.rules.flatMap((rule, index): readonly RulePair[] => {
    const other = ofB.rules[index];
    const open = headings.filter((heading) => rule[heading] !== other?.[heading]);
    return other === undefined || open.length === 0 ? [] : [{ rule, other, open }];
  });
  if (unlike.length === 0) return { kind: "same", argument: { by: "formulas", steps: composition } };
  const unproved = unlike.filter((pair) => !isSameByCases(pair, ofA.run, ofB.run));
  if (unproved.length === 0) return { kind: "same", argument: { by: "cases", steps: [...caseByCase, ...composition] } };
  return { kind: "open", reasons: reasonsOf(unproved) };
}

interface Written {
  readonly run: Run;
  readonly rules: readonly NormalRule[];
}

function written({ program, options }: Side, figures: WitnessLimits["figures"]): Written {
  const selected = select(program, options);
  const run = runOf(selected, options);
  return { run, rules: normalRules(selected, run, figures) };
}

/** Two rules in the same place, and the headings under which they are not written alike. */
interface RulePair {
  readonly rule: NormalRule;
  readonly other: NormalRule;
  readonly open: readonly Heading[];
}

/** Whether two rules that are written in other ways do the same in every class of cases. */
function isSameByCases({ rule, other, open }: RulePair, runA: Run, runB: Run): boolean {
  const isCharging = rule.rule.purpose.kind !== "statistic" && other.rule.purpose.kind !== "statistic";
  if (!isCharging || open.includes("place") || open.includes("needs") || rule.cuts !== other.cuts) return false;
  const texts = [rule, other].flatMap(({ records, groups }) => [records, groups]);
  const [a, b]: readonly [RuleOfRun, RuleOfRun] = [
    { rule: rule.rule, run: runA },
    { rule: other.rule, run: runB },
  ];
  const isPaidAlike = (counted: readonly Facts[]): boolean =>
    !open.includes("payment") || sameGroups(a, b, counted, usualBudget);
  const isTakenAlike = !open.includes("records") && !open.includes("groups");
  if (isTakenAlike && isPaidAlike([])) return true;
  // Such a value stops a run where it is read, and where that is, the words themselves decide.
  if (!isTakenAlike && texts.some(readsOpenValue)) return false;
  const counted = sameRecords(a, b, usualBudget);
  return counted !== undefined && isPaidAlike(counted);
}

/** Names, order, layout and comments are put aside by the hash itself. */
const sameMeaning: Words = {
  sv: "De två betyder samma sak: bara ordning, layout och kommentarer kan skilja.",
  en: "The two mean the same: only order, layout and comments may differ.",
};

const caseByCase: readonly Words[] = [
  {
    sv: "Där reglerna är skrivna olika har alla vårdtillfällen delats i klasser: vad som finns, vad som är valt, och på vilken sida om varje gräns dagar och klockslag ligger.",
    en: "Where the rules are written in other ways, all care episodes were parted into classes: what is there, what is chosen, and on which side of every limit days and clock times lie.",
  },
  {
    sv: "Inom en klass ändras inget villkor, och dagarna är samma formel. Båda räknades ut i varje klass och gav samma sak.",
    en: "Within a class no condition changes, and the days are one formula. Both were worked out in every class and gave the same.",
  },
];

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

/** The first few things that could not be shown to be equal. */
function reasonsOf(pairs: readonly RulePair[]): readonly Words[] {
  const found = pairs.flatMap(({ rule, open }) => {
    const telling = open.length > 1 ? open.filter((heading) => heading !== "needs") : open;
    return telling.map((heading) => notProved(rule.name, heading));
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
