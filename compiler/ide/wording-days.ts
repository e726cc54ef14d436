// The days on which something of a document changes, as far as its text alone says: for proposals while it is written.

import type { Day, Document } from "../resolve/document.ts";

export function wordingDays({ validity, values, rules, terms }: Document): readonly Day[] {
  const days = [
    validity.days.from,
    ...[...values.values()].flatMap(({ rows }) => rows.map((row) => row.days.from)),
    ...rules.map((rule) => rule.days.from),
    ...[...terms.values()].flatMap((versions) => versions.map((version) => version.days.from)),
  ];
  return [...new Set(days.filter((day) => day !== undefined))].sort((a, b) => a - b);
}
