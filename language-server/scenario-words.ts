// The key or value under the pointer in a scenario file, and the help of the keys that may stand there.
// Rule: the text need not be whole YAML; a line is read by its own signs, its surroundings by their indentation.

import * as keys from "@avtal/replay/scenarios/read/keys";
import * as help from "./scenario-help.ts";
import type { HelpedKey, KeyHelp } from "./scenario-help.ts";

export interface WordsAt {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isKey: boolean;
}

/** Whole keys of several words, `inte debiterat`, and each of several wordings before one colon. */
export function wordsAt(text: string, offset: number): WordsAt | undefined {
  const from = text.lastIndexOf("\n", offset - 1) + 1;
  const [line = ""] = text.slice(from).split(/\r?\n/, 1);
  const found = stretchesIn(line).find(({ start, end }) => from + start <= offset && offset <= from + end);
  return found === undefined ? undefined : { ...found, start: from + found.start, end: from + found.end };
}

function stretchesIn(line: string): readonly WordsAt[] {
  const stretches: WordsAt[] = [];
  let start = /^\s*(?:-\s+)*/.exec(line)?.[0].length ?? 0;
  let [inBraces, hasKey] = [false, false];
  const close = (end: number, isKey: boolean): void => {
    const written = line.slice(start, end);
    const text = written.trim().replace(/^(["'])(.*)\1$/, "$2");
    const skipped = written.indexOf(text);
    if (text !== "") stretches.push({ text, start: start + skipped, end: start + skipped + text.length, isKey });
    start = end + 1;
  };
  for (let at = start; at < line.length; at++) {
    const sign = line.charAt(at);
    const isLast = /^(?:\s|$)/.test(line.slice(at + 1));
    if (sign === "#" && /\s/.test(line.charAt(at - 1))) {
      close(at, false);
      return stretches;
    }
    if (sign === "{") {
      [inBraces, hasKey, start] = [true, false, at + 1];
    } else if (sign === "}") {
      close(at, false);
    } else if (sign === ":" && isLast && !hasKey) {
      close(at, true);
      hasKey = true;
    } else if (sign === "," && isLast && (inBraces || !hasKey)) {
      close(at, !inBraces);
      hasKey = false;
    }
  }
  close(line.length, false);
  return stretches;
}

/** The name under the pointer, as the agreement writes it. */
export function nameAt(text: string, offset: number) {
  const letter = /[\p{L}\p{N}.-]/u;
  let [start, end] = [offset, offset];
  while (start > 0 && letter.test(text.charAt(start - 1))) start--;
  while (end < text.length && letter.test(text.charAt(end))) end++;
  return end > start ? { name: text.slice(start, end), start, end } : undefined;
}

/** The keys that may stand below those `around`, with their help; what an agreement names is not among them. */
export function helpedKeys(around: readonly string[]): readonly HelpedKey[] {
  const last = around.at(-1);
  const isIn = (words: readonly string[]): boolean => last !== undefined && words.includes(last);
  if (last === undefined) return help.fileHelp;
  if (isIn(keys.fileKeys.scenarios)) return help.scenarioHelp;
  if (isIn(keys.scenarioKeys.episodes)) return help.episodeHelp;
  if (isIn(keys.scenarioKeys.readings)) return help.variantHelp;
  if (isIn(keys.expectationKeys.lines)) return help.lineHelp;
  if (isIn(keys.expectationKeys.steps)) return help.selectorHelp;
  if (isIn(keys.expectationKeys.undecided)) return help.undecidedHelp;
  if (isIn(keys.expectationKeys.notCharged)) return help.notChargedHelp;
  if (isIn(keys.expectationKeys.refused)) return help.refusedHelp;
  if (isIn(keys.scenarioKeys.expected)) return help.wordingHelp;
  if (around.some((key) => keys.isWord(key, keys.scenarioKeys.expected))) return help.expectationHelp;
  return [];
}

/** What a key says that stands below those `around`; undefined for one that the agreement names. */
export function helpOfKey(key: string, around: readonly string[]): KeyHelp | undefined {
  const found = helpedKeys(around).find(({ words }) => words.some((word) => word === key));
  if (found !== undefined) return found.help;
  const isWording = keys.isWord(around.at(-1) ?? "", keys.scenarioKeys.expected);
  return isWording && /^\d{4}-\d{2}-\d{2}$/.test(key) ? help.wordingDayHelp : undefined;
}

export function helpOfValue(value: string): KeyHelp | undefined {
  return help.valueHelp.find(({ words }) => keys.isWord(value, words))?.help;
}
