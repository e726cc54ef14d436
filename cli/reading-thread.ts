// A thread that reads parts of a data file, a file of its own because a thread starts from a file.

import { parentPort, workerData } from "node:worker_threads";
import type { Start } from "@avtal/replay/read/thread/messages";
import { serve } from "@avtal/replay/read/thread/serve";

if (parentPort !== null) serve(parentPort, workerData as Start);
