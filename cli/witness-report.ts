// A verdict as people read it: one sentence, the case as a small table, what each wording makes of it, with its clause.
// Rule: what is proved and what was only looked at are never said in the same words.

import type { Words } from "@avtal/compiler/problem";
import type { Completed, Evaluation, InvoiceLine, Ore } from "@avtal/runtime/result";
import { countShown, kronorShown } from "@avtal/replay/shown";
import { amountText } from "@avtal/replay/scenarios/run/outcome-text";
import { alike } from "@avtal/replay/witness/scenario";
import type { Difference, Side, Verdict } from "@avtal/replay/witness/verdict";
import { countWords } from "./count-words.ts";
import { table, type TableColumn } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

export interface NamedSide {
  /** As the user named it. */
  readonly name: string;
  readonly side: Side;
}

export interface NamedSides {
  readonly a: NamedSide;
  readonly b: NamedSide;
}

const width = 80;

export function witnessReport(verdict: Verdict, sides: NamedSides, terminal: Terminal): string {
  const said = (words: Words): string => wrapped(terminal.words(words), width).join("\n");
  const first = terminal.outColours.bold(said(sentence(verdict, sides)));
  switch (verdict.kind) {
    case "differ": {
      const parts = [first, caseTable(verdict, terminal), outcomeTable(verdict, sides, terminal), said(howSure)];
      return `${parts.map((part) => part.trimEnd()).join("\n\n")}\n`;
    }
    case "same":
      return `${[first, "", ...numbered(verdict.argument.steps, terminal)].join("\n")}\n`;
    case "unknown": {
      const reasons = verdict.reasons.length === 0 ? [] : ["", ...numbered(verdict.reasons, terminal)];
      return `${[first, said(noProof), ...reasons].join("\n")}\n`;
    }
  }
}

function sentence(verdict: Verdict, sides: NamedSides): Words {
  const [a, b] = [sides.a.name, sides.b.name];
  switch (verdict.kind) {
    case "same":
      return { sv: `${a} och ${b} ger samma för varje fall.`, en: `${a} and ${b} give the same for every case.` };
    case "unknown": {
      const [tried, most] = [countShown(verdict.tried), countShown(verdict.episodes)];
      return {
        sv: `Okänt: ingen skillnad mellan ${a} och ${b} i ${tried} fall med högst ${most} vårdtillfällen.`,
        en: `Unknown: no difference between ${a} and ${b} in ${tried} cases of at most ${most} care episodes.`,
      };
    }
    case "differ": {
      const count = verdict.episodes.length;
      const [ofA, ofB] = [amountWords(verdict.a), amountWords(verdict.b)];
      return {
        sv: `${countWords(count, "Vårdtillfälle", "vårdtillfällen").replace(/^1 V/u, "Ett v")} räcker: ${a} ger ${ofA.sv}, ${b} ger ${ofB.sv}.`,
        en: `${countWords(count, "care episode is", "care episodes are")} enough: ${a} gives ${ofA.en}, ${b} gives ${ofB.en}.`,
      };
    }
  }
}

function amountWords(evaluation: Evaluation): Words {
  if (evaluation.kind === "stopped") {
    return {
      sv: `inget svar, \`${evaluation.value}\` är inte känt`,
      en: `no answer, \`${evaluation.value}\` is not known`,
    };
  }
  const total = `${kronorShown(evaluation.lines.reduce((sum, { amount }) => sum + amount, 0n) as Ore)} kr`;
  const open = evaluation.undecided.length;
  if (open === 0) return { sv: total, en: total };
  return { sv: `${total} och ${countWords(open, "oavgjort", "oavgjorda")}`, en: `${total} and ${open} undecided` };
}

const howSure: Words = {
  sv: "Uträknat med den kompilerade överenskommelsen och med tolken, med samma svar. Fallet är påhittat. Med --out FIL blir det ett scenario.",
  en: "Worked out by the compiled agreement and by the interpreter, with the same answer. The case is made up. With --out FILE it becomes a scenario.",
};

