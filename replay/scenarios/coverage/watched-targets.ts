// All targets of an agreement, with the interpreter watched: what its runs pass is gathered.

import type { Program } from "@avtal/compiler/ir/ir";
import { observedTargets, type Targets } from "../run/targets.ts";
import { watching, type Passed } from "./passings.ts";

export function watchedTargets(program: Program, passed: Passed): Targets {
  const { observe, newCase } = watching(program, passed);
  const targets = observedTargets(program, observe);
  return {
    ...targets,
    yardstick: (columns, options) => {
      newCase();
      return targets.yardstick(columns, options);
    },
  };
}
