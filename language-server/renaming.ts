// A new name for a thing, in everything of the folder that knows it: agreements, scenarios, and outcomes that are kept.
// Rule: what cannot be renamed is refused in words, before anybody has typed a name.

import { ResponseError, type Connection, type Range, type WorkspaceEdit } from "vscode-languageserver";
import type { Edit, Words } from "@avtal/compiler/ide/answers";
import { treeOf } from "@avtal/compiler/ide/analysis";
import { renamableAt, renameAt } from "@avtal/compiler/ide/rename";
import { agreementOf, seesThing } from "@avtal/compiler/ide/scenario-names";
import { thingAt } from "@avtal/compiler/ide/things";
import { outcomePath } from "@avtal/replay/scenarios/matrix/outcome-file";
import { workspaceEdit } from "./code-actions.ts";
import { renamedInOutcomes } from "./outcome-names.ts";
import type { AskedPlace, Session } from "./session.ts";

export function answerRenaming(connection: Connection, session: Session): void {
  const refused = (why: Words): ResponseError<void> =>
    new ResponseError(renameRefused, why[session.settings().language]);
  connection.onPrepareRename((params): Range | ResponseError<void> | null => {
    const asked = session.placeAsked(params);
    if (asked === undefined) return null;
    const place = renamableAt(asked.at, asked.project.analysis());
    return place.kind === "refused" ? refused(place.why) : asked.project.rangeOf(place.span);
  });
  connection.onRenameRequest((params): WorkspaceEdit | ResponseError<void> | null => {
    const asked = session.placeAsked(params);
    if (asked === undefined) return null;
    const { project, at } = asked;
    const renaming = renameAt({ ...at, name: params.newName, scenarios: project.scenarios() }, project.analysis());
    if (renaming.kind === "refused") return refused(renaming.why);
    const outcomes = outcomeEdits(asked, params.newName.trim().normalize("NFC"));
    return workspaceEdit([...renaming.edits, ...outcomes], project);
  });
}

/** `RequestFailed` of the protocol: the editor shows the words. */
const renameRefused = -32803;

/** Outcome files know their agreement by the scenario file beside them. */
function outcomeEdits({ project, at }: AskedPlace, name: string): readonly Edit[] {
  const analysis = project.analysis();
  const tree = treeOf(at.path, analysis);
  const thing = tree === undefined ? undefined : thingAt(tree, at.offset, analysis);
  if (thing === undefined) return [];
  const outcomes = project.outcomes();
  return [...project.scenarios()].flatMap(([scenarioFile, scenarios]) => {
    const path = outcomePath(scenarioFile);
    const text = outcomes.get(path);
    if (text === undefined) return [];
    const agreement = agreementOf(scenarios);
    return seesThing(agreement, thing, analysis) ? renamedInOutcomes({ path, text }, { thing, name, agreement }) : [];
  });
}
