// A comparison of two wordings of Stockholm over made-up episodes, and the report of it, for tests to look at.

import { compare } from "@avtal/replay/compare/compare";
import type { Side } from "@avtal/replay/changes/side";
import { allMonths } from "@avtal/replay/months";
import { plainDescription } from "@avtal/replay/read/description";
import { writtenSteps } from "@avtal/replay/written-steps";
import { joined } from "@avtal/replay/pieces";
import type { FileToWrite } from "@avtal/replay/write-whole";
import { comparisonReport, type Report, type ReportRequest } from "@avtal/report/comparison-report";
import { ratio } from "@avtal/runtime/ratio";
import { sideOf } from "../compare/sides.ts";

/** Prices that Stockholm's years before 2022 lack, supplied so that a run does not stop. */
const prices = [{ value: "pris.dygnsbelopp", from: "2021-01-01", exact: ratio(850_000n) }];

export function wording(day: string): Side {
  return sideOf("stockholm", { day, values: prices });
}

export async function requestFor(data: string, a: Side, b: Side): Promise<ReportRequest> {
  const outcome = await compare({
    a,
    b,
    mode: "counterfactual",
    data,
    description: plainDescription,
    months: allMonths,
    maxRefused: 0,
    attribution: "clause-order",
    chargedThrough: null,
    keepsGroups: true,
  });
  if (outcome.kind !== "completed") {
    throw new Error(outcome.kind === "stopped" ? `stopped at ${outcome.outcome.stopped.value}` : outcome.kind);
  }
  return {
    comparison: outcome.comparison,
    columns: outcome.columns,
    written: { a: writtenSteps(a.front), b: writtenSteps(b.front) },
    lang: "sv",
    command: "avtal diff …",
    data: "prov.csv",
    curve: null,
  };
}

export async function reportOver(data: string): Promise<Report> {
  return comparisonReport(await requestFor(data, wording("2020-01-01"), wording("2021-11-01")));
}

export function textOf({ files }: Report, name: string): string {
  return bytesOf(files, name).toString("utf8");
}

export function bytesOf(files: readonly FileToWrite[], name: string): Buffer {
  const contents = files.find((file) => file.name === name)?.contents;
  if (contents === undefined) throw new Error(`No ${name} in the report`);
  return contents instanceof Uint8Array ? Buffer.from(contents) : Buffer.from(joined(contents), "utf8");
}
