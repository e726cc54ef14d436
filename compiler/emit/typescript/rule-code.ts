// A rule or statistic as a table of small functions: whom it is about, what it requires, its groups and their figures.
// Rule: everything that is the same for all rules lies in the runtime; here stands only what this rule says.

import { canonical } from "../../ir/canonical.ts";
import type { Alternatives, Expr, Key, Rule } from "../../ir/ir.ts";
import { plainInIds } from "../../ir/rule-in-ids.ts";
import {
  array,
  constant,
  name,
  nothing,
  object,
  returned,
  text,
  textOrNull,
  truthWord,
  when,
  type Code,
  type Entry,
  type Statement,
} from "./code.ts";
import { guardTable } from "./choosable-code.ts";
import { ofRecordCode } from "./closures.ts";
import { clauseText, docOf } from "./docs.ts";
import { library, libraryName, type Emission } from "./emission.ts";
import { alternativesCode, guardCode, numberCode, ofRecord, type Place } from "./expression-code.ts";
import { figuresFunction, hasFigures, looksBack, priceOfEachCode } from "./figures-code.ts";
import { meaningCode } from "./meaning-code.ts";
import { camelCase, pascalCase } from "./naming.ts";
import { kernelEntries } from "./kernel/kernels-of-a-rule.ts";
import { keysAlone } from "./keys-alone.ts";
import { readsCode, writtenCode } from "./reads-code.ts";
import { backwardsCode } from "./backwards-code.ts";
import { talliesOf, type Tallies } from "./tallies-of-a-rule.ts";
import { addToTally, keyCode } from "./tally-code.ts";
import { union } from "./signatures.ts";
import { allLines, lineCall, lineTable, placeIn } from "./term-code.ts";

/** Writes the rule's functions and table; the name of the table. */
export function ruleTable(emission: Emission, rule: Rule): Code {
  const local = rule.id.slice(rule.document.length + 1);
  const own = emission.declaredFor(`rule ${rule.id}`, rule.document, `${camelCase(local)}Rule`, (declared) => {
    const base = declared.slice(0, -"Rule".length);
    const tallies = talliesOf(rule, emission);
    const type = hasFigures(rule) ? talliesType(rule, base, tallies, emission) : "unknown";
    return constant({
      name: declared,
      type: `${emission.use("type RuleCode").slice(5)}<Run, ${type}>`,
      doc: docOf(emission, { says: rule.name, clause: rule.clause, doc: rule.doc }),
      value: object([
        ...aboutEntries(rule, base, emission),
        ...recordEntries(rule, base, emission),
        ...groupEntries(rule, base, tallies, type, emission),
        ...kernelEntry(rule, base, tallies, type, emission),
      ]),
    });
  });
  return name(own);
}

function aboutEntries(rule: Rule, base: string, emission: Emission): readonly Entry[] {
  const triggers = rule.purpose.kind === "statistic" ? rule.purpose.triggers : null;
  const place = object([
    { name: "document", value: text(rule.document) },
    { name: "rule", value: text(rule.name) },
    { name: "clause", value: text(clauseText(emission, rule.clause) ?? "") },
  ]);
  return [
    { name: "id", value: text(rule.id) },
    { name: "inIds", value: text(plainInIds(rule, emission.program.main)) },
    { name: "place", value: place },
    { name: "purpose", value: text(rule.purpose.kind) },
    { name: "triggers", value: textOrNull(triggers) },
    { name: "guards", value: array(rule.guards.map((guard) => guardTable(guard, emission))) },
    { name: "onTopOf", value: array(rule.onTopOf.map(text)) },
    { name: "follows", value: followsCode(rule, emission) },
    { name: "isInForce", value: isInForceCode(rule, base, emission) },
    { name: "isAbout", value: ofRecordCode(isAboutCall(rule, base, emission)) },
    { name: "aboutReads", value: aboutReads(rule, emission) },
    { name: "span", value: spanCode(rule, emission) },
  ];
}

