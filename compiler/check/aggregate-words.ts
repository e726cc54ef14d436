// The words with which a mean, sum or number begins, for messages.

import type { Words } from "../problem.ts";
import type { Aggregate } from "../syntax/ast.ts";

export function aggregateWords(aggregate: Aggregate): Words {
  switch (aggregate.of.function) {
    case "mean":
      return { sv: "genomsnitt av", en: "mean of" };
    case "sum":
      return { sv: "summa av", en: "sum of" };
    case "countEpisodes":
      return { sv: "antal vårdtillfällen", en: "number of care episodes" };
    case "countDays":
      return { sv: "antal dygn", en: "number of care days" };
  }
}
