import { expect, test } from "vitest";
import { faultText, type FaultFacts } from "./fault-text.ts";

const facts: FaultFacts = {
  version: "0.1.0",
  editor: "VS Code 1.100.3",
  agreements: 7,
  scenarios: 212,
  codes: ["AV5002", "AV1018", "AV5002"],
  faults: ["A step has no place.\n  at trace.ts"],
};

test("a report counts problems by their code and says what the program said, on one line", () => {
  const text = faultText(facts, "sv");
  expect(text).toContain(
    "- Avtal 0.1.0, VS Code 1.100.3\n- avtal: 7, scenarier: 212\n- problem: AV1018 × 1, AV5002 × 2\n",
  );
  expect(text).toContain("  - A step has no place. at trace.ts\n");
});

test("a report says in both languages that nothing is sent by itself, and that there is nothing to tell", () => {
  const quiet = { ...facts, codes: [], faults: [] };
  expect(faultText(quiet, "sv")).toContain("ingenting skickas av sig självt");
  expect(faultText(quiet, "en")).toContain("nothing is sent by itself");
  expect(faultText(quiet, "en")).toContain("- problems: none\n- faults of the program: none\n");
});
