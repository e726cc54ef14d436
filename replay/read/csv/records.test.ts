import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eachCsvRecord, fieldText, greatestRecord, type CsvFault } from "./records.ts";

/** Records of a text that arrives `step` bytes at a time. */
function recordsOf(text: string | Buffer, step = 7): { rows: string[][]; fault: CsvFault | undefined } {
  const bytes = Buffer.from(text);
  let position = 0;
  const rows: string[][] = [];
  const { fault } = eachCsvRecord(
    (into, start) => {
      const read = bytes.copy(into, start, position, position + step);
      position += read;
      return read;
    },
    ";",
    0,
    (record) => {
      rows.push(Array.from({ length: record.fields }, (_, field) => fieldText(record, field)));
      return true;
    },
  );
  return { rows, fault };
}

describe("C07: fields by RFC 4180", () => {
  test("a quoted field may hold separators, line breaks and doubled quotation marks", () => {
    expect(recordsOf('a;"b;\r\n""c""";d\n').rows).toEqual([["a", 'b;\r\n"c"', "d"]]);
  });

  test("NUL is refused, quoted or not", () => {
    expect(recordsOf("a;b\nc;\0\n").fault).toEqual({ kind: "control-character", row: 2, offset: 6 });
    expect(recordsOf('a;b\n"c\0";d\n').fault).toEqual({ kind: "control-character", row: 2, offset: 6 });
  });

  test("a lone carriage return is refused", () => {
    expect(recordsOf("a;b\rc;d\n").fault).toEqual({ kind: "lone-carriage-return", row: 1, offset: 3 });
  });

  test("CRLF and LF end a record alike", () => {
    expect(recordsOf("a;b\r\nc;d\n").rows).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  test("a quotation mark inside a plain field, or text after a closing one, ends the reading there", () => {
    expect(recordsOf('a;b\nc;5" rör\n').fault).toEqual({ kind: "quote-inside", row: 2, field: 1 });
    expect(recordsOf('a;b\n"c"d;e\n').fault).toEqual({ kind: "text-after-quote", row: 2, field: 0 });
  });
});

test("C05: a quotation mark that is never closed is reported on its own row, however much follows", () => {
  const text = `a;b\nc;d\ne;"f\n${"g;h\n".repeat(greatestRecord / 2)}`;
  expect(recordsOf(text, 65_536).fault).toEqual({ kind: "quote-open", row: 3, field: 1 });
  expect(recordsOf('a;b\nc;d\ne;"f\n').fault).toEqual({ kind: "quote-open", row: 3, field: 1 });
});

test("C08: a record without end is refused before more memory is taken", () => {
  expect(recordsOf(`a;b\n${"x".repeat(greatestRecord * 5)}`, 65_536).fault).toEqual({ kind: "row-too-long", row: 2 });
  expect(recordsOf(`a\n${";".repeat(1_500)}\n`, 65_536).fault).toEqual({ kind: "too-many-fields", row: 2 });
});

test("C04: bytes that are not UTF-8 are found with their row and place", () => {
  expect(recordsOf(Buffer.from("a;å\nb;ö\n", "latin1")).fault).toEqual({ kind: "not-utf8", row: 1, offset: 2 });
  const mixed = Buffer.concat([Buffer.from("a;å\nhö;"), Buffer.from([0xc5, 0x6b]), Buffer.from("\n")]);
  expect(recordsOf(mixed).fault).toEqual({ kind: "not-utf8", row: 2, offset: 9 });
});

test("a blank line is no record, and rows keep their numbers", () => {
  expect(recordsOf('a;b\n\nc;"d"x\n').fault).toEqual({ kind: "text-after-quote", row: 3, field: 1 });
});

test("what is written by the rules is read as it was, in pieces of any size", () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom("a", "ö", "☃", "𝕏", ";", '"', "\n", "\r\n", " ") }),
    fc.constantFrom("", "x"),
  );
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 50 }), (rows, step) => {
      const text = rows.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(";")).join("\n");
      expect(recordsOf(`${text}\n`, step)).toEqual({ rows, fault: undefined });
    }),
  );
});

test.each([1, 65_536])("a record is too long by its bytes alone, whatever part of it comes at a time (%s)", (step) => {
  const text = (bytes: number): string => `a\n${"b;".repeat(3)}\n${"x".repeat(bytes)}\ny\n`;
  const whole = (bytes: number): CsvFault | undefined => recordsOf(text(bytes), step * 97).fault;
  expect(whole(greatestRecord - 1)).toBeUndefined();
  expect(whole(greatestRecord)).toEqual({ kind: "row-too-long", row: 3 });
});
