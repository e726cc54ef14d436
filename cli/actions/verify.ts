// What `avtal verify` does: reads the manifest, compiles the agreements at hand, runs again and compares every byte.

import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import type { Words } from "@avtal/compiler/problem";
import type { DataProblem } from "@avtal/replay/data-problem";
import { readComparisonManifest } from "@avtal/replay/evidence/comparison-manifest";
import { readRunReport } from "@avtal/replay/evidence/run-report-manifest";
import { readPublication, type StoredPublication } from "@avtal/replay/evidence/read-publication";
import { brokenSeal } from "@avtal/replay/evidence/sealed-folder";
import { openEvidence, openRunReport, runMadeAgain, verifyRun, type Verified } from "@avtal/replay/evidence/verify-run";
import { otherMeaning } from "@avtal/replay/problems/evidence";
import { verifyCorrection } from "@avtal/replay/evidence/verify-correction";
import type { CompletedRun } from "@avtal/replay/result-json";
import { kronorShown } from "@avtal/replay/shown";
import { runFiles } from "@avtal/replay/write-run";
import type { Ore } from "@avtal/runtime/result";
import { agreementsFolder } from "../agreements-folder.ts";
import { acceptedOr, compileFolder, isProgram, programNamed } from "../compiled.ts";
import { countWords } from "../count-words.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { progressOn } from "../progress.ts";
import { secondReader } from "../second-reader.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { evidenceName } from "./diff-report.ts";
import { refuse } from "./refuse.ts";
import { reportMadeAgain } from "./run-report.ts";
import { verifyReport, type VerifiedReport } from "./verify-report.ts";

export interface VerifyOptions {
  readonly data?: string;
  readonly json?: true;
}

export async function verify(folder: string, options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const comparison = readComparisonManifest(folder, evidenceName);
  if (comparison !== undefined) {
    return answerReport(await verifyReport(folder, comparison, options.data, terminal), options, terminal);
  }
  const publication = readPublication(folder, runFiles.manifest);
  if (publication !== undefined) return verifyPublication(folder, publication, options, terminal);
  const reported = readRunReport(folder, evidenceName);
  const opened = reported === undefined ? openEvidence(folder) : openRunReport(folder, evidenceName);
  if (!opened.ok) return answer(opened.refused, options, terminal);
  const { manifest } = opened;

  const progress = progressOn(terminal);
  progress.says({ sv: "Granskar överenskommelserna", en: "Checking the agreements" });
  const compiled = compileFolder(agreementsFolder([]), undefined);
  progress.ends();
  const accepted = acceptedOr(compiled, terminal);
  if (accepted === undefined) return exitCode.refused;
  const program = programNamed(manifest.agreement, accepted.compilation.programs);
  if (!isProgram(program)) return refuse([program], terminal);
  progress.says({ sv: "Räknar om", en: "Computing again" });
  const { front } = accepted.compilation;
  const made =
    reported === undefined
      ? runMadeAgain(front, manifest, version)
      : reportMadeAgain({ front, choices: manifest.choices, report: reported.report });
  const verified = await verifyRun({
    folder,
    manifest,
    program,
    front,
    made,
    data: options.data,
    thread: secondReader(),
  });
  progress.ends();
  if (verified.kind !== "same" || reported !== undefined) return answer(verified, options, terminal);
  const claim = { run: verified.run, choices: manifest.choices, texts: front.workspace.files, version };
  const corrected = verifyCorrection(folder, manifest, claim);
  return answer(corrected.kind === "same" ? verified : corrected, options, terminal);
}

