// Every repair that is offered for a known mistake takes the mistake away, and leaves a text that is laid out in one way.
// The mistakes are those of test/problems, one folder each, and those that officers make most.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { convertFile, formatFile } from "@avtal/compiler/format/format";
import { repairsOf, type RepairOf } from "@avtal/compiler/ide/actions";
import { analyse, meaningOf, type Analysis } from "@avtal/compiler/ide/analysis";
import { isError, type Problem } from "@avtal/compiler/problem";
import type { Workspace } from "@avtal/compiler/workspace";
import { filesBelow, folderWorkspace } from "../harness/folder-workspace.ts";
import { applyFix } from "../harness/problem-text.ts";
import { root } from "./editor-client.ts";
import { smallAgreement, smallSource } from "./small-folder.ts";

const mistakes = join(root, "test/problems");
const folders = readdirSync(mistakes).filter((name) => /^AV\d{4}-/.test(name));

function workspaceOf(name: string): Workspace {
  const folder = join(mistakes, name);
  const own = filesBelow(folder).some(
    (path) => path.endsWith(".avtal") && /^ordlista /m.test(readFileSync(path, "utf8")),
  );
  const sources = join(folder, "källor");
  return folderWorkspace(own ? [folder] : [join(mistakes, "vocabulary"), folder], {
    without: ["fixed.avtal"],
    ...(existsSync(sources) ? { sources } : {}),
  });
}

function problemsOf(analysis: Analysis): readonly Problem[] {
  return [...analysis.problems, ...meaningOf(analysis).problems];
}

function repaired({ fix }: RepairOf, workspace: Workspace): Workspace {
  return {
    ...workspace,
    files: workspace.files.map(({ path, text }) => ({ path, text: applyFix(fix, path, text) })),
    registers: new Map([...workspace.registers].map(([path, text]) => [path, applyFix(fix, path, text)])),
  };
}

/** The repair takes its own problem away, brings no mistake of syntax, and the text has one layout. */
function expectSound(repair: RepairOf, workspace: Workspace): void {
  const { problem, fix } = repair;
  const after = repaired(repair, workspace);
  const analysis = analyse(after, undefined);
  const left = problemsOf(analysis).filter(
    ({ code, headline }) => code === problem.code && headline.sv === problem.headline.sv,
  );
  expect(left, fix.label.sv).toEqual([]);
  const before = new Set(problemsOf(analyse(workspace, undefined)).map(({ code }) => code));
  const syntax = analysis.problems.filter(({ code }) => code.startsWith("AV1") && !before.has(code));
  expect(
    syntax.map(({ code, headline }) => `${code} ${headline.en}`),
    fix.label.sv,
  ).toEqual([]);
  for (const label of [fix.label.sv, fix.label.en]) expect(label.trim()).not.toBe("");
  for (const file of new Set(fix.edits.map(({ span }) => span.file))) {
    const text = after.files.find(({ path }) => path === file)?.text;
    const tidy = text === undefined ? undefined : formatFile({ path: file, text });
    if (tidy !== undefined) expect(formatFile({ path: file, text: tidy })).toBe(tidy);
  }
}

/** Codes that a repair is offered for, from the mistakes of test/problems. */
const repairable = folders.filter((name) => {
  const analysis = analyse(workspaceOf(name), undefined);
  const problems = problemsOf(analysis).filter(({ code }) => code === name.slice(0, 6));
  return repairsOf(problems, analysis).length > 0;
});

describe("each repair of a known mistake", () => {
  test.each(repairable)("%s: takes it away, in one layout", (name) => {
    const workspace = workspaceOf(name);
    const analysis = analyse(workspace, undefined);
    const [problem] = problemsOf(analysis).filter(({ code }) => code === name.slice(0, 6));
    for (const repair of repairsOf(problem === undefined ? [] : [problem], analysis)) expectSound(repair, workspace);
  });

  test.each([
    ...["AV1018", "AV1026", "AV1009", "AV3041", "AV5002", "AV2001", "AV4001", "AV4010", "AV3500", "AV4002", "AV4005"],
    ...["AV5007", "AV5004", "AV2006", "AV6001", "AV6055", "AV3043", "AV3044", "AV3047", "AV5001", "AV3001", "AV2003"],
  ])("%s has one", (code) => {
    expect(repairable.map((name) => name.slice(0, 6))).toContain(code);
  });
});

