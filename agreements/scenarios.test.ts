// Every shipped scenario in every wording. `npm run test:scenarios` holds the interpreter against the same cases.

import { describeScenarios } from "@avtal/replay/scenarios/vitest";

describeScenarios({ folder: import.meta.dirname, targets: "generated" });
