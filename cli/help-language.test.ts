import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { commandLine } from "./command-line.ts";
import { helpIn } from "./help-language.ts";
import { terminalOf } from "./terminal.ts";

describe("help in one language", () => {
  test.each([
    ["granska / check", "granska", "check"],
    ['språk / language (choices: "sv", "en", default: "sv")', 'språk (välj: "sv", "en", annars: "sv")', undefined],
    ["  avtal check    granska allt / check all", "  avtal check    granska allt", "  avtal check    check all"],
    ["Börja här / Begin here:", "Börja här:", "Begin here:"],
    ["  avtal run stockholm", "  avtal run stockholm", "  avtal run stockholm"],
  ])("%s", (both, sv, en) => {
    expect(helpIn(undefined, both)).toBe(both);
    expect(helpIn("sv", both)).toBe(sv);
    if (en !== undefined) expect(helpIn("en", both)).toBe(en);
  });

  test("every description says its thing once in each language, so that either can be left out", () => {
    const program = commandLine({ terminal: terminalOf("sv"), does: () => Promise.resolve() }, undefined);
    const said = everyCommand(program).flatMap((command) => [
      command.description(),
      ...command.registeredArguments.map(({ description }) => description),
      ...command.options.map(({ description }) => description),
    ]);
    const sentences = said.filter((text) => !text.includes("\n"));
    expect(sentences.length).toBeGreaterThan(80);
    expect(sentences.filter((text) => text.split(" / ").length !== 2)).toEqual([]);
  });
});

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}
