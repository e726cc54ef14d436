// The scenarios as people read them: one sentence, the table of scenario and wording, and each case that came out otherwise.
// Rule: what moves is said in kronor first; nothing is shown by colour alone.

import type { Words } from "@avtal/compiler/problem";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { caseName, isPassed, type CaseResult, type Status } from "@avtal/replay/scenarios/matrix/case-result";
import { mismatchWords, moreWords, statusWords } from "@avtal/replay/scenarios/report/case-words";
import type { Place } from "@avtal/replay/scenarios/report/place";
import type { TracedGroup } from "@avtal/replay/scenarios/run/case-trace";
import { inForceWording } from "@avtal/replay/scenarios/scenario";
import type { Tested } from "@avtal/replay/scenarios/test-scenarios";
import { countWords } from "./count-words.ts";
import { table, type TableColumn } from "./table.ts";
import type { Terminal } from "./terminal.ts";

export interface ToReport {
  readonly tested: Tested;
  readonly placeOf: (result: CaseResult) => Place;
}

/** More failing cases than this are only counted. */
const mostDetails = 50;
const mostGroups = 6;
const longestName = 62;

export function scenarioReport({ tested, placeOf }: ToReport, terminal: Terminal): string {
  const results = tested.files.flatMap((file) => file.results);
  if (results.length === 0) return "";
  const failing = results.filter((result) => !isPassed(result));
  const agreements = [...new Set(results.map(({ of: one }) => one.scenario.agreement))].sort(byCodePoint);
  const details = failing.slice(0, mostDetails).map((result) => failure(result, placeOf(result), terminal));
  const rest = failing.length - details.length;
  const parts = [
    sentence(results, failing, terminal),
    ...agreements.map((agreement) => agreementTable(agreement, results, terminal)),
    legend(terminal),
    ...details,
    ...(rest > 0 ? [terminal.words({ sv: `Och ${rest} fall till.`, en: `And ${rest} more cases.` })] : []),
    ...hints(tested, failing, terminal),
  ];
  return `${parts.map((part) => part.trimEnd()).join("\n\n")}\n`;
}

function sentence(results: readonly CaseResult[], failing: readonly CaseResult[], terminal: Terminal): string {
  const { words, outColours } = terminal;
  const all = { sv: countWords(results.length, "fall", "fall"), en: countWords(results.length, "case", "cases") };
  if (failing.length === 0) {
    return outColours.green(words({ sv: `${all.sv}, alla som de ska.`, en: `${all.en}, all as they should be.` }));
  }
  const more = failing.reduce((sum, one) => sum + (one.more ?? 0n), 0n);
  const money = moreWords(more);
  const sum = { sv: money === "" ? "" : `, sammanlagt ${money}`, en: money === "" ? "" : `, together ${money}` };
  return outColours.bold(
    words({
      sv: `${failing.length} av ${all.sv} är inte som de ska${sum.sv}.`,
      en: `${failing.length} of ${all.en} ${failing.length === 1 ? "is" : "are"} not as they should be${sum.en}.`,
    }),
  );
}

function agreementTable(agreement: string, results: readonly CaseResult[], { words, outColours }: Terminal): string {
  const own = results.filter(({ of: one }) => one.scenario.agreement === agreement);
  const wordings = [...new Set(own.map(({ of: one }) => one.wording))].sort(byCodePoint);
  const columns: TableColumn[] = [
    { title: agreement, align: "left" },
    ...wordings.map((wording): TableColumn => {
      const title = wording === inForceWording ? words({ sv: "gällande", en: "in force" }) : wording;
      return { title, align: "left" };
    }),
  ];
  const rows = new Map<string, { readonly title: string; readonly cells: Map<string, string> }>();
  for (const { of: one, status, mismatches } of own) {
    const { scenario, variant, wording } = one;
    const key = [scenario.file, scenario.name, variant.label].join("\n");
    const title = variant.label === "" ? shortened(scenario.name) : `  ${shortened(variant.label)}`;
    const row = rows.get(key) ?? { title, cells: new Map<string, string>() };
    row.cells.set(wording, signOf(status, mismatches.length > 0));
    rows.set(key, row);
  }
  const text = table(
    columns,
    [...rows.values()].map(({ title, cells }) => [title, ...wordings.map((wording) => cells.get(wording) ?? "")]),
  );
  return text.replaceAll("✘", outColours.red("✘")).replaceAll("✔", outColours.green("✔"));
}

