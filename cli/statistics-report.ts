// The figures of an agreement's statistics as tables, one for each.

import type { Figures } from "@avtal/runtime/result";
import { stepShown } from "@avtal/replay/shown";
import { table, type TableColumn } from "./table.ts";
import type { Terminal } from "./terminal.ts";

export function statisticsReport(figures: readonly Figures[], { words }: Terminal): string {
  const names = [...new Set(figures.map(({ place }) => `${place.document}.${place.rule}`))];
  return names
    .map((name) => {
      const own = figures.filter(({ place }) => `${place.document}.${place.rule}` === name);
      const steps = [...new Set(own.flatMap((group) => group.figures.map((step) => step.name)))];
      const columns: TableColumn[] = [
        { title: words({ sv: "Betalare", en: "Payer" }), align: "left" },
        { title: "Period", align: "left" },
        ...steps.map((title): TableColumn => ({ title, align: "right" })),
        { title: words({ sv: "Utlöser", en: "Triggers" }), align: "left" },
      ];
      const rows = own.map((group) => [
        group.keys.payer.name,
        group.keys.period,
        ...steps.map((step) => {
          const value = group.figures.find((figure) => figure.name === step)?.value;
          return value === undefined ? "" : stepShown(value);
        }),
        group.triggers ?? "",
      ]);
      return `${name}\n${table(columns, rows)}`;
    })
    .join("\n");
}
