import { expect, test } from "vitest";
import { shownPlace } from "./shown-place.ts";
import { notOpened } from "./problems/not-opened.ts";
import { tooManyRefused } from "./problems/too-many-refused.ts";

test("a path is shown as it was typed", () => {
  for (const path of ["data/2022.csv", "/data/å ä.parquet", "C:episoder.csv", "vård@hemma.csv"]) {
    expect(shownPlace(path)).toBe(path);
  }
});

test("of an address neither user, password, host nor database is shown, however it is written", () => {
  const addresses = [
    "postgres://zanna:zhemligt@zdb.region.se:5432/zvard",
    "postgresql://zanna@zdb/zvard?table=zepisoder",
    "POSTGRES://zanna:zhem%20ligt@zdb/zvard",
    "postgres:/zanna:zhemligt@zdb/zvard",
    " postgres:zanna:zhemligt@zdb",
    "https://zanna:zhemligt@zlager.se/2022.parquet",
  ];
  for (const address of addresses) {
    const problems = [
      notOpened(address, "ENOENT"),
      notOpened(address, "EISDIR"),
      tooManyRefused(address, { refused: 3, rows: 9, allowed: 0 }),
    ];
    const said = JSON.stringify([shownPlace(address), problems]);
    expect(said).not.toMatch(/z(anna|hem|db|vard|episoder|lager)/);
    expect(said).toContain("://…");
  }
});
