// What the grammar allows after some words: for completion.
// Rule: the grammar itself is asked, so that nothing about it is said twice; however broken the words are, the time
// grows with their number alone, because what cannot lead to their end is looked into once for each place.

import { tokenMatcher, type IToken, type TokenType } from "chevrotain";
import { everyStep, stepsOf, type Step } from "./grammar-steps.ts";
import { concepts, type Concept } from "./keywords.ts";
import { sign, token } from "./tokens.ts";

export type Follower =
  { readonly kind: "keyword"; readonly concept: Concept } | { readonly kind: "sign"; readonly sign: keyof typeof sign };

export interface MayFollow {
  readonly what: Follower;
  /** The rules of the grammar around it, outermost first. */
  readonly within: readonly string[];
  /** Which of several such signs in its rule it is: 0 for the first. */
  readonly which: number;
}

/** `rule` is what the words are the beginning of: `file`, or `element` for a statement. */
export function whatMayFollow(rule: "file" | "element", words: readonly IToken[]): readonly MayFollow[] {
  if (words.filter((word) => links.some((type) => tokenMatcher(word, type))).length > longestChain) return [];
  return nextTokens(rule, words).flatMap(({ type, within, which }): MayFollow[] => {
    const what = followers.get(type.name);
    return what === undefined ? [] : [{ what, within, which }];
  });
}

/** What makes one expression longer; a statement with more of them than this is refused before it is read. */
const links = [
  token.and,
  token.or,
  token.not,
  token.otherwise,
  sign.plus,
  sign.minus,
  sign.times,
  sign.slash,
  sign.open,
];
const longestChain = 600;

const signs = Object.keys(sign) as readonly (keyof typeof sign)[];

const followers: ReadonlyMap<string, Follower> = new Map<string, Follower>([
  ...concepts.map((concept) => [token[concept].name, { kind: "keyword", concept }] as const),
  ...signs.map((name) => [sign[name].name, { kind: "sign", sign: name }] as const),
]);

interface NextToken {
  readonly type: TokenType;
  readonly within: readonly string[];
  readonly which: number;
}

/** What is read after a rule that is being read; undefined below the outermost one. */
interface Return {
  readonly rule: string;
  readonly to: Step;
  readonly below: Return | undefined;
  /** How many rules are being read. */
  readonly depth: number;
  /** Whether the end of the words is reached from here, by the place where the rule ended. */
  readonly leads: Map<number, boolean>;
}

interface Place {
  readonly step: Step;
  readonly at: number;
  readonly back: Return | undefined;
}

/** Rules inside each other beyond what the compiler reads: 64 parentheses and the rules between them. */
const deepest = 1_200;

/** Where reading from a step can get to within its rule. */
interface Reach {
  /** Whether the words can end inside. */
  readonly runsOut: boolean;
  /** Places where the rule can have ended. */
  readonly ends: readonly number[];
}

function nextTokens(rule: string, words: readonly IToken[]): readonly NextToken[] {
  const reachFrom = reachesOver(words);
  const found: NextToken[] = [];
  // Two tokens decide: with one way through, another that parted from it before the last word is no way at all.
  const decided = words.length - 2;
  const open: Place[] = [{ step: stepsOf(rule), at: 0, back: undefined }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { step, at, back } = place;
    if ((found.length > 0 && at <= decided) || !leads(place, reachFrom)) continue;
    switch (step.kind) {
      case "end":
        if (back !== undefined) open.push({ step: back.to, at, back: back.below });
        break;
      case "token":
        if (at < words.length) open.push({ step: step.next, at: at + 1, back });
        else found.push({ type: step.type, which: step.which, within: [rule, ...namesOf(back)] });
        break;
      case "rule": {
        const depth = (back?.depth ?? 0) + 1;
        const inner = { rule: step.name, to: step.next, below: back, depth, leads: new Map<number, boolean>() };
        if (depth <= deepest) open.push({ step: stepsOf(step.name), at, back: inner });
        break;
      }
      case "choice":
        for (const way of step.ways.toReversed()) open.push({ step: way, at, back });
    }
  }
  return found;
}

/** Whether the end of the words can be reached from here. */
function leads({ step, at, back }: Place, reachFrom: (step: Step, at: number) => Reach): boolean {
  const { runsOut, ends } = reachFrom(step, at);
  return runsOut || (back !== undefined && ends.some((place) => leadsBack(back, place, reachFrom)));
}

function leadsBack(back: Return, at: number, reachFrom: (step: Step, at: number) => Reach): boolean {
  const known = back.leads.get(at) ?? leads({ step: back.to, at, back: back.below }, reachFrom);
  back.leads.set(at, known);
  return known;
}

function namesOf(back: Return | undefined): readonly string[] {
  const names: string[] = [];
  for (let each = back; each !== undefined; each = each.below) names.push(each.rule);
  return names.reverse();
}

/** Each step is looked into once at each place. */
function reachesOver(words: readonly IToken[]): (step: Step, at: number) => Reach {
  const known = new Map<number, Reach>();
  const look = (step: Step, at: number): Reach => {
    switch (step.kind) {
      case "end":
        return { runsOut: false, ends: [at] };
      case "token": {
        const word = words[at];
        if (word === undefined) return ranOut;
        return tokenMatcher(word, step.type) ? reachFrom(step.next, at + 1) : nowhere;
      }
      case "rule": {
        const inside = reachFrom(stepsOf(step.name), at);
        return together(
          inside.ends.map((place) => reachFrom(step.next, place)),
          inside.runsOut,
        );
      }
      case "choice":
        return together(
          step.ways.map((way) => reachFrom(way, at)),
          false,
        );
    }
  };
  const reachFrom = (step: Step, at: number): Reach => {
    const key = step.id * (words.length + 1) + at;
    const before = known.get(key);
    if (before !== undefined) return before;
    const reach = look(step, at);
    known.set(key, reach);
    return reach;
  };
  // A long statement is looked through from its end, some words at a time: nothing then waits for more than these.
  const steps = words.length > aStretch ? everyStep() : [];
  for (let at = words.length - aStretch; at > 0; at -= aStretch) for (const step of steps) reachFrom(step, at);
  return reachFrom;
}

const aStretch = 60;

const nowhere: Reach = { runsOut: false, ends: [] };
const ranOut: Reach = { runsOut: true, ends: [] };

function together(ways: readonly Reach[], runsOut: boolean): Reach {
  const open = ways.filter((way) => way.runsOut || way.ends.length > 0);
  const [only] = open;
  if (only === undefined) return runsOut ? ranOut : nowhere;
  if (open.length === 1 && (!runsOut || only.runsOut)) return only;
  return {
    runsOut: runsOut || open.some((way) => way.runsOut),
    ends: [...new Set(open.flatMap(({ ends }) => ends))],
  };
}
