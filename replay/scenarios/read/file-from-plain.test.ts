// What a scenario file says, read without an agreement.

import { expect, test } from "vitest";
import { fileFromText } from "./file-from-plain.ts";

const text = `avtal: stockholm
scenarier:
  - namn: Ett fall
    klausul: 12.3
    vårdtillfällen:
      - antal: 2
        utskrivningstid: 2022-04-08 15:00
    förväntat:
      2020-01-01, 2020-11-01: ingen debitering
      2021-11-01: 11 160,00 kr
`;

test("Swedish and English keys say the same", () => {
  const english = text
    .replace("avtal:", "agreement:")
    .replace("scenarier:", "scenarios:")
    .replace("namn:", "name:")
    .replace("klausul:", "clause:")
    .replace("vårdtillfällen:", "episodes:")
    .replace("antal:", "count:")
    .replace("förväntat:", "expected:")
    .replace("ingen debitering", "no charge");
  const plain = (of: string): unknown =>
    JSON.parse(
      JSON.stringify(fileFromText({ path: "a.yaml", text: of }), (key, value) => (key === "span" ? 0 : value)),
    );
  expect(plain(text)).toMatchObject({ problems: [] });
  expect(plain(english)).toEqual(plain(text));
});
