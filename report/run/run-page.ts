// What the page of one run shows, in reading order.

import type { CompletedRun } from "@avtal/replay/result-json";
import type { Columns } from "@avtal/runtime/columns";
import type { EpisodesBehind } from "../drill-down/episodes-data.ts";
import { linesData } from "../drill-down/lines-data.ts";
import type { ShownLine } from "../drill-down/lines.ts";
import { framed, pageData } from "../page/frame.ts";
import { byDays, daysDrawn, limitsOf } from "../page/sections/days.ts";
import { runReconciliationSection } from "../page/sections/reconciled.ts";
import type { Lang } from "../words.ts";
import type { Divided } from "./divided.ts";
import type { RunReconciliation } from "./reconciliation.ts";
import { runBasisSection } from "./sections/basis.ts";
import { runPayerSections } from "./sections/payers.ts";
import { runPeriodSection } from "./sections/periods.ts";
import { rulesSection } from "./sections/rules.ts";
import { runSummarySection, runTitle } from "./sections/summary.ts";

export interface RunPage {
  readonly run: CompletedRun;
  /** The records of the run. */
  readonly columns: Columns;
  readonly divided: Divided;
  readonly shown: readonly ShownLine[];
  readonly behind: EpisodesBehind;
  readonly reconciled: RunReconciliation;
  readonly lang: Lang;
  /** What to type for the same report. */
  readonly command: string;
  /** Name of the data file. */
  readonly data: string;
}

export async function runPage(page: RunPage): Promise<string> {
  const { run, shown, behind, lang, reconciled } = page;
  const data = pageData(linesData(shown), behind.data);
  const told = {
    lang,
    sides: "one",
    title: runTitle(page),
    top: runSummarySection(page),
    sections: [
      runReconciliationSection(reconciled, lang),
      ...runPayerSections(page),
      runPeriodSection(page),
      daysDrawn({ lang, episodes: byDays(behind.members.b, shown, "b"), limits: limitsOf(run, "b", "") }),
      rulesSection(page),
      runBasisSection(page),
    ],
  } as const;
  return framed({ ...told, data: await data });
}
