import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ratio } from "@avtal/runtime/ratio";
import type { Ore } from "@avtal/runtime/result";
import { inFolder } from "../../test/harness/data-file.ts";
import { joined } from "../pieces.ts";
import { correctionOf } from "./correction.ts";
import { filesOfCorrection, type Corrected } from "./correction-files.ts";
import type { InvoicedLine } from "./invoiced-line.ts";
import { linesOfResult } from "./lines-of-result.ts";

function line(id: string, ore: bigint, more: Partial<InvoicedLine> = {}): InvoicedLine {
  return {
    id,
    payer: { code: "0126", name: "Huddinge" },
    payee: "Region Stockholm",
    invoicer: null,
    document: "stockholm",
    rule: "genomsnitt",
    clause: "12.3",
    period: "2022-03",
    part: null,
    episode: null,
    others: [],
    quantity: ratio(ore, 930_000n),
    unit: "dagar",
    unitPrice: ratio(930_000n),
    amount: ore as Ore,
    ...more,
  };
}

const kinds = (before: readonly InvoicedLine[], after: readonly InvoicedLine[]): readonly string[] =>
  correctionOf(before, after).lines.map((one) => `${one.kind} ${one.line.id} ${one.line.amount}`);

describe("G08: a correction", () => {
  test("credits the old line and debits the new one, and leaves alone what is the same", () => {
    const before = [line("a", 100n), line("b", 200n), line("c", 300n)];
    expect(kinds(before, [line("a", 100n), line("b", 250n), line("d", 400n)])).toEqual([
      "credit b 200",
      "debit b 250",
      "credit c 300",
      "debit d 400",
    ]);
  });

  test("is made where the same amount is another payer's, and not where only the clause is cited otherwise", () => {
    const other = { payer: { code: "0127", name: "Botkyrka" } };
    expect(kinds([line("a", 100n)], [line("a", 100n, other)])).toEqual(["credit a 100", "debit a 100"]);
    expect(correctionOf([line("a", 100n)], [line("a", 100n, other)]).payers).toEqual([
      { payer: { code: "0126", name: "Huddinge" }, credited: -100n, debited: 0n },
      { payer: { code: "0127", name: "Botkyrka" }, credited: 0n, debited: 100n },
    ]);
    expect(kinds([line("a", 100n)], [line("a", 100n, { clause: "12.3 punkt 1" })])).toEqual([]);
  });

  test("leads from any old total to any new one, and back with every sign turned", () => {
    const lines = fc.uniqueArray(
      fc.record({ id: fc.constantFrom(..."abcdefgh"), ore: fc.bigInt(-1000n, 1000n), code: fc.constantFrom("1", "2") }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    const made = (some: readonly { id: string; ore: bigint; code: string }[]): InvoicedLine[] =>
      some.map(({ id, ore, code }) => line(id, ore, { payer: { code, name: code } }));
    fc.assert(
      fc.property(lines, lines, (old, now) => {
        const there = correctionOf(made(old), made(now));
        const back = correctionOf(made(now), made(old));
        expect(there.before.amount + there.credited.amount + there.debited.amount).toBe(there.after.amount);
        expect(back.difference).toBe(-there.difference);
        expect(there.unchanged).toEqual(back.unchanged);
      }),
    );
  });

  test("as a file names the run of each row, and a credit is negative in quantity and amount", () => {
    const superseded = { folder: "ut", run: "gammal", manifestSha256: "m", dataSha256: "d", lines: [] };
    const correction = correctionOf([line("a", 930_000n)], [line("a", 465_000n)]);
    const corrected: Corrected = { superseded, correction, run: "ny", perPayer: true };
    const files = new Map(
      filesOfCorrection(corrected).map(({ name, contents }) => [
        name,
        contents instanceof Uint8Array ? "" : joined(contents),
      ]),
    );
    expect([...files.keys()]).toEqual([
      "correction.json",
      "correction.csv",
      "rattelse.csv",
      "betalare/rattelse-0126.csv",
    ]);
    const [, credit = "", debit = ""] = (files.get("correction.csv") ?? "").split("\n");
    expect(credit).toMatch(/^"a","0126","Huddinge","credit","gammal",.*,-1\.000000,-1,1,"dagar",9300\.00,-9300\.00$/);
    expect(debit).toMatch(/^"a","0126","Huddinge","debit","ny",.*,0\.500000,1,2,"dagar",9300\.00,4650\.00$/);
    expect(files.get("rattelse.csv")).toContain('"kredit"');
    expect(JSON.parse(files.get("correction.json") ?? "")).toMatchObject({
      supersedes: { run: "gammal", total: { lines: 1, amount: "9300.00" } },
      run: "ny",
      total: { lines: 1, amount: "4650.00" },
      difference: "-4650.00",
    });
  });
});

test("lines that are not as we write them make the whole result none of ours", async () => {
  const strangers = [
    { formatVersion: 1, lines: [{ id: "a" }], groups: [] },
    { formatVersion: 2, lines: [], groups: [] },
  ];
  for (const result of [...strangers, "text"]) {
    expect(await ofText(JSON.stringify(result, null, 2))).toBeUndefined();
  }
  expect(await ofText(JSON.stringify({ formatVersion: 1, lines: [], groups: [] }, null, 2))).toEqual([]);
});

async function ofText(text: string): Promise<readonly InvoicedLine[] | undefined> {
  return inFolder((folder) => {
    const path = join(folder, "result.json");
    writeFileSync(path, text);
    return linesOfResult(path);
  });
}
