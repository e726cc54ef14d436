// Names of sheets and tables as a workbook takes them.
// Rule: the same names give the same names; two sheets never have one, whatever the letters' case.

/** At most 31 signs, none of `[]:*?/\`, no apostrophe at either end, each once. */
export function sheetNames(wished: readonly string[]): readonly string[] {
  const used = new Set<string>(["history"]);
  return wished.map((wish) => {
    const plain = wish
      .replaceAll(/[[\]:*?/\\\u0000-\u001f]/g, "-")
      .replaceAll(/^'+|'+$/g, "")
      .trim();
    const base = plain === "" ? "Blad" : plain;
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? "" : ` ${number}`;
      const name = `${cut(base, longest - end.length)}${end}`;
      if (used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      return name;
    }
  });
}

const longest = 31;

/** Never through the middle of a sign that is two. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return (/[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short).trimEnd();
}

/** A table's name, for formulas of the reader's own: letters and digits; each once, since the sheets' names are. */
export function tableName(sheet: string, number: number): string {
  const plain = sheet.replaceAll(/[^\p{L}\p{N}]/gu, "_");
  return plain === sheet ? `Tabell_${plain}` : `Tabell_${plain}_${number}`;
}
