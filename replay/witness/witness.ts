// The table of contents: two wordings in; a case that tells them apart, a proof that none does, or how far was looked.
// Rule: `same` is only said with an argument for every case, `differ` only with a case that three evaluations confirm.

import { select } from "@avtal/compiler/ir/select";
import { breakpointsOf } from "./breakpoints.ts";
import { compare } from "./case-size.ts";
import { confirming, episodesOf } from "./confirm.ts";
import { vocabularyOf } from "./episode-shapes.ts";
import { daysOf } from "./ordinary-days.ts";
import { paidVocabulary } from "./paid-vocabulary.ts";
import { provedSame } from "./same.ts";
import { differingRounds, type Found, type Searching } from "./search.ts";
import { ordinaryOnes } from "./single-cases.ts";
import { smallest } from "./smaller.ts";
import { registersOfBoth, trialsOf } from "./trials.ts";
import {
  usualLimits,
  type Difference,
  type DifferenceSort,
  type Side,
  type Verdict,
  type WitnessLimits,
} from "./verdict.ts";

export function witness(a: Side, b: Side, limits: WitnessLimits = usualLimits): Verdict {
  const proof = provedSame(a, b, limits);
  if (proof.kind === "same") return { kind: "same", argument: proof.argument };

  const [first, second] = [decided(a, limits), decided(b, limits)];
  const programs = [first.program, second.program];
  const points = breakpointsOf(programs);
  const trials = trialsOf(first, second);
  const usual = vocabularyOf(points);
  const vocabulary = paidVocabulary(usual, ordinaryOnes(daysOf(points), points), trials(usual));
  const spent = { cases: 0, episodes: 0 };
  const searching: Searching = { programs, points, vocabulary, tries: trials(vocabulary), limits, spent };
  const difference = smallestDifference(searching, a, b);
  if (difference !== undefined) return { kind: "differ", ...difference };
  return { kind: "unknown", tried: spent.cases, episodes: spent.episodes, reasons: proof.reasons };
}

/** What the run's own choices leave of a program; statistics only where they count. */
function decided({ program, options }: Side, { figures }: WitnessLimits): Side {
  const selected = select(program, options);
  const rules = selected.rules.filter(({ purpose }) => figures === "compared" || purpose.kind !== "statistic");
  return { program: { ...selected, rules }, options };
}

/** The smallest difference in what is paid; only where there is none, the most telling other one. */
function smallestDifference(searching: Searching, a: Side, b: Side): Difference | undefined {
  const confirm = confirming(a, b);
  const registers = registersOfBoth(a.program, b.program);
  const days = daysOf(searching.points);
  let other: Difference | undefined;
  for (const round of differingRounds(searching)) {
    for (const candidate of worthTrying(round)) {
      if (other !== undefined && rank(candidate.in) >= rank(other.in)) continue;
      const small = candidate.in === "stopped" ? candidate : smallest(candidate, days, searching.tries);
      for (const of of new Set([small.of, candidate.of])) {
        const episodes = episodesOf(of, searching.vocabulary, registers);
        const confirmed = confirm(episodes);
        if (confirmed === undefined || !isCompared(confirmed.in, searching.limits)) continue;
        const difference = { ...confirmed, episodes, tried: searching.spent.cases };
        if (confirmed.in === "amounts") return difference;
        if (other === undefined || rank(confirmed.in) < rank(other.in)) other = difference;
      }
    }
  }
  return other;
}

/** The whole programs are confirmed, statistics and all; where figures are left out they make no difference. */
function isCompared(sort: DifferenceSort, { figures }: WitnessLimits): boolean {
  return sort !== "figures" || figures === "compared";
}

/** A few of each sort of difference, the smallest first; those on other days may be confirmed where the first is not. */
function worthTrying(found: readonly Found[]): readonly Found[] {
  const sorts: readonly DifferenceSort[] = ["amounts", "undecided", "figures"];
  const shown = sorts.flatMap((sort) => {
    const ofSort = found.filter((each) => each.in === sort).sort((x, y) => compare(x.of, y.of));
    const apart = ofSort.filter(
      (each, index) => ofSort.findIndex((earlier) => earlier.of[0]?.day === each.of[0]?.day) === index,
    );
    return apart.slice(0, sort === "amounts" ? 6 : 2);
  });
  return [...shown, ...found.filter((each) => each.in === "stopped")];
}

const order: readonly DifferenceSort[] = ["amounts", "undecided", "figures", "stopped"];

function rank(sort: DifferenceSort): number {
  return order.indexOf(sort);
}
