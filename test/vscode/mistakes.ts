// Ten mistakes as people make them in an agreement: a piece of a line of the small agreement, and what is typed instead.
// Rule: each has one problem, and its repair gives the line back.

export interface Mistake {
  readonly code: string;
  /** Stands once in the agreement. */
  readonly right: string;
  readonly wrong: string;
  /** What is underlined then. */
  readonly at: string;
}

export const mistakes: readonly Mistake[] = [
  { code: "AV1018", right: "2022-03-01: 1,3 dagar", wrong: "2022-03-01: 1.3 dagar", at: "1.3" },
  { code: "AV1028", right: "när överskott överstiger 0 dagar", wrong: "när överskott > 0 dagar", at: ">" },
  {
    code: "AV1030",
    right: "när överskott överstiger 0 dagar",
    wrong: "när överskott överstigr 0 dagar",
    at: "överstigr",
  },
  { code: "AV2001", right: "minsta av (gräns; länssnitt)", wrong: "minsta av (gräs; länssnitt)", at: "gräs" },
  { code: "AV3041", right: "överskott överstiger 0 dagar", wrong: "överskott överstiger 0", at: "0" },
  {
    code: "AV5002",
    right: "från dagen efter underrättelsen",
    wrong: "från dagen efter underättelsen",
    at: "underättelsen",
  },
  { code: "AV5009", right: "enligt text 2.1 citat", wrong: "enligt text 2.2 citat", at: "2.2" },
  { code: "AV2014", right: "använder nationell; pris", wrong: "använder nationel; pris", at: "nationel" },
  { code: "AV6002", right: "vald den-lägsta preliminärt", wrong: "vald den-lägst preliminärt", at: "den-lägst" },
  { code: "AV6050", right: "vald den-lägsta preliminärt motiv", wrong: "vald den-lägsta motiv", at: "den-lägsta" },
];

/** Where the mistake is made, from 1: its line, the column of the first sign of the place at fault, and the whole line. */
export interface Made {
  readonly line: number;
  readonly column: number;
  readonly typed: string;
}

export function withMistake(text: string, { right, wrong, at }: Mistake): Made {
  const lines = text.split("\n");
  const index = lines.findIndex((line) => line.includes(right));
  const line = lines[index];
  if (line === undefined) throw new Error(`The agreement has no line with ${right}.`);
  const typed = line.replace(right, wrong);
  return { line: index + 1, column: typed.indexOf(at, typed.indexOf(wrong)) + 1, typed };
}
