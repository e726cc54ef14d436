// What people write who have never programmed: each mistake is one problem, in the right place, and its fix mends it.
// Rule: a mistake is planted in a sample that is right, so that whatever else is reported would be noise.

import { describe, expect, test } from "vitest";
import type { Fix } from "../problem.ts";
import { parseFile } from "./from-text.ts";
import { plain, sample } from "./samples/samples.ts";

const right = sample("stockholm.avtal").text;
const expected = plain(parseFile({ path: "x", text: right }).tree);

interface Mistake {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly code: string;
  /** The marked text. */
  readonly at: string;
  /** True where the first fix gives back the sample's meaning. */
  readonly mended: boolean;
}

function mistake(what: string, from: string, to: string, code: string, at: string, mended = true): Mistake {
  return { what, from, to, code, at, mended };
}

const mistakes: readonly Mistake[] = [
  mistake("a decimal point", "1,3 dagar  ", "1.3 dagar  ", "AV1018", "1.3"),
  mistake("a point between thousands", "utskrivningsklara-dagar - 5 dagar; 0", "7.800 kr; 0", "AV1018", "7.800", false),
  mistake("a comma between thousands", "utskrivningsklara-dagar - 5 dagar; 0", "7,800 kr; 0", "AV1020", "7,800", false),
  mistake("A08 two numbers side by side", "1,3 dagar  ", "1 3 dagar  ", "AV1019", "1 3"),
  mistake("a clock time without kl.", "efter kl. 12.00", "efter 12.00", "AV1024", "12.00"),
  mistake("a clock time without minutes", "efter kl. 12.00", "efter kl. 12", "AV1023", "kl. 12"),
  mistake("a comma in a list", "(länsgenomsnitt; 2,0 dagar)", "(länsgenomsnitt, 2,0 dagar)", "AV1025", ","),
  mistake("a bare till", "2020-01-01 tills vidare", "2020-01-01 till 2022-01-01", "AV1026", "till", false),
  mistake("a misspelt comparison", "överskott överstiger 0", "överskott överstigar 0", "AV1030", "överstigar"),
  mistake("misspelt in its second word", "är minst 1 dag", "är mints 1 dag", "AV1030", "är mints"),
  mistake("misspelt in the middle", "i stället för genomsnitt", "i ställe för genomsnitt", "AV1030", "i ställe för"),
  mistake("a misspelt line", "följer utskrivningsdatum", "föjer utskrivningsdatum", "AV1030", "föjer"),
  mistake(
    "a misspelt line of two words",
    "betalas av debiteringsenhet",
    "betals av debiteringsenhet",
    "AV1030",
    "betals av",
  ),
  mistake("a bare från", "  från och med 2021-11-01: 1,3", "  från 2021-11-01: 1,3", "AV1030", "från"),
  mistake("a bare från with den", "  från och med 2021-11-01: 1,3", "  från den 2021-11-01: 1,3", "AV1030", "från den"),
  mistake("a bare från in the head", "gäller från och med 2020-01-01", "gäller från 2020-01-01", "AV1030", "från"),
  mistake("a misspelt statement", "regel genomsnitt", "regl genomsnitt", "AV1030", "regl"),
  mistake("a misspelt word of a citation", "enligt antagande", "enligt antagnde", "AV1030", "antagnde"),
  mistake("a misspelt end of a span", "(räknas)   ", "(räkans)   ", "AV1030", "(räkans)"),
  mistake("larger than", "överskott överstiger 0", "överskott större än 0", "AV1028", "större än"),
  mistake("is larger than", "överskott överstiger 0", "överskott är större än 0", "AV1028", "är större än"),
  mistake("the sign of larger than", "överskott överstiger 0", "överskott > 0", "AV1028", ">"),
  mistake("the sign of at least, after är", "är minst 1 dag", "är >= 1 dag", "AV1028", "är >="),
  mistake("a bare minst", "är minst 1 dag", "minst 1 dag", "AV1028", "minst"),
  mistake("two equals signs", "vårdform är psykiatrisk", "vårdform == psykiatrisk", "AV1028", "=="),
  mistake("an equals sign", "vårdform är psykiatrisk", "vårdform = psykiatrisk", "AV1029", "="),
  mistake("a missing colon", "2021-11-01: 1,3", "2021-11-01 1,3", "AV1035", ""),
  mistake("a missing end of a span", "dag-noll (räknas inte) till", "dag-noll till", "AV1027", "dag-noll", false),
  mistake(
    "a space in a name",
    "genomsnitt av utskrivningsklara-dagar\n",
    "genomsnitt av utskrivningsklara dagar\n",
    "AV1031",
    "utskrivningsklara dagar",
  ),
  mistake("a space in a new name", "begrepp dag-noll i", "begrepp dag noll i", "AV1031", "dag noll"),
  mistake("a keyword as a name", "begrepp dag-noll i", "begrepp när i", "AV1016", "när", false),
  mistake("a keyword as a step", "medeldagar       =", "antal       =", "AV1016", "antal", false),
  mistake("an English keyword as a name", "begrepp dag-noll i", "begrepp rule i", "AV1016", "rule", false),
  mistake("a unit as a name", "medeldagar - tidsgräns", "dagar - tidsgräns", "AV1016", "dagar", false),
  mistake("a missing parenthesis", "0 dagar)\n  när", "0 dagar\n  när", "AV1034", ""),
  mistake("an unclosed quote", 'citat "tolv (12) månader"', 'citat "tolv (12) månader', "AV1014", '"'),
  mistake("a minus without its second space", "medeldagar - tidsgräns", "medeldagar -tidsgräns", "AV1032", "-"),
  mistake("a minus without its first space", "medeldagar - tidsgräns", "medeldagar- tidsgräns", "AV1032", "-"),
  mistake("a section with a comma", "enligt ök 12.3 rubrik", "enligt ök 12,3 rubrik", "AV1021", "12,3"),
  mistake("a point with thousands", "punkt 1–3", "punkt 3 800", "AV1021", "3 800", false),
  mistake(
    "A13 a date that does not exist",
    "från och med 2020-11-01",
    "från och med 2020-11-31",
    "AV1022",
    "2020-11-31",
    false,
  ),
  mistake("A13 no leap year", "från och med 2020-11-01", "från och med 2027-02-29", "AV1022", "2027-02-29", false),
  mistake("a date without its zeros", "från och med 2020-11-01", "från och med 2020-11-1", "AV1022", "2020-11-1"),
  mistake("a month that does not exist", "är 2020-10", "är 2020-13", "AV1022", "2020-13", false),
  mistake(
    "A15 a rounding that does not say how",
    "ören, halva uppåt",
    "ören",
    "AV1038",
    "avrunda belopp till hela ören",
    false,
  ),
  mistake(
    "an annars in a requirement",
    "krävs fast-vårdkontakt-utsedd om vårdkontakt-behövs",
    "krävs a om b annars c",
    "AV1037",
    "annars",
    false,
  ),
  mistake(
    "a sign that means nothing",
    "debiteringsdagar * dygnsbelopp\n",
    "debiteringsdagar * dygnsbelopp!\n",
    "AV1013",
    "!",
    false,
  ),
  mistake("a code name with a hyphen", "kod ready_days", "kod ready-days", "AV1017", "ready-days"),
  mistake("a code name with Swedish letters", "kod ready_days", "kod klara_dagar_å", "AV1017", "klara_dagar_å", false),
  mistake("a foreign letter in a name", "begrepp dag-noll i", "begrepp dag-nøll i", "AV1015", "dag-nøll", false),
  mistake("no language", "språk sv\n", "", "AV1010", ""),
  mistake("half a language", "språk sv", "språk", "AV1010", "språk"),
  mistake("another language", "språk sv", "språk se", "AV1011", "se"),
  mistake("the other language", "språk sv", "språk en", "AV1042", "en"),
  mistake("a second head", "källa ök", 'överenskommelse x "y"\n\nkälla ök', "AV1012", "överenskommelse", false),
  mistake("a line of a rule in a condition", "  krävs fast-vård", "  när x\n  krävs fast-vård", "AV1039", "när", false),
  mistake("a value without its end", "= medeldagar - tidsgräns", "=", "AV1036", "", false),
  mistake("a statement without its name", "begrepp debiteringsenhet i", "begrepp i", "AV1036", "", false),
  mistake("a requirement of nothing", "krävs inskrivningsmeddelande finns", "krävs", "AV1036", "", false),
  mistake(
    "a value that nothing introduces",
    "värde tidsgräns i dagar",
    "tidsgräns i dagar",
    "AV1036",
    "tidsgräns",
    false,
  ),
  mistake("a rule that nothing introduces", "regel genomsnitt\n", "genomsnitt\n", "AV1036", "genomsnitt", false),
  mistake("two values without a sign", "medeldagar - tidsgräns", "medeldagar tidsgräns", "AV1033", "tidsgräns", false),
  mistake("a word that cannot stand there", "vald gällande preliminärt", "vald gällande prel", "AV1001", "prel", false),
  mistake(
    "an och that may belong to two things",
    "när överskott överstiger 0 dagar",
    "när 3 är högst antal vårdtillfällen där a och b",
    "AV1040",
    "och",
    false,
  ),
  mistake("half months", "12 månader", "1,5 månader", "AV1041", "1,5", false),
];

