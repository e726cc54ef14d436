// The second thread of `avtal test`, a file of its own because a thread starts from a file.

import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { Start } from "@avtal/replay/scenarios/threads/messages";
import { hashOfFile } from "@avtal/replay/scenarios/remembered/hash-of-file";
import { serve } from "@avtal/replay/scenarios/threads/serve";

if (parentPort !== null) serve(parentPort, workerData as Start, hashOfFile(fileURLToPath(import.meta.url)));
