// The Test Explorer: scenarios by agreement and clause, run, watched and held against the clauses of the agreement.
// Rule: a scenario is one item; each wording that came out otherwise is a message with what was expected and what came.

import {
  EventEmitter,
  FileCoverage,
  Position,
  Range,
  StatementCoverage,
  TestMessage,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  CancellationTokenSource,
  type CancellationToken,
  type Disposable,
  type Event,
  type TestController,
  type TestItem,
  type TestItemCollection,
  type TestRun,
} from "vscode";
import type { CitedStatement, ScenarioCase, ScenarioItem } from "../workshop/messages.ts";
import type { Folders } from "./folders.ts";
import { keyed, keyIn, type Known } from "./known.ts";
import { locationOf, rangeOf, uriOf } from "./places.ts";
import { shown } from "./shown-words.ts";

export interface ScenarioTests extends Disposable {
  /** Whether a scenario, by its key, passed when it was last run since its texts changed; undefined where it was not. */
  readonly passed: (key: string) => boolean | undefined;
  readonly onResults: Event<void>;
  /** Runs some scenarios, or all where none is named. */
  readonly run: (keys: readonly string[]) => Promise<void>;
}

export const controllerId = "avtal.scenarios";

const named = ["Avtalets scenarier", "Scenarios of the agreement"] as const;
const ran = ["Kör", "Run"] as const;
const coverage = ["Täckning av punkterna", "Coverage of the clauses"] as const;

export function scenarioTests(folders: Folders): ScenarioTests {
  const controller = tests.createTestController(controllerId, shown(...named));
  const results = new EventEmitter<void>();
  const passedOf = new Map<string, boolean>();
  const covered = new WeakMap<FileCoverage, StatementCoverage[]>();

  const runIn = async (run: TestRun, items: readonly TestItem[], token: CancellationToken): Promise<string[]> => {
    const done: string[] = [];
    for (const item of items) run.enqueued(item);
    for (const item of items) {
      if (token.isCancellationRequested) break;
      run.started(item);
      const scenario = keyed(item.id, folders.all());
      const cases = await scenario?.known.ask("run", { ids: [scenario.id] });
      if (scenario === undefined || cases === undefined) break;
      report(item, cases, run, scenario.known);
      for (const one of cases) run.appendOutput(outputLine(item, one), undefined, item);
      passedOf.set(
        item.id,
        cases.every(({ passed }) => passed),
      );
      done.push(item.id);
    }
    results.fire();
    return done;
  };
  const handle = async (request: TestRunRequest, token: CancellationToken): Promise<void> => {
    const run = controller.createTestRun(request);
    const done = await runIn(run, leavesOf(request, controller), token);
    if (request.profile?.kind === TestRunProfileKind.Coverage)
      for (const known of folders.all()) addCoverage(run, done, known, covered);
    run.end();
    if (request.continuous !== true || token.isCancellationRequested) return;
    const again = folders.onChanged((known) => {
      const once = ofWhatChanged(request, controller, known);
      if (once !== undefined) void handle(once, token);
    });
    token.onCancellationRequested(() => again.dispose());
  };
  const profile = controller.createRunProfile(shown(...ran), TestRunProfileKind.Run, handle, true, undefined, true);
  const covering = controller.createRunProfile(shown(...coverage), TestRunProfileKind.Coverage, handle);
  covering.loadDetailedCoverage = (_, file) => Promise.resolve(covered.get(file) ?? []);
  controller.refreshHandler = () => folders.refresh();

  const listening = folders.onChanged((known) => {
    for (const key of [...passedOf.keys()]) if (key.startsWith(keyIn(known, ""))) passedOf.delete(key);
    // The language may be another one now.
    controller.label = shown(...named);
    profile.label = shown(...ran);
    covering.label = shown(...coverage);
    controller.items.replace(itemsOf(folders, controller));
  });
  return {
    passed: (key) => passedOf.get(key),
    onResults: results.event,
    run: async (keys) => {
      const source = new CancellationTokenSource();
      const items = keys.length === 0 ? undefined : leavesBelow(controller).filter(({ id }) => keys.includes(id));
      await handle(new TestRunRequest(items, undefined, profile), source.token);
      source.dispose();
    },
    dispose: () => {
      listening.dispose();
      results.dispose();
      controller.dispose();
    },
  };
}

/** By folder too, where more than one has scenarios. */
function itemsOf(folders: Folders, controller: TestController): TestItem[] {
  const [first, ...others] = folders.all().filter(({ overview }) => overview().scenarios.length > 0);
  if (first === undefined) return [];
  if (others.length === 0) return agreementItems(first, controller);
  return [first, ...others].map((known) => {
    const folder = controller.createTestItem(keyIn(known, ""), known.name);
    folder.children.replace(agreementItems(known, controller));
    return folder;
  });
}

