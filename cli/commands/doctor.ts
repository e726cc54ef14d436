// avtal doctor: whether this machine has what the commands need.

import type { Command } from "commander";
import type { DoctorOptions } from "../actions/doctor.ts";
import { both, type Cli } from "../cli.ts";

export function addDoctor(program: Command, { terminal, does }: Cli): void {
  program
    .command("doctor")
    .alias("hälsa")
    .description(both({ sv: "se efter att datorn har det som behövs", en: "see that the machine has what is needed" }))
    .option("--json", both({ sv: "som JSON", en: "as JSON" }))
    .action((options: DoctorOptions) =>
      does(async () => (await import("../actions/doctor.ts")).doctor(options, terminal)),
    );
}
