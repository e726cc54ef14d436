// Code names of a document: the ASCII names used as columns, in TypeScript, SQL and JSON.
// Rule: within one record or register, and among what is computed, a code name stands for one thing.

import type { Problem } from "../problem.ts";
import type { Name } from "../syntax/ast.ts";
import type { AcceptedStatements } from "./accepted-statements.ts";
import { codeTwice } from "./problems/code-twice.ts";

export function reportCodes({ parts }: AcceptedStatements, problems: Problem[]): void {
  const columns: CodedName[] = [];
  const computed: CodedName[] = [];
  for (const { it } of parts) {
    switch (it.kind) {
      case "record":
        columns.push(...it.fields);
        break;
      case "register":
        reportTwice(it.fields, problems);
        break;
      case "value":
      case "measured":
      case "term":
        if (it.code !== undefined) computed.push({ name: it.name, code: it.code });
        break;
      default:
        break;
    }
  }
  reportTwice(columns, problems);
  reportTwice(computed, problems);
}

interface CodedName {
  readonly name: Name;
  readonly code: Name;
}

function reportTwice(coded: readonly CodedName[], problems: Problem[]): void {
  const first = new Map<string, CodedName>();
  for (const one of coded) {
    const earlier = first.get(one.code.text);
    if (earlier === undefined) first.set(one.code.text, one);
    else if (earlier.name.text !== one.name.text && one.code.text !== "") {
      problems.push(codeTwice(one.code, one.name, earlier.name));
    }
  }
}