/** The same mistakes in files with English keywords; a mistake of syntax is made in one table alone. */
describe("each repair of a known mistake in English", () => {
  /** A word of one table that is misspelt there is no word of the other. */
  const ofOneTable: readonly string[] = ["AV2001-days-that-nothing-gives"];
  const inEnglish = repairable.flatMap((name) => {
    if (ofOneTable.includes(name)) return [];
    const workspace = workspaceOf(name);
    const files = workspace.files.flatMap(({ path, text }) => {
      const converted = convertFile({ path, text }, "en");
      return converted === undefined ? [] : [{ path, text: converted }];
    });
    return files.length < workspace.files.length ? [] : [{ name, workspace: { ...workspace, files } }];
  });

  test.each(inEnglish)("$name: takes it away, with English words", ({ name, workspace }) => {
    const analysis = analyse(workspace, undefined);
    const [problem] = problemsOf(analysis).filter(({ code }) => code === name.slice(0, 6));
    const repairs = repairsOf(problem === undefined ? [] : [problem], analysis);
    expect(repairs).not.toEqual([]);
    for (const repair of repairs) expectSound(repair, workspace);
  });

  test("most of them can be made there", () => {
    expect(inEnglish.length).toBeGreaterThan(repairable.length / 2);
  });
});

const path = "liten/2020-01-01.avtal";

function small(text: string): Workspace {
  return {
    files: [{ path, text }],
    registers: new Map(),
    sources: new Map([["ök.txt", smallSource]]),
    lock: undefined,
  };
}

/** The mistake as somebody writes it, the code, and what the chosen repair makes of it. */
const written: readonly (readonly [string, string, string, string, string])[] = [
  ["a decimal point", "1: 3 dagar", "1: 3.5 dagar", "AV1018", "3,5 dagar"],
  [
    "a date in words",
    "från och med 2023-01-01: 2",
    "från och med 1 november 2021: 2",
    "AV1001",
    "från och med 2021-11-01: 2",
  ],
  [
    "a date in short words",
    "från och med 2023-01-01: 2",
    "från och med 3 okt 2022: 2",
    "AV1001",
    "från och med 2022-10-03: 2",
  ],
  ["a bare `till`", "tills vidare", "till 2030-01-01", "AV1026", "till och med 2030-01-01"],
  ["a number without its unit", ": 3 dagar", ": 3", "AV3041", ": 3 dagar"],
  ["a quote with a slip", '"3 kalenderdagar"', '"3 kalendrdagar"', "AV5002", '"3 kalenderdagar"'],
  ["a section that is not there", "ök 2.1 citat", "ök 2.9 citat", "AV5004", "ök 2.1 citat"],
  ["a misspelt name", "- frist om", "- frsit om", "AV2001", "- frist om"],
  ["turned digits", "SFS 2017:612", "SFS 2017:162", "AV5007", "SFS 2017:612"],
  ["another kind than is given", "frist i dagar", "frist i kr", "AV3001", "frist i dagar"],
];

