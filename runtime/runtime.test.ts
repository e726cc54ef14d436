import { describe, expect, test } from "vitest";
import { gzipSync } from "node:zlib";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL(".", import.meta.url));
const sources = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .sort();

test("the whole runtime, minified and gzipped, is smaller than 30 kB", async () => {
  const bundle = await build({
    entryPoints: [`${folder}runtime.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
  });
  const [output] = bundle.outputFiles;
  const size = gzipSync(output?.contents ?? new Uint8Array()).length;
  expect(size).toBeGreaterThan(1_000);
  expect(size).toBeLessThan(30_000);
});

describe.each(sources)("%s", (file) => {
  const text = readFileSync(`${folder}${file}`, "utf8");
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

  test("imports nothing from outside the runtime", () => {
    const imported = [...code.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map((found) => found[1] ?? "");
    expect(imported.filter((path) => !/^\.\/[a-z-]+\.ts$/.test(path))).toEqual([]);
    expect(code).not.toMatch(/\brequire\b|\bimport\s*\(/);
  });

  test("names nothing that only Node, a browser, a clock or a locale provides", () => {
    const host =
      /\b(Date|Intl|process|Buffer|globalThis|window|document(?=[.[(])|navigator|performance|console|fetch|setTimeout|crypto|Temporal|Function|eval)\b|\.toLocale\w*|\.localeCompare|Math\.random|\bparseFloat\b|\.toFixed/;
    expect(host.exec(code)?.[0]).toBeUndefined();
  });

  test("re-exports only where it is the public face", () => {
    expect(/export\s+(?:\*|\{[^}]*\})\s+from/.test(code)).toBe(file === "runtime.ts");
  });
});

test("the public face says what it exports, so that nothing is public by chance", () => {
  const face = readFileSync(`${folder}runtime.ts`, "utf8");
  expect(face).toContain("evaluateEpisodes");
  expect(face).not.toContain("*");
});
