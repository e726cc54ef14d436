// The names that fit a place: of the sort that the grammar's rule asks for, and first those of the kind beside them.
// Rule: a name is proposed as it must be written there: another document's with its document only where that is needed.

import { builtInPlaces, keywords, roundingUnits, weekdayExceptions, type Concept } from "@avtal/grammar/keywords";
import type { MayFollow } from "@avtal/grammar/what-may-follow";
import type { Document } from "../resolve/document.ts";
import { choiceIn, choicesOf, scopesOf, type Scope } from "../resolve/scope.ts";
import type { Words } from "../problem.ts";
import type { Analysis } from "./analysis.ts";
import type { Proposal, Sort } from "./answers.ts";
import type { Typing } from "./completion.ts";
import { declaredType, typeWords } from "./kind-text.ts";
import { sortWords } from "./sort-words.ts";
import { documentOf, rulesIn, insideOf } from "./things.ts";
import { treeOf } from "./analysis.ts";

export function namesFor({ within, which }: MayFollow, typing: Typing): readonly Proposal[] {
  const scope = scopeAt(typing);
  if (scope === undefined) return [];
  const all = (...sorts: readonly Sort[]): readonly Proposal[] => visible(sorts, scope, typing);
  switch (within.at(-1)) {
    case "uses":
      return documents(typing);
    case "amendmentHead":
      return which === 1 ? documents(typing) : [];
    case "headLine":
      return which === 0 ? documents(typing) : all("event");
    case "weekdaysExcept":
      return weekdayExceptions.map((day) => proposal(day[typing.place.language], "word", undefined, 1, typing));
    case "field":
      return which === 1 ? all("register") : [];
    case "kind":
      return [...kindNames(typing), ...all("register"), ...choiceFields(scope, typing)];
    case "tableRow":
      return [...choicesInReach(scope, typing), ...builtIns(builtInPlaces.tableKey, typing)];
    case "timePoint":
      return all("event");
    case "reference":
      return [...all("source"), ...documents(typing)];
    case "seeQuestion":
      return questions(scope.document, typing);
    case "choice":
      return readings(scope.document, typing);
    case "otherRules":
      return all("rule", "statistic");
    case "rule":
      return which === 1 ? rulesOfOthers(scope, typing) : [];
    case "patch":
      return which === 0 ? all("rule", "statistic") : which === 1 ? all("condition") : documents(typing);
    case "follows":
      return [...values(scope, typing), ...builtIns(builtInPlaces.day, typing)];
    case "perKey":
      return [...builtIns(builtInPlaces.key, typing), ...values(scope, typing)];
    case "attribute":
      return [...builtIns(builtInPlaces.attribute, typing), ...facts(scope, typing)];
    case "party":
      return values(scope, typing);
    case "rounding":
      return steps(scope, typing);
    case "roundingUnit":
      return roundingUnits.map((unit) => proposal(unit[typing.place.language], "word", undefined, 1, typing));
    case "atom":
      return [
        ...compared(scope, typing),
        ...steps(scope, typing),
        ...values(scope, typing),
        ...builtIns(builtInPlaces.day, typing),
      ];
    default:
      return [];
  }
}

/** Names of an agreement as they are seen from the file; cached by the analysis, which never changes. */
export function scopeAt({ asked, analysis }: Pick<Typing, "asked" | "analysis">): Scope | undefined {
  const scopes = scopesIn(analysis);
  const tree = treeOf(asked.path, analysis);
  return tree === undefined ? undefined : scopes.get(documentOf(tree));
}

const knownScopes = new WeakMap<Analysis, ReadonlyMap<string, Scope>>();

export function scopesIn(analysis: Analysis): ReadonlyMap<string, Scope> {
  const known = knownScopes.get(analysis) ?? scopesOf(analysis.front.documents);
  knownScopes.set(analysis, known);
  return known;
}

function values(scope: Scope, typing: Typing): readonly Proposal[] {
  return visible(["field", "value", "measured", "term", "condition", "event"], scope, typing);
}