function recordEntries(rule: Rule, base: string, emission: Emission): readonly Entry[] {
  const lines = rule.requires;
  const calls = lineCalls(rule, base, emission);
  const tables = lines.map((line, index) => lineTable(line, calls[index] ?? nothing, rule.document, emission));
  const mayCharge = emission.program.documents.find((document) => document.name === rule.document)?.mayCharge ?? null;
  const mayChargeCode =
    mayCharge === null ? nothing : ofRecordCode(numberCode(mayCharge, recordPlace(rule, emission), emission));
  return [
    { name: "holds", value: ofRecordCode(allLines(calls, lines, emission)) },
    { name: "lines", value: array(tables) },
    { name: "keys", value: keysCode(rule, base, emission) },
    { name: "mayCharge", value: mayChargeCode },
    { name: "reads", value: everythingRead(rule, emission) },
    { name: "mayRunBackwards", value: backwardsCode(rule, emission) },
  ];
}

function groupEntries(rule: Rule, base: string, tallies: Tallies, type: string, emission: Emission): readonly Entry[] {
  if (!hasFigures(rule)) {
    return [
      { name: "newTallies", value: libraryName(emission, "noTallies") },
      { name: "count", value: libraryName(emission, "countNothing") },
      { name: "figures", value: libraryName(emission, "noFigures") },
      { name: "priceOfEach", value: nothing },
      { name: "looksBack", value: truthWord(false) },
    ];
  }
  const made = object(tallies.list.map(({ name: own, code }) => ({ name: own, value: code })));
  return [
    { name: "newTallies", value: { kind: "arrow", parameters: [], returns: null, body: made } },
    { name: "count", value: name(countFunction(rule, base, tallies, type, emission)) },
    { name: "figures", value: name(figuresFunction(rule, base, tallies, type, emission)) },
    { name: "priceOfEach", value: priceOfEachCode(rule, tallies, type, emission) },
    { name: "looksBack", value: truthWord(looksBack(rule)) },
  ];
}

function lineCalls(rule: Rule, base: string, emission: Emission): readonly Code[] {
  return rule.requires.map((line, index) =>
    lineCall(line, `requires ${rule.id} ${index}`, `${base}Requires${index + 1}`, rule.document, emission),
  );
}

/** Left out where the rule is of a shape that has no kernel. */
function kernelEntry(rule: Rule, base: string, tallies: Tallies, type: string, emission: Emission): readonly Entry[] {
  if (!emission.hasKernels) return [];
  const parts = {
    place: recordPlace(rule, emission),
    isInForceByDay: isInForceCode(rule, base, emission) !== nothing,
    isAbout: isAboutCall(rule, base, emission),
    holds: allLines(lineCalls(rule, base, emission), rule.requires, emission),
    runsBackwards: bodyOf(backwardsCode(rule, emission)),
    keys: rule.keys,
    keyTables: rule.keys.map(({ it }) => keysTable(it, rule, base, emission)),
    tallies: hasFigures(rule) ? tallies : { ...tallies, list: [] },
    talliesType: type,
  };
  return kernelEntries(rule, base, parts, emission);
}

/** What a small function of one record says; null where there is none. */
function bodyOf(ofRecord: Code): Code | null {
  if (ofRecord.kind === "name") return { kind: "call", callee: ofRecord, arguments: recordParameters.map(argument) };
  return ofRecord.kind === "arrow" && !Array.isArray(ofRecord.body) ? (ofRecord.body as Code) : null;
}

/** Where what is seen record by record stands. */
function recordPlace(rule: Rule, emission: Emission): Place {
  return { ...placeIn(rule.document, emission), kinds: emission.kindsIn(rule) };
}

function talliesType(rule: Rule, base: string, tallies: Tallies, emission: Emission): string {
  return emission.declared(`tallies ${rule.id}`, `${pascalCase(base)}Tallies`, (declared) => ({
    kind: "interface",
    name: declared,
    extends: null,
    members: tallies.list.map((tally) => ({
      name: tally.name,
      type: tally.type,
      optional: false,
      mutable: false,
      doc: null,
    })),
    doc: `What is tallied for each group of ${rule.name}.`,
    exported: false,
  }));
}

function followsCode(rule: Rule, emission: Emission): Code {
  const place = recordPlace(rule, emission);
  return array(
    rule.follows.map(({ guard, it }) =>
      object([
        { name: "guard", value: guardTable(guard, emission) },
        { name: "date", value: ofRecordCode(numberCode(it, place, emission)) },
        { name: "reads", value: readsCode([it], place, emission) },
        { name: "isTheDay", value: truthWord(it.kind === "theDay") },
      ]),
    ),
  );
}

