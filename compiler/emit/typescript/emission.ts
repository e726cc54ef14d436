// What the emission of one program knows: its names in generated code, its forms, and what it uses of the runtime.
// Rule: a name is given once, in program order, so that the same program gives the same text.

import { namedKinds, type NamedKinds } from "../../ir/kind-of.ts";
import type { Field, Id, Measured, Program, Question, RegisterIr, Rule, Term, Value } from "../../ir/ir.ts";
import { call, constant, name, number, path, type Code, type CodeType, type Statement } from "./code.ts";
import { formsOf, type Forms } from "./forms.ts";
import { camelCase, naming, pascalCase, type Naming } from "./naming.ts";
import { rememberedTerms } from "./remembered-terms.ts";
import { runtimeNames, type RuntimeName } from "./runtime-names.ts";
import { signaturesOf, type Signatures } from "./signatures.ts";

export interface Emission {
  readonly program: Program;
  readonly forms: Forms;
  readonly signatures: Signatures;
  /** Kinds of all names outside rules. */
  readonly kinds: NamedKinds;
  readonly kindsIn: (rule: Rule) => NamedKinds;
  readonly field: (id: Id) => Field;
  readonly term: (id: Id) => Term;
  readonly value: (id: Id) => Value;
  readonly measured: (id: Id) => Measured;
  readonly question: (id: Id) => Question;
  readonly register: (id: Id) => RegisterIr;
  /** Names inside `run.facts`, `run.readings` and so on, each a namespace of its own. */
  readonly memberOf: (space: Space, id: Id, wish: string) => string;
  /** What has been asked for in a namespace, in the order of asking. */
  readonly membersOf: (space: Space) => readonly { readonly id: Id; readonly name: string }[];
  /** A name for constants inside functions that nothing of the module has. */
  readonly localName: (wish: string) => string;
  /** A function, constant or type of the runtime. */
  readonly use: (name: RuntimeName | `type ${string}`) => string;
  /** A constant of the module, made when it is first asked for. */
  readonly hoisted: (key: string, wish: string, made: HoistedConstant) => Code;
  /** A function of the module, written when it is first asked for; its name. */
  readonly declared: (key: string, wish: string, write: (name: string) => Statement) => string;
  /** The same, with the document's name before it where the wish is taken. */
  readonly declaredFor: (key: string, document: string, wish: string, write: (name: string) => Statement) => string;
  /** Whether rules have kernels: they pay for many records, but make the code twice as long. */
  readonly hasKernels: boolean;
  /** The reading of a question that is the same for every record the code is for; undefined where it is left open. */
  readonly fixedReading: (question: Id) => string | undefined;
  /** The readings that a second kernel of each rule is for, by question; none where there are no second kernels. */
  readonly chosenReadings: ReadonlyMap<Id, string>;
  /** Whether the code is put together with that of others before it runs, as a module is and a script is not. */
  readonly isPutTogether: boolean;
  /** Whether the records that kernels are for have no column of a field. */
  readonly hasNoColumn: (field: Id) => boolean;
  /** Whether a term is remembered for the record at hand. */
  readonly isKept: (term: Id) => boolean;
  /** An answer that is worked out once. */
  readonly remembered: (key: string, ask: () => boolean) => boolean;
  /** Numbers the figures over all records. */
  readonly nextPlace: () => number;
  /** The number of a payer code or a text among the names of the program. */
  readonly nameNumber: (text: string) => number;
  readonly hoistedStatements: () => readonly Statement[];
  readonly declaredStatements: () => readonly Statement[];
  readonly usedOfRuntime: () => readonly string[];
  readonly names: () => readonly string[];
}

/** What kernels are made for, and therefore need not ask about; nothing where they serve any run. */
export interface MadeFor {
  /** Readings by question. */
  readonly readings: ReadonlyMap<Id, string>;
  /** Fields that have no column. */
  readonly absent: ReadonlySet<Id>;
  /**
   * Readings by question that a second kernel of each rule is made for, beside one that serves any run: those of the text,
   * which nearly all runs take.
   */
  readonly chosen: ReadonlyMap<Id, string>;
  /** Whether a host puts the code together with that of others: what is a constant in it may then be none to an engine. */
  readonly isPutTogether: boolean;
}

/** What every generated evaluator calls by these names, so that nothing of an agreement may. */
const namesOfEveryEvaluator = [
  ..."run record day theDay group tallies tally ofKey definition known rule kind failing undecided from until verdicts place columns options runtime ofRuns names choices inARow".split(
    " ",
  ),
  ..."Run Kernel PlainRule Facts Readings Events Rows Definitions Directory Episode Options Wording Values Evaluation InvoiceLine".split(
    " ",
  ),
  ..."rules choosable fields startRun evaluate evaluateColumns measure measures explain explanations sources".split(
    " ",
  ),
  ..."wordings readings events meaningHash compilerVersion".split(" "),
  ...runtimeNames,
];

export type Space = "facts" | "readings" | "events" | "rows" | "definitions" | "directory" | "known";

export interface HoistedConstant {
  readonly value: Code;
  readonly type?: CodeType;
  readonly doc?: string;
}

export function emissionOf(program: Program, fractional: ReadonlySet<Id>, kernels: MadeFor | null): Emission {
  const functions = naming(namesOfEveryEvaluator);
  const kept = rememberedTerms(program);
  const answers = new Map<string, boolean>();
  let places = 0;
  return {
    program,
    forms: formsOf(program, fractional),
    signatures: signaturesOf(program),
    ...kindsOfNames(program),
    ...thingsOf(program),
    ...membersOfSpaces(),
    ...constantsOf(functions),
    ...functionsOf(functions),
    ...usesOfRuntime(),
    ...numberedNames(),
    ...madeFor(kernels),
    localName: (wish) => functions.nameOf(`local ${wish}`, wish),
    isKept: (term) => kept.has(term),
    remembered: (key, ask) => {
      const answer = answers.get(key) ?? ask();
      answers.set(key, answer);
      return answer;
    },
    nextPlace: () => (places += 1),
  };
}