describe("mistakes as officers write them", () => {
  test.each(written)("%s is put right", (_, right, wrong, code, after) => {
    const workspace = small(smallAgreement.replace(right, wrong));
    const analysis = analyse(workspace, undefined);
    const problems = problemsOf(analysis).filter((problem) => problem.code === code);
    const [repair] = repairsOf(problems, analysis);
    if (repair === undefined)
      expect.fail(
        `No repair: ${problemsOf(analysis)
          .map((each) => each.code)
          .join(" ")}`,
      );
    expect(repaired(repair, workspace).files[0]?.text).toContain(after);
  });

  test.each([
    ["curly quotation marks", 'källa ök "Källan"', "källa ök ”Källan”"],
    ["hard spaces", "frist i dagar", "frist\u00a0i\u00a0dagar"],
  ])("%s are no problem, and tidied by the layout", (_, tidy, pasted) => {
    const text = smallAgreement.replace(tidy, pasted);
    expect(analyse(small(text), undefined).problems.filter(isError)).toEqual([]);
    expect(formatFile({ path, text })).toBe(formatFile({ path, text: smallAgreement }));
  });

  test("words that stand nowhere get the three places of the source that come nearest", () => {
    const text = smallAgreement.replace('citat "3 kalenderdagar"', 'citat "Gränsen är sju arbetsdagar efter beskedet"');
    const analysis = analyse(small(text), undefined);
    const repairs = repairsOf(
      analysis.problems.filter(({ code }) => code === "AV5002"),
      analysis,
    );
    expect(repairs.length).toBeGreaterThanOrEqual(1);
    expect(repairs.length).toBeLessThanOrEqual(3);
    for (const repair of repairs) expectSound(repair, small(text));
  });

  test("a name that comes near another is put right first, and may be declared all the same", () => {
    const text = smallAgreement.replace("- frist om", "- frsit om");
    const analysis = analyse(small(text), undefined);
    const repairs = repairsOf(
      analysis.problems.filter(({ code }) => code === "AV2001"),
      analysis,
    );
    expect(repairs.map(({ fix, only }) => [fix.label.sv, only])).toEqual([
      ["Skriv `frist`", true],
      ["Förklara `frsit` som ett begrepp", false],
    ]);
    for (const repair of repairs) expectSound(repair, small(text));
  });

  test("an event without words from a source is said to be assumed", () => {
    const text = smallAgreement.replace("\nstatistik", '\nhändelse it-stöd "IT" inträffade 2021-01-01\n\nstatistik');
    const analysis = analyse(small(text), undefined);
    const repairs = repairsOf(
      analysis.problems.filter(({ code }) => code === "AV5001"),
      analysis,
    );
    expect(repairs).toHaveLength(1);
    for (const repair of repairs) expectSound(repair, small(text));
  });
});

describe("two rules of which one begins later", () => {
  const name = "AV3500-rules-that-meet";

  /** The mistake with the validity of each rule; in the repaired text stands what the first then says. */
  test.each([
    ["says nothing of its days", "", "  till och med 2021-10-31\n"],
    ["only begins", "  från och med 2020-02-01\n", "  från och med 2020-02-01 till och med 2021-10-31\n"],
    [
      "goes on until further notice",
      "  från och med 2020-02-01 tills vidare\n",
      "  från och med 2020-02-01 till och med 2021-10-31\n",
    ],
    ["ends too late", "  till och med 2022-12-31\n", "  till och med 2021-10-31\n"],
  ])("the one that %s ends the day before", (_, validity, after) => {
    const workspace = withValidity(workspaceOf(name), validity, "  från och med 2021-11-01\n");
    const [repair] = endings(workspace);
    if (repair === undefined) expect.fail("No repair ends the earlier rule.");
    expect(repair.fix.label.sv).toBe("Låt `grund` gälla till och med 2021-10-31");
    expectSound(repair, workspace);
    expect(
      repaired(repair, workspace)
        .files.map(({ text }) => text)
        .join(""),
    ).toContain(after);
  });

  test("none is ended where both begin on one day", () => {
    const day = "  från och med 2021-11-01\n";
    expect(endings(withValidity(workspaceOf(name), day, day))).toEqual([]);
  });

  function endings(workspace: Workspace): readonly RepairOf[] {
    const analysis = analyse(workspace, undefined);
    const problems = problemsOf(analysis).filter(({ code }) => code === "AV3500");
    return repairsOf(problems, analysis).filter(({ fix }) => fix.label.sv.startsWith("Låt "));
  }
});

/** Writes the lines of validity into the first and the second rule. */
function withValidity(workspace: Workspace, first: string, second: string): Workspace {
  const files = workspace.files.map(({ path, text }) => {
    const [head = "", one, two] = text.split(/^(?=regel )/m);
    if (one === undefined || two === undefined) return { path, text };
    const said = (rule: string, line: string): string =>
      rule.replace("  gäller vårdtillfällen", `${line}  gäller vårdtillfällen`);
    return { path, text: head + said(one, first) + said(two, second) };
  });
  return { ...workspace, files };
}
