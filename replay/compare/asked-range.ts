// A range of values as it is typed: `tidsgräns=1,0..2,0:0,1`, `dygnsbelopp@2022-01-01=9 000..10 000:100 kr`.
// Rule: exact numbers with a decimal comma; a unit stands last or not at all, and is then the value's own.

import type { Id, Program, QuantityUnit } from "@avtal/compiler/ir/ir";
import { amountFrom, runOptions } from "../asked-options.ts";
import type { DataProblem } from "../data-problem.ts";
import { unreadableRange } from "../problems/differences.ts";
import { mostSteps, stepsBetween, type Range } from "./sweep.ts";

/** `range.value` is the value's id. */
export function askedRange(
  text: string,
  program: Program,
): { readonly range: Range; readonly unit: QuantityUnit } | { readonly problems: readonly DataProblem[] } {
  const unreadable = { problems: [unreadableRange(text, mostSteps)] };
  const found = /^([^=]+)=(.+)\.\.(.+):([^:]+?)$/u.exec(text.trim());
  if (found === null) return unreadable;
  const [, place = "", first = "", last = "", end = ""] = found;
  const split = /^([\d\s\u00a0\u202f,-]+)([\p{L}/%]*)$/u.exec(end.trim());
  if (split === null) return unreadable;
  const [step, unit] = [split[1]?.trim() ?? "", split[2] ?? ""];
  const kind = kindOf(place, program);
  const example = kind === undefined ? "1" : `1 ${unit === "" ? ownUnit[kind] : unit}`;
  const known = runOptions({ wording: null, readings: [], events: [], values: [`${place}=${example}`] }, program);
  const [supplied] = known.options.values;
  if (known.problems.length > 0) return { problems: known.problems };
  if (supplied === undefined || kind === undefined) return unreadable;
  const amounts = [first, last, step].map((amount) =>
    amountFrom(`${amount.trim()} ${unit === "" ? ownUnit[kind] : unit}`, {
      kind: "quantity",
      unit: kind,
      whole: false,
    }),
  );
  const [from, to, by] = amounts;
  if (from === undefined || to === undefined || by === undefined) return unreadable;
  const steps = stepsBetween(from, to, by);
  return steps === undefined
    ? unreadable
    : { range: { value: supplied.value, from: supplied.from, steps }, unit: kind };
}

function kindOf(place: string, { values, measured, main }: Program): QuantityUnit | undefined {
  const name = (place.split("@")[0] ?? "").trim().normalize("NFC");
  const things: readonly { readonly id: Id; readonly kind: Program["values"][number]["kind"] }[] = [
    ...values,
    ...measured,
  ];
  const found =
    things.find(({ id }) => id === `${main}.${name}`) ??
    things.find(({ id }) => id === name) ??
    things.find(({ id }) => id.endsWith(`.${name}`));
  return found?.kind.kind === "quantity" ? found.kind.unit : undefined;
}

const ownUnit: Readonly<Record<QuantityUnit, string>> = {
  days: "dagar",
  weekdays: "vardagar",
  careDays: "dygn",
  hours: "timmar",
  count: "",
  number: "",
  money: "kr",
  moneyPerDay: "kr/dygn",
  other: "",
};
