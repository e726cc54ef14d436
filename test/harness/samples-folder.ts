// A folder for the samples of a whole run of tests, gone when the run is: a worker is ended, and hears of no exit.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export default function samplesFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "avtal-samples-"));
  process.env["AVTAL_SAMPLES"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
