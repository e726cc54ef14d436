// A random sentence of the grammar with its derivation, and the derivation of a CST to compare it with.
// Rule: only what may be written: the forms that the grammar reads in order to refuse them are left out.

import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
  type CstElement,
  type CstNode,
  type IProduction,
  type Rule,
  type TokenType,
} from "chevrotain";
import { sign, token } from "../tokens.ts";

export interface Sentence {
  /** Token types of the grammar in order. */
  readonly tokens: readonly TokenType[];
  /** `(rule · (rule …))`, with a dot for every token. */
  readonly derivation: string;
}

export function randomSentence(rules: Readonly<Record<string, Rule>>, start: string, seed: number): Sentence {
  const writer = new SentenceWriter(rules, seed);
  const derivation = writer.rule(start, 0, "");
  return { tokens: writer.tokens, derivation };
}

const refused: ReadonlySet<TokenType> = new Set([sign.wrongOperator, sign.equals, sign.section, sign.comma, token.to]);
/** Rules in which a refused form is one of the alternatives. */
const readsRefused = new Set(["operator", "quantity", "separator", "validityEnd"]);
/** Optional parts that may not be left out, and those that may not be written. */
const always = new Set([
  ...["spanEnd: 0", "rounding: 0", "rounding: 1", "file: 0", "file: 1", "expression: 1", "question: 2"],
]);
const never = new Set(["requires: 1", "aggregate: 0", "aggregate: 1", "amendmentHead: 1"]);
const deepest = 24;
/** Tokens after which every sentence comes to its end. */
const longest = 300;
/** Alternatives that hold nothing else, where these are not the last. */
const leaves: ReadonlyMap<string, (all: readonly Alternative[]) => readonly Alternative[]> = new Map([
  ["atom", (all) => all.slice(1, 4)],
  ["timePoint", (all) => all.slice(0, 2)],
]);

class SentenceWriter {
  readonly tokens: TokenType[] = [];
  private readonly rules: Readonly<Record<string, Rule>>;
  private state: number;
  /** True while an aggregate is written that stands alone in a parenthesis and may have its own selection. */
  private selecting = false;

  constructor(rules: Readonly<Record<string, Rule>>, seed: number) {
    this.rules = rules;
    this.state = seed >>> 0 || 1;
  }

  rule(name: string, depth: number, parent: string): string {
    const definition = this.rules[name]?.definition ?? [];
    if (name === "term" && !this.mustEnd(depth) && this.chance(0.06)) return this.selection(depth);
    const inner = definition.map((each) => this.production(each, name, depth + 1, parent)).join("");
    return inner === "" ? "" : `(${name}${inner})`;
  }

  /** `(antal vårdtillfällen där C)`: the only way to write a selection that no later word can join. */
  private selection(depth: number): string {
    const before = this.selecting;
    this.tokens.push(sign.open);
    this.selecting = true;
    const aggregate = this.rule("aggregate", depth + 4, "");
    this.selecting = before;
    this.tokens.push(sign.close);
    const chain = ["expression", "anyOf", "allOf", "negation", "comparison", "sum", "product", "term"];
    const inside = chain.reduceRight((inner, name) => ` (${name}${inner})`, ` ${aggregate}`);
    return `(term (valueAt (atom (parenthesis ·${inside} ·))))`;
  }

  private production(production: IProduction, rule: string, depth: number, parent: string): string {
    if (production instanceof Terminal) {
      if (production.terminalType.name === "EOF") return "";
      this.tokens.push(production.terminalType);
      return " ·";
    }
    if (production instanceof NonTerminal) {
      const inner = this.nonTerminal(production.nonTerminalName, rule, depth);
      return inner === "" ? "" : ` ${inner}`;
    }
    if (production instanceof Alternation) return this.alternation(production, rule, depth, parent);
    const inner = (): string => {
      if (!(
        production instanceof Option ||
        production instanceof Repetition ||
        production instanceof RepetitionMandatory
      ))
        return "";
      return production.definition.map((each) => this.production(each, rule, depth, parent)).join("");
    };
    if (production instanceof Option) {
      const key = `${rule}: ${production.idx}`;
      if (never.has(key) && !this.selecting) return "";
      const taken = always.has(key) || this.chance(this.mustEnd(depth) ? 0 : 0.4);
      return taken ? inner() : "";
    }
    const least = production instanceof RepetitionMandatory ? 1 : 0;
    const most = this.mustEnd(depth) ? least : rule === "file" ? 6 : least + 2;
    const times = least + Math.floor(this.random() * (most - least + 1));
    return Array.from({ length: times }, inner).join("");
  }

  private nonTerminal(name: string, rule: string, depth: number): string {
    // What an aggregate is of must not take the selection for itself.
    if (rule !== "aggregate" || name !== "term") return this.unselected(() => this.rule(name, depth, rule));
    const inner = this.unselected(() => this.rule("valueAt", depth + 1, "term"));
    return `(term ${inner})`;
  }

  private unselected(write: () => string): string {
    const before = this.selecting;
    this.selecting = false;
    const written = write();
    this.selecting = before;
    return written;
  }

  private alternation(production: Alternation, rule: string, depth: number, parent: string): string {
    const all = production.definition.filter((each) => each instanceof Alternative);
    const allowed = all.filter((each) => this.isAllowed(each, rule, parent));
    // Deep down only what holds nothing else ends the recursion.
    const choices = !this.mustEnd(depth) ? allowed : (leaves.get(rule)?.(allowed) ?? allowed.slice(-1));
    const chosen = choices[Math.floor(this.random() * choices.length)];
    return (chosen?.definition ?? []).map((each) => this.production(each, rule, depth, parent)).join("");
  }

  private isAllowed(alternative: Alternative, rule: string, parent: string): boolean {
    const first = alternative.definition[0];
    if (first instanceof Terminal && readsRefused.has(rule) && refused.has(first.terminalType)) return false;
    // An end alone would be read as a comparison after a condition.
    if (rule === "validity" && parent === "ruleLine") return first instanceof Terminal;
    if (rule === "validityEnd" && first instanceof Alternation) return true;
    return !(first instanceof NonTerminal && first.nonTerminalName === "tornLine");
  }

  private mustEnd(depth: number): boolean {
    return depth > deepest || this.tokens.length > longest;
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  /** A linear congruence: the same sentence for the same seed on every machine. */
  private random(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 4294967296;
  }
}

/** The derivation of a CST, in the order of the text. */
export function derivationOf(node: CstNode): string {
  const elements = Object.values(node.children).flat();
  const placed = elements
    .map((element) => ({ element, start: startOf(element) }))
    .filter(({ start }) => !Number.isNaN(start))
    .sort((a, b) => a.start - b.start);
  const inner = placed.map(({ element }) => ` ${"children" in element ? derivationOf(element) : "·"}`);
  return `(${node.name}${inner.join("")})`;
}

function startOf(element: CstElement): number {
  if (!("children" in element)) return element.tokenType.name === "EOF" ? NaN : element.startOffset;
  return element.location?.startOffset ?? NaN;
}