function agreementItems(known: Known, controller: TestController): TestItem[] {
  const agreements = new Map<string, TestItem>();
  for (const scenario of known.overview().scenarios) {
    const { agreement, clauses } = scenario;
    const above = agreements.get(agreement) ?? controller.createTestItem(keyIn(known, agreement), agreement);
    agreements.set(agreement, above);
    const [clause = shown("utan punkt", "without a clause")] = clauses;
    const clauseId = keyIn(known, `${agreement} ${clause}`);
    const under = above.children.get(clauseId) ?? controller.createTestItem(clauseId, clauseShown(clause));
    above.children.add(under);
    under.children.add(leafOf(scenario, controller, known));
  }
  return [...agreements.values()];
}

/** A bare number says little by itself. */
function clauseShown(clause: string): string {
  return /^\d+(?:\.\d+)*$/.test(clause) ? shown(`Avsnitt ${clause}`, `Section ${clause}`) : clause;
}

function leafOf({ id, name, place, clauses }: ScenarioItem, controller: TestController, known: Known): TestItem {
  const leaf = controller.createTestItem(keyIn(known, id), name, uriOf(place, known.home));
  leaf.range = rangeOf(place);
  leaf.description = clauses.slice(1).join(", ");
  return leaf;
}

function leavesOf({ include, exclude }: TestRunRequest, controller: TestController): TestItem[] {
  const asked = include === undefined ? leavesBelow(controller) : include.flatMap(leavesUnder);
  const left = new Set((exclude ?? []).flatMap(leavesUnder).map(({ id }) => id));
  return asked.filter(({ id }) => !left.has(id));
}

function leavesBelow({ items }: TestController): TestItem[] {
  return [...items].flatMap(([, item]) => leavesUnder(item));
}

function leavesUnder(item: TestItem): TestItem[] {
  return item.uri === undefined ? [...item.children].flatMap(([, child]) => leavesUnder(child)) : [item];
}

/**
 * The scenarios of a changed folder, once: those that stand in the tree now, as one that has come under a watched clause
 * is run with the others. Scenarios of other folders stand as they stood.
 */
function ofWhatChanged(
  { include, exclude, profile }: TestRunRequest,
  controller: TestController,
  known: Known,
): TestRunRequest | undefined {
  const now = (items: readonly TestItem[] | undefined): TestItem[] | undefined =>
    items?.flatMap(({ id }) => itemsBelow(controller.items).find((item) => item.id === id) ?? []);
  const watched = leavesOf(new TestRunRequest(now(include), now(exclude)), controller);
  const changed = watched.filter(({ id }) => keyed(id, [known]) !== undefined);
  return changed.length === 0 ? undefined : new TestRunRequest(changed, undefined, profile, false);
}

function itemsBelow(items: TestItemCollection): TestItem[] {
  return [...items].flatMap(([, item]) => [item, ...itemsBelow(item.children)]);
}

function report(item: TestItem, cases: readonly ScenarioCase[], run: TestRun, { home }: Known): void {
  const failed = cases.filter(({ passed }) => !passed);
  if (cases.length === 0) run.skipped(item);
  else if (failed.length === 0) run.passed(item);
  else
    run.failed(
      item,
      failed.map((one) => messageOf(one, home)),
    );
}

/** The window of results reads lines of a terminal. */
function outputLine({ label }: TestItem, { name, passed, actual }: ScenarioCase): string {
  const came = actual.trim().replace(/\s*\n\s*/g, "; ");
  return `${passed ? "✔" : "✘"} ${label} · ${name}: ${came}\r\n`;
}

function messageOf({ name, message, expected, actual, place }: ScenarioCase, home: Known["home"]): TestMessage {
  const said = TestMessage.diff(`${name}: ${message}`, expected, actual);
  said.location = locationOf(place, home);
  return said;
}

/** How many of the scenarios that were run are about each statement that cites a clause. */
function addCoverage(
  run: TestRun,
  done: readonly string[],
  known: Known,
  covered: WeakMap<FileCoverage, StatementCoverage[]>,
): void {
  const { overview, home } = known;
  const ran = new Set(done);
  const byFile = new Map<string, CitedStatement[]>();
  for (const statement of overview().statements) {
    if (statement.clauses.length === 0) continue;
    byFile.set(statement.place.path, [...(byFile.get(statement.place.path) ?? []), statement]);
  }
  for (const [path, statements] of byFile) {
    const details = statements.map(({ place, scenarios }) => {
      const { start, end } = place;
      const range = new Range(new Position(start.line, 0), new Position(end.line, end.character));
      return new StatementCoverage(scenarios.filter((id) => ran.has(keyIn(known, id))).length, range);
    });
    const file = FileCoverage.fromDetails(uriOf({ path }, home), details);
    covered.set(file, details);
    run.addCoverage(file);
  }
}
