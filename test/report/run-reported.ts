// A run of Stockholm over made-up episodes, and what its report is made of, for tests to look at.

import { allMonths } from "@avtal/replay/months";
import { plainDescription } from "@avtal/replay/read/description";
import { run } from "@avtal/replay/run";
import { writtenSteps } from "@avtal/replay/written-steps";
import type { RunReportRequest } from "@avtal/report/run-report";
import { agreementsWith } from "../compare/sides.ts";

export async function runRequest(data: string, wording: string | null): Promise<RunReportRequest> {
  const { front, programs } = agreementsWith();
  const program = programs.get("stockholm");
  if (program === undefined) throw new Error("No stockholm");
  const outcome = await run({
    program,
    front,
    asked: { wording, readings: [], events: [], values: [] },
    data,
    description: plainDescription,
    months: allMonths,
    statistics: false,
    maxRefused: 0,
    keepsRecords: true,
  });
  if (outcome.kind !== "completed" || outcome.columns === undefined) throw new Error(outcome.kind);
  const { columns } = outcome;
  return { run: outcome, columns, written: writtenSteps(front), lang: "sv", command: "avtal run …", data: "prov.csv" };
}
