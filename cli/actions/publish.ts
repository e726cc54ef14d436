// What `--publish` of `avtal run` writes: a folder that holds nothing but what may be published.

import type { DataProblem } from "@avtal/replay/data-problem";
import { manifestText } from "@avtal/replay/evidence/manifest";
import type { CompletedRun } from "@avtal/replay/result-json";
import { writeWhole } from "@avtal/replay/write-whole";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { version } from "../version.ts";

/** Its manifest says nothing of the data but the agreement that was run: a checksum of rows could be tried out. */
export async function writePublication(folder: string, run: CompletedRun): Promise<DataProblem | undefined> {
  const { publishedTable } = await import("@avtal/report/publish/published-table");
  const { program, options, result } = run;
  return writeWhole(folder, [{ name: "publicering.csv", contents: publishedTable(result) }], (files) => ({
    name: "manifest.json",
    contents: manifestText({
      formatVersion: 1,
      kind: "publication",
      agreement: program.main,
      wording: options.wording,
      meaningHash: meaningHash(program),
      avtal: version,
      files,
    }),
  }));
}
