// What the scenarios reach of the agreements, by clause and in words.
// Rule: the sentence first; then only what is not reached, for that is what one writes a scenario for.

import type { Program } from "@avtal/compiler/ir/ir";
import {
  clauseShare,
  otherReadingsShare,
  percent,
  pointShare,
  type Coverage,
  type DocumentCoverage,
  type Point,
} from "@avtal/replay/scenarios/coverage/coverage";
import { ownerWords, pointWords } from "@avtal/replay/scenarios/coverage/point-words";
import { table, type TableColumn } from "./table.ts";
import type { Terminal } from "./terminal.ts";

export function coverageReport(
  coverage: Coverage,
  programOf: (document: string) => Program,
  terminal: Terminal,
): string {
  const parts = [
    sentence(coverage, terminal),
    shares(coverage, terminal),
    ...coverage.documents.flatMap((document) => documentPart(document, programOf(document.document), terminal)),
    terminal.outColours.dim(
      terminal.words({
        sv: "Överenskommelsens huvud, utelämnat och det som ingen körning räknar ut ingår inte. Det som bara står under en tolkning som inte är vald räknas för sig.",
        en: "The agreement's head, what is left out and what no run works out are not counted. What stands only under a reading that is not chosen is counted apart.",
      }),
    ),
  ];
  return `${parts.map((part) => part.trimEnd()).join("\n\n")}\n`;
}

function sentence(coverage: Coverage, { words, outColours }: Terminal): string {
  const clauses = clauseShare(coverage);
  const boundaries = percent(pointShare(coverage, "boundary"));
  return outColours.bold(
    words({
      sv: `Scenarierna prövar ${clauses.reached} av ${clauses.all} klausuler, och ${boundaries} % av lägena vid gränser.`,
      en: `The scenarios test ${clauses.reached} of ${clauses.all} clauses, and ${boundaries} % of the places at limits.`,
    }),
  );
}

function shares(coverage: Coverage, { words }: Terminal): string {
  const columns: TableColumn[] = [
    { title: "", align: "left" },
    { title: words({ sv: "prövas", en: "tested" }), align: "right" },
    { title: words({ sv: "av", en: "of" }), align: "right" },
    { title: "%", align: "right" },
  ];
  const rows = [
    [words({ sv: "klausuler", en: "clauses" }), clauseShare(coverage)] as const,
    [words({ sv: "rader i värden", en: "rows of values" }), pointShare(coverage, "row")] as const,
    [
      words({ sv: "villkor som gäller och inte gäller", en: "conditions, met and not" }),
      pointShare(coverage, "branch"),
    ] as const,
    [words({ sv: "lägen vid gränser", en: "places at limits" }), pointShare(coverage, "boundary")] as const,
    [words({ sv: "undantag", en: "exceptions" }), pointShare(coverage, "exception")] as const,
    [words({ sv: "tolkningar", en: "readings" }), pointShare(coverage, "reading")] as const,
    [
      words({ sv: "gränser under andra tolkningar", en: "limits under other readings" }),
      otherReadingsShare(coverage),
    ] as const,
  ];
  return table(
    columns,
    rows.map(([title, share]) => [title, `${share.reached}`, `${share.all}`, `${percent(share)}`]),
  );
}

function documentPart({ document, clauses, points }: DocumentCoverage, program: Program, terminal: Terminal): string[] {
  const { words, outColours } = terminal;
  const open = points.filter(({ isReached }) => !isReached);
  const unreached = clauses.filter(({ isReached }) => !isReached).map(({ clause }) => clause.place);
  const places = [...new Set([...unreached, ...open.map(placeOf)])];
  if (places.length === 0) return [];
  const lines = places.flatMap((place) => {
    const isUnreached = unreached.includes(place);
    const shown = place === "" ? words({ sv: "utan klausul", en: "without a clause" }) : place;
    const head = isUnreached
      ? words({ sv: `${shown} prövas inte av något scenario`, en: `${shown} is tested by no scenario` })
      : shown;
    const below = isUnreached ? [] : open.filter((point) => placeOf(point) === place);
    return [`  ${head}`, ...below.map((point) => `    ${pointText(point, program, terminal)}`)];
  });
  return [[outColours.bold(document), ...lines].join("\n")];
}

function placeOf({ clause }: Point): string {
  return clause === null || clause.assumption ? "" : clause.place;
}

function pointText(point: Point, program: Program, { words }: Terminal): string {
  const owner = point.line === null || point.kind === "row" ? "" : ` (${words(ownerWords(point.line))})`;
  const apart = point.isChosen ? "" : words({ sv: " – annan tolkning", en: " – another reading" });
  return `${words(pointWords(point, program))}${owner}${apart}`;
}
