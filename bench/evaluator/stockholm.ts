// Stockholm's agreement without its statistics, the values that a run of it is told, and who pays in it.

import { compileFolder } from "../../cli/compiled.ts";
import { agreementsFolder } from "../../cli/agreements-folder.ts";
import type { Program } from "@avtal/compiler/ir/ir";
import { withoutStatistics } from "@avtal/compiler/ir/without-statistics";
import type { RunOptions } from "@avtal/runtime/result";

export const program = stockholm();

export const options: RunOptions = {
  wording: null,
  readings: new Map(),
  events: new Map(),
  values: [
    { value: "tidsgräns", from: null, exact: { over: 13n, under: 10n } },
    { value: "pris.dygnsbelopp", from: null, exact: { over: 930_000n, under: 1n } },
  ],
};

function stockholm(): Program {
  const compiled = compileFolder(agreementsFolder([]), undefined);
  const found = "compilation" in compiled ? compiled.compilation : undefined;
  const programs = found?.kind === "accepted" ? found.programs : undefined;
  const whole = programs?.get("stockholm");
  if (whole === undefined) throw new Error("Stockholm's agreement does not compile.");
  return withoutStatistics(whole);
}

/** The county's municipalities but Stockholm itself, which pays by district. */
export function municipalities(): readonly string[] {
  return program.registers.flatMap(({ entries, id }) =>
    id.endsWith("kommuner")
      ? entries
          .filter(({ facts, code }) => facts.includes("Region Stockholm") && code !== "0180")
          .map(({ code }) => code)
      : [],
  );
}
