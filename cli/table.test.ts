import { expect, test } from "vitest";
import { table } from "./table.ts";

test("texts to the left, numbers to the right, sums below a line; decomposed letters count as one", () => {
  const text = table(
    [
      { title: "Betalare", align: "left" },
      { title: "Belopp", align: "right" },
    ],
    [
      ["Värmdö".normalize("NFD"), "1,00"],
      ["Upplands-Bro", "12 345,00"],
    ],
    [["Summa", "12 346,00"]],
  );
  expect(text.normalize("NFC")).toBe(
    [
      "Betalare          Belopp",
      "────────────────────────",
      "Värmdö              1,00",
      "Upplands-Bro   12 345,00",
      "────────────────────────",
      "Summa          12 346,00",
      "",
    ].join("\n"),
  );
});
