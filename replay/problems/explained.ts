import { dataProblem, type DataProblem } from "../data-problem.ts";

export type UnreadableRun = "missing" | "not-a-run" | "changed";

/** AV9211. */
export function unreadableRun(folder: string, why: UnreadableRun): DataProblem {
  const headlines = {
    missing: { sv: "Mappen finns inte, eller går inte att läsa.", en: "The folder does not exist, or cannot be read." },
    "not-a-run": {
      sv: "Mappen är inget resultat från `avtal run --out`: manifestet saknas eller går inte att läsa.",
      en: "The folder is no result of `avtal run --out`: its manifest is missing or cannot be read.",
    },
    changed: {
      sv: "En fil i mappen har ändrats sedan körningen, så förklaringen skulle inte gälla den.",
      en: "A file in the folder has changed since the run, so the explanation would not be of it.",
    },
  } as const;
  return dataProblem({
    code: "AV9211",
    file: folder,
    headline: headlines[why],
    advice: {
      sv: "Kör om med `avtal run … --out NY-MAPP` och ange den mappen.",
      en: "Run again with `avtal run … --out NEW-FOLDER` and give that folder.",
    },
  });
}

/** AV9212. `guess`: a line of the run with nearly that id. */
export function unknownLine(folder: string, guess: string | undefined): DataProblem {
  return dataProblem({
    code: "AV9212",
    file: folder,
    headline: { sv: "Körningen har ingen rad med det id:t.", en: "The run has no line of that id." },
    advice:
      guess === undefined
        ? {
            sv: "Raderna står i `fakturarader.csv` och `lines.csv` i mappen.",
            en: "The lines stand in `lines.csv` in the folder.",
          }
        : { sv: `Menade du \`${guess}\`?`, en: `Did you mean \`${guess}\`?` },
  });
}

/** AV9213. Neither a code nor a line with its run. */
export function nothingToExplain(): DataProblem {
  return dataProblem({
    code: "AV9213",
    headline: {
      sv: "Det är ingen kod som jag känner, och utan `--run` vet jag inte vilken körning en rad hör till.",
      en: "That is no code that I know, and without `--run` I do not know which run a line belongs to.",
    },
    advice: {
      sv: "Skriv `avtal förklara AV4003`, eller `avtal förklara RAD --run MAPP`.",
      en: "Type `avtal explain AV4003`, or `avtal explain LINE --run FOLDER`.",
    },
  });
}
