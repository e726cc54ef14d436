// One side and one file, as `readings` and `sweep` need them: what was typed read, the agreement compiled, the file read.

import { overData, type OverData } from "@avtal/replay/compare/run-side";
import type { SharedChoices } from "@avtal/replay/changes/asked-side";
import type { Side } from "@avtal/replay/changes/side";
import { unreadableOption } from "@avtal/replay/problems/asked";
import { askedMonths } from "../asked-months.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { progressOn } from "../progress.ts";
import { oneSide } from "../sides.ts";
import type { Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";
import { descriptionFrom } from "./description.ts";
import { shownPlace } from "@avtal/replay/shown-place";
import { refuse } from "./refuse.ts";
import { refuseRun } from "./refuse-run.ts";

export interface AskedOverData {
  readonly data: string;
  readonly columns?: string;
  readonly from?: string;
  readonly to?: string;
  readonly maxRefused: string;
}

export type Ready = OverData & { readonly side: Side };

/** The exit code where something was refused, which has been said. */
export async function readyOver(
  agreement: string,
  asked: AskedOverData,
  shared: SharedChoices,
  terminal: Terminal,
): Promise<Ready | ExitCode> {
  const months = askedMonths(asked);
  const maxRefused = wholeNumber(asked.maxRefused);
  if (months === undefined) return refuse([unreadableOption("--from, --to", "--from 2022-01 --to 2022-12")], terminal);
  if (maxRefused === undefined) return refuse([unreadableOption("--max-refused", "--max-refused 10")], terminal);
  const one = oneSide(agreement, shared, terminal);
  if (one.kind === "problems") return refuse(one.problems, terminal);
  if (one.kind === "not-compiled") return exitCode.refused;
  const { side } = one;
  const { description, problems } = descriptionFrom(asked.columns, side.program);
  if (problems.length > 0) return refuse(problems, terminal);
  const progress = progressOn(terminal);
  progress.says({ sv: `Läser ${shownPlace(asked.data)}`, en: `Reading ${shownPlace(asked.data)}` });
  const ready = await overData({ side, data: asked.data, description, months, maxRefused });
  progress.ends();
  if (ready.kind === "rejected") return refuse(ready.problems, terminal);
  if (ready.kind === "too-many-refused") return refuseRun(ready, asked, terminal);
  return { ...ready, side };
}
