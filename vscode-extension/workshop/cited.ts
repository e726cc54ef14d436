// What a statement and its lines cite, and the questions that they belong to.

import type { Span } from "@avtal/compiler/source";
import type {
  Citations,
  ConditionStatement,
  MeasuredStatement,
  Name,
  Reference,
  RuleStatement,
  TermStatement,
  ValueStatement,
} from "@avtal/compiler/syntax/ast";

export interface Cited {
  readonly clause: string;
  readonly span: Span;
}

export interface CitedIn {
  readonly references: readonly Reference[];
  readonly questions: readonly Name[];
}

type Citing = RuleStatement | ValueStatement | MeasuredStatement | TermStatement | ConditionStatement;

export function citedIn(statement: Citing): CitedIn {
  const parts = partsOf(statement);
  return {
    references: parts.flatMap(({ cites }) => (cites?.kind === "references" ? cites.references : [])),
    questions: parts.flatMap(({ question }) => question ?? []),
  };
}

interface Part {
  readonly cites: Citations | undefined;
  readonly question?: Name | undefined;
}

function partsOf(statement: Citing): readonly Part[] {
  switch (statement.kind) {
    case "rule":
    case "statistic":
    case "condition":
      return [statement, ...statement.lines];
    case "value":
      return [{ cites: undefined, question: statement.question }, ...statement.rows];
    case "measured":
      return [statement, { cites: statement.fixed.kind === "fixed" ? statement.fixed.cites : undefined }];
    case "term":
      return [statement];
  }
}
