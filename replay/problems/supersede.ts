import type { Words } from "@avtal/compiler/problem";
import { dataProblem, type DataProblem } from "../data-problem.ts";

export type CannotSupersede = "other-agreement" | "other-months" | "counterfactual" | "nothing-changed";

/** AV9217. Nothing was written. */
export function cannotSupersede(folder: string, why: CannotSupersede): DataProblem {
  return dataProblem({ code: "AV9217", file: folder, headline: headlines[why], advice: advices[why] });
}

const headlines: Readonly<Record<CannotSupersede, Words>> = {
  "other-agreement": {
    sv: "Körningen i mappen gäller en annan överenskommelse.",
    en: "The run in the folder is of another agreement.",
  },
  "other-months": {
    sv: "Körningen i mappen gäller andra månader.",
    en: "The run in the folder is over other months.",
  },
  counterfactual: {
    sv: "En kontrafaktisk körning debiterar ingen, så den kan varken rättas eller rätta.",
    en: "A counterfactual run charges nobody, so it can neither be corrected nor correct.",
  },
  "nothing-changed": {
    sv: "Ingen fakturarad ändras, så det finns inget att rätta.",
    en: "No invoice line changes, so there is nothing to correct.",
  },
};

const advices: Readonly<Record<CannotSupersede, Words>> = {
  "other-agreement": {
    sv: "Ange mappen med körningen av samma överenskommelse.",
    en: "Name the folder with the run of the same agreement.",
  },
  "other-months": {
    sv: "Kör samma månader med `--from` och `--to`, eller ange mappen för de månaderna.",
    en: "Run the same months with `--from` and `--to`, or name the folder of those months.",
  },
  counterfactual: {
    sv: "Kör utan dag: `avtal run stockholm`.",
    en: "Run without a day: `avtal run stockholm`.",
  },
  "nothing-changed": {
    sv: "Det som redan är fakturerat står fast. Rätta underlaget eller valen först.",
    en: "What was invoiced stands. Correct the data or the choices first.",
  },
};

/** AV9218. `by`: the folder of the run that replaces it already. */
export function alreadySuperseded(folder: string, by: string): DataProblem {
  return dataProblem({
    code: "AV9218",
    file: folder,
    headline: {
      sv: `Körningen är redan rättad, av körningen i \`${by}\`. En gång till skulle kreditera samma rader två gånger.`,
      en: `The run was corrected already, by the run in \`${by}\`. Once more would credit the same lines twice.`,
    },
    advice: {
      sv: "Rätta den senaste körningen i stället: ange dess mapp efter `--supersede`.",
      en: "Correct the latest run instead: give its folder after `--supersede`.",
    },
  });
}

/** AV8608. `why`: the folder is not there, or holds another run. */
export function supersededNotFound(name: string, why: "missing" | "other-run"): DataProblem {
  return dataProblem({
    code: "AV8608",
    headline:
      why === "missing"
        ? {
            sv: `Körningen rättar den i \`${name}\`, som finns varken här eller bredvid mappen.`,
            en: `The run corrects the one in \`${name}\`, which is neither here nor beside the folder.`,
          }
        : {
            sv: `I \`${name}\` ligger en annan körning än den som rättades.`,
            en: `\`${name}\` holds another run than the one that was corrected.`,
          },
    advice: {
      sv: "Lägg den rättade körningens mapp bredvid den här, med samma namn.",
      en: "Put the folder of the corrected run beside this one, under the same name.",
    },
  });
}
