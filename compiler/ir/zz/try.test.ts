import { test } from "vitest";
import { writeFileSync } from "node:fs";
import { compile } from "../../compile.ts";
import { print } from "../print.ts";
import { meaningHash } from "../meaning-hash.ts";
import { folderWorkspace } from "../../../test/harness/folder-workspace.ts";
import { problemsText } from "../../../test/harness/problem-text.ts";
test("try", () => {
  let out = "";
  for (const set of (process.env["TRY"] ?? "").split(";")) {
    const w = folderWorkspace(set.split(","));
    const t = performance.now();
    out += `\n######## ${set}\n`;
    try {
      const c = compile(w);
      out += problemsText(c.problems, w) + `\n${performance.now() - t} ms\n`;
      if (c.kind === "accepted")
        for (const p of c.programs.values()) out += meaningHash(p) + "\n" + (process.env["QUIET"] ? "" : print(p));
    } catch (e) {
      out += (e as Error).stack + "\n";
    }
  }
  writeFileSync("/tmp/out.txt", out);
});
