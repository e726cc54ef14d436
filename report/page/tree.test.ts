import { expect, test } from "vitest";
import { element, escaped, print, wellFormed } from "./tree.ts";

const hostile = [
  "<script>alert(1)</script>",
  '"onmouseover="alert(1)',
  "javascript:alert(1)",
  "</style><style>*{}",
  "`${process.exit()}`*/",
  "\u2028\u2029\u0000\u0007",
  "\ud800 ensam \udc00",
];

test("F03, A21: what an author or a file says becomes text and nothing else", () => {
  for (const text of hostile) {
    const printed = print(element("p", { title: text }, text));
    expect(printed).toMatch(/^<p title="[^"<>]*">[^<>]*<\/p>\n$/);
    expect(printed).not.toMatch(/[\u0000-\u0008\u2028\u2029]/);
  }
  expect(escaped(hostile[0] ?? "")).toBe("&lt;script&gt;alert(1)&lt;/script&gt;");
});

test("a broken surrogate is a replacement sign, and a whole one is left", () => {
  expect(wellFormed("\ud800a\udc00😀")).toBe("\ufffda\ufffd😀");
});

test("an attribute that is undefined is not there, and one that is true has no value", () => {
  expect(print(element("section", { id: undefined, hidden: true }))).toBe("<section hidden></section>\n");
});
