// Why a line is what it is, for people: each step as written, with its numbers, its clause and the quoted words.

import type { Cited, LineTrace, TracedStep } from "@avtal/replay/trace";
import { kronorShown } from "@avtal/replay/shown";
import { oreFromText } from "@avtal/runtime/money";
import { countWords } from "./count-words.ts";
import type { Terminal } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

const width = 80;

export function lineReport(trace: LineTrace, terminal: Terminal): string {
  const { words, outColours } = terminal;
  const ore = oreFromText(trace.amount);
  const amount = `${ore === undefined ? trace.amount : kronorShown(ore)} kr`;
  const title = [trace.payer.name, trace.period, trace.episode ?? ""].filter((part) => part !== "").join(", ");
  const wording = trace.wording === null ? words({ sv: "gällande", en: "in force" }) : `@${trace.wording}`;
  const lines = [
    outColours.bold(`${title}${" ".repeat(Math.max(3, width - title.length - amount.length))}${amount}`),
    `  ${trace.document}.${trace.rule} · ${trace.agreement} ${wording}${citedShort(trace.cited, terminal)}`,
    `  ${words({ sv: "betalas till", en: "paid to" })} ${trace.payee}${
      trace.invoicer === null ? "" : `, ${words({ sv: "faktureras av", en: "invoiced by" })} ${trace.invoicer}`
    }`,
    ...partLines(trace, terminal),
    `  ${words({
      sv: `${countWords(trace.records, "vårdtillfälle", "vårdtillfällen")} räknas med; utanför: ${trace.leftOut.notCharged} inte debiterade, ${trace.leftOut.undecided} obestämda`,
      en: `${countWords(trace.records, "care episode counts", "care episodes count")}; left out: ${trace.leftOut.notCharged} not charged, ${trace.leftOut.undecided} undecided`,
    })}`,
    "",
    ...trace.steps.flatMap((step) => stepLines(step, terminal)),
    ...rowLines(trace, terminal),
    ...readingLines(trace, terminal),
  ];
  return `${lines.join("\n")}\n`;
}

function partLines({ part }: LineTrace, { words }: Terminal): string[] {
  if (part === null) return [];
  return [
    `  ${words({
      sv: `en del av perioden: ${part.from} till och med ${part.through}, för att något ändras i den`,
      en: `a part of the period: ${part.from} through ${part.through}, because something changes within it`,
    })}`,
  ];
}

/** `  överskott = medeldagar - avdrag` and below it what it came to and who says so. */
function stepLines(step: TracedStep, terminal: Terminal): string[] {
  const { outColours } = terminal;
  const exact = step.exact.includes("/") ? `${step.exact} = ` : "";
  return [
    `  ${step.written ?? step.name}`,
    ...workedLines(step, terminal),
    `      = ${outColours.bold(`${exact}${step.shown}`)}${citedShort(step.cited, terminal)}`,
    ...quoteLines(step.cited, outColours.dim),
  ];
}

/** The line once more with its numbers, and what they came to where that was rounded. */
function workedLines({ worked, beforeRounding }: TracedStep, { words }: Terminal): string[] {
  const before = words({ sv: "före avrundning", en: "before rounding" });
  return [
    ...(worked === null ? [] : [`      = ${worked}`]),
    ...(beforeRounding === null ? [] : [`      = ${beforeRounding} ${before}`]),
  ];
}

function quoteLines(cited: Cited | null, dim: (text: string) => string): string[] {
  if (cited === null || cited.quote === null) return [];
  return wrapped(`"${cited.quote}"`, width - 8).map((line) => dim(`        ${line}`));
}

function rowLines({ rows }: LineTrace, terminal: Terminal): string[] {
  const { words } = terminal;
  if (rows.length === 0) return [];
  const shown = rows.map((row) => {
    const from = row.supplied
      ? words({ sv: `angivet för körningen: ${row.exact ?? ""}`, en: `supplied for the run: ${row.exact ?? ""}` })
      : words({ sv: `raden från och med ${row.from ?? "?"}`, en: `the row from ${row.from ?? "?"}` });
    return `  ${row.document}.${row.value}: ${from}${row.supplied ? "" : citedShort(row.cited, terminal)}`;
  });
  return ["", words({ sv: "Värden:", en: "Values:" }), ...shown];
}

function readingLines({ readings }: LineTrace, { words }: Terminal): string[] {
  if (readings.length === 0) return [];
  const shown = readings.map(({ document, question, reading, preliminary }) => {
    const mark = preliminary ? words({ sv: " (preliminär)", en: " (preliminary)" }) : "";
    return `  ${document}.${question} = ${reading}${mark}`;
  });
  return ["", words({ sv: "Tolkningar:", en: "Readings:" }), ...shown];
}

function citedShort(cited: Cited | null, { words }: Terminal): string {
  if (cited === null) return "";
  if (cited.assumption) return `   [${words({ sv: "antagande", en: "assumption" })}: ${cited.source}]`;
  return `   [${cited.place === "" ? cited.source : cited.place}]`;
}
