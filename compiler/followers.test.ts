import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import type { Workspace } from "./workspace.ts";

const start = `språk sv

ordlista prov "Prov"

uppgifter besök kod visit
  fält besöks-id kod visit_id i text unikt
  fält tid kod visited_at i tidpunkt tomt betyder saknas
`;

describe("one mistake gives one message", () => {
  test("a statement that cannot be read is not held against names and kinds as well", () => {
    expect(codesOf(`${start}\nbegrepp besöksdag i datum kod day\n  = datum för tdi 7\n`)).toEqual(["AV1001"]);
  });

  test("the statements beside it are", () => {
    const torn = "begrepp besöksdag i datum kod day\n  = datum för tid 7\n";
    const other = "begrepp annan-dag i datum kod other\n  = datum för tdi\n";
    expect(codesOf(`${start}\n${torn}\n${other}`)).toEqual(["AV1001", "AV2001"]);
  });
});

function codesOf(text: string): string[] {
  const files = [{ path: "prov.avtal", text }];
  const workspace: Workspace = { files, registers: new Map(), sources: undefined, lock: undefined };
  return compile(workspace).problems.map((problem) => problem.code);
}