/** Its files and the meaning of its agreement; the amounts cannot be computed again, for it says nothing of the data. */
function verifyPublication(
  folder: string,
  { agreement, meaningHash: meant, files }: StoredPublication,
  options: VerifyOptions,
  terminal: Terminal,
): ExitCode {
  const broken = brokenSeal(folder, files, runFiles.manifest);
  if (broken !== undefined) return differs(broken, options, terminal);
  const accepted = acceptedOr(compileFolder(agreementsFolder([]), undefined), terminal);
  if (accepted === undefined) return exitCode.refused;
  const program = programNamed(agreement, accepted.compilation.programs);
  if (!isProgram(program)) return refuse([program], terminal);
  if (meaningHash(program) !== meant) return differs(otherMeaning(folder, agreement, []), options, terminal);
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ formatVersion: 1, same: true, computedAgain: false }, null, 2)}\n`);
    return exitCode.ok;
  }
  const sv = `Filerna är som när de publicerades, och ${agreement} betyder detsamma.`;
  const en = `The files are as they were published, and ${agreement} means the same.`;
  terminal.out(`${terminal.words({ sv, en })}\n`);
  terminal.say(
    terminal.words({
      sv: "Beloppen är inte omräknade: en publicering säger inget om underlaget. Pröva körningens egen mapp.",
      en: "The amounts were not computed again: a publication says nothing of the data. Verify the folder of the run.",
    }),
  );
  return exitCode.ok;
}

function answerReport(verified: VerifiedReport, options: VerifyOptions, terminal: Terminal): ExitCode {
  switch (verified.kind) {
    case "refused":
      return refuse(verified.problems, terminal);
    case "differs":
      return differs(verified.problem, options, terminal);
    case "same": {
      const difference = kronorShown(verified.comparison.total.difference);
      if (options.json === true) {
        terminal.out(`${JSON.stringify({ formatVersion: 1, same: true }, null, 2)}\n`);
        return exitCode.ok;
      }
      const sv = `Samma resultat, öre för öre: B kostar ${difference} kr mer än A.`;
      const en = `The same result, to the öre: B costs ${difference} kr more than A.`;
      terminal.out(`${terminal.words({ sv, en })}\n`);
      return exitCode.ok;
    }
  }
}

function answer(verified: Verified, options: VerifyOptions, terminal: Terminal): ExitCode {
  switch (verified.kind) {
    case "refused":
      return refuse(verified.problems, terminal);
    case "differs":
      return differs(verified.problem, options, terminal);
    case "same":
      return same(verified, options, terminal);
  }
}

function differs(problem: DataProblem, options: VerifyOptions, terminal: Terminal): ExitCode {
  const { code, file, headline, advice } = problem;
  if (options.json === true) {
    const found = { formatVersion: 1, same: false, code, file, headline, advice };
    terminal.out(`${JSON.stringify(found, null, 2)}\n`);
  } else {
    terminal.out(`${terminal.words({ sv: "Inte samma resultat.", en: "Not the same result." })}\n`);
  }
  return refuse([problem], terminal, exitCode.differs);
}

function same(verified: Verified & { kind: "same" }, options: VerifyOptions, terminal: Terminal): ExitCode {
  const { textChanged, versionChanged, run } = verified;
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ formatVersion: 1, same: true, textChanged, versionChanged }, null, 2)}\n`);
    return exitCode.ok;
  }
  terminal.out(`${terminal.words(sentence(run))}\n`);
  if (textChanged) {
    terminal.say(
      terminal.words({
        sv: "Överenskommelsens text är ändrad sedan dess, men den betyder detsamma.",
        en: "The text of the agreement has changed since, but it means the same.",
      }),
    );
  }
  if (versionChanged) {
    terminal.say(
      terminal.words({
        sv: "Körningen gjordes med en annan version av avtal.",
        en: "The run was made with another version of avtal.",
      }),
    );
  }
  return exitCode.ok;
}

function sentence({ result }: CompletedRun): Words {
  const total = kronorShown(result.lines.reduce((sum, { amount }) => sum + amount, 0n) as Ore);
  const lines = result.lines.length;
  return {
    sv: `Samma resultat, öre för öre: ${total} kr på ${countWords(lines, "rad", "rader")}.`,
    en: `The same result, to the öre: ${total} kr on ${countWords(lines, "line", "lines")}.`,
  };
}
