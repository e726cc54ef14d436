// When problems are found and sent: at once after a keystroke what is quick, and the rest when the hand rests.
// Rule: what is sent for a file is everything that is wrong with it, and an empty list takes the old away.

import type { Connection, Diagnostic } from "vscode-languageserver";
import { isError, type Problem } from "@avtal/compiler/problem";
import { diagnosticOf, diagnosticOfReading } from "./diagnostics.ts";
import type { Project } from "./project.ts";
import type { Session } from "./session.ts";

export interface Publisher {
  readonly soon: () => void;
  /** Takes away what was said of files that no open folder has any more. */
  readonly forget: (before: readonly Project[]) => void;
  readonly stop: () => void;
}

/** Milliseconds in which the editor may still ask what it wants for the same keystroke: that is answered first. */
const breath = 2;

/** Milliseconds of rest before what needs the whole meaning is looked for. */
const rest = 300;

/** Milliseconds more before the scenarios are held against it. */
const longRest = 700;

export function publisher(session: Session, connection: Connection): Publisher {
  const sent = new Map<string, string>();
  let quick: ReturnType<typeof setTimeout> | undefined;
  let slow: ReturnType<typeof setTimeout> | undefined;
  let slowest: ReturnType<typeof setTimeout> | undefined;

  const send = (
    project: Project,
    problems: readonly Problem[],
    among: (path: string) => boolean = () => true,
  ): void => {
    for (const [address, diagnostics] of byFile(project, problems, session)) {
      if (!among(address)) continue;
      const text = JSON.stringify(diagnostics);
      if ((sent.get(address) ?? "[]") === text) continue;
      sent.set(address, text);
      void connection.sendDiagnostics({ uri: address, diagnostics });
    }
  };
  const afterLongRest = (): void => {
    slowest = undefined;
    for (const project of session.projects()) {
      const { problems } = project.analysis();
      send(project, [...problems, ...project.meaning().problems, ...project.scenarioProblems()]);
    }
  };
  const afterRest = (): void => {
    slow = undefined;
    for (const project of session.projects()) {
      send(project, [...project.analysis().problems, ...project.meaning().problems], isAgreement);
    }
    slowest = setTimeout(afterLongRest, longRest);
  };
  const atOnce = (): void => {
    quick = undefined;
    for (const project of session.projects()) {
      send(project, [...project.analysis().problems, ...project.meaningSoFar()], isAgreement);
    }
    slow = setTimeout(afterRest, rest);
  };
  return {
    soon: () => {
      clearTimeout(slow);
      clearTimeout(slowest);
      // A second turn, in which what came while the first was late is answered.
      quick ??= setTimeout(() => (quick = setTimeout(atOnce, 0)), breath);
    },
    forget: (before) => {
      for (const address of [...sent.keys()]) {
        const had = before.some((project) => project.pathOf(address) !== undefined);
        if (!had || session.projects().some((project) => project.pathOf(address) !== undefined)) continue;
        sent.delete(address);
        void connection.sendDiagnostics({ uri: address, diagnostics: [] });
      }
    },
    stop: () => {
      clearTimeout(quick);
      clearTimeout(slow);
      clearTimeout(slowest);
    },
  };
}

/** What is quick to find is all that is wrong with an agreement that has errors; scenarios come with the rest. */
function isAgreement(address: string): boolean {
  return !/\.ya?ml$/.test(address);
}

/** Every file of the project by its address, with all that is wrong with it. */
function byFile(
  project: Project,
  problems: readonly Problem[],
  session: Session,
): ReadonlyMap<string, readonly Diagnostic[] & Diagnostic[]> {
  const { language } = session.settings();
  const files = new Map<string, Diagnostic[]>();
  const at = (path: string): Diagnostic[] => {
    const address = project.addressAt(path);
    const list = files.get(address) ?? [];
    files.set(address, list);
    return list;
  };
  for (const { path } of project.analysis().front.workspace.files) at(path);
  for (const path of project.scenarios().keys()) at(path);
  for (const one of [...problems].sort(byPlace)) at(one.span.file).push(diagnosticOf(one, project, language));
  for (const one of project.read().problems) {
    if (one.file !== null) at(one.file).push(diagnosticOfReading(one, language));
  }
  return files;
}

function byPlace(a: Problem, b: Problem): number {
  return a.span.start - b.span.start || Number(isError(b)) - Number(isError(a)) || (a.code < b.code ? -1 : 1);
}