const noProof: Words = {
  sv: "Det är inget bevis för att de är lika.",
  en: "That is no proof that they are the same.",
};

function numbered(steps: readonly Words[], terminal: Terminal): readonly string[] {
  return steps.flatMap((step, index) => {
    const [first = "", ...rest] = wrapped(terminal.words(step), width - 5);
    return [`  ${index + 1}. ${first}`, ...rest.map((line) => `     ${line}`)];
  });
}

/** A column for each episode, one column for those alike. */
function caseTable({ episodes }: Difference, terminal: Terminal): string {
  const groups = alike(episodes);
  const fields = [...new Map(episodes.flatMap(({ facts }) => facts.map(({ field }) => [field.code, field] as const)))];
  const columns: TableColumn[] = [
    { title: terminal.words({ sv: "uppgift", en: "fact" }), align: "left" },
    ...groups.map(({ count }): TableColumn => ({
      title: countWords(
        count,
        terminal.words({ sv: "vårdtillfälle", en: "episode" }),
        terminal.words({ sv: "vårdtillfällen", en: "episodes" }),
      ),
      align: "left",
    })),
  ];
  const rows = fields.map(([code, { name }]) => [
    name,
    ...groups.map(({ facts }) => facts.find(({ field }) => field.code === code)?.text ?? ""),
  ]);
  return table(columns, rows);
}

function outcomeTable({ a, b }: Difference, sides: NamedSides, terminal: Terminal): string {
  const columns: TableColumn[] = [
    { title: terminal.words({ sv: "lydelse", en: "wording" }), align: "left" },
    { title: terminal.words({ sv: "vad det blir", en: "outcome" }), align: "left" },
    { title: terminal.words({ sv: "belopp", en: "amount" }), align: "right" },
    { title: terminal.words({ sv: "klausul", en: "clause" }), align: "left" },
  ];
  const rows = [...outcomeRows(a, sides.a, terminal), ...outcomeRows(b, sides.b, terminal)];
  return table(columns, rows);
}

type OutcomeRow = readonly [string, string, string, string];

function outcomeRows(evaluation: Evaluation, { name }: NamedSide, terminal: Terminal): readonly OutcomeRow[] {
  if (evaluation.kind === "stopped") {
    return [
      [
        name,
        terminal.words({ sv: `${evaluation.value} är inte känt`, en: `${evaluation.value} is not known` }),
        "",
        "",
      ],
    ];
  }
  const rows = [...evaluation.lines.map((line) => lineRow(line)), ...otherRows(evaluation, terminal)];
  return rows.map(([what, amount, clause], index) => [index === 0 ? name : "", what, amount, clause]);
}

type Row = readonly [string, string, string];

function lineRow({ keys, quantity, unit, amount, place }: InvoiceLine): Row {
  const size = quantity === null || unit === null ? "" : amountText(quantity, unit);
  const what = [keys.payer.name, keys.period, keys.episode ?? "", size].filter((part) => part !== "").join(" ");
  return [what, `${kronorShown(amount)} kr`, place.clause];
}

/** Groups and records that came to no line, each with the clause that says so. */
function otherRows({ lines, groups, undecided, notCharged }: Completed, terminal: Terminal): readonly Row[] {
  const nothing = `${kronorShown(0n as Ore)} kr`;
  const below = terminal.words({ sv: "under gränsen", en: "below the limit" });
  const rows: readonly Row[] = [
    ...groups
      .filter(({ outcome }) => outcome === "below-limit")
      .map(({ keys, place }): Row => [`${keys.payer.name} ${keys.period} ${below}`, nothing, place.clause]),
    ...undecided.map(({ missing }): Row => [
      `${terminal.words({ sv: "oavgjort, saknar", en: "undecided, lacks" })} ${missing.join(", ")}`,
      "",
      "",
    ]),
    ...notCharged.map(({ reason, clause }): Row => [reason, nothing, clause]),
  ];
  if (rows.length > 0 || lines.length > 0) return rows;
  return [[terminal.words({ sv: "ingen debitering", en: "no charge" }), nothing, ""]];
}
