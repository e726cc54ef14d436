// What became of every case as JUnit XML: a suite for each file, a test case for each scenario and wording.
// Rule: no times and no host, so that the same outcome is the same file; every text escaped in one place.

import type { Lang, Words } from "./lang.ts";
import { caseName, isPassed, type CaseResult } from "../matrix/case-result.ts";
import type { Tested, TestedFile } from "../test-scenarios.ts";
import { mismatchWords, moreWords, statusWords } from "./case-words.ts";

export function junitXml({ files }: Tested, shown: (path: string) => string, lang: Lang): string {
  const results = files.flatMap((file) => file.results);
  const counts = `tests="${results.length}" failures="${results.filter((one) => !isPassed(one)).length}"`;
  const suites = files.map((file) => suite(file, shown, lang));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="avtal" ${counts}>\n${suites.join("")}</testsuites>\n`;
}

function suite({ path, results }: TestedFile, shown: (path: string) => string, lang: Lang): string {
  const failures = results.filter((one) => !isPassed(one)).length;
  const name = escaped(shown(path));
  const cases = results.map((result) => testCase(result, name, lang));
  return `  <testsuite name="${name}" tests="${results.length}" failures="${failures}" errors="0" skipped="0">\n${cases.join("")}  </testsuite>\n`;
}

function testCase(result: CaseResult, file: string, lang: Lang): string {
  const say = (words: Words): string => words[lang];
  const { scenario } = result.of;
  const name = escaped(`${scenario.name} · ${caseName(result.of)}`);
  const open = `    <testcase classname="${escaped(scenario.agreement)}" name="${name}" file="${file}"`;
  if (isPassed(result)) return `${open}/>\n`;
  const more = moreWords(result.more);
  const message = escaped(`${say(statusWords[result.status])}${more === "" ? "" : ` (${more})`}`);
  const body = escaped(mismatchWords(result).map(say).join("\n"));
  return `${open}>\n      <failure message="${message}" type="${result.status}">${body}</failure>\n    </testcase>\n`;
}

/** Also signs that XML 1.0 cannot hold are taken out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
