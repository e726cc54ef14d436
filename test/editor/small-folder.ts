// A folder of one small agreement with the text of its source, for tests that need to know every word.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files by path; gone when `remove` is called. */
export function folderOf(files: Readonly<Record<string, string>>): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "avtal-editor-"));
  for (const [path, text] of Object.entries(files)) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const smallSource = `# 1 Syfte

Parterna samverkar så att ingen väntar.

# 2 Betalning

## 2.1 Gräns

Gränsen är 3 kalenderdagar från underrättelsen.

## 2.2 Belopp

Kommunen betalar det belopp som fastställs varje år.
`;

export const smallAgreement = `språk sv

## Ett litet avtal för prov.
överenskommelse liten "Liten överenskommelse (SFS 2017:612)"
  gäller från och med 2020-01-01 tills vidare   enligt ök 1 citat "Parterna samverkar"

källa ök "Källan" fil "ök.txt"

uppgifter vårdtillfälle
  fält klar-dag kod ready_on i datum tomt betyder saknas
  fält ut-dag kod left_on i datum tomt betyder saknas
  fält vårdform kod care_type i val somatisk kod somatic; psykiatrisk kod psychiatric tomt betyder okänt

## Så många dagar är fria.
värde frist i dagar kod grace
  från och med 2020-01-01: 3 dagar   enligt ök 2.1 citat "3 kalenderdagar"
  från och med 2023-01-01: 2 dagar   enligt ök 2.1

begrepp dagar-på-sjukhus i dagar kod ready_days
  enligt ök 2.1 citat "kalenderdagar från underrättelsen"
  = kalenderdagar från klar-dag (räknas inte) till ut-dag (räknas)

begrepp psykiatriska-dagar i dagar kod psychiatric_days
  enligt ök 2.1
  = dagar-på-sjukhus - frist om vårdform är psykiatrisk annars 0 dagar

statistik dagar-per-månad
  enligt ök 2.2
  gäller vårdtillfällen där ut-dag finns
  följer ut-dag
  per månad
  alla-dagar = summa av psykiatriska-dagar
`;