/** Validity as a function of the day alone, so that it is asked once for each day; null where it takes more. */
function isInForceCode(rule: Rule, base: string, emission: Emission): Code {
  if (!isInForceByDay(rule, emission)) return nothing;
  const parts = pickedParts(validityOf(rule, emission), recordPlace(rule, emission), emission);
  if (parts.length === 0) return nothing;
  const own = emission.declared(`in force ${rule.id}`, `${base}IsInForce`, (declared) => ({
    kind: "function",
    name: declared,
    parameters: [
      { name: "run", type: "Run" },
      { name: "day", type: "number" },
    ],
    returns: "number",
    body: [returned(bothOf(parts, emission))],
    doc: `Whether ${rule.name} is in force on a day.`,
    exported: false,
  }));
  return name(own);
}

/** Guards and scope, and the validity of the document and of the rule where it depends on the record. */
function isAboutCall(rule: Rule, base: string, emission: Emission): Code {
  const own = emission.declared(`about ${rule.id}`, `${base}IsAbout`, (declared) => {
    const validity = isInForceByDay(rule, emission) ? [] : validityOf(rule, emission);
    const parts = pickedParts([...validity, rule.scope], recordPlace(rule, emission), emission);
    const guards = rule.guards.map((guard) => guardCode(guard, ofRecord, emission)).filter((test) => test !== null);
    const refused = guards.map((test): Statement => ({
      kind: "if",
      test: { kind: "not", of: test },
      then: [returned(libraryName(emission, "NO"))],
      otherwise: [],
    }));
    return {
      kind: "function",
      name: declared,
      parameters: recordParameters,
      returns: "number",
      body: [...refused, returned(bothOf(parts, emission))],
      doc: `Whether a record is in the scope of ${rule.name}.`,
      exported: false,
    };
  });
  return { kind: "call", callee: name(own), arguments: recordParameters.map(argument) };
}

function argument(parameter: { readonly name: string }): Code {
  return name(parameter.name);
}

function isInForceByDay(rule: Rule, emission: Emission): boolean {
  const signature = union(
    validityOf(rule, emission).flatMap((part) => part.map(({ it }) => emission.signatures.ofExpr(it))),
  );
  return !signature.record && !signature.theDay;
}

function validityOf(rule: Rule, emission: Emission): readonly Alternatives<Expr>[] {
  const document = emission.program.documents.find((each) => each.name === rule.document);
  return [document === undefined ? [] : [{ guard: null, it: document.inForce }], rule.inForce];
}

function pickedParts(parts: readonly Alternatives<Expr>[], place: Place, emission: Emission): readonly Code[] {
  return parts.map((part) => pickedCode(part, place, emission)).filter((code) => code !== null);
}

function bothOf(parts: readonly Code[], emission: Emission): Code {
  const [first = libraryName(emission, "YES"), ...others] = parts;
  return others.reduce((all, part) => library(emission, "both", all, part), first);
}

const recordParameters = [
  { name: "run", type: "Run" },
  { name: "record", type: "number" },
  { name: "day", type: "number" },
  { name: "theDay", type: "number" },
];

/** What applies of some alternatives; null where that is always yes. Where none applies it is yes too. */
function pickedCode(alternatives: Alternatives<Expr>, place: Place, emission: Emission): Code | null {
  if (alternatives.every(({ it }) => it.kind === "truth" && it.holds === "yes")) return null;
  const yes: Expr = { kind: "truth", holds: "yes" };
  const complete = alternatives.some(({ guard }) => guard === null)
    ? alternatives
    : [...alternatives, { guard: null, it: yes }];
  return alternativesCode(
    complete.map(({ guard, it }) => ({ guard, code: numberCode(it, place, emission) })),
    place,
    emission,
  );
}

function aboutReads(rule: Rule, emission: Emission): Code {
  const place = recordPlace(rule, emission);
  return array(
    [...validityOf(rule, emission), rule.scope]
      .map((part) => writtenCode(each(part), place, emission))
      .filter((written) => !saysNothing(written)),
  );
}

function spanCode(rule: Rule, emission: Emission): Code {
  const { grain } = rule;
  if (grain.kind === "episode") return nothing;
  const place = recordPlace(rule, emission);
  return object([
    { name: "from", value: ofRecordCode(numberCode(grain.from, place, emission)) },
    { name: "fromCounted", value: truthWord(grain.fromCounted) },
    { name: "to", value: ofRecordCode(numberCode(grain.to, place, emission)) },
    { name: "toCounted", value: truthWord(grain.toCounted) },
    { name: "reads", value: readsCode([grain.from, grain.to], place, emission) },
  ]);
}

