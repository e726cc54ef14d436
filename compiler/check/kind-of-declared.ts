// The kinds of values, measured values and terms: every version and reading of each, held against the word after `i`.
// Rule: each is worked out once; a definition that leads back to itself is `unknown` here and said elsewhere.

import type { Problem } from "../problem.ts";
import type { Document, Versioned } from "../resolve/document.ts";
import type { Expression, KindName, MeasuredStatement, TermStatement, ValueStatement } from "../syntax/ast.ts";
import { bareNumber } from "./bare-number.ts";
import { languageAt, unknown, type Checking } from "./checking.ts";
import { declaredKind } from "./declared-kind.ts";
import { cellsOf } from "./definitions.ts";
import type { Kind } from "./kind.ts";
import { kindOf } from "./kind-of.ts";
import { kindChanges } from "./problems/kind-changes.ts";
import { notTheDeclaredKind } from "./problems/not-the-declared-kind.ts";
import { unitMissingIn } from "./problems/unit-missing.ts";
import { asDeclared, joined } from "./same-kind.ts";
import { unitText } from "./unit-text.ts";

export function valueKind(document: string, value: ValueStatement, checking: Checking): Kind {
  return once(document, value.name.text, checking, (home) => {
    const text = home.values.get(value.name.text);
    const rows = text?.rows.map((row) => row.it) ?? value.rows;
    const definitions = rows.flatMap(cellsOf).map((cell) => ({ type: value.type, value: cell }));
    if (definitions.length === 0 && value.type !== undefined) return declaredKind(value.type, checking);
    return joinedDefinitions(value.name.text, definitions, home, checking);
  });
}

export function measuredKind(document: string, measured: MeasuredStatement, checking: Checking): Kind {
  const name = measured.name.text;
  return once(document, name, checking, (home) => {
    const definitions = versions(home.measured.get(name), measured).flatMap(({ type, formula, fixed }) => [
      { type, value: formula },
      ...(fixed.kind === "fixed" ? [{ type, value: fixed.value }] : []),
    ]);
    return joinedDefinitions(name, definitions, home, checking);
  });
}

export function termKind(document: string, term: TermStatement, checking: Checking): Kind {
  const name = term.name.text;
  return once(document, name, checking, (home) => {
    const definitions = versions(home.terms.get(name), term).map(({ type, definition }) => ({
      type,
      value: definition,
    }));
    return joinedDefinitions(name, definitions, home, checking);
  });
}

function once(document: string, name: string, checking: Checking, find: (home: Document) => Kind): Kind {
  const id = `${document}.${name}`;
  const known = checking.kindOfDeclared.get(id);
  if (known !== undefined) return known;
  const home = checking.documents.get(document);
  if (home === undefined || checking.underWay.has(id)) return unknown;
  checking.underWay.add(id);
  const found = find(home);
  checking.underWay.delete(id);
  checking.kindOfDeclared.set(id, found);
  return found;
}

function versions<T>(found: readonly Versioned<T>[] | undefined, written: T): readonly T[] {
  return found === undefined || found.length === 0 ? [written] : found.map((version) => version.it);
}

interface Defined {
  readonly type: KindName | undefined;
  readonly value: Expression;
}

/** All alternatives as one kind; the first that is something else than those before it is said. */
function joinedDefinitions(name: string, definitions: readonly Defined[], home: Document, checking: Checking): Kind {
  let kind: Kind = unknown;
  for (const { type, value } of definitions) {
    const found = definedKind(name, type, value, home, checking);
    const both = joined(kind, found);
    if (both === undefined) checking.report(kindChanges({ name, at: value.span, before: kind, now: found }));
    kind = both ?? kind;
  }
  return kind;
}

/** One definition held against its declared kind. */
function definedKind(
  name: string,
  type: KindName | undefined,
  value: Expression,
  home: Document,
  checking: Checking,
): Kind {
  const declared = type === undefined ? unknown : declaredKind(type, checking);
  const found = kindOf(value, { document: home, steps: undefined }, checking, declared);
  const fits = asDeclared(declared, found);
  if (fits !== undefined) return fits;
  checking.report(
    withoutUnit(name, value, declared, home) ?? notTheDeclaredKind({ name, value, declared, found, type }),
  );
  return declared;
}

/** `1,3` where `1,3 dagar` is meant: only the unit is wanting. */
function withoutUnit(name: string, value: Expression, declared: Kind, home: Document): Problem | undefined {
  const literal = bareNumber(value);
  if (literal === undefined || declared.kind !== "quantity") return undefined;
  const language = languageAt(value.span, home);
  if (unitText(declared, literal.digits, language) === undefined) return undefined;
  return unitMissingIn(name, { literal, needed: declared, language });
}
