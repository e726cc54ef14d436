// The public TypeScript module of an agreement, put together by ts-morph: what a billing system compiles and imports.
// Rule: it imports only `@avtal/runtime`, and its first lines say from which text it came and what it holds.

import { IndentationText, NewLineKind, Project, QuoteKind } from "ts-morph";
import { moduleFormat } from "@avtal/runtime/module-format";
import { meaningHash } from "../../ir/meaning-hash.ts";
import type { Field, Program } from "../../ir/ir.ts";
import { sealed } from "./generated-seal.ts";
import { inertWords } from "./inert-text.ts";
import { call, constant, name, number, returned, type Code, type Statement } from "./code.ts";
import { library, type Emission } from "./emission.ts";
import { episodeReader } from "./episode-reader.ts";
import { anyRunOf } from "./kernel/made-for.ts";
import { printTypeScript } from "./print.ts";
import { programCode } from "./program-code.ts";
import { dataStatements, episodeStatement, groundsTable, scaleTable } from "./public-code.ts";

export interface ModuleContext {
  /** Version of the compiler that writes the module. */
  readonly compilerVersion: string;
}

export function typeScriptModule(program: Program, { compilerVersion }: ModuleContext): string {
  const hash = meaningHash(program);
  const { statements, emission, rulesAskForAll } = programCode(program, new Set(), anyRunOf(program));
  const fields = fieldsRead(program, emission);
  const format: Statement = { kind: "run", value: library(emission, "madeFor", number(moduleFormat)) };
  const written = printTypeScript([
    format,
    ...dataStatements(program, hash),
    episodeStatement(fields),
    ...publicFunctions(rulesAskForAll, emission),
    ...statements,
    ...publicTables(program, fields, emission),
  ]);
  const used = [...emission.usedOfRuntime(), ...typesOfEveryModule];

  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Double,
    },
  });
  const file = project.createSourceFile("module.ts", written);
  file.addImportDeclaration({
    moduleSpecifier: "@avtal/runtime",
    namedImports: (writer) => {
      writer.newLine();
      for (const own of [...new Set(used)].sort(byName)) writer.writeLine(`${own},`);
    },
  });
  return sealed(`// ${origin(program, hash)}\n// avtal ${compilerVersion}.\n`, file.getFullText());
}

const typesOfEveryModule = [
  "type IsoDate",
  "type EpisodesEvaluation",
  "type InvoiceLine",
  "type Supplied",
  "type StepGrounds",
  "type EpisodeReader",
  "type Reading",
  "type Stretch",
  "type Writers",
  "type HostChoices",
];

function origin({ documents, main }: Program, hash: string): string {
  const files = documents.find(({ name: own }) => own === main)?.files ?? [];
  const from = files.map((file) => inertWords(file)).join(", ");
  return `Written by avtal from ${from} (meaning ${hash}). Change that file, not this one.`;
}

/** In the vocabulary's order: the identity of a record, and every fact that the evaluator reads. */
function fieldsRead(program: Program, emission: Emission): readonly Field[] {
  const read = new Set(emission.membersOf("facts").map(({ id }) => id));
  return program.fields.filter((field) => field.unique || read.has(field.id));
}

function publicFunctions(rulesAskForAll: boolean, emission: Emission): readonly Statement[] {
  const options: Statement = {
    kind: "interface",
    name: "Options",
    extends: null,
    members: [
      option(
        "wording",
        "Wording | null",
        "The day whose text decides for every record; left out, each follows its own dates.",
      ),
      option("readings", "Readings", null),
      option("events", "Events", null),
      option("values", "Values", null),
    ],
    doc: "What a run decides beside the text.",
    exported: true,
  };
  const runOptions = library(emission, "runOptionsOf", name("options"), name("hostChoices"));
  const start: Code = {
    kind: "arrow",
    parameters: [{ name: "some", type: "Columns" }],
    returns: null,
    body: call("startRun", name("some"), name("decided")),
  };
  const lettingGo = library(emission, "evaluateLettingGo", name("rules"), name("columns"), start, name("letGo"));
  const columns = { name: "columns", type: "Columns" };
  // Who asks for figures over all records may do so even when a record is named.
  const overColumns: Code = {
    kind: "arrow",
    parameters: rulesAskForAll ? [columns] : [columns, { name: "letGo", type: "() => void" }],
    returns: null,
    body: rulesAskForAll ? call("evaluateRun", name("columns"), name("decided")) : lettingGo,
  };
  return [
    options,
    exportedFunction({
      name: "evaluate",
      parameters: [
        { name: "episodes", type: "readonly Episode[]" },
        { name: "options", type: "Options = {}" },
      ],
      returns: "EpisodesEvaluation",
      doc: "Invoice lines and an account of every episode, or what stopped the run. Throws a `Refusal` for a host's mistake.",
      body: [
        constant({ name: "decided", value: runOptions }),
        returned(library(emission, "evaluateEpisodes", name("episodeReader"), name("episodes"), overColumns)),
      ],
    }),
    exportedFunction({
      name: "evaluateColumns",
      parameters: [
        { name: "columns", type: "Columns" },
        { name: "options", type: "Options = {}" },
      ],
      returns: "Evaluation",
      doc: "The same over columns, without an object for each episode.",
      body: [returned(call("evaluateRun", name("columns"), runOptions))],
    }),
    exportedFunction({
      name: "explain",
      parameters: [{ name: "line", type: "InvoiceLine" }],
      returns: "readonly string[]",
      doc: "Why a line is what it is: each step with its number, its clause and the quoted words, in Swedish.",
      body: [returned(library(emission, "explainLine", name("line"), name("stepGrounds")))],
    }),
  ];
}

/** What the public functions read: below the evaluator, whose registers they name. */
function publicTables(program: Program, fields: readonly Field[], emission: Emission): readonly Statement[] {
  return [
    constant({ name: "episodeReader", type: "EpisodeReader<Episode>", value: episodeReader(fields, emission) }),
    constant({
      name: "hostChoices",
      type: "HostChoices",
      value: {
        kind: "object",
        entries: [
          { name: "wordings", value: name("wordings") },
          { name: "scaleOf", value: scaleTable(program) },
        ],
      },
    }),
    constant({ name: "stepGrounds", type: "StepGrounds", value: groundsTable(program) }),
  ];
}

function option(own: string, type: string, doc: string | null) {
  return { name: own, type, optional: true, mutable: false, doc };
}

function exportedFunction(made: Omit<Statement & { readonly kind: "function" }, "kind" | "exported">): Statement {
  return { kind: "function", exported: true, ...made };
}

/** Values before types of the same name would not matter; by name alone, so that imports are easy to read. */
function byName(a: string, b: string): number {
  const [left, right] = [a.replace("type ", ""), b.replace("type ", "")];
  return left < right ? -1 : left > right ? 1 : 0;
}
