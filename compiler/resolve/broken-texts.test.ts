import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFile } from "../syntax/from-text.ts";
import { resolve } from "./from-documents.ts";
import { consolidate } from "./from-trees.ts";
import { workspaceOf, type Texts } from "./test-documents.ts";

const seed = Number(process.env["AVTAL_SEED"] ?? 20201101);

const vocabulary = `språk sv
ordlista ord "Ord"
register kommuner kod municipalities fil "kommuner.yaml"
  fält län kod county i text
uppgifter vårdtillfället kod episode
  fält kommun kod municipality i betalare ur kommuner tomt betyder okänt
  fält vårdform kod care_type i val somatisk; psykiatrisk tomt betyder okänt
`;

const agreement = `språk sv
överenskommelse prov "Prov"
  gäller från och med 2020-01-01 tills vidare   enligt ök 16
  annars gäller lus
använder ord; lus
källa ök "Ök"
händelse stöd "Stöd"   ännu inte   enligt ök 12
värde gräns i dagar beror på vårdform
  från och med 2020-01-01: somatisk: 2,0 dagar; övriga: 3 dagar   enligt ök 12   se tolkningsfråga q
villkor v
  krävs kommun är "Huddinge" om län för kommun finns   se tolkningsfråga q
regel r som lus.s
  i stället för t
  före det första av (2021-07-01; stöd)
  per kommun och månad för dygnet
  steg = gräns - 1 dag   se tolkningsfråga q
  avrunda steg till hela dagar, nedåt
tolkningsfråga q enligt ök 3 fråga "?"
  tolkning a "A"   som skrivet
  tolkning b "B"
    värde gräns från och med 2020-01-01: övriga: 3 dagar
    i villkoret v inget
    i regeln r steg = 2 dagar
  vald a preliminärt motiv "x"
`;

const amendment = `språk sv
ändring n av prov beslut "N" 2020-12-01 från och med 2021-01-01 före 2022-01-01
i regeln r till och med 2021-05-31
tolkningsfråga q vald b beslut "N" 2020-12-01 motiv "x"
i överenskommelsen prov gäller till och med 2023-01-01
`;

const register = `- kod: "0126"
  namn: Huddinge
  till: 2030-01-01
  efterträdare: "0127"
  län: Stockholms län
`;

function read(texts: Texts): number {
  const workspace = workspaceOf(texts);
  const trees = workspace.files.map((file) => parseFile(file).tree);
  const { documents, problems } = consolidate(trees, workspace);
  return problems.length + resolve(documents).problems.length;
}

const whole = [vocabulary, agreement, amendment, register] as const;
const names = ["ord.avtal", "prov.avtal", "n.avtal", "kommuner.yaml"] as const;

test(`whatever is cut out of the files, documents come out and nothing throws (seed ${seed})`, () => {
  const cut = fc.record({
    file: fc.nat(3),
    start: fc.nat(1500),
    length: fc.oneof(fc.constant(1), fc.nat(40), fc.nat(1500)),
  });
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 2 }), (cuts) => {
      const texts = whole.map((text, file) =>
        cuts
          .filter((each) => each.file === file)
          .reduce<string>((left, { start, length }) => left.slice(0, start) + left.slice(start + length), text),
      );
      expect(read(Object.fromEntries(texts.map((text, file) => [names[file], text])))).toBeGreaterThanOrEqual(0);
    }),
    { seed, numRuns: 120 },
  );
});

test("every beginning of a file is read", () => {
  for (let end = 0; end < agreement.length; end += 13) {
    const texts = {
      "ord.avtal": vocabulary,
      "prov.avtal": agreement.slice(0, end),
      "n.avtal": amendment,
      "kommuner.yaml": register,
    };
    expect(read(texts)).toBeGreaterThanOrEqual(0);
  }
});