/** The document's own names, then those of the documents that it uses. */
function visible(sorts: readonly Sort[], scope: Scope, typing: Typing): readonly Proposal[] {
  const own = thingsOf(scope.document, sorts);
  const taken = new Set([...scope.own.keys()]);
  const others = scope.used.flatMap(({ document }) => thingsOf(document, sorts));
  const times = new Map<string, number>();
  for (const { name } of others) times.set(name, (times.get(name) ?? 0) + 1);
  return [
    ...own.map((thing) => thingProposal(thing, thing.name, 1, typing)),
    ...others.map((thing) => {
      const needed = taken.has(thing.name) || (times.get(thing.name) ?? 0) > 1;
      return thingProposal(thing, needed ? `${thing.document}.${thing.name}` : thing.name, 3, typing);
    }),
  ];
}

interface NamedThing {
  readonly id: string;
  readonly sort: Sort;
  readonly document: string;
  readonly name: string;
  readonly help: string | undefined;
  readonly kind: Words | undefined;
}

function thingsOf(document: Document, sorts: readonly Sort[]): readonly NamedThing[] {
  const found: NamedThing[] = [];
  const add = (sort: Sort, name: string, help: string | undefined): void => {
    if (!sorts.includes(sort) || name === "") return;
    const thing = { id: "", sort, document: document.name, name };
    const type = declaredType(thing, document);
    found.push({ ...thing, help, kind: type === undefined ? undefined : typeWords(type) });
  };
  for (const [name, field] of document.fields) add("field", name, field.doc);
  for (const [name, event] of document.events) add("event", name, event.title.text);
  for (const [name, { statement }] of document.values) add("value", name, statement.doc);
  for (const [name, [first]] of document.measured) add("measured", name, first?.it.doc);
  for (const [name, [first]] of document.terms) add("term", name, first?.it.doc);
  for (const [name, [first]] of document.conditions) add("condition", name, first?.statement.doc);
  for (const [name, source] of document.sources) add("source", name, source.title.text);
  for (const [name, { statement }] of document.registers) add("register", name, statement.doc);
  for (const { name, statement } of new Map(document.rules.map((rule) => [rule.name, rule])).values()) {
    add(statement.kind, name, statement.doc);
  }
  return found;
}

function thingProposal(thing: NamedThing, label: string, rank: number, typing: Typing): Proposal {
  const sort = sortWords(thing.sort);
  const kind = thing.kind;
  const detail = kind === undefined ? sort : { sv: `${sort.sv} · ${kind.sv}`, en: `${sort.en} · ${kind.en}` };
  const help = thing.help === undefined ? undefined : { sv: thing.help, en: thing.help };
  return { ...proposal(label, thing.sort, detail, rank, typing), help };
}

function proposal(
  label: string,
  sort: Proposal["sort"],
  detail: Words | undefined,
  rank: number,
  { replaced }: Typing,
): Proposal {
  return { label, sort, detail, help: undefined, edit: { span: replaced, text: label }, rank };
}

function documents(typing: Typing): readonly Proposal[] {
  return [...typing.analysis.front.documents.values()].map(({ name, head }) => ({
    ...proposal(name, "document", sortWords("document"), 2, typing),
    help: { sv: head.title.text, en: head.title.text },
  }));
}

function builtIns(concepts: readonly Concept[], typing: Typing): readonly Proposal[] {
  return concepts.map((concept) => ({
    ...proposal(keywords[concept][typing.place.language], "word", undefined, 2, typing),
    help: keywords[concept].help,
  }));
}

function kindNames(typing: Typing): readonly Proposal[] {
  return builtIns(builtInPlaces.kind, typing);
}

function choiceFields(scope: Scope, typing: Typing): readonly Proposal[] {
  return [scope, ...scope.used].flatMap(({ document }) =>
    [...document.fields.values()].flatMap((field) =>
      field.type.kind === "choices" ? [proposal(field.name.text, "field", sortWords("field"), 3, typing)] : [],
    ),
  );
}

