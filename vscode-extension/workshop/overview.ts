// What can be said of a workspace without running anything: readings that are preliminary, wordings, scenarios, and the
// statements that cite clauses.

import { placesText } from "@avtal/compiler/ir/lower/clauses";
import type { Document } from "@avtal/compiler/resolve/document";
import type { Name, Statement } from "@avtal/compiler/syntax/ast";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { dateText } from "@avtal/runtime/calendar";
import { isWithin, placeText } from "@avtal/replay/scenarios/hold/clauses";
import type { Scenario } from "@avtal/replay/scenarios/scenario";
import type { Agreement, CitedStatement, Lang, Overview, PreliminaryReading, ScenarioItem } from "./messages.ts";
import { placeOf, scenarioId, type Opened } from "./opened.ts";
import { citedIn, type Cited } from "./cited.ts";

export function overviewOf(opened: Opened, lang: Lang): Overview {
  if (opened.programs === undefined) {
    return { rejected: true, preliminary: [], agreements: [], scenarios: [], statements: [] };
  }
  const documents = [...opened.front.documents.values()].sort((a, b) => byCodePoint(a.name, b.name));
  const cited = documents.flatMap(citedStatements);
  return {
    rejected: false,
    preliminary: documents.flatMap((document) => preliminaryOf(document, opened)),
    agreements: documents.flatMap((document) => agreementOf(document, opened, lang)),
    scenarios: opened.scenarios.map((scenario) => itemOf(scenario, cited, opened)),
    statements: cited.map((one) => statementOf(one, opened)),
  };
}

function preliminaryOf(document: Document, opened: Opened): PreliminaryReading[] {
  return [...document.questions.values()].flatMap(({ statement, chosen }) => {
    const last = chosen.at(-1);
    if (last === undefined || !last.preliminary) return [];
    const reading = statement.readings.find(({ name }) => name.text === last.reading);
    return [
      {
        document: document.name,
        question: statement.name.text,
        asks: statement.asks?.text ?? "",
        chosen: reading?.title.text ?? last.reading,
        place: placeOf(statement.name.span, opened),
      },
    ];
  });
}

function agreementOf(document: Document, opened: Opened, lang: Lang): Agreement[] {
  const program = opened.programs?.get(document.name);
  if (program === undefined) return [];
  const wordings = program.wordings.map(({ day, changes }) => ({
    day: dateText(day),
    changes: changes.map(({ says, clause }) => ({
      says: says[lang],
      clause: clause === null ? "" : (program.clauses[clause]?.place ?? ""),
    })),
  }));
  const { name, head } = document;
  return [{ name, title: head.title.text, place: placeOf(head.name.span, opened), wordings }];
}

function itemOf(scenario: Scenario, cited: readonly StatementCiting[], opened: Opened): ScenarioItem {
  const [first] = scenario.clauses;
  const place = cited
    .filter(({ document }) => document.name === scenario.agreement)
    .flatMap(({ cites }) => cites)
    .find(({ clause }) => first !== undefined && isWithin(clause, first));
  return {
    id: scenarioId(scenario),
    agreement: scenario.agreement,
    name: scenario.name,
    clauses: scenario.clauses,
    place: placeOf(scenario.span, opened),
    cited: place === undefined ? null : placeOf(place.span, opened),
  };
}

/** A statement of a document, amendments included, with every place that it and its lines cite. */
interface StatementCiting {
  readonly document: Document;
  readonly sort: CitedStatement["sort"];
  readonly name: Name;
  readonly cites: readonly Cited[];
  readonly questions: readonly Name[];
}

function citedStatements(document: Document): StatementCiting[] {
  const all: readonly Statement[] = document.files.flatMap(({ statements }) => statements);
  return all.flatMap((statement) => {
    switch (statement.kind) {
      case "rule":
      case "statistic":
      case "value":
      case "measured":
      case "term":
      case "condition": {
        const { references, questions } = citedIn(statement);
        const cites = references.map(({ places, span }) => ({ clause: placeText(placesText(places)), span }));
        return [{ document, sort: statement.kind, name: statement.name, cites, questions }];
      }
      default:
        return [];
    }
  });
}

function statementOf({ document, sort, name, cites, questions }: StatementCiting, opened: Opened): CitedStatement {
  const clauses = [...new Set(cites.map(({ clause }) => clause))].filter((clause) => clause !== "");
  const about = opened.scenarios.filter(
    (scenario) =>
      scenario.agreement === document.name &&
      scenario.clauses.some((clause) => clauses.some((cited) => isWithin(cited, clause))),
  );
  const first = cites.find(({ clause }) => clause !== "");
  const named = questions.flatMap(({ text }) => document.questions.get(text)?.statement.name.span ?? []);
  return {
    sort,
    document: document.name,
    name: name.text,
    place: placeOf(name.span, opened),
    clauses,
    cited: first === undefined ? null : placeOf(first.span, opened),
    scenarios: about.map(scenarioId),
    questions: [...new Set(named)].map((span) => placeOf(span, opened)),
  };
}