/** Keys that are the same under several readings are one list, so that their groups are the same. */
function keysCode(rule: Rule, base: string, emission: Emission): Code {
  return array(
    rule.keys.map(({ guard, it }) =>
      object([
        { name: "guard", value: guardTable(guard, emission) },
        { name: "it", value: keysTable(it, rule, base, emission) },
      ]),
    ),
  );
}

function keysTable(keys: readonly Key[], rule: Rule, base: string, emission: Emission): Code {
  const own = emission.declared(`keys ${rule.id} ${canonical(keys)}`, `${base}Keys`, (declared) =>
    constant({
      name: declared,
      type: `readonly ${emission.use("type KeyCode").slice(5)}<Run>[]`,
      value: array(keys.map((key) => keyTable(key, rule, emission))),
    }),
  );
  return name(own);
}

function keyTable(key: Key, rule: Rule, emission: Emission): Code {
  const place = recordPlace(rule, emission);
  const value = key.role === "episode" ? name("record") : keyCode(key.value, place, emission);
  return object([
    { name: "name", value: text(key.name) },
    { name: "role", value: text(key.role) },
    { name: "meaning", value: meaningCode(key.kind, key.value, place, emission) },
    { name: "value", value: ofRecordCode(value) },
    { name: "reads", value: key.role === "episode" ? array([]) : readsCode([key.value], place, emission) },
  ]);
}

/** In the order in which a need is reported; `compiler/ir/reads.ts` has the same. */
function everythingRead(rule: Rule, emission: Emission): Code {
  const place = recordPlace(rule, emission);
  const ofGroup = keysAlone(rule, emission);
  const records = [rule.inForce, rule.scope].map((part) => writtenCode(each(part), place, emission, "nobody asks"));
  const lines = rule.requires.map(({ guard, condition }) =>
    writtenCode([{ guard, it: [condition] }], place, emission, "nobody asks"),
  );
  const keys = rule.keys.map(({ guard, it }) => ({ guard, it: it.map((key) => key.value) }));
  const quantities = rule.quantity.map(({ guard, it }) => ({
    guard,
    it: it.unitPrice === null ? [it.quantity] : [it.quantity, it.unitPrice],
  }));
  const groups = [
    ...rule.steps.map(({ guard, value }) => [{ guard, it: [value] }]),
    each(rule.chargedWhen),
    quantities,
    each(rule.payer),
    each(rule.payee),
    each(rule.invoicer),
  ];
  const guards = rule.guards.map((guard) => writtenCode([{ guard, it: [] }], place, emission));
  const written = [
    ...guards,
    ...records,
    ...lines,
    writtenCode(keys, place, emission, "nobody asks"),
    ...groups.map((part) => writtenCode(part, ofGroup, emission, "nobody asks")),
  ];
  return array(written.filter((part) => !saysNothing(part)));
}

/** An unguarded line that reads nothing. */
function saysNothing(written: Code): boolean {
  if (written.kind !== "array") return false;
  return written.items.every((item) => {
    if (item.kind !== "object") return false;
    const [guard, it] = item.entries;
    return guard?.value === nothing && it?.value.kind === "array" && it.value.items.length === 0;
  });
}

function each(alternatives: Alternatives<Expr>): Alternatives<readonly Expr[]> {
  return alternatives.map(({ guard, it }) => ({ guard, it: [it] }));
}

function countFunction(rule: Rule, base: string, tallies: Tallies, type: string, emission: Emission): string {
  const place = recordPlace(rule, emission);
  return emission.declared(`count ${rule.id}`, `${base}Count`, (declared) => ({
    kind: "function",
    name: declared,
    parameters: [
      recordParameters[0] ?? { name: "run", type: "Run" },
      { name: "tallies", type },
      ...recordParameters.slice(1),
    ],
    returns: "void",
    body: tallies.list.flatMap((tally) => {
      const at: Code = { kind: "member", of: name("tallies"), name: tally.name };
      const added = addToTally(tally.aggregate, at, place, rule.grain.kind === "day", emission);
      return tally.test === null ? added : [when(tally.test, ...added)];
    }),
    doc: `Adds a record${rule.grain.kind === "day" ? "'s day" : ""} to its group.`,
    exported: false,
  }));
}
