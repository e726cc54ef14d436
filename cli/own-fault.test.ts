import { expect, test } from "vitest";
import { sayOwnFault } from "./own-fault.ts";
import { terminalOf } from "./terminal.ts";

function saidOf(error: unknown): { code: number; said: string } {
  const lines: string[] = [];
  const code = sayOwnFault(error, { ...terminalOf("sv"), say: (text) => lines.push(text) });
  return { code, said: lines.join("\n") };
}

test("G13: a fault of our own shows where it happened and not a word of its message", () => {
  const { code, said } = saidOf(new TypeError("Cannot read Markus Markörsson of undefined"));
  expect(code).toBe(5);
  expect(said).toContain("Det här är ett fel i avtal");
  expect(said).toContain("TypeError");
  expect(said).toContain("own-fault.test.ts:");
  expect(said).not.toContain("Mark");
});

test("what was thrown may be anything", () => {
  expect(saidOf("Markus").said).not.toContain("Markus");
});

test("a message of several lines that look like places is not taken for one", () => {
  const error = new Error("x\n    at Markus Markörsson 19121212-1212");
  expect(saidOf(error).said).not.toContain("Mark");
});