describe("each mistake is one problem", () => {
  test.each(mistakes)("$what", ({ from, to, code, at, mended }) => {
    expect(right).toContain(from);
    const text = right.replace(from, () => to);
    const { problems } = parseFile({ path: "x", text });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [problem] = problems;
    if (problem === undefined) return;
    expect(text.slice(problem.span.start, problem.span.end)).toBe(at);
    if (!mended) return;
    const [fix] = problem.fixes;
    expect(fix).toBeDefined();
    if (fix !== undefined) expect(plain(parseFile({ path: "x", text: applied(fix, text) }).tree)).toEqual(expected);
  });

  test("every fix of every mistake gives a text without that mistake", () => {
    for (const { from, to, what } of mistakes) {
      const text = right.replace(from, () => to);
      for (const fix of parseFile({ path: "x", text }).problems.flatMap((problem) => problem.fixes)) {
        expect(parseFile({ path: "x", text: applied(fix, text) }).problems, `${what}: ${fix.label.en}`).toEqual([]);
      }
    }
  });

  test("the same mistakes are told apart in English", () => {
    const english =
      'language en\nagreement x "X"\nrule r\n  follows d\n  when a greater than 1.3 days\n  amount = a -b\n';
    expect(parseFile({ path: "x", text: english }).problems.map((problem) => problem.code)).toEqual([
      "AV1028",
      "AV1018",
      "AV1032",
    ]);
  });
});

test("two mistakes in two lines are two problems", () => {
  const text = right
    .replace("föjer", "")
    .replace("följer utskrivningsdatum", "föjer utskrivningsdatum")
    .replace("- tidsgräns", "tidsgräns");
  expect(parseFile({ path: "x", text }).problems.map((problem) => problem.code)).toEqual(["AV1030", "AV1033"]);
});

test("messages speak both languages, in whole sentences and without the words of a compiler", () => {
  for (const { from, to } of mistakes) {
    for (const { headline, cause, advice } of parseFile({ path: "x", text: right.replace(from, () => to) }).problems) {
      for (const words of [headline, cause, advice]) {
        expect(words.sv + words.en).not.toMatch(/[Tt]oken|[Pp]arser|\bAST\b|[Ss]yntax|!(?!`)/);
        expect(words.sv).toMatch(/[.`]$/);
        for (const sentence of [...words.sv.split(/(?<=[.?]) /), ...words.en.split(/(?<=[.?]) /)]) {
          expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(26);
        }
      }
    }
  }
});

function applied(fix: Fix, text: string): string {
  const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text);
}
