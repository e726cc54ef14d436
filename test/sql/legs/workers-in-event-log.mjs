// Fails unless tasks of the last Spark run ended well on as many executors as said. Used by .ci/legs/spark.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const [folder, least] = process.argv.slice(2);
const logs = readdirSync(folder)
  .map((name) => join(folder, name))
  .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
const tasks = new Map();
for (const line of readFileSync(logs[logs.length - 1], "utf8").split("\n")) {
  if (!line.includes('"SparkListenerTaskEnd"')) continue;
  const event = JSON.parse(line);
  if (event["Task End Reason"].Reason !== "Success") continue;
  const executor = event["Task Info"]["Executor ID"];
  tasks.set(executor, (tasks.get(executor) ?? 0) + 1);
}
const shown = [...tasks].sort().map(([executor, count]) => `worker ${executor}: ${count}`);
console.log(`tasks that ended well, from the event log: ${shown.join(", ")}`);
if (tasks.size < Number(least)) {
  console.error(`fewer than ${least} workers ran tasks`);
  process.exit(1);
}
