import { basename, join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import * as runtime from "@avtal/runtime/runtime";
import { agreement, completed, perEpisode, programOf, rounded, stay } from "../../../test/meaning/run-text.ts";
import { compileFolder } from "../../../test/harness/compile-folder.ts";
import { expectGolden } from "../../../test/harness/golden.ts";
import { checkGenerated } from "./generated-seal.ts";
import { typeScriptModule } from "./module.ts";

const root = join(import.meta.dirname, "../../..");
const stockholm = compileFolder([join(root, "agreements")], "stockholm");
const modules = new Map([
  ["stockholm", typeScriptModule(stockholm, { compilerVersion: "0.1.0" })],
  ["jonkoping", typeScriptModule(compileFolder([join(root, "agreements")], "jönköping"), { compilerVersion: "0.1.0" })],
]);
const vocabulary = join(root, "test/problems/vocabulary");
const small = typeScriptModule(
  compileFolder([vocabulary, join(root, "test/conformance/cases/16-charge-in-steps")], "prov"),
  { compilerVersion: "0.1.0" },
);

const uses: readonly (readonly [string, string, readonly number[]])[] = [
  ["a reading that exists", 'evaluate(none, { readings: { faktor: "alla" } });', []],
  ["a reading that does not", 'evaluate(none, { readings: { faktor: "några" } });', [2322]],
  ["a question that does not", 'evaluate(none, { readings: { faktorn: "alla" } });', [2561]],
  ["a wording that exists", 'evaluate(none, { wording: "2021-11-01" });', []],
  ["a wording that does not", 'evaluate(none, { wording: "2021-11-02" });', [2820]],
  ["an event with its date", 'evaluate(none, { events: { "it-stöd-psykiatri": "2021-03-01" } });', []],
  ["an event that does not exist", 'evaluate(none, { events: { "it-stöd": "2021-03-01" } });', [2353]],
  ["an exact value", 'evaluate(none, { values: { länsgenomsnitt: "1,74" } });', []],
  ["a number for a value", "evaluate(none, { values: { länsgenomsnitt: 1.74 } });", [2322]],
  ["a choice outside the vocabulary", 'evaluate([{ id: "a", care_type: "somatik" }]);', [2820]],
];
const start = 'import { evaluate, type Episode } from "./stockholm.ts";\nexport const none: Episode[] = [];\n';

/** Modules and uses beside each other are checked once, since most of that is reading the library. */
let checked: readonly Mistake[] | undefined;
const mistakes = (): readonly Mistake[] =>
  (checked ??= mistakesIn(
    new Map([...modules, ...uses.map(([, line], index) => [`use-${index}`, start + line] as const)]),
  ));

describe("the module of an agreement", () => {
  test("reads like code that one would sign", () => {
    expectGolden(join(import.meta.dirname, "golden/charge-in-steps.ts"), small);
  });

  test("compiles under strict, and imports only the runtime", () => {
    expect(mistakes().filter(({ file }) => !file.startsWith("use-"))).toEqual([]);
    for (const text of modules.values()) {
      expect([...text.matchAll(/from "([^"]+)"/g)].map((found) => found[1])).toEqual(["@avtal/runtime"]);
    }
  });

  test("is known when it has been edited (D07)", () => {
    expect(checkGenerated(small)).toBe(true);
    expect(checkGenerated(small.replace("1000", "1001"))).toBe(false);
    expect(checkGenerated(small.slice(small.indexOf("import")))).toBe(false);
  });

  test("is refused whole by a runtime of another form (D08)", () => {
    const form = `madeFor(${runtime.moduleFormat})`;
    expect(small).toContain(form);
    expect(() => loaded(small.replace(form, `madeFor(${runtime.moduleFormat + 1})`))).toThrow("AV7009");
  });

  test("has the same bytes each time", () => {
    expect(typeScriptModule(stockholm, { compilerVersion: "0.1.0" })).toBe(modules.get("stockholm"));
  });
});

describe("the types of a module", () => {
  test("hold wordings, readings, events, values and facts to what the agreement has", () => {
    const found = uses.map(([about], index) => [
      about,
      ...mistakes().flatMap(({ file, code }) => (file === `use-${index}` ? [code] : [])),
    ]);
    expect(found).toEqual(uses.map(([about, , codes]) => [about, ...codes]));
  });
});

describe("a module at work", () => {
  test("charges its episodes and explains a line", () => {
    const prov = loaded(small);
    const result = prov.evaluate([
      { id: "a", municipality: "0126", ready_notice_at: "2020-03-02T10:00", discharged_at: "2020-03-07T15:00" },
    ]);
    expect(result).toMatchObject({ kind: "completed", lines: [{ id: "0126-i-steg-a", amount: 350000n }] });
    expect(result.kind === "completed" && result.lines[0] && prov.explain(result.lines[0])).toEqual([
      "Huddinge, a: 3 500,00 kr",
      "prov.i-steg (5)",
      "första-dagar = 3 dagar",
      "senare-dagar = 2 dagar",
      "belopp = 3 500,00 kr",
    ]);
  });

  test("refuses an unreadable episode by number and column, and accounts for it", () => {
    const result = loaded(small).evaluate([{ id: "a", municipality: "9999", discharged_at: "i går" }]);
    expect(result.refusals.map(({ row, column }) => `${row} ${column}`)).toEqual(["1 municipality", "1 discharged_at"]);
    expect(result.kind === "completed" && result.accounting).toMatchObject({ recordsIn: 1, refused: 1 });
  });

  test("neither sees later changes of the host's objects nor lets its result be changed (D09)", () => {
    const episode = {
      id: "a",
      municipality: "0126",
      ready_notice_at: "2020-03-02T10:00",
      discharged_at: "2020-03-07T15:00",
    };
    const result = loaded(small).evaluate([episode]);
    episode.municipality = "0180";
    expect(result.kind === "completed" && result.lines[0]?.keys.payer.code).toBe("0126");
    expect(Object.isFrozen(result) && result.kind === "completed" && Object.isFrozen(result.lines[0]?.keys)).toBe(true);
  });

  test("names undecided episodes by what they lacked, whatever was evaluated before anybody asks", () => {
    const { evaluate } = loaded(modules.get("stockholm") ?? "");
    const options = { values: { tidsgräns: "1,3", "pris.dygnsbelopp": "9300" } };
    const told = [true, false, null];
    const drawn = (letter: string, turn: number): object[] =>
      Array.from({ length: 54 }, (_, index) => ({
        id: `${letter}${index}`,
        municipality: (index + turn) % 9 === 0 ? null : "0126",
        care_type: "somatic",
        admission_notice_at: "2022-03-01T10:00",
        ready_notice_at: "2022-03-02T13:00:00",
        discharged_at: "2022-03-09T15:00:00",
        care_contact_needed: told[(index + turn) % 3],
        care_contact: told[Math.floor(index / 3) % 3],
        sip_needed: told[Math.floor(index / 9) % 3],
        outpatient_unavailable: false,
      }));
    const [some, others] = [drawn("a", 0), drawn("b", 1)];
    const [asked, later] = [evaluate(some, options), evaluate(some, options)];
    const undecided = asked.kind === "completed" ? asked.undecided : [];
    const again = [evaluate(others, options), evaluate(others, options)].map((each) =>
      each.kind === "completed" ? each.undecided.length : 0,
    );
    expect(later.kind === "completed" && later.undecided).toEqual(undecided);
    expect(undecided.slice(0, 4).map(({ id, missing }) => [id, ...missing])).toEqual([
      ["a0", "municipality"],
      ["a9", "municipality"],
      ["a14", "care_contact_needed"],
      ["a15", "care_contact"],
    ]);
    expect(again[0]).toBe(again[1]);
  });

  test("adds amounts beyond what a float can hold to the öre, and says them as text (D06)", () => {
    const program = programOf(
      agreement(`regel stor
  enligt text 4
  gäller vårdtillfällen
  ${perEpisode}
  belopp = (summa av klara-dagar) * 1 000 000 kr/dygn * 1 000 000 * 1 000 + 0,01 kr
  ${rounded}`),
    );
    const result = completed(program, [stay("a", "2020-01-01", "2022-09-27")]);
    const [line] = result.lines;
    expect(line?.amount).toBe(1_000n * 10n ** 17n + 1n);
    expect(Number(line?.amount)).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
    expect(line === undefined ? "" : runtime.kronorText(line.amount)).toBe("1000000000000000000.01");
  });

  test.each([
    ["a number for an amount", { values: { taxa: 1.3 } }, "AV7004"],
    ["a reading that does not exist", { readings: { faktor: "alla" } }, "AV7004"],
    ["a wording that does not exist", { wording: "1999-01-01" }, "AV7004"],
  ])("refuses %s (D05)", (_, options, code) => {
    expect(() => loaded(small).evaluate([], options)).toThrow(code);
  });
});

interface Loaded {
  readonly evaluate: (episodes: readonly object[], options?: object) => runtime.EpisodesEvaluation;
  readonly explain: (line: runtime.InvoiceLine) => readonly string[];
}

/** The module as a host would run it: its types stripped by TypeScript, its one import handed in. */
function loaded(text: string): Loaded {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const exported: Partial<Loaded> = {};
  new Function("exports", "require", outputText)(exported, () => runtime);
  if (exported.evaluate === undefined || exported.explain === undefined) throw new Error("Not a module of ours.");
  return { evaluate: exported.evaluate, explain: exported.explain };
}

interface Mistake {
  readonly file: string;
  readonly code: number;
  readonly says: string;
}

/** What TypeScript says under strict of some files beside each other, with `@avtal/runtime` as in the repository. */
function mistakesIn(files: ReadonlyMap<string, string>): Mistake[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: ["avtal-source"],
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    types: [],
  };
  const paths = new Map([...files].map(([name, text]) => [join(root, "cli", `${name}.ts`), text]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (path) => paths.get(path) ?? readFile(path);
  host.fileExists = (path) => paths.has(path) || fileExists(path);
  host.getSourceFile = (path, version) => {
    const text = paths.get(path);
    return text === undefined ? getSourceFile(path, version) : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...paths.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, code, messageText }) => ({
    file: basename(file?.fileName ?? "", ".ts"),
    code,
    says: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}