function kindsOfNames(program: Program): Pick<Emission, "kinds" | "kindsIn"> {
  const byRule = new Map<Id, NamedKinds>();
  return {
    kinds: namedKinds(program, null),
    kindsIn: (rule) => {
      const found = byRule.get(rule.id) ?? namedKinds(program, rule);
      byRule.set(rule.id, found);
      return found;
    },
  };
}

type Things = Pick<Emission, "field" | "term" | "value" | "measured" | "question" | "register">;

function thingsOf({ fields, terms, values, measured, questions, registers }: Program): Things {
  return {
    field: finder(fields),
    term: finder(terms),
    value: finder(values),
    measured: finder(measured),
    question: finder(questions),
    register: finder(registers),
  };
}

function membersOfSpaces(): Pick<Emission, "memberOf" | "membersOf"> {
  const spaces = new Map<Space, { readonly naming: Naming; readonly members: Map<Id, string> }>();
  return {
    memberOf: (space, id, wish) => {
      const ofSpace = spaces.get(space) ?? { naming: naming([]), members: new Map<Id, string>() };
      spaces.set(space, ofSpace);
      const document = id.slice(0, id.indexOf("."));
      const own = ofSpace.naming.nameOf(id, wish, `${camelCase(document)}${pascalCase(wish)}`);
      ofSpace.members.set(id, own);
      return own;
    },
    membersOf: (space) => [...(spaces.get(space)?.members ?? [])].map(([id, own]) => ({ id, name: own })),
  };
}

function constantsOf(functions: Naming): Pick<Emission, "hoisted" | "hoistedStatements"> {
  const made = new Map<string, { readonly code: Code; readonly statement: Statement }>();
  return {
    hoisted: (key, wish, { value, type, doc }) => {
      const known = made.get(key);
      if (known !== undefined) return known.code;
      const own = functions.nameOf(`constant ${key}`, wish, `the${pascalCase(wish)}`);
      const statement = constant({ name: own, value, type: type ?? null, doc: doc ?? null });
      made.set(key, { code: name(own), statement });
      return name(own);
    },
    hoistedStatements: () => [...made.values()].map(({ statement }) => statement),
  };
}

function functionsOf(functions: Naming): Pick<Emission, "declared" | "declaredFor" | "declaredStatements"> {
  const begun = new Set<string>();
  const written: Statement[] = [];
  const declare = (key: string, own: string, write: (name: string) => Statement): string => {
    if (begun.has(key)) return own;
    begun.add(key);
    written.push(write(own));
    return own;
  };
  return {
    declared: (key, wish, write) => declare(key, functions.nameOf(`function ${key}`, wish), write),
    declaredFor: (key, document, wish, write) =>
      declare(key, functions.nameOf(key, wish, `${camelCase(document)}${pascalCase(wish)}`), write),
    declaredStatements: () => written,
  };
}

function usesOfRuntime(): Pick<Emission, "use" | "usedOfRuntime"> {
  const used = new Set<string>();
  return {
    use: (wanted) => {
      used.add(wanted);
      return wanted;
    },
    usedOfRuntime: () => [...used].sort((a, b) => (a < b ? -1 : 1)),
  };
}

function numberedNames(): Pick<Emission, "nameNumber" | "names"> {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  return {
    nameNumber: (written) => {
      const known = numbers.get(written);
      if (known !== undefined) return known;
      numbers.set(written, names.length);
      return names.push(written) - 1;
    },
    names: () => names,
  };
}

type Making = Pick<Emission, "hasKernels" | "fixedReading" | "chosenReadings" | "isPutTogether" | "hasNoColumn">;

function madeFor(kernels: MadeFor | null): Making {
  return {
    hasKernels: kernels !== null,
    fixedReading: (question) => kernels?.readings.get(question),
    chosenReadings: kernels?.chosen ?? new Map(),
    isPutTogether: kernels?.isPutTogether ?? false,
    hasNoColumn: (field) => kernels?.absent.has(field) ?? false,
  };
}

/** A call of a function of the runtime. */
export function library(emission: Emission, callee: RuntimeName, ...args: readonly Code[]): Code {
  return call(emission.use(callee), ...args);
}

/** A constant of the runtime. */
export function libraryName(emission: Emission, constantName: RuntimeName): Code {
  return name(emission.use(constantName));
}

/** A payer code or a text, as the number that stands for it. */
export function nameCode(emission: Emission, written: string, shown: string): Code {
  const wish = `text${pascalCase(shown)}`.slice(0, 40);
  return emission.hoisted(`name ${written}`, wish, { value: number(emission.nameNumber(written)), doc: written });
}

/** A choice, as its place in the vocabulary. */
export function choiceCode(emission: Emission, field: Field, code: string): Code {
  const place = field.choices.findIndex((choice) => choice.code === code);
  const wish = `${camelCase(field.code)}${pascalCase(code)}`;
  return emission.hoisted(`choice ${field.id} ${code}`, wish, { value: number(place) });
}

export function factPath(emission: Emission, field: Field): Code {
  return path("run", "facts", emission.memberOf("facts", field.id, camelCase(field.code)));
}

function finder<T extends { readonly id: Id }>(things: readonly T[]): (id: Id) => T {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  return (id) => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`Nothing in the program is called ${id}.`);
    return found;
  };
}
