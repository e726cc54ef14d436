import { describe, expect, test } from "vitest";
import {
  array,
  binary,
  call,
  conditional,
  constant,
  name,
  number,
  object,
  path,
  returned,
  text,
  when,
} from "./code.ts";
import type { Code, Statement } from "./code.ts";
import { printJavaScript, printTypeScript } from "./print.ts";

const dayFunction: Statement = {
  kind: "function",
  name: "readyDays",
  parameters: [
    { name: "run", type: "Run" },
    { name: "record", type: "number" },
  ],
  returns: "number",
  body: [
    when(binary(name("record"), "<", number(0)), returned(number(0))),
    returned(call("daysBetween", path("run", "facts", "ready"), { kind: "word", word: "false" }, number(-2))),
  ],
  doc: "12.3: days from day zero.",
  exported: true,
};

test("a function is printed with types, comment and export in a module, and bare in a script", () => {
  expect(printTypeScript([dayFunction])).toBe(
    [
      "/** 12.3: days from day zero. */",
      "export function readyDays(run: Run, record: number): number {",
      "  if (record < 0) return 0;",
      "  return daysBetween(run.facts.ready, false, -2);",
      "}",
      "",
    ].join("\n"),
  );
  expect(printJavaScript([dayFunction])).toBe(
    [
      "function readyDays(run, record) {",
      "  if (record < 0) return 0;",
      "  return daysBetween(run.facts.ready, false, -2);",
      "}",
      "",
    ].join("\n"),
  );
});

test("what does not fit in 120 signs gets a line for each part, commas included", () => {
  const long = array(
    ["första", "andra", "tredje"].map((word) => object([{ name: "says", value: text(word.repeat(8)) }])),
  );
  expect(printTypeScript([constant({ name: "rows", type: "readonly Row[]", value: long })])).toBe(
    [
      "const rows: readonly Row[] = [",
      '  { says: "förstaförstaförstaförstaförstaförstaförstaförsta" },',
      '  { says: "andraandraandraandraandraandraandraandra" },',
      '  { says: "tredjetredjetredjetredjetredjetredjetredjetredje" },',
      "];",
      "",
    ].join("\n"),
  );
});

test("nested parts open one step further in each time", () => {
  const inner = call("and", call("isAtLeast", name("a".repeat(50)), number(1)), call("exists", name("b".repeat(50))));
  const outer = call("or", inner, conditional(name("c"), number(1), number(2)));
  expect(printTypeScript([returned(outer)])).toBe(
    [
      "return or(",
      "  and(",
      `    isAtLeast(${"a".repeat(50)}, 1),`,
      `    exists(${"b".repeat(50)}),`,
      "  ),",
      "  c ? 1 : 2,",
      ");",
      "",
    ].join("\n"),
  );
});

describe("brackets", () => {
  const a = name("a");
  const b = name("b");
  const c = name("c");
  const cases: readonly (readonly [string, Code])[] = [
    ["a - (b - c)", binary(a, "-", binary(b, "-", c))],
    ["a - b - c", binary(binary(a, "-", b), "-", c)],
    ["(a + b) * c", binary(binary(a, "+", b), "*", c)],
    ["(a ?? b) || c", binary(binary(a, "??", b), "||", c)],
    ["(a ? b : c) + a", binary(conditional(a, b, c), "+", a)],
    ["!(a && b)", { kind: "not", of: binary(a, "&&", b) }],
  ];
  test.each(cases)("%s", (printed, code) => {
    expect(printJavaScript([{ kind: "run", value: code }])).toBe(`${printed};\n`);
  });
});

describe("an author's words are inert (A20, A21)", () => {
  const hostile = [
    "`${process.exit()}`",
    "*/ process.exit() /*",
    "</script><script>alert(1)</script>",
    "<!-- -->",
    "a\"b\\c'd",
    "line\nline\r\u2028\u2029",
    "\u202Eright to left\u2066",
    "lone \uD800 surrogate",
    "\u0000",
    "${x}",
  ];
  test.each(hostile)("%j as a literal means itself and nothing else", (words) => {
    const script = printJavaScript([returned(text(words))]);
    expect(new Function(script)()).toBe(words);
    expect(script).not.toMatch(/<\/|<!|[\u2028\u2029\u202E\u2066\u0000]/);
    expect(script.split("\n")).toHaveLength(2);
  });

  test.each(hostile)("%j as a comment ends where the comment ends", (words) => {
    const module = printTypeScript([{ ...dayFunction, doc: words }]);
    const withoutComment = module.replace(/^\/\*\*[^]*?\*\//, "").trimStart();
    expect(withoutComment.startsWith("export function readyDays")).toBe(true);
    expect(module).not.toMatch(/<\/|<!|[\u2028\u2029\u202E\u2066\u0000]/);
  });

  test("`__proto__` as a key is a key", () => {
    const script = printJavaScript([returned(object([{ name: "__proto__", value: number(1) }]))]);
    expect(Object.keys(new Function(script)() as object)).toEqual(["__proto__"]);
  });
});

test("a number that is no safe integer cannot be printed", () => {
  for (const value of [1.3, Number.NaN, -0, 2 ** 53]) {
    expect(() => printJavaScript([returned(number(value))])).toThrow(RangeError);
  }
});
