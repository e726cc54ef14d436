// A new name in an outcome file: readings in its wordings, rules, values and facts in its outcomes.
// Rule: a name is known by what stands around it; a scenario's own name and the reason are other people's words. The parts
// of an outcome stay in the order in which a run writes them.

import type { Edit } from "@avtal/compiler/ide/answers";
import type { Thing } from "@avtal/compiler/ide/things";
import type { SourceFile } from "@avtal/compiler/source";
import { byCodePoint } from "@avtal/runtime/code-point-order";

export interface NewName {
  readonly thing: Thing;
  readonly name: string;
  /** The agreement that the outcomes are of. */
  readonly agreement: string;
}

export function renamedInOutcomes({ path, text }: SourceFile, renaming: NewName): readonly Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const [scenario = "", wording = "", outcome = ""] = line.startsWith("#") ? [] : line.split(separator);
    const wordingAt = start + scenario.length + separator.length;
    const outcomeAt = wordingAt + wording.length + separator.length;
    const replace = (before: string, after: string, at: number): void => {
      if (after !== before) edits.push({ span: { file: path, start: at, end: at + before.length }, text: after });
    };
    replace(wording, renamedIn(wording, renaming, inWording(renaming.thing)), wordingAt);
    replace(outcome, renamedOutcome(outcome, renaming), outcomeAt);
    start += line.length + 1;
  }
  return edits;
}

const separator = " · ";

function renamedOutcome(outcome: string, renaming: NewName): string {
  const parts = partsOf(outcome);
  const anew = parts.map((part) => renamedIn(part, renaming, inOutcome(part, renaming)));
  return anew.every((part, index) => part === parts[index]) ? outcome : inOrder(anew).join("; ");
}

/** What says of no sort that it begins one, and comes to no amount, goes on with clauses of the part before. */
function partsOf(outcome: string): readonly string[] {
  return outcome.split("; ").reduce<readonly string[]>((parts, piece) => {
    const goesOn = sortOf(piece) === "" && !piece.includes(" = ");
    return goesOn && parts.length > 0 ? [...parts.slice(0, -1), `${parts.at(-1) ?? ""}; ${piece}`] : [...parts, piece];
  }, []);
}

/** Parts of one sort stand together, sorted; the sorts in the order in which they come. */
function inOrder(parts: readonly string[]): readonly string[] {
  const sorts = [...new Set(parts.map(sortOf))];
  return sorts.flatMap((sort) => parts.filter((part) => sortOf(part) === sort).sort(byCodePoint));
}

/** `vilande` of `2 × vilande: …`; empty for a line that was charged. */
function sortOf(part: string): string {
  return (
    /^(?:\d+ × )?(ingen debitering$|vilande|oavgjort|oavgjord summa|inte debiterat|avvisat|stoppat)/.exec(part)?.[1] ??
    ""
  );
}

/** What must stand before and after the name; undefined where the thing is not named there. */
interface Around {
  readonly before: RegExp;
  readonly after: RegExp;
}

/** `2021-11-01, avbrott=läggs-ihop, dag-noll=dag-ett` */
function inWording({ sort, id, name }: Thing): Around | undefined {
  switch (sort) {
    case "question":
      return { before: /, (?:[^,=]*\.)?$/, after: /^=/ };
    case "reading": {
      const question = id.slice(id.indexOf(".") + 1, id.length - name.length - 1);
      return { before: new RegExp(`, (?:[^,=]*\\.)?${question}=$`), after: /^(?:,|$)/ };
    }
    default:
      return undefined;
  }
}

/** `stoppat: pris.dygnsbelopp`, `oavgjort: utskrivningstid`, `Huddinge 2022-04 genomsnitt 1,2 dagar = 11 160,00 kr` */
function inOutcome(part: string, { thing: { sort, document }, agreement }: NewName): Around | undefined {
  const said = sortOf(part);
  switch (sort) {
    case "value":
    case "measured":
    case "field":
    case "event":
      if (said === "stoppat") {
        return { before: document === agreement ? /: $/ : new RegExp(`: ${document}\\.$`), after: /^$/ };
      }
      return said === "oavgjort" ? { before: /(?:: |, |\.)$/, after: /^(?:,|$)/ } : undefined;
    case "rule":
    case "statistic":
      return ["", "vilande", "oavgjord summa"].includes(said) ? { before: / $/, after: /^(?: |$)/ } : undefined;
    default:
      return undefined;
  }
}

function renamedIn(text: string, { thing, name }: NewName, around: Around | undefined): string {
  if (around === undefined) return text;
  let written = "";
  let from = 0;
  for (let at = text.indexOf(thing.name); at >= 0; at = text.indexOf(thing.name, at + 1)) {
    const end = at + thing.name.length;
    if (!around.before.test(text.slice(0, at)) || !around.after.test(text.slice(end))) continue;
    written += text.slice(from, at) + name;
    from = end;
  }
  return written + text.slice(from);
}
