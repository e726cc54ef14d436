// The days of each rule against those of its document, as far as they are given in dates.
// Rule: an end that waits for an event may come any day, so nothing is said of it.

import type { Day, Days, Document, RuleText } from "../resolve/document.ts";
import { shared } from "../resolve/timeline.ts";
import { plainDay } from "../resolve/validity-days.ts";
import type { Validity } from "../syntax/ast.ts";
import type { Checking } from "./checking.ts";
import { dayWithoutRule } from "./problems/day-without-rule.ts";
import { ruleEndsBeforeItBegins } from "./problems/rule-ends-before-it-begins.ts";
import { ruleOutsideDocument } from "./problems/rule-outside-document.ts";

export function checkRuleDays(document: Document, checking: Checking): void {
  let sound = true;
  for (const rule of document.rules) {
    for (const { line } of rule.lines) {
      if (line.kind !== "validity") continue;
      const days = daysWritten(line.validity);
      if (days.from !== undefined && days.until !== undefined && days.until <= days.from) {
        sound = false;
        checking.report(ruleEndsBeforeItBegins({ rule, validity: line.validity, from: days.from, until: days.until }));
      } else if (shared(days, document.validity.days) === undefined) {
        sound = false;
        checking.report(ruleOutsideDocument({ rule, validity: line.validity, document }));
      }
    }
  }
  if (sound) checkDaysWithoutRule(document, checking);
}

/** The days between which a rule can be in force; an end that is no date leaves that side open. */
export function daysOfRule(rule: RuleText, document: Document): Days {
  const written = rule.lines.flatMap(({ line }) => (line.kind === "validity" ? [daysWritten(line.validity)] : []));
  const froms = written.map(({ from }) => from);
  const untils = written.map(({ until }) => until);
  const earliest =
    froms.length === 0 || froms.includes(undefined) ? undefined : Math.min(...froms.map((day) => day ?? 0));
  const latest =
    untils.length === 0 || untils.includes(undefined) ? undefined : Math.max(...untils.map((day) => day ?? 0));
  const inVersion = shared({ from: earliest, until: latest }, rule.days) ?? rule.days;
  return shared(inVersion, document.validity.days) ?? inVersion;
}

function daysWritten({ from, end }: Validity): Days {
  const first = from === undefined ? undefined : plainDay(from);
  if (end === undefined || end.kind === "open") return { from: first, until: undefined };
  const last = plainDay(end.at);
  return { from: first, until: last === undefined || end.kind === "before" ? last : last + 1 };
}

/** A day on which the document is in force but none of its rules is, and no other document takes over. */
function checkDaysWithoutRule(document: Document, checking: Checking): void {
  const rules = document.rules.filter((rule) => rule.statement.kind === "rule");
  const { from, until } = document.validity.days;
  if (rules.length === 0 || document.otherwise !== undefined || from === undefined) return;
  const end = until ?? Number.POSITIVE_INFINITY;
  let day: Day = from;
  const spans = rules.map((rule) => daysOfRule(rule, document));
  while (day < end) {
    const today = day;
    const reach = spans
      .filter((days) => (days.from ?? today) <= today && (days.until ?? Number.POSITIVE_INFINITY) > today)
      .map((days) => days.until ?? Number.POSITIVE_INFINITY);
    if (reach.length === 0) {
      checking.report(dayWithoutRule({ document, day: today }));
      return;
    }
    day = Math.max(...reach);
  }
}