function choicesInReach(scope: Scope, typing: Typing): readonly Proposal[] {
  return [scope, ...scope.used].flatMap(({ document }) =>
    [...document.fields.values()].flatMap((field) =>
      choicesOf(field).map((name) => proposal(name, "choice", { sv: field.name.text, en: field.name.text }, 1, typing)),
    ),
  );
}

/** The choices of what stands on the other side of `är`. */
function compared(scope: Scope, typing: Typing): readonly Proposal[] {
  const { words } = typing.place;
  const isCompared = /^(?:är|är inte|is|is not)$/i.test(words.at(-1)?.image.replace(/\s+/g, " ") ?? "");
  const name = words.at(-2)?.image.split(".").at(-1);
  if (!isCompared || name === undefined) return [];
  const fields = [scope, ...scope.used].flatMap(({ document }) => document.fields.get(name) ?? []);
  return fields.flatMap((field) =>
    choicesOf(field).map((choice) => ({
      ...proposal(choice, "choice", { sv: field.name.text, en: field.name.text }, 0, typing),
      help: codeHelp(choiceIn(field, choice)?.code?.text),
    })),
  );
}

function codeHelp(code: string | undefined): Words | undefined {
  return code === undefined ? undefined : { sv: `Kod: ${code}`, en: `Code: ${code}` };
}

function facts(scope: Scope, typing: Typing): readonly Proposal[] {
  return [scope, ...scope.used].flatMap(({ document }) =>
    [...document.registers.values()].flatMap(({ statement }) =>
      statement.fields.map(({ name }) => proposal(name.text, "fact", sortWords("fact"), 2, typing)),
    ),
  );
}

function questions({ questions: all }: Document, typing: Typing): readonly Proposal[] {
  return [...all].map(([name, { statement }]) => {
    const asks = statement.asks?.text;
    const help = asks === undefined ? undefined : { sv: asks, en: asks };
    return { ...proposal(name, "question", sortWords("question"), 1, typing), help };
  });
}

/** Of the question around the cursor. */
function readings(document: Document, typing: Typing): readonly Proposal[] {
  const { words, language } = typing.place;
  const at = words.findLastIndex(({ image }) => image.toLowerCase() === keywords.question[language]);
  const written = words.flatMap(({ image }, index) =>
    index > at && words[index - 1]?.image.toLowerCase() === keywords.reading[language] ? [image] : [],
  );
  const known = document.questions.get(words[at + 1]?.image ?? "")?.readings ?? [];
  return [...new Set([...written, ...known])].map((name) => proposal(name, "reading", sortWords("reading"), 0, typing));
}

function rulesOfOthers(scope: Scope, typing: Typing): readonly Proposal[] {
  return scope.used.flatMap(({ document }) =>
    thingsOf(document, ["rule", "statistic"]).map((thing) =>
      thingProposal(thing, `${document.name}.${thing.name}`, 1, typing),
    ),
  );
}

/** The steps of the rule around the cursor, as they are written so far. */
function steps(scope: Scope, typing: Typing): readonly Proposal[] {
  const { words, language } = typing.place;
  const opening = [keywords.rule[language], keywords.statistic[language], keywords.inRule[language]];
  const at = words.findLastIndex(({ image }) => opening.includes(image.replace(/\s+/g, " ").toLowerCase()));
  if (at < 0) return [];
  const rule = words[at + 1]?.image ?? "";
  const written = words.flatMap(({ image }, index) =>
    index > at + 1 && words[index + 1]?.image === "=" ? [image] : [],
  );
  const known = scope.document.files.flatMap((tree) =>
    rulesIn(tree).flatMap(({ name, lines }) =>
      name === rule ? lines.flatMap((line) => (line.kind === "step" ? [line.name.text] : [])) : [],
    ),
  );
  return [...new Set([...written, ...known])].map((name) => proposal(name, "step", sortWords("step"), 0, typing));
}

/** Statements of the file around the cursor, for those that want more than names. */
export function statementsOf(typing: Typing) {
  const tree = treeOf(typing.asked.path, typing.analysis);
  return tree === undefined ? [] : insideOf(tree);
}
