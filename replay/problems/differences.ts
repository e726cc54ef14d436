import { dataProblem, type DataProblem } from "../data-problem.ts";

// AV8401–AV8407: what was to be compared cannot be, or not in the way that was asked for.

/** AV8401. */
export function unreadableSide(written: string): DataProblem {
  return dataProblem({
    code: "AV8401",
    headline: {
      sv: `Jag förstår inte vilken sida \`${written}\` är.`,
      en: `I do not understand which side \`${written}\` is.`,
    },
    advice: {
      sv: "Skriv namn, dag och val så: `stockholm@2021-11-01[klockan-12=ingen-verkan; tidsgräns=1,2 dagar]`.",
      en: "Write name, day and choices so: `stockholm@2021-11-01[klockan-12=ingen-verkan; tidsgräns=1,2 dagar]`.",
    },
  });
}

/** AV8402. `known`: questions, events and values of the agreement. */
export function unknownChoice(side: string, name: string, guess: string | undefined): DataProblem {
  return dataProblem({
    code: "AV8402",
    headline: {
      sv: `\`${side}\` har ingen tolkningsfråga, händelse eller värde som heter \`${name}\`.`,
      en: `\`${side}\` has no question, event or value called \`${name}\`.`,
    },
    advice:
      guess === undefined
        ? {
            sv: "Välj ett namn som står i överenskommelsen, eller i ett dokument som den använder.",
            en: "Choose a name that stands in the agreement, or in a document that it uses.",
          }
        : { sv: `Menade du \`${guess}\`?`, en: `Did you mean \`${guess}\`?` },
  });
}

/** AV8403. */
export function counterfactualWithoutDay(): DataProblem {
  return dataProblem({
    code: "AV8403",
    headline: {
      sv: "Kontrafaktiskt behöver minst en sida med dag.",
      en: "Counterfactual needs at least one side with a day.",
    },
    advice: {
      sv: "Skriv dagen efter namnet: `stockholm@2021-11-01`. Eller välj `--mode in-force`.",
      en: "Write the day behind the name: `stockholm@2021-11-01`. Or choose `--mode in-force`.",
    },
  });
}

/** AV8404. Said, and nothing is refused: another method, which is named, has been used. */
export function tooManyChanges(changes: number, most: number): DataProblem {
  return dataProblem({
    code: "AV8404",
    severity: "warning",
    headline: {
      sv: `${changes} ändringar är för många för \`--attribution shapley\`, som klarar ${most}. Jag har delat fram och tillbaka.`,
      en: `${changes} changes are too many for \`--attribution shapley\`, which takes ${most}. I have split both ways.`,
    },
    advice: {
      sv: "Det är samma delning, där högst två ändringar verkar på varandra åt gången. Delarna summerar alltid.",
      en: "It is the same split where no more than two changes act on each other at once. The parts always sum.",
    },
  });
}

/** AV8405. */
export function unreadableRange(written: string, most: number): DataProblem {
  return dataProblem({
    code: "AV8405",
    headline: {
      sv: `Jag kan inte läsa vilka värden \`${written}\` ska pröva.`,
      en: `I cannot read which values \`${written}\` is to try.`,
    },
    advice: {
      sv: `Skriv första, sista och steg: \`tidsgräns=1,0..2,0:0,1\`. Högst ${most} värden åt gången.`,
      en: `Write first, last and step: \`tidsgräns=1,0..2,0:0,1\`. At most ${most} values at a time.`,
    },
  });
}

/** AV8406. */
export function nothingToCompareWith(a: string): DataProblem {
  return dataProblem({
    code: "AV8406",
    headline: {
      sv: `Jag vet inte vad \`${a}\` ska jämföras med.`,
      en: `I do not know what \`${a}\` is to be compared with.`,
    },
    advice: {
      sv: `Skriv två sidor: \`avtal jämför ${a} lus\`. Eller en annan version: \`--base MAPP\`. Eller ett val: \`--set\`.`,
      en: `Write two sides: \`avtal diff ${a} lus\`. Or another version: \`--base FOLDER\`. Or a choice: \`--set\`.`,
    },
  });
}

/** AV8407. `file`: as the user named it. */
export function unusableBase(file: string, why: "not-there" | "no-agreement" | "no-counterpart"): DataProblem {
  const headline = {
    "not-there": { sv: "Filen eller mappen finns inte.", en: "The file or folder does not exist." },
    "no-agreement": {
      sv: "Filen börjar inte som en överenskommelse, lag, ordlista eller ändring.",
      en: "The file does not begin as an agreement, act, vocabulary or amendment.",
    },
    "no-counterpart": {
      sv: "Ingen fil här har samma namn i sitt huvud.",
      en: "No file here has the same name in its head.",
    },
  }[why];
  return dataProblem({
    code: "AV8407",
    file,
    headline,
    advice: {
      sv: "Ange mappen med den andra versionen av överenskommelserna, eller en annan version av en fil här.",
      en: "Give the folder of the other version of the agreements, or another version of a file here.",
    },
  });
}
