// A completed run as people read it: one sentence in kronor, what it stands on, who pays, and that every row is accounted for.
// Rule: what was supplied, read one way out of several, or assumed is said before any amount is shown.

import type { Group, InvoiceLine, NotCharged, Undecided } from "@avtal/runtime/result";
import type { Ore } from "@avtal/runtime/result";
import { monthText } from "@avtal/runtime/calendar";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { preliminaryReadings, type CompletedRun, type CountedRun } from "@avtal/replay/result-json";
import { amountOfUnit, countShown, decimalText, kronorShown } from "@avtal/replay/shown";
import { unitWord } from "@avtal/compiler/ir/unit-word";
import type { Words } from "@avtal/compiler/problem";
import { countWords } from "./count-words.ts";
import { table, type TableColumn } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

const width = 80;
/** More lines than this are summed by payer. */
const mostLines = 40;
const mostReasons = 8;

export function runReport(run: CompletedRun, terminal: Terminal): string {
  const { result } = run;
  const said = (words: Words): string[] => wrapped(terminal.words(words), width);
  const parts = [
    [terminal.outColours.bold(said(sentence(run)).join("\n"))],
    [...suppliedText(run).flatMap(said), ...said(standsOn(run)), ...dormantText(run).flatMap(said)],
    [linesTable(result.lines, terminal).trimEnd()],
    reasonsText(run, terminal),
    said(reconciliation(run)),
  ];
  return `${parts
    .filter((part) => part.length > 0 && part[0] !== "")
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}

/** What the run means in kronor, and in which mode. */
export function sentence({ program, options, result, discharged }: CompletedRun): Words {
  const total = kronorShown(sum(result.lines));
  const payers = new Set(result.lines.map((line) => line.keys.payer.code)).size;
  const months = discharged === undefined ? "" : `${monthText(discharged.first)} – ${monthText(discharged.last)}`;
  const title = {
    sv: months === "" ? "" : ` för utskrivna ${months}`,
    en: months === "" ? "" : ` for discharges ${months}`,
  };
  if (options.wording === null) {
    const sv =
      payers === 0 ? "ska ingen betala något" : `ska ${countWords(payers, "betalare", "betalare")} betala ${total} kr`;
    const en = payers === 0 ? "nobody pays anything" : `${countWords(payers, "payer pays", "payers pay")} ${total} kr`;
    return {
      sv: `Enligt ${program.main}, gällande (varje vårdtillfälle efter sina egna datum), ${sv}${title.sv}.`,
      en: `By ${program.main}, in force (each care episode by its own dates), ${en}${title.en}.`,
    };
  }
  const sv =
    payers === 0
      ? "skulle ingen betala något"
      : `skulle ${countWords(payers, "betalare", "betalare")} betala ${total} kr`;
  const en =
    payers === 0
      ? "nobody would pay anything"
      : `${countWords(payers, "payer would pay", "payers would pay")} ${total} kr`;
  return {
    sv: `Kontrafaktiskt, med allt i ${program.main} som det löd ${options.wording}, ${sv}${title.sv}.`,
    en: `Counterfactually, with all of ${program.main} as worded on ${options.wording}, ${en}${title.en}.`,
  };
}

/** Records in and where they went, which the run has asserted. */
export function reconciliation({ result }: CountedRun): Words {
  const { recordsIn, inRule, notCharged, undecided, refused } = result.accounting;
  const [all, charged, not, open, out] = [recordsIn, inRule, notCharged, undecided, refused].map(countShown);
  return {
    sv: `Avstämning: ${all} vårdtillfällen = ${charged} i en regel + ${not} inte debiterade + ${open} obestämda + ${out} avvisade.`,
    en: `Reconciliation: ${all} care episodes = ${charged} in a rule + ${not} not charged + ${open} undecided + ${out} refused.`,
  };
}

function suppliedText({ options, program }: CompletedRun): Words[] {
  const kinds = new Map([...program.values, ...program.measured].map((value) => [value.id, value.kind]));
  const own = (id: string): string => (id.startsWith(`${program.main}.`) ? id.slice(program.main.length + 1) : id);
  const given = [
    ...options.values.map(({ value, from, exact }) => {
      const kind = kinds.get(value);
      const amount = amountOfUnit(exact, kind?.kind === "quantity" ? unitWord(kind.unit) : "tal");
      return `${own(value)}${from === null ? "" : ` från ${from}`} = ${amount}`;
    }),
    ...[...options.events].map(([event, date]) => `${own(event)} = ${date ?? "inte"}`),
    ...[...options.readings].map(([question, reading]) => `${own(question)} = ${reading}`),
  ];
  if (given.length === 0) return [];
  const list = given.join("; ");
  return [{ sv: `Angivet för körningen, inte beslutat: ${list}.`, en: `Supplied for this run, not decided: ${list}.` }];
}

function standsOn(run: CompletedRun): Words {
  const readings = preliminaryReadings(run);
  const assumptions = run.assumptions.length;
  if (readings.length === 0 && assumptions === 0) {
    return { sv: "Bygger bara på beslutade tolkningar.", en: "Stands on decided readings alone." };
  }
  const list = readings.map(({ question, reading, document }) => {
    const name = document === run.program.main ? question : `${document}.${question}`;
    return `${name}=${reading}`;
  });
  const shown = list.length === 0 ? "" : `: ${list.join(", ")}`;
  return {
    sv: `Bygger på ${countWords(assumptions, "antagande", "antaganden")} och ${countWords(readings.length, "preliminär tolkning", "preliminära tolkningar")}${shown}.`,
    en: `Stands on ${countWords(assumptions, "assumption", "assumptions")} and ${countWords(readings.length, "preliminary reading", "preliminary readings")}${shown}.`,
  };
}

/** Groups that would have been lines, were the agreement not dormant. */
function dormantText({ result }: CompletedRun): Words[] {
  const lines = new Set(result.lines.map(keyOf));
  const waiting = result.groups.filter((group) => group.outcome === "charged" && !lines.has(keyOf(group)));
  if (waiting.length === 0) return [];
  const total = kronorShown(waiting.map(amountOf).reduce((a, b) => a + b, 0n) as Ore);
  return [
    {
      sv: `Överenskommelsen är vilande: inget får debiteras än. Det skulle bli ${total} kr på ${countWords(waiting.length, "rad", "rader")}.`,
      en: `The agreement is dormant: nothing may be charged yet. It would be ${total} kr on ${countWords(waiting.length, "line", "lines")}.`,
    },
  ];
}

function amountOf(group: Group): bigint {
  const amount = group.steps.find((step) => step.name === "belopp")?.value;
  return amount?.kind === "quantity" && amount.exact.under === 1n ? amount.exact.over : 0n;
}

function keyOf({ place, keys }: Pick<Group, "place" | "keys">): string {
  const others = keys.others.map(({ value }) => value);
  return [place.document, place.rule, keys.payer.code, keys.period, keys.part?.from, keys.episode, ...others].join(
    "\n",
  );
}

function linesTable(lines: readonly InvoiceLine[], terminal: Terminal): string {
  if (lines.length === 0) return "";
  return lines.length <= mostLines ? everyLine(lines, terminal) : byPayer(lines, terminal);
}

function everyLine(lines: readonly InvoiceLine[], { words }: Terminal): string {
  const columns: TableColumn[] = [
    { title: words({ sv: "Rad", en: "Line" }), align: "left" },
    { title: words({ sv: "Betalare", en: "Payer" }), align: "left" },
    { title: words({ sv: "Antal", en: "Quantity" }), align: "right" },
    { title: words({ sv: "Pris (kr)", en: "Price (kr)" }), align: "right" },
    { title: words({ sv: "Belopp (kr)", en: "Amount (kr)" }), align: "right" },
  ];
  const rows = lines.map((line) => [
    line.id,
    line.keys.payer.name,
    line.quantity === null ? "" : `${decimalText(line.quantity, 2, ",")} ${line.unit ?? ""}`.trim(),
    line.unitPrice === null ? "" : amountOfUnit(line.unitPrice, "kr").replace(" kr", ""),
    kronorShown(line.amount),
  ]);
  return table(columns, rows, [[words({ sv: "Summa", en: "Sum" }), "", "", "", kronorShown(sum(lines))]]);
}

function byPayer(lines: readonly InvoiceLine[], { words }: Terminal): string {
  const payers = new Map<string, InvoiceLine[]>();
  for (const line of lines) {
    const key = `${line.keys.payer.name}\n${line.keys.payer.code}`;
    const own = payers.get(key);
    if (own === undefined) payers.set(key, [line]);
    else own.push(line);
  }
  const columns: TableColumn[] = [
    { title: words({ sv: "Betalare", en: "Payer" }), align: "left" },
    { title: words({ sv: "Kod", en: "Code" }), align: "left" },
    { title: words({ sv: "Rader", en: "Lines" }), align: "right" },
    { title: words({ sv: "Belopp (kr)", en: "Amount (kr)" }), align: "right" },
  ];
  const rows = [...payers]
    .sort(([, a], [, b]) => byCodePoint(a[0]?.keys.payer.code ?? "", b[0]?.keys.payer.code ?? ""))
    .map(([key, own]) => {
      const [name = "", code = ""] = key.split("\n");
      return [name, code, countShown(own.length), kronorShown(sum(own))];
    });
  return table(columns, rows, [
    [words({ sv: "Summa", en: "Sum" }), "", countShown(lines.length), kronorShown(sum(lines))],
  ]);
}

/** The commonest reasons for not charging, and the facts that the undecided ones lack. */
function reasonsText({ result }: CompletedRun, terminal: Terminal): string[] {
  const { words } = terminal;
  const notCharged = reasons(result.notCharged).slice(0, mostReasons);
  const missing = missingFacts(result.undecided).slice(0, mostReasons);
  const belowLimit = result.groups.filter((group) => group.outcome === "below-limit").length;
  return [
    ...(belowLimit === 0
      ? []
      : [
          words({
            sv: `${countWords(belowLimit, "grupp", "grupper")} kom inte över gränsen.`,
            en: `${countWords(belowLimit, "group", "groups")} did not pass the limit.`,
          }),
        ]),
    ...(notCharged.length === 0 ? [] : [words({ sv: "Inte debiterade:", en: "Not charged:" })]),
    ...notCharged.map(([reason, records]) => `  ${countShown(records).padStart(7)}  ${reason}`),
    ...(missing.length === 0
      ? []
      : [words({ sv: "Obestämda, för att något inte är känt:", en: "Undecided, because something is not known:" })]),
    ...missing.map(([facts, records]) => `  ${countShown(records).padStart(7)}  ${facts}`),
  ];
}

/** The same line may stand in several rules. */
function reasons(notCharged: readonly NotCharged[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const one of notCharged) counts.set(reasonShown(one), (counts.get(reasonShown(one)) ?? 0) + one.records);
  return commonestFirst(counts);
}

function reasonShown({ reason, document, clause }: NotCharged): string {
  return clause === "" ? `${reason} (${document})` : `${reason} (${document} ${clause})`;
}

function missingFacts(undecided: Iterable<Undecided>): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { missing } of undecided) {
    const facts = missing.join(", ");
    counts.set(facts, (counts.get(facts) ?? 0) + 1);
  }
  return commonestFirst(counts);
}

function commonestFirst(counts: ReadonlyMap<string, number>): (readonly [string, number])[] {
  return [...counts].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b));
}

function sum(lines: readonly InvoiceLine[]): Ore {
  return lines.reduce((total, line) => total + line.amount, 0n) as Ore;
}
