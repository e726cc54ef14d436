// What the page of a comparison shows, in reading order.

import type { Comparison } from "@avtal/replay/compare/comparison";
import type { Columns } from "@avtal/runtime/columns";
import type { EpisodesBehind } from "../drill-down/episodes-data.ts";
import { linesData } from "../drill-down/lines-data.ts";
import type { ShownLine } from "../drill-down/lines.ts";
import type { Reconciliation } from "../reconciliation.ts";
import type { Lang } from "../words.ts";
import { framed, pageData } from "./frame.ts";
import { basisSection } from "./sections/basis.ts";
import { causeSection } from "./sections/cause.ts";
import { changesSection } from "./sections/changes.ts";
import { curveSection, type Curve } from "./sections/curve.ts";
import { daysSection } from "./sections/days.ts";
import { movedSection } from "./sections/moved.ts";
import { payerSections } from "./sections/payers.ts";
import { periodSection } from "./sections/periods.ts";
import { reconciliationSection } from "./sections/reconciled.ts";
import { summarySection, titleOf } from "./sections/summary.ts";

export interface ReportPage {
  readonly comparison: Comparison;
  /** The records of either side's run. */
  readonly columns: { readonly a: Columns; readonly b: Columns };
  readonly shown: readonly ShownLine[];
  readonly behind: EpisodesBehind;
  readonly reconciled: Reconciliation;
  readonly lang: Lang;
  /** What to type for the same report. */
  readonly command: string;
  /** Name of the data file. */
  readonly data: string;
  /** Null where no sweep was made. */
  readonly curve: Curve | null;
}

export async function reportPage(page: ReportPage): Promise<string> {
  const data = pageData(linesData(page.shown), page.behind.data);
  const shown = {
    lang: page.lang,
    sides: "two",
    title: titleOf(page),
    top: summarySection(page),
    sections: [
      reconciliationSection(page),
      causeSection(page),
      ...payerSections(page),
      periodSection(page),
      daysSection(page),
      ...(page.curve === null ? [] : [curveSection(page.curve, page.lang)]),
      changesSection(page),
      movedSection(page),
      basisSection(page),
    ],
  } as const;
  return framed({ ...shown, data: await data });
}
