// The registers of a document, read from the files beside it and held against each other.
// Rule: on one day a code and a name each stand for one payer, and who takes over exists on the day it does.

import type { Problem } from "../problem.ts";
import type { Span } from "../source.ts";
import type { RegisterStatement } from "../syntax/ast.ts";
import type { Workspace } from "../workspace.ts";
import { partsOfKind, type AcceptedStatements } from "./accepted-statements.ts";
import type { Day, Document } from "./document.ts";
import { besideDocument } from "./file-names.ts";
import { payerCodeTwice } from "./problems/payer-code-twice.ts";
import { payerNameTwice } from "./problems/payer-name-twice.ts";
import { registerNotFound } from "./problems/register-not-found.ts";
import { unknownSuccessor } from "./problems/unknown-successor.ts";
import { registerFromYaml, type EntryPlaces, type RegisterReading } from "./register-from-yaml.ts";
import type { Register, RegisterEntry } from "./register.ts";
import { shared } from "./timeline.ts";

export function registersOf(
  accepted: AcceptedStatements,
  workspace: Workspace,
  problems: Problem[],
): Document["registers"] {
  return new Map(
    partsOfKind(accepted, "register").map(({ it }) => [
      it.name.text,
      { statement: it, register: registerOf(it, workspace, problems) },
    ]),
  );
}

function registerOf(statement: RegisterStatement, workspace: Workspace, problems: Problem[]): Register | undefined {
  const path = besideDocument(statement.span.file, statement.file, problems);
  if (path === undefined) return undefined;
  const text = workspace.registers.get(path);
  if (text === undefined) {
    problems.push(registerNotFound(statement.file, path));
    return undefined;
  }
  const reading = readOnce(statement, path, workspace);
  problems.push(...reading.problems);
  if (reading.register !== undefined) reportClashes(reading.register, reading, problems);
  return reading.register;
}

/** Register files are long and change seldom: the same texts and the same statement give the same reading. */
const readings = new WeakMap<Workspace["registers"], Map<RegisterStatement, RegisterReading>>();

function readOnce(statement: RegisterStatement, path: string, { registers }: Workspace): RegisterReading {
  const known = readings.get(registers) ?? new Map<RegisterStatement, RegisterReading>();
  readings.set(registers, known);
  const { name, fields } = statement;
  const text = registers.get(path) ?? "";
  const reading = known.get(statement) ?? registerFromYaml({ name: name.text, path, text, fields });
  // Statements of texts that are gone are forgotten with the texts' successors.
  if (known.size > mostKept) known.clear();
  known.set(statement, reading);
  return reading;
}

const mostKept = 64;

function reportClashes({ entries }: Register, { places }: RegisterReading, problems: Problem[]): void {
  const placeOf = (entry: RegisterEntry, of: keyof EntryPlaces = "code"): Span =>
    places.get(entry)?.[of] ?? { file: "", start: 0, end: 0 };
  const byCode = new Map<string, RegisterEntry[]>();
  const bySpelling = new Map<string, RegisterEntry[]>();
  for (const entry of entries) {
    const sameCode = together(byCode, entry.code).find((other) => shared(entry, other) !== undefined);
    if (sameCode !== undefined) problems.push(payerCodeTwice(placeOf(entry), entry, placeOf(sameCode)));
    together(byCode, entry.code).push(entry);
    for (const name of new Set([entry.name, ...entry.alsoKnownAs].map((text) => text.toLowerCase()))) {
      const sameName = together(bySpelling, name).find(
        (other) => other.code !== entry.code && shared(entry, other) !== undefined,
      );
      if (sameName !== undefined) problems.push(payerNameTwice(placeOf(entry), entry, placeOf(sameName)));
      together(bySpelling, name).push(entry);
    }
  }
  for (const entry of entries) {
    const { successor, until } = entry;
    if (successor === undefined || until === undefined) continue;
    const heirs = byCode.get(successor) ?? [];
    if (!heirs.some((heir) => existsOn(heir, until))) {
      problems.push(unknownSuccessor(placeOf(entry, "successor"), { successor, until, exists: heirs.length > 0 }));
    }
  }
}

function together(groups: Map<string, RegisterEntry[]>, key: string): RegisterEntry[] {
  const group = groups.get(key) ?? [];
  groups.set(key, group);
  return group;
}

function existsOn({ from, until }: RegisterEntry, day: Day): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}
