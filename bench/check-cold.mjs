// Measures the claim: `avtal check` on all agreements in under 1.5 s cold, the start of the process included.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { measured, printTable, root, row } from "./measured.mjs";

const claim = { milliseconds: 1_500 };
const times = Number(process.argv[2] ?? "9");
const sources = join(root, "../shared/sources");
const rows = [row("check, quotes unchecked", measured(["check"], times), claim)];
if (existsSync(sources))
  rows.push(row("check, quotes against their sources", measured(["check", "--sources", sources], times), claim));
rows.push(row("--help", measured(["--help"], times), claim));
printTable(rows);