function signOf(status: Status, hasMismatch: boolean): string {
  switch (status) {
    case "held":
      return "✔";
    case "kept":
    case "followed":
      return hasMismatch ? "✘" : "=";
    case "new":
      return "?";
    case "failed":
    case "changed":
    case "moved":
      return "✘";
  }
}

function legend({ words, outColours }: Terminal): string {
  return outColours.dim(
    words({
      sv: "✔ som väntat   = som granskat, eller som lydelsen före   ✘ annorlunda   ? inte granskat",
      en: "✔ as expected   = as reviewed, or as the wording before   ✘ otherwise   ? not reviewed",
    }),
  );
}

function failure(result: CaseResult, { file, line }: Place, terminal: Terminal): string {
  const { words, outColours } = terminal;
  const { of: one, status, trace: groups } = result;
  const more = moreWords(result.more);
  const head = `${status === "new" ? "?" : "✘"} ${one.scenario.name} · ${caseName(one)}`;
  return [
    outColours.bold(head),
    outColours.dim(`  ${file}:${line} · ${one.scenario.clauses.join(", ")} · ${words(statusWords[status])}`),
    ...(result.mismatches.length === 0 ? mismatchWords(result).map((said) => `  ${words(said)}`) : []),
    ...result.mismatches.flatMap(({ about, expected, actual }) => [
      `  ${words(about)}`,
      `    ${words({ sv: "väntat", en: "expected" }).padEnd(8)} ${words(expected)}`,
      `    ${words({ sv: "blev", en: "came out" }).padEnd(8)} ${outColours.red(words(actual))}`,
    ]),
    ...(more === "" ? [] : [`    ${outColours.bold(more)}`]),
    ...groups.slice(0, mostGroups).flatMap((group) => groupLines(group, terminal)),
    ...(groups.length > mostGroups
      ? [words({ sv: `  Och ${groups.length - mostGroups} till.`, en: `  And ${groups.length - mostGroups} more.` })]
      : []),
  ].join("\n");
}

const outcomes: Readonly<Record<TracedGroup["outcome"], Words>> = {
  charged: { sv: "debiteras", en: "charged" },
  "below-limit": { sv: "under gränsen", en: "below the limit" },
  undecided: { sv: "oavgjort", en: "undecided" },
};

function groupLines({ about, outcome, records, steps }: TracedGroup, { words, outColours }: Terminal): string[] {
  const episodes = {
    sv: countWords(records, "vårdtillfälle", "vårdtillfällen"),
    en: countWords(records, "episode", "episodes"),
  };
  const width = Math.max(0, ...steps.map(({ name }) => name.length));
  return [
    `  ${about}: ${words(episodes)}, ${words(outcomes[outcome])}`,
    ...steps.map(({ name, value, clause }) => {
      const cited = clause === "" ? "" : outColours.dim(`   ${clause}`);
      return `    ${name.padEnd(width)}  ${words(value)}${cited}`;
    }),
  ];
}

function hints(tested: Tested, failing: readonly CaseResult[], { words, outColours }: Terminal): string[] {
  const open = failing.filter(({ status }) => status === "changed" || status === "moved" || status === "new").length;
  const left = tested.files.reduce((sum, { leftOver }) => sum + leftOver.length, 0);
  const toAccept: Words[] =
    open === 0
      ? []
      : [
          {
            sv: `${countWords(open, "utfall är", "utfall är")} inte granskade. Är de rätt: avtal test --accept "skäl eller beslut"`,
            en: `${countWords(open, "outcome is", "outcomes are")} not reviewed. If they are right: avtal test --accept "reason or decision"`,
          },
        ];
  const toRemove: Words[] =
    left === 0
      ? []
      : [
          {
            sv: `${countWords(left, "rad", "rader")} i utfallsfilerna hör inte till något fall längre; --accept tar bort dem.`,
            en: `${countWords(left, "line", "lines")} of the outcome files ${left === 1 ? "belongs" : "belong"} to no case any more; --accept removes them.`,
          },
        ];
  return [...toAccept, ...toRemove].map((said) => outColours.dim(words(said)));
}

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}
