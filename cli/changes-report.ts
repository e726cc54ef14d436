// What changed in meaning, as people read it: clause by clause, old lines beside new, old words beside new.
// Rule: what only stands under readings that nobody chose is counted, not told.

import type { Change, ChangeClass, Changes, CitedWords } from "@avtal/replay/changes/change";
import type { Words } from "@avtal/compiler/problem";
import { countWords } from "./count-words.ts";
import type { Terminal } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

const width = 96;

export interface SideNames {
  readonly a: string;
  readonly b: string;
}

export function changesReport(names: SideNames, changes: Changes, terminal: Terminal): string {
  const { told, untold } = toldAndUntold(changes);
  const parts = [
    wrapped(terminal.words(changesSentence(names, changes)), width).map((line) => terminal.outColours.bold(line)),
    ...told.map((change) => changeText(change, terminal)),
    untoldText(untold, terminal),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}

/** Those to tell, and those that only differ under readings that are not chosen. */
export function toldAndUntold({ changes }: Changes): {
  readonly told: readonly Change[];
  readonly untold: readonly Change[];
} {
  const isUntold = ({ class: of, lines, cited }: Change): boolean =>
    of === "text" && lines.length === 0 && cited.a?.quote === cited.b?.quote;
  const isTold = (change: Change): boolean => !isUntold(change) && !isUnchosen(change);
  return { told: changes.filter(isTold), untold: changes.filter((change) => !isTold(change)) };
}

/** Of class `text`, although something was added or ended: it stands under a reading that nobody chose. */
function isUnchosen({ class: of, kind }: Change): boolean {
  return of === "text" && kind !== "changed";
}

export function changesSentence({ a, b }: SideNames, changes: Changes): Words {
  const { told } = toldAndUntold(changes);
  if (changes.changes.length === 0) {
    return {
      sv: `${a} och ${b} betyder samma sak: inte en krona kan flyttas.`,
      en: `${a} and ${b} mean the same: not one krona can move.`,
    };
  }
  const count = {
    sv: countWords(told.length, "ändring", "ändringar"),
    en: countWords(told.length, "change", "changes"),
  };
  const words = classSentence[changes.class];
  return { sv: `Från ${a} till ${b}: ${count.sv}. ${words.sv}`, en: `From ${a} to ${b}: ${count.en}. ${words.en}` };
}

const classSentence: Readonly<Record<ChangeClass, Words>> = {
  text: { sv: "Bara ord ändras: inte en krona kan flyttas.", en: "Only words change: not one krona can move." },
  data: {
    sv: "Inga belopp kan bli andra, men statistik eller underlag.",
    en: "No amounts can differ, but statistics or data can.",
  },
  amounts: {
    sv: "Belopp kan bli andra; hur mycket visar --data.",
    en: "Amounts can differ; --data shows by how much.",
  },
  history: {
    sv: "Belopp kan bli andra, också för månader som redan är avgjorda.",
    en: "Amounts can differ, also for months that are already decided.",
  },
};

export const classWords: Readonly<Record<ChangeClass, Words>> = {
  text: { sv: "text", en: "text" },
  data: { sv: "data", en: "data" },
  amounts: { sv: "belopp", en: "amounts" },
  history: { sv: "historik", en: "history" },
};

export const signs: Readonly<Record<Change["kind"], string>> = { added: "+", ended: "-", changed: "~" };

function changeText(change: Change, { words, outColours }: Terminal): string[] {
  const place = placeOf(change);
  const head = `${signs[change.kind]} ${words(change.says)}${place === "" ? "" : `   [${place}]`}`;
  const [first = "", ...rest] = wrapped(head, width);
  const isOneLine = change.lines.every(({ a, b }) => head.includes(a ?? "") && head.includes(b ?? ""));
  return [
    outColours.bold(first),
    ...rest.map((line) => `    ${line}`),
    ...(isOneLine ? [] : change.lines.flatMap(({ a, b }) => [...sideLine("-", a), ...sideLine("+", b)])),
    ...quoteLines(change),
    ...wrapped(`${words(classWords[change.class])}: ${words(change.because)}`, width - 4).map((line) => `    ${line}`),
  ];
}

function sideLine(sign: string, line: string | null): readonly string[] {
  if (line === null) return [];
  const [first = "", ...rest] = wrapped(line, width - 6);
  return [`    ${sign} ${first}`, ...rest.map((more) => `      ${more}`)];
}

/** Old words beside new, where they are not the same. */
function quoteLines({ cited }: Change): readonly string[] {
  const [a, b] = [quoteOf(cited.a), quoteOf(cited.b)];
  if (a === b) return [];
  return [...(a === "" ? [] : [`    A  ${a}`]), ...(b === "" ? [] : [`    B  ${b}`])];
}

export function quoteOf(cited: CitedWords | null): string {
  if (cited === null) return "";
  if (cited.assumption) return `antagande ”${cited.source}”`;
  return cited.quote === null ? cited.place : `${cited.place} ”${cited.quote}”`.trim();
}

export function placeOf({ cited, document }: Change): string {
  const place = [cited.b?.place, cited.a?.place].find((one) => one !== undefined && one !== "");
  return place === undefined ? "" : `${document} ${place}`;
}

function untoldText(untold: readonly Change[], { words }: Terminal): string[] {
  if (untold.length === 0) return [];
  const count = {
    sv: countWords(untold.length, "skillnad", "skillnader"),
    en: countWords(untold.length, "difference", "differences"),
  };
  return wrapped(
    words({
      sv: `${count.sv} till har ingen verkan: ord, hänvisningar eller tolkningar som inte är valda (--json visar dem).`,
      en: `${count.en} more without effect: words, citations or readings that are not chosen (--json shows them).`,
    }),
    width,
  );
}
