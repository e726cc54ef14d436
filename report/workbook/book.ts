// Sheets as the bytes of a workbook: parts of XML in a zip file, written row by row.
// Rule: no macro, no link, no day of today; nothing is cut, what does not fit on a sheet goes on with the next.

import { mostRows, type Rows, type Sheet } from "./sheet.ts";
import { sheetNames, tableName } from "./sheet-names.ts";
import { escapedXml, mainSpace, relationSpace, sheetXml, tableXml, xmlHead, type TextNumber } from "./sheet-xml.ts";
import { zipOf, type ZipEntry } from "./zip.ts";

/** `rowsOfASheet` counts the head. */
export async function bookOf(sheets: readonly Sheet[], rowsOfASheet = mostRows): Promise<Uint8Array> {
  return zipOf(entries(sheets.flatMap((sheet) => onSheets(sheet, rowsOfASheet))));
}

/** The same sheet on as many as its rows need: `Fakturarader`, `Fakturarader 2`. */
function onSheets({ name, columns, rows }: Sheet, rowsOfASheet: number): readonly SheetPart[] {
  const most = rowsOfASheet - 1;
  const many = Math.max(1, Math.ceil(rows.length / most));
  return Array.from({ length: many }, (_, at) => ({
    wish: at === 0 ? name : `${name} ${at + 1}`,
    columns,
    rows: many === 1 ? rows : stretchOf(rows, at * most, Math.min(rows.length, (at + 1) * most)),
  }));
}

function stretchOf(rows: Rows, from: number, until: number): Rows {
  return {
    length: until - from,
    *[Symbol.iterator]() {
      let at = 0;
      for (const row of rows) {
        if (at >= until) return;
        if (at >= from) yield row;
        at += 1;
      }
    },
  };
}

interface SheetPart {
  readonly wish: string;
  readonly columns: Sheet["columns"];
  readonly rows: Rows;
}

function* entries(parts: readonly SheetPart[]): Iterable<ZipEntry> {
  const names = sheetNames(parts.map(({ wish }) => wish));
  const { numberOf, texts } = sharedTexts();
  // A table needs a row, and heads that say what their column holds.
  const hasTable = parts.map(({ columns, rows }) => columns.length > 1 && rows.length > 0);
  yield { name: "[Content_Types].xml", contents: contentTypes(hasTable) };
  yield { name: "_rels/.rels", contents: relations([[`${relationSpace}/officeDocument`, "xl/workbook.xml"]]) };
  yield { name: "xl/workbook.xml", contents: workbookXml(names) };
  yield { name: "xl/_rels/workbook.xml.rels", contents: workbookRelations(parts.length) };
  yield { name: "xl/styles.xml", contents: [styles] };
  for (const [index, { columns, rows }] of parts.entries()) {
    const number = index + 1;
    const sheet = { columns, rows, hasTable: hasTable[index] === true, isFirst: index === 0 };
    yield { name: `xl/worksheets/sheet${number}.xml`, contents: sheetXml(sheet, numberOf) };
    if (!sheet.hasTable) continue;
    const table = tableXml(tableName(names[index] ?? "", number), number, columns, rows.length);
    const relation = relations([[`${relationSpace}/table`, `../tables/table${number}.xml`]]);
    yield { name: `xl/worksheets/_rels/sheet${number}.xml.rels`, contents: relation };
    yield { name: `xl/tables/table${number}.xml`, contents: [table] };
  }
  yield { name: "xl/sharedStrings.xml", contents: textsXml(texts) };
}

/** Texts that stand once each, numbered in the order in which they are met. */
function sharedTexts(): { readonly numberOf: TextNumber; readonly texts: ReadonlyMap<string, number> } {
  const texts = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  return { numberOf, texts };
}

function* textsXml(texts: ReadonlyMap<string, number>): Iterable<string> {
  yield `${xmlHead}<sst xmlns="${mainSpace}" uniqueCount="${texts.size}">`;
  for (const text of texts.keys()) yield `<si><t xml:space="preserve">${escapedXml(text)}</t></si>`;
  yield "</sst>";
}

function contentTypes(hasTable: readonly boolean[]): readonly string[] {
  const type = (part: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`;
  const override = (name: string, part: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${type(part)}"/>`;
  return [
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override("workbook", "sheet.main"),
    override("styles", "styles"),
    override("sharedStrings", "sharedStrings"),
    ...hasTable.map((_, index) => override(`worksheets/sheet${index + 1}`, "worksheet")),
    ...hasTable.flatMap((has, index) => (has ? [override(`tables/table${index + 1}`, "table")] : [])),
    "</Types>",
  ];
}

function workbookXml(names: readonly string[]): readonly string[] {
  const sheets = names.map((name, index) => {
    const number = index + 1;
    return `<sheet name="${escapedXml(name)}" sheetId="${number}" r:id="rId${number}"/>`;
  });
  return [
    `${xmlHead}<workbook xmlns="${mainSpace}" xmlns:r="${relationSpace}"><sheets>`,
    ...sheets,
    '</sheets><calcPr fullCalcOnLoad="1"/></workbook>',
  ];
}

function workbookRelations(sheets: number): readonly string[] {
  return relations([
    ...Array.from(
      { length: sheets },
      (_, index) => [`${relationSpace}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
    ),
    [`${relationSpace}/styles`, "styles.xml"],
    [`${relationSpace}/sharedStrings`, "sharedStrings.xml"],
  ]);
}

function relations(targets: readonly (readonly [type: string, target: string])[]): readonly string[] {
  const each = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return [
    `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`,
    ...each,
    "</Relationships>",
  ];
}

/** Plain, bold, and the formats in the order of `formatNumbers`. */
const styles = [
  `${xmlHead}<styleSheet xmlns="${mainSpace}"><numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.00"/>`,
  '<numFmt numFmtId="165" formatCode="0.######"/><numFmt numFmtId="166" formatCode="yyyy-mm-dd"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">',
  ...[0, 0, 164, 165, 3, 166].map(
    (format, index) =>
      `<xf numFmtId="${format}" fontId="${index === 1 ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  ),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join("");
