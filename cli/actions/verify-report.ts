// Repeats the comparison of a report and says whether every file comes out the same, or what differs first.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { firstDayOfMonth } from "@avtal/runtime/calendar";
import { compare } from "@avtal/replay/compare/compare";
import type { Attribution, Mode } from "@avtal/replay/compare/comparison";
import type { DataProblem } from "@avtal/replay/data-problem";
import { firstDifference } from "@avtal/replay/evidence/first-difference";
import { isRecord, jsonIn } from "@avtal/replay/evidence/read-manifest";
import type { StoredComparison } from "@avtal/replay/evidence/comparison-manifest";
import { brokenSeal } from "@avtal/replay/evidence/sealed-folder";
import { monthFromText } from "@avtal/replay/months";
import { dataNotFound, manifestDiffers, otherData, otherMeaning, otherResult } from "@avtal/replay/problems/evidence";
import { unreadableRun } from "@avtal/replay/problems/explained";
import { sealed } from "@avtal/replay/write-whole";
import type { Comparison } from "@avtal/replay/compare/comparison";
import { askedMonths } from "../asked-months.ts";
import { sidesFrom } from "../sides.ts";
import type { Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";
import { descriptionFrom } from "./description.ts";
import { evidenceName, evidenceOf, reportOf, type DiffToReport } from "./diff-report.ts";

export type VerifiedReport =
  | { readonly kind: "same"; readonly comparison: Comparison }
  | { readonly kind: "differs"; readonly problem: DataProblem }
  | { readonly kind: "refused"; readonly problems: readonly DataProblem[] };

export async function verifyReport(
  folder: string,
  stored: StoredComparison,
  data: string | undefined,
  terminal: Terminal,
): Promise<VerifiedReport> {
  const broken = brokenSeal(folder, stored.files, evidenceName);
  if (broken !== undefined) return { kind: "differs", problem: broken };
  const place = data ?? dataFile(folder, stored.asked.data);
  if (place === undefined) return { kind: "refused", problems: [dataNotFound(stored.asked.data)] };
  const again = await comparedAgain(stored, place, terminal);
  if (again.kind !== "compared") return again;
  const { diff } = again;
  const { comparison } = diff.outcome;
  if (comparison.a.run.facts.sha256 !== stored.dataSha256) return { kind: "differs", problem: otherData(place) };
  for (const side of ["a", "b"] as const) {
    const { run, label } = comparison[side];
    if (meaningHash(run.program) !== stored.meanings[side]) {
      return { kind: "differs", problem: otherMeaning(folder, label, []) };
    }
  }
  const problem = await firstThatDiffers(folder, stored, diff);
  return problem === undefined ? { kind: "same", comparison } : { kind: "differs", problem };
}

type Again =
  | { readonly kind: "compared"; readonly diff: DiffToReport }
  | { readonly kind: "refused"; readonly problems: readonly DataProblem[] };

async function comparedAgain({ asked, whole }: StoredComparison, data: string, terminal: Terminal): Promise<Again> {
  const refused = (...problems: readonly DataProblem[]): Again => ({ kind: "refused", problems });
  const { readings, events, values } = asked;
  const shared = { readings, events, values };
  const sides = sidesFrom({ a: asked.a, b: asked.b ?? undefined, base: asked.base ?? undefined, shared }, terminal);
  if (sides.kind === "problems") return refused(...sides.problems);
  if (sides.kind === "not-compiled") return refused();
  const months = askedMonths({
    ...(asked.from === null ? {} : { from: asked.from }),
    ...(asked.to === null ? {} : { to: asked.to }),
  });
  const maxRefused = wholeNumber(asked.maxRefused);
  const mode = modeIn(whole["mode"]);
  const charged = asked.chargedThrough === null ? null : monthFromText(asked.chargedThrough);
  const { description, problems } = descriptionFrom(asked.columns ?? undefined, sides.b.program);
  if (problems.length > 0) return refused(...problems);
  if (months === undefined || maxRefused === undefined || mode === undefined || charged === undefined) {
    return refused(unreadableRun(evidenceName, "not-a-run"));
  }
  const outcome = await compare({
    a: sides.a,
    b: sides.b,
    mode,
    data,
    description,
    months,
    maxRefused,
    attribution: methodIn(asked.attribution),
    chargedThrough: charged === null ? null : firstDayOfMonth(charged + 1) - 1,
    keepsGroups: true,
  });
  if (outcome.kind === "rejected") return refused(...outcome.problems);
  if (outcome.kind !== "completed") return refused(otherData(data));
  return { kind: "compared", diff: { outcome, a: sides.a, b: sides.b, asked } };
}

function methodIn(asked: string): Attribution["method"] {
  return asked === "shapley" || asked === "both-ways" ? asked : "clause-order";
}

function modeIn(mode: unknown): Mode | undefined {
  return mode === "counterfactual" || mode === "in-force" ? mode : undefined;
}

function dataFile(folder: string, name: string): string | undefined {
  return [name, join(dirname(resolve(folder)), name)].find((path) => existsSync(path));
}

async function firstThatDiffers(
  folder: string,
  stored: StoredComparison,
  diff: DiffToReport,
): Promise<DataProblem | undefined> {
  const report = await reportOf(diff);
  if ("problems" in report) return report.problems[0];
  const { files } = report;
  const written = files.map(sealed);
  for (const { name, sha256 } of written) {
    if (stored.files.find((file) => file.name === name)?.sha256 !== sha256) return otherResult(folder, name, "");
  }
  const fresh = evidenceOf(diff, written).contents;
  const now = jsonIn(typeof fresh === "string" ? fresh : "");
  const then = jsonIn(readFileSync(join(folder, evidenceName), "utf8"));
  const place = firstDifference(withoutVersions(then), withoutVersions(now));
  return place === undefined ? undefined : manifestDiffers(folder, place);
}

function withoutVersions(manifest: unknown): unknown {
  return isRecord(manifest)
    ? Object.fromEntries(Object.entries(manifest).filter(([key]) => key !== "versions"))
    : manifest;
}
