// Compares text with a golden file; `AVTAL_GOLDEN=write` rewrites the file and says so.
// Rule: a golden that does not exist fails, so that nobody commits a test without its expectation.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

export function expectGolden(path: string, actual: string): void {
  if (process.env["AVTAL_GOLDEN"] === "write") {
    writeFileSync(path, actual);
    return;
  }
  expect(existsSync(path), `${path} is missing: write it with AVTAL_GOLDEN=write and read it`).toBe(true);
  expect(actual).toBe(readFileSync(path, "utf8"));
}
