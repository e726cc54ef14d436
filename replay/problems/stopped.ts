import { ratioText, type Ratio } from "@avtal/runtime/ratio";
import type { Stopped, Unit } from "@avtal/runtime/result";
import { dataProblem, type DataProblem } from "../data-problem.ts";
import { amountOfUnit } from "../shown.ts";

/**
 * AV9202 and AV9203. A record that a rule has taken needs a value that is not known. `name`: the value as one writes it
 * for a run; `dataGive`: what the formula of a measured value gives on these data.
 */
export function stoppedBy(stopped: Stopped, name: string, dataGive: Given | undefined): DataProblem {
  return stopped.reason === "missing-row" ? missingRow(stopped, name) : notFixed(stopped, name, dataGive);
}

/** What a formula gives, in its own unit; money in öre. */
export interface Given {
  readonly exact: Ratio;
  readonly unit: Unit;
}

function missingRow({ from, record, on, value }: Stopped, name: string): DataProblem {
  const year = on.slice(0, 4);
  const row = from ?? on;
  return dataProblem({
    code: "AV9202",
    headline: {
      sv: `\`${value}\` är inte känt för ${year}. Vårdtillfället ${record} behöver det den ${on}.`,
      en: `\`${value}\` is not known for ${year}. The care episode ${record} needs it on ${on}.`,
    },
    advice: {
      sv: `Ange beloppet om du vet det: \`--set ${name}@${row}="… kr"\`. Eller kör bara månader där det är känt (\`--from\`, \`--to\`). Jag tar aldrig året före.`,
      en: `Give the amount if you know it: \`--set ${name}@${row}="… kr"\`. Or run only months in which it is known (\`--from\`, \`--to\`). I never take the year before.`,
    },
  });
}

function notFixed({ record, on, value }: Stopped, name: string, dataGive: Given | undefined): DataProblem {
  const given =
    dataGive === undefined
      ? undefined
      : `${amountOfUnit(dataGive.exact, dataGive.unit)} (${ratioText(dataGive.exact)})`;
  const example = dataGive === undefined ? "1,74 dagar" : amountOfUnit(dataGive.exact, dataGive.unit).replace("…", "");
  return dataProblem({
    code: "AV9203",
    headline: {
      sv: `\`${value}\` är inte fastställt. Vårdtillfället ${record} behöver det den ${on}. ${
        given === undefined
          ? "De här uppgifterna räcker inte till att räkna ut det."
          : `De här uppgifterna skulle ge ${given}.`
      }`,
      en: `\`${value}\` is not fixed. The care episode ${record} needs it on ${on}. ${
        given === undefined ? "These data are not enough to work it out." : `These data would give ${given}.`
      }`,
    },
    advice: {
      sv: `Jag använder det inte av mig själv. Ange vad som gäller: \`--set ${name}="${example}"\`. Resultatet säger då att det var angivet.`,
      en: `I do not use that by myself. Say what applies: \`--set ${name}="${example}"\`. The result then says that it was supplied.`,
    },
  });
}
