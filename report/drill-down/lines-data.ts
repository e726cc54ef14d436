// What the page holds of lines, in few signs: texts once each, lines as places among them.

import type { Cited, LineTrace } from "@avtal/replay/trace";
import { kronor, signedKronor } from "../numbers.ts";
import type { LineSide, ShownLine } from "./lines.ts";
import { textTable } from "./text-table.ts";

/** Numbers are places among the texts; -1 where there is none. */
export interface LinesData {
  readonly texts: readonly string[];
  readonly clauses: readonly (readonly [place: number, source: number, quote: number])[];
  readonly lines: readonly LineData[];
}

export interface LineData {
  readonly id: number;
  readonly payer: readonly [code: number, name: number];
  readonly period: number;
  readonly rule: number;
  readonly difference: number;
  readonly a: SideData | null;
  readonly b: SideData | null;
}

export interface SideData {
  readonly amount: number;
  readonly records: number;
  readonly clause: number;
  readonly charged: boolean;
  /** Name, as written, as shown, clause. */
  readonly steps: readonly (readonly [number, number, number, number])[];
  /** Rows and readings, each with its clause. */
  readonly stands: readonly (readonly [number, number])[];
}

export function linesData(shown: readonly ShownLine[]): LinesData {
  const { texts, at } = textTable();
  const clauses: [number, number, number][] = [];
  const places = new Map<string, number>();
  const clauseAt = (cited: Cited | null): number => {
    if (cited === null) return -1;
    const clause: [number, number, number] = [at(cited.place), at(cited.source), at(cited.quote)];
    const key = clause.join(" ");
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, clauses.length);
    return clauses.push(clause) - 1;
  };
  const side = (one: LineSide | null): SideData | null => {
    if (one === null) return null;
    const { trace, amount, line } = one;
    return {
      amount: at(kronor(amount)),
      records: trace.records,
      clause: clauseAt(trace.cited),
      charged: line !== null,
      steps: trace.steps.map((step) => [at(step.name), at(step.written), at(shownStep(step)), clauseAt(step.cited)]),
      stands: standsOn(trace).map(({ says, cited }) => [at(says), clauseAt(cited)]),
    };
  };
  const lines = shown.map(({ id, pair, a, b }): LineData => {
    const trace = (b ?? a)?.trace;
    return {
      id: at(id),
      payer: [at(trace?.payer.code), at(trace?.payer.name)],
      period: at(trace?.period),
      rule: at(trace === undefined ? null : `${trace.document}.${trace.rule}`),
      difference: at(signedKronor(pair.difference)),
      a: side(a),
      b: side(b),
    };
  });
  return { texts, clauses, lines };
}

/** `89/52 = 1,71… dagar` where the fraction says more than its decimals. */
function shownStep({ exact, shown }: LineTrace["steps"][number]): string {
  const text = shown.includes("…") ? `${exact} = ${shown}` : shown;
  return text.replaceAll(/-(?=\d)/g, (sign, place: number) =>
    place === 0 || text[place - 1] === " " ? "\u2212" : sign,
  );
}

function standsOn({ rows, readings }: LineTrace): { readonly says: string; readonly cited: Cited | null }[] {
  const values = rows.map(({ document, value, from, supplied, exact, cited }) => ({
    says: supplied ? `${document}.${value} = ${exact ?? ""} (angivet)` : `${document}.${value} ${from ?? ""}`.trimEnd(),
    cited,
  }));
  const chosen = readings.map(({ question, reading, preliminary }) => ({
    says: `${question} = ${reading}${preliminary ? " (preliminär)" : ""}`,
    cited: null,
  }));
  return [...values, ...chosen];
}
