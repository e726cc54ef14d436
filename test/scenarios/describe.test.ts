// The scenarios of a folder of somebody's own as Vitest tests: documents, registers, background, scenarios, outcomes.

import { join } from "node:path";
import { describeScenarios } from "@avtal/replay/scenarios/vitest";

describeScenarios({ folder: join(import.meta.dirname, "own-folder") });
