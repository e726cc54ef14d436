import { expect, test } from "vitest";
import { pageIn } from "./problem-page.ts";

const page = "# AV9001 · en fil / a file\n\n## Svenska\n\nOrd.\n\n## English\n\nWords.\n";

test("a page is shown in one language, its title too", () => {
  expect(pageIn(page, "sv")).toBe("AV9001 · en fil\n\nOrd.\n");
  expect(pageIn(page, "en")).toBe("AV9001 · a file\n\nWords.\n");
});

test("a page without that language is shown whole", () => {
  expect(pageIn("# AV1\n\nOrd.\n", "en")).toBe("# AV1\n\nOrd.\n");
});
